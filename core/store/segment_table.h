// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/batches.h"
#include "store/bulk_kind.h"
#include "store/column_codec.h"
#include "store/damaged_rows.h"
#include "store/segment_builder.h"
#include "store/sqlite.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// A block of rows of one import, sorted by the customers' keys and times.
struct Segment {
    std::int64_t id = 0;
    std::int64_t batch = 0;
    std::int64_t run = 0;
    std::size_t rows = 0;
    std::int64_t columns = 0; ///< bit i: it has column i
    std::string firstKey;
    std::string lastKey;

    bool has(std::size_t column) const { return (columns >> column & 1) != 0; }
};

/// Segments that continue each other: rows in one order from the first to the last. Never empty.
using SegmentRun = std::vector<Segment>;

/// The runs of active batches (null: of all), earlier batches first. Throws SQLite::Exception, DamagedRows
/// where a segment's head is not as it was written.
std::vector<SegmentRun> readRuns(SQLite::Database& db, const BulkKind& kind, const ActiveBatches* active);

/// Those of active batches, of which no segment is missing: DamagedRows where an import has fewer rows than
/// it brought.
std::vector<SegmentRun> readActiveRuns(
    SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active);

/// Segments whose head is not as it was written. Throws SQLite::Exception.
std::vector<std::int64_t> damagedHeads(SQLite::Database& db);

/// Writes segments. Throws SQLite::Exception.
class SegmentWriter {
public:
    SegmentWriter(SQLite::Database& db, const BulkKind& kind, std::int64_t batch);

    /// Numbers of runs go up.
    Segment write(std::int64_t run, const EncodedSegment& segment);

private:
    const BulkKind& m_kind;
    std::int64_t m_batch;
    SQLite::Statement m_nextId;
    SQLite::Statement m_head;
    SQLite::Statement m_column;
};

/// Reads columns of segments. Throws SQLite::Exception, DamagedRows where bytes are not those that were
/// written.
class SegmentColumns {
public:
    SegmentColumns(SQLite::Database& db, const BulkKind& kind);

    const BulkKind& kind() const { return m_kind; }

    /// The smallest and the greatest value of a column.
    std::pair<std::int64_t, std::int64_t> range(const Segment& segment, std::size_t column);
    void read(const Segment& segment, std::size_t column, std::vector<std::int64_t>& out);
    /// Column 0: customers, or baskets.
    void customers(const Segment& segment, std::vector<ValueRun>& out);
    /// Empty where the segment has no texts.
    void texts(const Segment& segment, std::vector<std::string>& out);
    /// Appends rows begin … end - 1, with batch.
    void rows(const Segment& segment, std::size_t begin, std::size_t end, std::vector<BulkRow>& out);

private:
    std::string_view bytes(const Segment& segment, std::size_t column);
    bool holds(const Segment& segment, std::size_t column, SQLite::Statement& statement) const;
    [[noreturn]] void damaged(const Segment& segment, std::size_t column) const;

    const BulkKind& m_kind;
    SQLite::Database& m_db;
    std::optional<SQLite::Statement> m_data; ///< made when needed: an older file has no segments
    std::optional<SQLite::Statement> m_range;
    std::vector<std::int64_t> m_values;
    std::vector<std::string_view> m_texts;
};

/// Goes through a run customer by customer.
class RunCursor {
public:
    RunCursor(SegmentColumns& columns, const SegmentRun& run);

    /// To the first customer whose key is not below `key`. `keyOf` tells the key of a customer's number.
    void seek(std::string_view key, const std::function<std::string_view(std::int64_t)>& keyOf);
    /// The customer whose rows come next; -1 behind the last.
    std::int64_t customer() const { return m_group < m_groups.size() ? m_groups[m_group].value : -1; }
    /// Appends the customer's rows and goes on to the next.
    void take(std::vector<BulkRow>& out);
    /// Goes on to the next customer, and tells how many rows this one had.
    std::size_t skip();

private:
    void load(std::size_t segment);
    void loadValues();

    const SegmentRun& m_run;
    SegmentColumns& m_columns;
    std::size_t m_segment = 0;
    std::vector<ValueRun> m_groups; ///< of the segment; empty behind the last
    std::size_t m_group = 0;
    bool m_loaded = false;
    std::vector<std::vector<std::int64_t>> m_values; ///< the segment's columns, once they are wanted
    std::vector<std::string> m_texts; ///< likewise; empty where there are none
};

/// Appends what a run has of one customer. Costs one segment's unpacking at most, usually.
void appendRowsOf(std::int64_t customer, std::string_view key, const SegmentRun& run, SegmentColumns& columns,
    std::vector<BulkRow>& out);

}
