// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segment_table.h"

#include "base/text.h"
#include "store/file_words.h"
#include "store/segment_sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sqlite3.h>

namespace ow::store {

namespace {

constexpr std::int64_t mostOfAnImport = 1'000'000'000'000; ///< rows; what says more is damaged
constexpr std::int64_t columnsPerSegment = 16; ///< a column's row has the id segment × 16 + column

std::int64_t columnId(std::int64_t segment, std::size_t column)
{
    return segment * columnsPerSegment + std::int64_t(column);
}

/// Whether the head is as it was written; what no program of ours writes is not, whatever its sum.
bool isWhole(const SegmentFacts& facts, std::int64_t checksum)
{
    return facts.id >= 1 && facts.id <= std::int64_t(1) << 58 && facts.rows >= 1
        && facts.rows <= std::int64_t(longestColumn) && facts.lastKey >= facts.firstKey
        && sumOf(facts) == checksum;
}

}

std::vector<std::int64_t> damagedHeads(SQLite::Database& db)
{
    SQLite::Statement s(db,
        "SELECT id, kind, batch, run, rows, columns, first_key, last_key, checksum FROM segment ORDER BY id");
    std::vector<std::int64_t> out;
    while (s.executeStep()) {
        const std::string kind = textOf(s.getColumn(1));
        const std::string firstKey = textOf(s.getColumn(6));
        const std::string lastKey = textOf(s.getColumn(7));
        if (!isWhole({ s.getColumn(0).getInt64(), kind, s.getColumn(2).getInt64(), s.getColumn(3).getInt64(),
                         s.getColumn(4).getInt64(), s.getColumn(5).getInt64(), firstKey, lastKey },
                s.getColumn(8).getInt64()))
            out.push_back(s.getColumn(0).getInt64());
    }
    return out;
}

std::vector<SegmentRun> readRuns(SQLite::Database& db, const BulkKind& kind, const ActiveBatches* active)
{
    if (!db.tableExists("segment"))
        return {}; // an older file, opened to be read
    SQLite::Statement s(db,
        "SELECT id, batch, run, rows, columns, first_key, last_key, checksum, kind FROM segment ORDER BY "
        "batch, "
        "run, id");
    std::vector<SegmentRun> out;
    while (s.executeStep()) {
        Segment segment { s.getColumn(0).getInt64(), s.getColumn(1).getInt64(), s.getColumn(2).getInt64(), 0,
            s.getColumn(4).getInt64(), textOf(s.getColumn(5)), textOf(s.getColumn(6)) };
        const std::int64_t rows = s.getColumn(3).getInt64();
        // Of every kind and import: what the head says of these may be what is wrong.
        const std::string itsKind = textOf(s.getColumn(8));
        if (!isWhole({ segment.id, itsKind, segment.batch, segment.run, rows, segment.columns,
                         segment.firstKey, segment.lastKey },
                s.getColumn(7).getInt64()))
            throw DamagedRows(
                fmt::format("A block of up to {} rows of a great import is damaged: the head of "
                            "segment {} in the table segment",
                    segmentRows, segment.id));
        if (itsKind != kind.name || (active != nullptr && !active->contains(segment.batch)))
            continue;
        segment.rows = std::size_t(rows);
        if (out.empty() || out.back().back().batch != segment.batch || out.back().back().run != segment.run)
            out.emplace_back();
        else if (segment.firstKey < out.back().back().lastKey)
            throw SQLite::Exception(fmt::format("segment {} is out of order", segment.id), SQLITE_CORRUPT);
        out.back().push_back(std::move(segment));
    }
    return out;
}

namespace {

/// What an import says that it brought, and what is there of it.
struct Brought {
    bool active = false;
    std::int64_t wanted = 0;
    std::int64_t inSegments = 0;

    /// What the row table should have: of small imports, and what a rescue put there.
    std::int64_t missing() const { return std::max<std::int64_t>(0, wanted - inSegments); }
};

std::map<std::int64_t, Brought> readBrought(
    SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active)
{
    std::map<std::int64_t, Brought> out;
    SQLite::Statement batches(db, fmt::format("SELECT id, {0} FROM batch WHERE {0} > 0", kind.counted));
    while (batches.executeStep()) {
        const std::int64_t id = batches.getColumn(0).getInt64();
        const std::int64_t wanted = std::min(batches.getColumn(1).getInt64(), mostOfAnImport);
        out[id] = { active.contains(id), wanted, 0 };
    }
    SQLite::Statement segments(db, "SELECT batch, rows FROM segment WHERE kind = ?");
    segments.bind(1, kind.name);
    while (segments.executeStep())
        if (const auto batch = out.find(segments.getColumn(0).getInt64()); batch != out.end())
            batch->second.inSegments += segments.getColumn(1).getInt64();
    return out;
}

/// A segment that is gone with its head leaves a trace only in what its import says that it brought, also
/// where it was the only one.
void checkComplete(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active)
{
    const auto brought = readBrought(db, kind, active);
    std::int64_t missing = 0;
    bool someAreIncomplete = false; // that have segments
    for (const auto& [id, batch] : brought) {
        missing += batch.missing();
        someAreIncomplete
            = someAreIncomplete || (batch.active && batch.inSegments > 0 && batch.missing() > 0);
    }
    // All of the row table at once, which is quick, before whose rows they are.
    if (missing == 0
        || (!someAreIncomplete
            && db.execAndGet(fmt::format("SELECT count(*) FROM {}", kind.name)).getInt64() >= missing))
        return;
    std::map<std::int64_t, std::int64_t> tail;
    SQLite::Statement rows(db, fmt::format("SELECT batch, count(*) FROM {} GROUP BY batch", kind.name));
    while (rows.executeStep())
        tail[rows.getColumn(0).getInt64()] = rows.getColumn(1).getInt64();
    for (const auto& [id, batch] : brought)
        if (const std::int64_t lost = batch.missing() - tail[id]; batch.active && lost > 0)
            throw DamagedRows(fmt::format("{} of {} are damaged: {} of {} rows are not there", kind.title,
                sourceOf(db, id), grouped(lost), grouped(batch.wanted)));
}

}

std::vector<SegmentRun> readActiveRuns(
    SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active)
{
    std::vector<SegmentRun> out = readRuns(db, kind, &active);
    if (db.tableExists("segment")) // not of an older file, opened to be read
        checkComplete(db, kind, active);
    return out;
}

SegmentWriter::SegmentWriter(SQLite::Database& db, const BulkKind& kind, std::int64_t batch)
    : m_kind(kind)
    , m_batch(batch)
    , m_nextId(db, "SELECT coalesce(max(id), 0) + 1 FROM segment")
    , m_head(db,
          "INSERT INTO segment(id, kind, batch, run, rows, columns, first_key, last_key, checksum) VALUES(?, "
          "?, ?, ?, ?, ?, ?, ?, ?)")
    , m_column(
          db, "INSERT INTO segment_column(id, low, high, data_sum, checksum, data) VALUES(?, ?, ?, ?, ?, ?)")
{
}

Segment SegmentWriter::write(std::int64_t run, const EncodedSegment& segment)
{
    m_nextId.executeStep();
    const std::int64_t id = m_nextId.getColumn(0).getInt64();
    m_nextId.reset();
    SegmentFacts head { id, m_kind.name, m_batch, run, std::int64_t(segment.rows), 0, segment.firstKey,
        segment.lastKey };
    for (const EncodedColumn& column : segment.columns) {
        head.columns |= std::int64_t(1) << column.column;
        const ColumnFacts facts { columnId(id, column.column), head.rows, column.low, column.high,
            sumOfBytes(column.bytes.data(), column.bytes.size()) };
        m_column.bind(1, facts.id);
        m_column.bind(2, facts.low);
        m_column.bind(3, facts.high);
        m_column.bind(4, facts.dataSum);
        m_column.bind(5, sumOf(facts));
        m_column.bindNoCopy(6, column.bytes.data(), int(column.bytes.size()));
        m_column.exec();
        m_column.reset();
    }
    m_head.bind(1, head.id);
    m_head.bind(2, m_kind.name);
    m_head.bind(3, head.batch);
    m_head.bind(4, head.run);
    m_head.bind(5, head.rows);
    m_head.bind(6, head.columns);
    bindText(m_head, 7, segment.firstKey);
    bindText(m_head, 8, segment.lastKey);
    m_head.bind(9, sumOf(head));
    m_head.exec();
    m_head.reset();
    return { head.id, head.batch, head.run, segment.rows, head.columns, segment.firstKey, segment.lastKey };
}

SegmentColumns::SegmentColumns(SQLite::Database& db, const BulkKind& kind)
    : m_kind(kind)
    , m_db(db)
{
}

void SegmentColumns::damaged(const Segment& segment, std::size_t column) const
{
    throw DamagedRows(fmt::format("{} of {} are damaged: {}, segment {} of the {}, column {} ({})",
        m_kind.title, sourceOf(m_db, segment.batch), counted(std::int64_t(segment.rows), "row", "rows"),
        segment.id, tableWords("segment_column"), column,
        column < m_kind.columns.size() ? m_kind.columns[column].name : "text"));
}

/// Whether the first four columns of a row of segment_column after the id are as they were written.
bool SegmentColumns::holds(const Segment& segment, std::size_t column, SQLite::Statement& s) const
{
    return sumOf({ columnId(segment.id, column), std::int64_t(segment.rows), s.getColumn(0).getInt64(),
               s.getColumn(1).getInt64(), s.getColumn(2).getInt64() })
        == s.getColumn(3).getInt64();
}

/// Good until the statement is reset, never empty.
std::string_view SegmentColumns::bytes(const Segment& segment, std::size_t column)
{
    if (!m_data)
        m_data.emplace(m_db, "SELECT low, high, data_sum, checksum, data FROM segment_column WHERE id = ?");
    m_data->reset();
    m_data->bind(1, columnId(segment.id, column));
    if (!m_data->executeStep() || !holds(segment, column, *m_data))
        damaged(segment, column);
    const SQLite::Column data = m_data->getColumn(4);
    const void* const begin = data.getBlob();
    const std::size_t size = std::size_t(data.getBytes());
    if (size == 0 || sumOfBytes(begin, size) != m_data->getColumn(2).getInt64())
        damaged(segment, column);
    return { static_cast<const char*>(begin), size };
}

std::pair<std::int64_t, std::int64_t> SegmentColumns::range(const Segment& segment, std::size_t column)
{
    if (!m_range)
        m_range.emplace(m_db, "SELECT low, high, data_sum, checksum FROM segment_column WHERE id = ?");
    m_range->reset();
    m_range->bind(1, columnId(segment.id, column));
    if (!m_range->executeStep() || !holds(segment, column, *m_range))
        damaged(segment, column);
    const std::pair out { m_range->getColumn(0).getInt64(), m_range->getColumn(1).getInt64() };
    m_range->reset();
    return out;
}

void SegmentColumns::read(const Segment& segment, std::size_t column, std::vector<std::int64_t>& out)
{
    out.resize(segment.rows);
    const bool good = decodeColumn(bytes(segment, column), segment.rows, out.data());
    m_data->reset();
    if (!good)
        damaged(segment, column);
}

void SegmentColumns::customers(const Segment& segment, std::vector<ValueRun>& out)
{
    const bool good = decodeRuns(bytes(segment, 0), segment.rows, out);
    m_data->reset();
    if (!good)
        damaged(segment, 0);
}

void SegmentColumns::texts(const Segment& segment, std::vector<std::string>& out)
{
    out.clear();
    if (!m_kind.hasText || !segment.has(textColumn))
        return;
    if (!decodeTexts(bytes(segment, textColumn), segment.rows, m_texts))
        damaged(segment, textColumn);
    out.assign(m_texts.begin(), m_texts.end());
    m_data->reset();
}

void SegmentColumns::rows(
    const Segment& segment, std::size_t begin, std::size_t end, std::vector<BulkRow>& out)
{
    const std::size_t old = out.size();
    const std::size_t count = end - begin;
    out.resize(old + count);
    const std::span part(out.data() + old, count);
    for (BulkRow& row : part)
        row.batch = segment.batch;
    m_values.resize(count);
    for (std::size_t c = 0; c < m_kind.columns.size(); ++c) {
        if (!decodeRange(bytes(segment, c), segment.rows, begin, count, m_values.data()))
            damaged(segment, c);
        for (std::size_t i = 0; i < count; ++i)
            part[i].values[c] = m_values[i];
    }
    if (m_kind.hasText && segment.has(textColumn)) {
        if (!decodeTexts(bytes(segment, textColumn), segment.rows, m_texts))
            damaged(segment, textColumn);
        for (std::size_t i = 0; i < count; ++i)
            part[i].text = m_texts[begin + i];
    }
    m_data->reset();
}

RunCursor::RunCursor(SegmentColumns& columns, const SegmentRun& run)
    : m_run(run)
    , m_columns(columns)
    , m_values(columns.kind().columns.size())
{
    load(0);
}

void RunCursor::load(std::size_t segment)
{
    m_segment = segment;
    m_group = 0;
    m_groups.clear();
    m_loaded = false;
    if (segment < m_run.size())
        m_columns.customers(m_run[segment], m_groups);
}

void RunCursor::seek(std::string_view key, const std::function<std::string_view(std::int64_t)>& keyOf)
{
    const auto at = std::ranges::lower_bound(
        m_run, key, {}, [](const Segment& s) -> std::string_view { return s.lastKey; });
    load(std::size_t(at - m_run.begin()));
    const auto group
        = std::ranges::lower_bound(m_groups, key, {}, [&](const ValueRun& run) { return keyOf(run.value); });
    m_group = std::size_t(group - m_groups.begin());
    if (m_group == m_groups.size() && !m_groups.empty())
        load(m_segment + 1); // only where a segment's last key is not its last customer's
}

void RunCursor::loadValues()
{
    for (std::size_t c = 0; c < m_values.size(); ++c)
        m_columns.read(m_run[m_segment], c, m_values[c]);
    m_columns.texts(m_run[m_segment], m_texts);
    m_loaded = true;
}

void RunCursor::take(std::vector<BulkRow>& out)
{
    const std::int64_t who = customer();
    while (customer() == who && who != -1) {
        if (!m_loaded)
            loadValues();
        const ValueRun& group = m_groups[m_group];
        for (std::size_t i = group.begin; i < group.end; ++i) {
            BulkRow& row = out.emplace_back();
            row.batch = m_run[m_segment].batch;
            for (std::size_t c = 0; c < m_values.size(); ++c)
                row.values[c] = m_values[c][i];
            if (!m_texts.empty())
                row.text = m_texts[i];
        }
        if (++m_group == m_groups.size())
            load(m_segment + 1);
    }
}

std::size_t RunCursor::skip()
{
    const std::int64_t who = customer();
    std::size_t rows = 0;
    while (customer() == who && who != -1) {
        rows += m_groups[m_group].end - m_groups[m_group].begin;
        if (++m_group == m_groups.size())
            load(m_segment + 1);
    }
    return rows;
}

void appendRowsOf(std::int64_t customer, std::string_view key, const SegmentRun& run, SegmentColumns& columns,
    std::vector<BulkRow>& out)
{
    auto at = std::ranges::lower_bound(
        run, key, {}, [](const Segment& s) -> std::string_view { return s.lastKey; });
    std::vector<ValueRun> groups;
    for (; at != run.end() && at->firstKey <= key; ++at) {
        columns.customers(*at, groups);
        for (const ValueRun& group : groups)
            if (group.value == customer)
                columns.rows(*at, group.begin, group.end, out);
    }
}

}
