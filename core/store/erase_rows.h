// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "store/bulk_kind.h"
#include "store/id_finder.h"
#include "store/segment_table.h"
#include "store/sqlite.h"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

// Events, exposures and basket lines that go for good, wherever they lie. Inside core/store only.

namespace ow::store {

/// Numbers of texts by dictionary (Coded): those that rows which are gone had.
using TextNumbers = std::array<std::set<std::int64_t>, 5>;

/// Takes rows out of the row tables and the segments, of undone imports too. Inside a transaction of the
/// caller's. Throws SQLite::Exception, DamagedRows.
class RowEraser {
public:
    /// @param words  what is replaced in the texts of rows that stay
    RowEraser(SQLite::Database& db, const IdFinder& words);

    /// Rows whose first column (the customer, the basket) is one of these. False where progress said stop.
    [[nodiscard]] bool erase(
        const BulkKind& kind, const std::set<std::int64_t>& first, const Progress& progress);

    /// How many went, by import.
    const std::map<std::int64_t, std::int64_t>& counts(const BulkKind& kind) const
    {
        return m_counts.at(&kind);
    }
    /// The texts that they had.
    const TextNumbers& texts() const { return m_texts; }
    /// Texts of rows that stay in which something was replaced.
    std::int64_t replacedTexts() const { return m_replaced; }

private:
    void eraseFromTable(const BulkKind& kind, const std::set<std::int64_t>& first);
    void replaceInTable(const BulkKind& kind);
    void eraseFromSegment(
        SegmentColumns& columns, const Segment& segment, const std::set<std::int64_t>& first);
    bool replaceTexts(std::vector<BulkRow>& rows);
    void note(const BulkKind& kind, const BulkRow& row);

    SQLite::Database& m_db;
    const IdFinder& m_words;
    std::map<const BulkKind*, std::map<std::int64_t, std::int64_t>> m_counts;
    TextNumbers m_texts;
    std::int64_t m_replaced = 0;
};

/// Leaves those numbers that no row uses, in the tables of bulk rows and what imports say of products and
/// customers; `withBaskets` counts basket lines as users, too. False where progress said stop. Throws
/// SQLite::Exception, DamagedRows.
[[nodiscard]] bool keepUnused(
    SQLite::Database& db, TextNumbers& numbers, const Progress& progress, bool withBaskets = true);

}
