// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ow::store {

/// What is wrong with a segment.
struct SegmentFault {
    std::int64_t segment = 0;
    std::string sentence;
};

/// Of every segment whose head can be, see checkSegments(). Throws SQLite::Exception, also where the heads of
/// segments are out of order.
std::vector<SegmentFault> segmentFaults(SQLite::Database& db);

/// Unpacks every column of every segment and adds a sentence for each thing that cannot be: damaged bytes,
/// rows out of order, numbers that no dictionary knows, a range that does not hold. Throws SQLite::Exception.
void checkSegments(SQLite::Database& db, std::vector<std::string>& faults);

}
