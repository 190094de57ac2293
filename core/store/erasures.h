// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "store/sqlite.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

// What the project says of customers who were erased: how much and when, never who. Inside core/store only,
// but for the plain structures.

namespace ow::store {

/// How much went.
struct ErasedCounts {
    std::int64_t customers = 0;
    std::int64_t events = 0;
    std::int64_t exposures = 0;
    std::int64_t basketLines = 0;
    std::int64_t rejectedTexts = 0; ///< of rejected rows, which stay with file, row and reason
    std::int64_t texts = 0; ///< ids, sessions, baskets … that nobody else had
    std::int64_t mentions = 0; ///< in authored things, the history, releases and other rows, replaced

    ErasedCounts& operator+=(const ErasedCounts& other);
    friend bool operator==(const ErasedCounts&, const ErasedCounts&) = default;
};

struct Erasure {
    std::int64_t step = 0; ///< its row in the history
    Timestamp at;
    std::string who; ///< did it
    std::string why;
    ErasedCounts all;
    std::map<std::int64_t, ErasedCounts> byImport; ///< what of it each import had brought
};

/// A row of the history that says so. It changed nothing that could be undone, so undo and redo pass over it.
bool isErasure(SQLite::Database& db, std::int64_t step);
/// Oldest first. Throws SQLite::Exception.
std::vector<Erasure> readErasures(SQLite::Database& db);
/// Notes it for a row of the history. In the caller's transaction. Throws SQLite::Exception.
void writeErasure(SQLite::Database& db, const Erasure& erasure);

/// The title of such rows.
inline constexpr const char* erasureTitle = "Customers erased";

}
