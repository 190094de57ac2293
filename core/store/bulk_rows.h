// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/bulk_kind.h"
#include "store/segment_table.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace ow::store {

/// All rows of a kind that count at present, wherever they lie: the segments of great imports and the row
/// table of small ones. One customer's rows come by time, then import, then as they stood in the files. Reads
/// nothing until it is asked. Not thread-safe. Throws SQLite::Exception.
class BulkRows {
public:
    /// `keyOf` tells a customer's key by the number.
    BulkRows(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active,
        std::function<std::string_view(std::int64_t)> keyOf);

    /// One customer's rows; `out` is replaced.
    void of(std::int64_t customer, std::string_view key, std::vector<BulkRow>& out);

    /// Goes through customers in ascending order of their keys, faster than asking for one at a time.
    class Walk {
    public:
        /// From the first customer whose key is not below `from`.
        Walk(BulkRows& rows, std::string_view from);
        /// `out` is replaced. Each customer once, none left out who has rows.
        void of(std::int64_t customer, std::vector<BulkRow>& out);
        /// Only how many, for those whom the row table does not know.
        std::size_t count(std::int64_t customer);
        /// Throws where rows are left over: then some customer's were passed by, for the file is out of
        /// order.
        void checkEnd() const;

    private:
        BulkRows& m_rows;
        std::vector<RunCursor> m_cursors;
    };

    /// Calls fn with columns of each part of the rows, whatever their order: fn(values of columns, batch).
    /// Only parts that may hold rows where column `where` is `value`, but also others' rows among them.
    void scan(const std::vector<std::size_t>& columns, std::size_t where, std::int64_t value,
        const std::function<void(const std::vector<std::vector<std::int64_t>>&)>& fn);

    /// How many rows of the row table each customer has, in no particular order.
    void countTail(const std::function<void(std::int64_t customer, std::int64_t rows)>& fn);

private:
    const std::vector<SegmentRun>& runs();
    bool hasTail();
    void appendTail(std::int64_t customer, std::vector<BulkRow>& out);
    static void sort(std::vector<BulkRow>& rows);

    SQLite::Database& m_db;
    const BulkKind& m_kind;
    const ActiveBatches& m_active;
    std::function<std::string_view(std::int64_t)> m_keyOf;
    std::unique_ptr<std::vector<SegmentRun>> m_runs; ///< read when first needed
    std::unique_ptr<SQLite::Statement> m_tail; ///< null = not looked yet
    bool m_hasTail = false;
    SegmentColumns m_columns;
};

}
