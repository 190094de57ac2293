// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_blocks.h"
#include "store/list_query.h"
#include "store/row_query.h"

#include <cstdint>
#include <vector>

namespace ow::store {

/// Answers row queries on one state of the data. What it read once for an answer (heads, the order of
/// customers) it keeps: 4 bytes a customer, 12 a row of the row tables. Not thread-safe. Throws
/// SQLite::Exception.
class RowFinder {
public:
    RowFinder(SQLite::Database& db, const ActiveBatches& active, AttributesOf attributesOf);

    /// Errors: Cancelled, Unsupported.
    [[nodiscard]] Result<RowSet> find(const RowQuery& query, const Counts& counts, const Progress& progress);

    /// Rows first … first + limit - 1 of the answer, as far as there are any. Errors: Conflict (of another
    /// state).
    [[nodiscard]] Result<std::vector<std::uint32_t>> part(
        const RowSet& set, RowTable table, std::int64_t first, std::int64_t limit);
    /// Of events, exposures and baskets.
    BulkBlocks& blocks(RowTable table);

private:
    std::uint64_t stateOf(RowTable table);
    [[nodiscard]] Result<std::vector<std::uint32_t>> findRows(const RowQuery& query, QuerySteps& steps);

    SQLite::Database& m_db;
    const ActiveBatches& m_active;
    AttributesOf m_attributesOf;
    BulkBlocks m_events;
    BulkBlocks m_exposures;
    BulkBlocks m_baskets;
    std::vector<std::uint32_t> m_ranks; ///< of customers; empty = not asked for yet
};

}
