// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sqlite.h"

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::store {

/// Texts to small integers for writing: one of the tables customer_key, sku_key, session_key, word. "" is 0.
/// Keeps what it was asked for in memory. Throws SQLite::Exception.
class Dictionary {
public:
    Dictionary(SQLite::Database& db, const char* table);

    /// The text's number; a new one is written at once.
    std::int64_t idOf(std::string_view text);
    /// Whether the text was in the file before this object was made.
    bool isOld(std::int64_t id) const { return id <= m_lastOld; }

private:
    std::int64_t m_lastOld = 0;
    std::int64_t m_last = 0;
    SQLite::Statement m_select;
    SQLite::Statement m_insert;
    std::deque<std::string> m_texts; ///< a deque: its elements never move, the map's keys look at them
    std::unordered_map<std::string_view, std::int64_t> m_ids;
};

/// The way back, for reading: each text is read once. The views stay good as long as the object.
class Texts {
public:
    Texts(SQLite::Database& db, const char* table);

    /// Throws SQLite::Exception (SQLITE_CORRUPT) where a row names a number that the dictionary lacks.
    std::string_view operator[](std::int64_t id);
    /// The number of a text; 0 where there is none.
    std::int64_t find(std::string_view text);

private:
    SQLite::Statement m_select;
    SQLite::Statement m_find;
    std::int64_t m_last = 0;
    std::vector<const std::string*> m_known; ///< by id; null = not read yet
    std::deque<std::string> m_texts;
};

}
