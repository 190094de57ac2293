// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/bulk_kind.h"
#include "store/segment_builder.h"
#include "store/segment_table.h"
#include "store/sqlite.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace ow::store {

/// Finds rows of an import that the project has already: whole identical ones, counted. Where the active
/// imports have m of them and this one brings n, min(m, n) are known, over all its runs together; identical
/// rows of one import are nobody's duplicates. Exposures are identical where customer, time, offer, placement,
/// arm and experiment are; one whose outcomes differ is matched with one that nothing else is matched with,
/// and counted. Only blocks are read whose times overlap with the run's and
/// that hold one of its customers. Rows whose origin is 0 are never known. A row that has
/// an id was not found by it before it comes here: it is known only where an equal one came without an id.
/// Throws SQLite::Exception.
class KnownRows {
public:
    KnownRows(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active);

    /// Begins with a run. Its columns hold the file's numbers but for customers, who are places in
    /// `customers`. The rows must stay where they are until the end.
    void begin(const RowBuffer& rows, std::span<const KeyAndId> customers);
    /// Compares with some 8,192 rows that are there, or prepares that; false when there are no more. The
    /// customers may have become more, but those of before stand where they stood.
    bool step(std::span<const KeyAndId> customers);
    /// How many steps there may be.
    std::size_t stepsLeft() const;
    /// The run's known rows; all false before the end. Forgets about the run.
    std::vector<bool> end();
    /// Of all known rows of before: those that the project has with other outcomes.
    std::int64_t knownOtherwise() const { return m_knownOtherwise; }

private:
    struct Block {
        Segment segment;
        std::int64_t first = 0; ///< times
        std::int64_t last = 0;
        std::vector<bool> used; ///< its rows that a row of this import was compared equal to; empty = none
    };
    static constexpr std::uint32_t none = UINT32_MAX;

    static std::uint64_t unforeseen();

    void prepare();
    void beginIndex();
    void indexSome();
    std::uint64_t hashOf(const BulkRow& row) const;
    BulkRow rowAt(std::uint32_t i) const;
    bool isEqual(const BulkRow& a, std::uint32_t i) const;
    bool isSame(const BulkRow& a, std::uint32_t i) const;
    bool takeByKey(const BulkRow& there, std::uint32_t leader);
    bool hasId(std::uint32_t i) const { return (m_rows->origin(i) & originHasId) != 0; }
    std::uint32_t leaderOf(const BulkRow& row, std::uint64_t hash, bool hasId, std::size_t& slot) const;
    bool take(const BulkRow& there, std::uint64_t hash, bool hasId);
    bool isWanted(std::int64_t customer) const
    {
        return customer >= 0 && customer < std::int64_t(m_customers.size())
            && m_customers[std::size_t(customer)];
    }
    bool take(const BulkRow& there, std::int64_t batch);
    void compare(Block& block);
    bool compareTail();
    BulkRow tailRow(SQLite::Statement& s) const;
    void takeOfTail(SQLite::Statement& s);

    SQLite::Database& m_db;
    const BulkKind& m_kind;
    const ActiveBatches& m_active;
    SegmentColumns m_columns;
    /// Of the rows' hashes: who writes a file cannot make them all the same, and an import take hours.
    const std::uint64_t m_seed = unforeseen();
    const bool m_byKey = &m_kind == &exposureKind; ///< not all columns tell one row from others
    std::int64_t m_knownOtherwise = 0;
    bool m_prepared = false;
    std::vector<Block> m_blocks;
    std::vector<bool>
        m_identified; ///< by import: all of its rows have an id, so that another id is another row
    std::int64_t m_tailRows = 0; ///< of the row table, of active batches
    std::unordered_map<std::int64_t, std::vector<bool>> m_usedTail; ///< by seq / 8,192

    // The run.
    const RowBuffer* m_rows = nullptr;
    std::span<const KeyAndId> m_keys; ///< good during a call
    std::int64_t m_first = 0; ///< times
    std::int64_t m_last = 0;
    std::uint32_t m_toIndex = 0; ///< rows that are still to go into m_slots
    std::vector<std::size_t> m_open; ///< blocks that are still to be compared
    std::optional<SQLite::Statement> m_tail; ///< under way
    bool m_tailOpen = false;
    std::vector<bool> m_customers; ///< by number
    std::vector<std::int64_t> m_ids; ///< of the customers
    std::vector<std::uint64_t> m_hashes;
    std::vector<std::uint32_t> m_slots; ///< the first of equal rows
    std::vector<std::uint32_t> m_free; ///< by the first: one that is not known yet
    std::vector<std::uint32_t> m_next; ///< by row: the next of its equals
    std::vector<bool> m_known;
    std::vector<bool> m_otherwise; ///< known by its key, and not the same; for m_byKey only
    std::vector<ValueRun> m_groups;
    std::vector<BulkRow> m_there;
};

}
