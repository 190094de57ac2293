// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <string>
#include <vector>

namespace ow::store {

/// Unpacks every column of every segment and adds a sentence for each thing that cannot be: damaged bytes,
/// rows out of order, numbers that no dictionary knows, a range that does not hold. Throws SQLite::Exception.
void checkSegments(SQLite::Database& db, std::vector<std::string>& faults);

}
