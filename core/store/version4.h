// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <array>
#include <string_view>

namespace ow::store {

/// The tables that version 4 of the file has besides those of version 3.
inline constexpr std::array<std::string_view, 2> tablesOfVersion4 { "import_form", "event_id" };

/// Adds them, empty: what older imports were read by was not kept. Throws SQLite::Exception.
void addTablesOfVersion4(SQLite::Database& db);

}
