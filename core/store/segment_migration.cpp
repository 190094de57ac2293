// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segment_migration.h"

#include "store/bulk_kind.h"
#include "store/column_codec.h"
#include "store/damaged_rows.h"
#include "store/segment_sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::store {

namespace {

// {} is what the tables' names end in.
constexpr const char* version2 = R"sql(
CREATE TABLE segment{0}(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL,         -- 'event' or 'exposure'
  batch INTEGER NOT NULL, run INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  first_key TEXT NOT NULL, last_key TEXT NOT NULL     -- of the first and the last customer in it
  ) STRICT;
CREATE TABLE segment_column{0}(
  id INTEGER PRIMARY KEY,                             -- segment * 16 + number of the column
  low INTEGER NOT NULL, high INTEGER NOT NULL,        -- the smallest and the greatest value
  data BLOB NOT NULL) STRICT;
)sql";

constexpr const char* version3 = R"sql(
-- Events, exposures and basket lines of great imports: blocks of rows (docs/architecture/bulk-data.md). The segments of
-- one run, in the order of their ids, are sorted by the customers' keys and by time, or by basket and sku.
CREATE TABLE segment(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL,         -- 'event', 'exposure' or 'basket_line'
  batch INTEGER NOT NULL, run INTEGER NOT NULL,
  rows INTEGER NOT NULL, columns INTEGER NOT NULL,    -- bit i: it has column i
  first_key TEXT NOT NULL, last_key TEXT NOT NULL,    -- of the first and the last customer in it; '' of baskets
  checksum INTEGER NOT NULL) STRICT;                  -- of all that (segment_sums.h)
CREATE TABLE segment_column(
  id INTEGER PRIMARY KEY,                             -- segment * 16 + number of the column
  low INTEGER NOT NULL, high INTEGER NOT NULL,        -- the smallest and the greatest value
  data_sum INTEGER NOT NULL,                          -- checksum of data
  checksum INTEGER NOT NULL,                          -- of the others and the segment's rows, so that they hold alone
  data BLOB NOT NULL) STRICT;
)sql";

struct OlderHead {
    std::int64_t id = 0;
    std::string kind;
    std::int64_t batch = 0, run = 0, rows = 0;
    std::string firstKey, lastKey;
};

struct OlderColumn {
    std::size_t number = 0;
    std::int64_t low = 0, high = 0;
    std::string bytes;
};

const BulkKind* kindOf(const OlderHead& head)
{
    for (const BulkKind* kind : bulkKinds)
        if (head.kind == kind->name)
            return kind;
    return nullptr;
}

bool isSound(const OlderColumn& column, std::int64_t rows)
{
    if (column.number == textColumn) {
        std::vector<std::string_view> texts;
        return decodeTexts(column.bytes, std::size_t(rows), texts);
    }
    std::vector<std::int64_t> values(static_cast<std::size_t>(rows));
    if (!decodeColumn(column.bytes, values.size(), values.data()))
        return false;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return *low == column.low && *high == column.high;
}

/// The first thing that is wrong with a segment; empty where nothing is.
std::string faultOf(const OlderHead& head, const std::vector<OlderColumn>& columns)
{
    const BulkKind* const kind = kindOf(head);
    if (kind == nullptr || head.rows < 1 || head.rows > std::int64_t(longestColumn)
        || head.lastKey < head.firstKey)
        return "its head";
    std::size_t found = 0;
    for (const OlderColumn& column : columns) {
        if (!isSound(column, head.rows))
            return fmt::format("column {}", column.number);
        found += column.number < kind->columns.size() ? 1U : 0U;
    }
    return found == kind->columns.size() ? "" : "a column is missing";
}

/// Takes segments of version 2 one by one, so that the file hardly grows: what was taken is free for the
/// next.
class Taker {
public:
    Taker(SQLite::Database& db, DamagedBlocks damaged)
        : m_db(db)
        , m_damaged(damaged)
    {
    }

    void run()
    {
        for (const OlderHead& head : heads()) {
            const auto columns = columnsOf(head.id);
            if (m_damaged == DamagedBlocks::Refuse)
                refuseDamaged(head, columns);
            m_remove.bind(1, head.id * 16);
            m_remove.exec();
            m_remove.reset();
            write(head, columns);
        }
    }

private:
    void refuseDamaged(const OlderHead& head, const std::vector<OlderColumn>& columns)
    {
        if (const std::string fault = faultOf(head, columns); !fault.empty())
            throw DamagedRows(fmt::format(
                "Rows of {} are damaged: segment {}, {}", sourceOf(m_db, head.batch), head.id, fault));
    }

    std::vector<OlderHead> heads()
    {
        SQLite::Statement s(
            m_db, "SELECT id, kind, batch, run, rows, first_key, last_key FROM segment_2 ORDER BY id");
        std::vector<OlderHead> out;
        while (s.executeStep())
            out.push_back({ s.getColumn(0).getInt64(), textOf(s.getColumn(1)), s.getColumn(2).getInt64(),
                s.getColumn(3).getInt64(), s.getColumn(4).getInt64(), textOf(s.getColumn(5)),
                textOf(s.getColumn(6)) });
        // What is no number of ours has no columns, and would not fit into one.
        std::erase_if(out, [](const OlderHead& h) { return h.id < 1 || h.id > std::int64_t(1) << 58; });
        return out;
    }

    std::vector<OlderColumn> columnsOf(std::int64_t segment)
    {
        std::vector<OlderColumn> out;
        m_columns.bind(1, segment * 16);
        while (m_columns.executeStep()) {
            const SQLite::Column data = m_columns.getColumn(3);
            OlderColumn& column = out.emplace_back();
            column.number = std::size_t(m_columns.getColumn(0).getInt64() - segment * 16);
            column.low = m_columns.getColumn(1).getInt64();
            column.high = m_columns.getColumn(2).getInt64();
            if (const void* const bytes = data.getBlob(); bytes != nullptr)
                column.bytes.assign(static_cast<const char*>(bytes), std::size_t(data.getBytes()));
        }
        m_columns.reset();
        return out;
    }

    void write(const OlderHead& head, const std::vector<OlderColumn>& columns)
    {
        std::int64_t bits = 0;
        for (const OlderColumn& column : columns) {
            bits |= std::int64_t(1) << column.number;
            const ColumnFacts facts { head.id * 16 + std::int64_t(column.number), head.rows, column.low,
                column.high, sumOfBytes(column.bytes.data(), column.bytes.size()) };
            m_column.bind(1, facts.id);
            m_column.bind(2, facts.low);
            m_column.bind(3, facts.high);
            m_column.bind(4, facts.dataSum);
            m_column.bind(5, sumOf(facts));
            m_column.bind(6, column.bytes.data(), int(column.bytes.size()));
            m_column.exec();
            m_column.reset();
        }
        m_head.bind(1, head.id);
        m_head.bind(2, head.kind);
        m_head.bind(3, head.batch);
        m_head.bind(4, head.run);
        m_head.bind(5, head.rows);
        m_head.bind(6, bits);
        m_head.bind(7, head.firstKey);
        m_head.bind(8, head.lastKey);
        m_head.bind(9,
            sumOf(SegmentFacts {
                head.id, head.kind, head.batch, head.run, head.rows, bits, head.firstKey, head.lastKey }));
        m_head.exec();
        m_head.reset();
    }

    SQLite::Database& m_db;
    DamagedBlocks m_damaged;
    SQLite::Statement m_columns { m_db,
        "SELECT id, low, high, data FROM segment_column_2 WHERE id BETWEEN ?1 AND ?1 + 15 ORDER BY id" };
    SQLite::Statement m_remove { m_db, "DELETE FROM segment_column_2 WHERE id BETWEEN ?1 AND ?1 + 15" };
    // Only of a damaged file there may be one of the number already.
    SQLite::Statement m_head { m_db,
        "INSERT OR IGNORE INTO segment(id, kind, batch, run, rows, columns, first_key, last_key, checksum) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)" };
    SQLite::Statement m_column { m_db,
        "INSERT OR IGNORE INTO segment_column(id, low, high, data_sum, checksum, data) VALUES(?, ?, ?, ?, ?, "
        "?)" };
};

}

void createSegmentsOfVersion2(SQLite::Database& db) { db.exec(fmt::format(fmt::runtime(version2), "")); }

void createOlderSegmentsBeside(SQLite::Database& db) { db.exec(fmt::format(fmt::runtime(version2), "_2")); }

void takeOlderSegments(SQLite::Database& db, DamagedBlocks damaged)
{
    Taker(db, damaged).run();
    db.exec("DROP TABLE segment_column_2; DROP TABLE segment_2");
}

void bringSegmentsToVersion3(SQLite::Database& db)
{
    if (db.execAndGet("SELECT count(*) FROM pragma_table_info('segment') WHERE name = 'checksum'").getInt()
        > 0)
        return;
    if (db.execAndGet("SELECT EXISTS(SELECT 1 FROM segment)").getInt() == 0) {
        // In this order the new ones begin on the pages of the old, where a rescue looks for them.
        db.exec("DROP TABLE segment_column; DROP TABLE segment");
        db.exec(version3);
        return;
    }
    db.exec("ALTER TABLE segment RENAME TO segment_2; ALTER TABLE segment_column RENAME TO segment_column_2");
    db.exec(version3);
    takeOlderSegments(db, DamagedBlocks::Refuse);
}

}
