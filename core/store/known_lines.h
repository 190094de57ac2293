// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/line_groups.h"
#include "store/segment_table.h"
#include "store/sqlite.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace ow::store {

/// Which of many lines of baskets the project has already. Only blocks are read in whose range of baskets a
/// line lies: new baskets have greater numbers than all before, so that they cost nothing. Throws
/// SQLite::Exception.
class KnownLines {
public:
    KnownLines(SQLite::Database& db, const ActiveBatches& active);

    /// A block that this import has written, with its first and last basket.
    void add(const Segment& segment, std::int64_t first, std::int64_t last);
    /// Sets known[i] where line i is there. The lines ascend. Baskets above `lastOld` are not in the row
    /// table.
    void mark(std::span<const LineKey> lines, std::int64_t lastOld, std::vector<bool>& known);

private:
    struct Block {
        Segment segment;
        std::int64_t first = 0;
        std::int64_t last = 0;
    };
    void prepare();
    void markIn(
        const Block& block, std::span<const LineKey> lines, std::size_t begin, std::vector<bool>& known);
    void markRows(std::span<const LineKey> lines, std::int64_t lastOld, std::vector<bool>& known);

    SQLite::Database& m_db;
    const ActiveBatches& m_active;
    SegmentColumns m_columns;
    std::vector<Block> m_blocks;
    std::unique_ptr<SQLite::Statement> m_row; ///< of the row table; null where that is empty
    bool m_prepared = false;
    std::vector<ValueRun> m_baskets;
    std::vector<std::int64_t> m_skus;
};

}
