// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segment_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <sqlite3.h>

namespace ow::store {

namespace {

constexpr std::int64_t columnsPerSegment = 16; ///< a column's row has the id segment × 16 + column

std::int64_t columnId(std::int64_t segment, std::size_t column)
{
    return segment * columnsPerSegment + std::int64_t(column);
}

Segment segmentOf(SQLite::Statement& s)
{
    Segment out { s.getColumn(0).getInt64(), s.getColumn(1).getInt64(), s.getColumn(2).getInt64(), 0,
        textOf(s.getColumn(4)), textOf(s.getColumn(5)) };
    const std::int64_t rows = s.getColumn(3).getInt64();
    if (out.id < 1 || out.id > std::int64_t(1) << 58 || rows < 1 || rows > std::int64_t(longestColumn)
        || out.lastKey < out.firstKey)
        throw SQLite::Exception(
            fmt::format("segment {} says impossible things of itself", out.id), SQLITE_CORRUPT);
    out.rows = std::size_t(rows);
    return out;
}

}

std::vector<SegmentRun> readRuns(SQLite::Database& db, const BulkKind& kind, const ActiveBatches* active)
{
    if (!db.tableExists("segment"))
        return {}; // an older file, opened to be read
    SQLite::Statement s(db,
        "SELECT id, batch, run, rows, first_key, last_key FROM segment WHERE kind = ? ORDER BY batch, run, "
        "id");
    s.bind(1, kind.name);
    std::vector<SegmentRun> out;
    while (s.executeStep()) {
        if (active != nullptr && !active->contains(s.getColumn(1).getInt64()))
            continue;
        Segment segment = segmentOf(s);
        if (out.empty() || out.back().back().batch != segment.batch || out.back().back().run != segment.run)
            out.emplace_back();
        else if (segment.firstKey < out.back().back().lastKey)
            throw SQLite::Exception(fmt::format("segment {} is out of order", segment.id), SQLITE_CORRUPT);
        out.back().push_back(std::move(segment));
    }
    return out;
}

SegmentWriter::SegmentWriter(SQLite::Database& db, const BulkKind& kind, std::int64_t batch)
    : m_db(db)
    , m_kind(kind)
    , m_batch(batch)
    , m_head(db, "INSERT INTO segment(kind, batch, run, rows, first_key, last_key) VALUES(?, ?, ?, ?, ?, ?)")
    , m_column(db, "INSERT INTO segment_column(id, low, high, data) VALUES(?, ?, ?, ?)")
{
}

void SegmentWriter::write(std::int64_t run, const EncodedSegment& segment)
{
    m_head.bind(1, m_kind.name);
    m_head.bind(2, m_batch);
    m_head.bind(3, run);
    m_head.bind(4, std::int64_t(segment.rows));
    bindText(m_head, 5, segment.firstKey);
    bindText(m_head, 6, segment.lastKey);
    m_head.exec();
    m_head.reset();
    const std::int64_t id = m_db.getLastInsertRowid();
    for (const EncodedColumn& column : segment.columns) {
        m_column.bind(1, columnId(id, column.column));
        m_column.bind(2, column.low);
        m_column.bind(3, column.high);
        m_column.bindNoCopy(4, column.bytes.data(), int(column.bytes.size()));
        m_column.exec();
        m_column.reset();
    }
}

SegmentColumns::SegmentColumns(SQLite::Database& db, const BulkKind& kind)
    : m_kind(kind)
    , m_db(db)
{
}

void SegmentColumns::damaged(const Segment& segment, std::size_t column) const
{
    throw SQLite::Exception(
        fmt::format("column {} of {} segment {} is damaged", column, m_kind.name, segment.id),
        SQLITE_CORRUPT);
}

/// Good until the statement is reset; empty where there is no such column.
std::string_view SegmentColumns::bytes(const Segment& segment, std::size_t column)
{
    if (!m_data)
        m_data.emplace(m_db, "SELECT data FROM segment_column WHERE id = ?");
    m_data->reset();
    m_data->bind(1, columnId(segment.id, column));
    if (!m_data->executeStep())
        return {};
    const SQLite::Column data = m_data->getColumn(0);
    const void* const begin = data.getBlob();
    return { static_cast<const char*>(begin), std::size_t(data.getBytes()) };
}

std::pair<std::int64_t, std::int64_t> SegmentColumns::range(const Segment& segment, std::size_t column)
{
    if (!m_range)
        m_range.emplace(m_db, "SELECT low, high FROM segment_column WHERE id = ?");
    m_range->reset();
    m_range->bind(1, columnId(segment.id, column));
    if (!m_range->executeStep())
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
    if (!m_kind.hasText)
        return;
    if (const std::string_view data = bytes(segment, textColumn); !data.empty()) {
        if (!decodeTexts(data, segment.rows, m_texts))
            damaged(segment, textColumn);
        out.assign(m_texts.begin(), m_texts.end());
    }
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
    if (m_kind.hasText) {
        if (const std::string_view data = bytes(segment, textColumn); !data.empty()) {
            if (!decodeTexts(data, segment.rows, m_texts))
                damaged(segment, textColumn);
            for (std::size_t i = 0; i < count; ++i)
                part[i].text = m_texts[begin + i];
        }
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
