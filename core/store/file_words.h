// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rescue.h"
#include "store/sqlite.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// What is said of a project's file to people who know nothing of SQLite. Inside core/store only.

namespace ow::store {

/// "table of events", "table of the history's steps"; "table x" where we have none of that name.
std::string tableWords(std::string_view name);

/// What PRAGMA integrity_check and foreign_key_check say of a database, one fault each, without a word of
/// SQLite's: "page 17 of the table of events is damaged". Faults that only follow from others (pages that
/// nothing leads to any more) are told where there is no other. `file` is the database's. Throws nothing but
/// what has nothing to do with damage.
std::vector<std::string> pageFaults(SQLite::Database& db, const std::filesystem::path& file);

/// ": page 3 of the table of events is damaged, and 29 faults more"; empty where there is none.
std::string firstOf(const std::vector<std::string>& faults);

/// A failure's text in words, where it tells more than that the file is damaged: "The table of events is
/// missing." Else empty.
std::string damageWords(std::string_view sqliteText);

}
