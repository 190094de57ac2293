// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/bulk_kind.h"
#include "store/query_steps.h"
#include "store/segment_table.h"
#include "store/sqlite.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace ow::store {

/// All rows of a kind that count at present as blocks of up to 8,192, each row with a place from 0 on: the
/// segments as they lie in the file, then what the row table holds, packed the same way in memory (12 bytes a
/// row). Rows of a run, and those of the row table, are sorted by the customer's key and time (lines of
/// baskets by their numbers). Not thread-safe. Throws SQLite::Exception, DamagedRows.
class BulkBlocks {
public:
    struct Block {
        Segment segment; ///< id 0: of the row table
        std::size_t first = 0; ///< place of its first row
        std::size_t run = 0;
        std::size_t packed = 0; ///< of the row table: which
    };

    BulkBlocks(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active);

    /// Reads heads and the row table, once; the others do it where it was not done. Throws QueryStopped.
    void load(QuerySteps& steps);
    void load();

    const BulkKind& kind() const { return m_kind; }
    const std::vector<Block>& blocks() const { return m_blocks; }
    std::size_t rows() const { return m_rows; }
    std::size_t runs() const { return m_runs; }
    /// Of the rows that there are; the same of every reader that sees the same.
    std::uint64_t state() const { return m_state; }

    /// The smallest and the greatest value.
    std::pair<std::int64_t, std::int64_t> range(const Block& block, std::size_t column);
    void read(const Block& block, std::size_t column, std::vector<std::int64_t>& out);
    /// The import of each row; empty where all are of segment.batch.
    void batches(const Block& block, std::vector<std::int64_t>& out);
    bool hasTexts(const Block& block) const { return m_kind.hasText && block.segment.has(textColumn); }
    /// Empty where there are none.
    void texts(const Block& block, std::vector<std::string>& out);

    /// Rows at these places, in that order. Costs the unpacking of each block that has one of them.
    std::vector<BulkRow> rowsAt(std::span<const std::uint32_t> places);

private:
    struct Packed {
        std::vector<std::string> columns; ///< those of the kind, then the import
        std::vector<std::pair<std::int64_t, std::int64_t>> ranges;
        std::string texts;
    };
    struct Unpacked {
        std::vector<std::vector<std::int64_t>> columns;
        std::vector<std::int64_t> batches;
        std::vector<std::string> texts;
    };

    void addSegments();
    void addTail(QuerySteps& steps);
    void pack(Unpacked& rows);
    void addBlock(Block block);
    void unpack(const Block& block, Unpacked& out);

    SQLite::Database& m_db;
    const BulkKind& m_kind;
    const ActiveBatches& m_active;
    SegmentColumns m_columns;
    bool m_loaded = false;
    std::vector<Block> m_blocks;
    std::vector<Packed> m_packed;
    std::size_t m_rows = 0;
    std::size_t m_runs = 0;
    std::uint64_t m_state = 0;
};

}
