// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <sqlite3.h>
#include <tuple>

namespace ow::store {

BulkRows::BulkRows(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active,
    std::function<std::string_view(std::int64_t)> keyOf)
    : m_db(db)
    , m_kind(kind)
    , m_active(active)
    , m_keyOf(std::move(keyOf))
    , m_columns(db, kind)
{
}

const std::vector<SegmentRun>& BulkRows::runs()
{
    if (!m_runs)
        m_runs = std::make_unique<std::vector<SegmentRun>>(readActiveRuns(m_db, m_kind, m_active));
    return *m_runs;
}

bool BulkRows::hasTail()
{
    if (!m_tail) {
        m_hasTail
            = m_db.execAndGet(fmt::format("SELECT EXISTS(SELECT 1 FROM {})", m_kind.name)).getInt() != 0;
        m_tail = std::make_unique<SQLite::Statement>(m_db,
            fmt::format("SELECT batch, {}, {} FROM {} WHERE customer = ? ORDER BY at, seq", m_kind.select,
                m_kind.hasText ? "text" : "NULL", m_kind.name));
    }
    return m_hasTail;
}

void BulkRows::appendTail(std::int64_t customer, std::vector<BulkRow>& out)
{
    if (!hasTail())
        return;
    m_tail->bind(1, customer);
    while (m_tail->executeStep()) {
        const std::int64_t batch = m_tail->getColumn(0).getInt64();
        if (!m_active.contains(batch))
            continue;
        BulkRow& row = out.emplace_back();
        row.batch = batch;
        for (std::size_t c = 0; c < m_kind.columns.size(); ++c)
            row.values[c] = m_tail->getColumn(int(c) + 1).getInt64();
        if (const SQLite::Column text = m_tail->getColumn(int(m_kind.columns.size()) + 1); !text.isNull())
            row.text = textOf(text);
    }
    m_tail->reset();
}

/// Each source gave its rows in order, and those of one batch come from one source or from runs that were
/// asked in their order: a stable sort by time and batch is all that is missing.
void BulkRows::sort(std::vector<BulkRow>& rows)
{
    const auto when = [](const BulkRow& row) { return std::pair(row.values[1], row.batch); };
    if (!std::ranges::is_sorted(rows, {}, when))
        std::ranges::stable_sort(rows, {}, when);
}

void BulkRows::of(std::int64_t customer, std::string_view key, std::vector<BulkRow>& out)
{
    out.clear();
    for (const SegmentRun& run : runs())
        appendRowsOf(customer, key, run, m_columns, out);
    appendTail(customer, out);
    sort(out);
}

BulkRows::Walk::Walk(BulkRows& rows, std::string_view from)
    : m_rows(rows)
{
    m_cursors.reserve(rows.runs().size());
    for (const SegmentRun& run : rows.runs()) {
        m_cursors.emplace_back(rows.m_columns, run);
        if (!from.empty())
            m_cursors.back().seek(from, rows.m_keyOf);
    }
}

void BulkRows::Walk::of(std::int64_t customer, std::vector<BulkRow>& out)
{
    out.clear();
    for (RunCursor& cursor : m_cursors)
        if (cursor.customer() == customer)
            cursor.take(out);
    m_rows.appendTail(customer, out);
    sort(out);
}

std::size_t BulkRows::Walk::count(std::int64_t customer)
{
    std::size_t rows = 0;
    for (RunCursor& cursor : m_cursors)
        if (cursor.customer() == customer)
            rows += cursor.skip();
    return rows;
}

void BulkRows::Walk::checkEnd() const
{
    for (const RunCursor& cursor : m_cursors)
        if (cursor.customer() != -1)
            throw SQLite::Exception(
                fmt::format("the segments of the {} table are out of order", m_rows.m_kind.name),
                SQLITE_CORRUPT);
}

void BulkRows::scan(const std::vector<std::size_t>& columns, std::size_t where, std::int64_t value,
    const std::function<void(const std::vector<std::vector<std::int64_t>>&)>& fn)
{
    std::vector<std::vector<std::int64_t>> values(columns.size());
    for (const SegmentRun& run : runs())
        for (const Segment& segment : run) {
            const auto [low, high] = m_columns.range(segment, where);
            if (value < low || value > high)
                continue;
            for (std::size_t i = 0; i < columns.size(); ++i)
                m_columns.read(segment, columns[i], values[i]);
            fn(values);
        }
    if (!hasTail())
        return;
    for (auto& column : values)
        column.clear();
    SQLite::Statement s(m_db,
        fmt::format(
            "SELECT batch, {} FROM {} WHERE {} = ?", m_kind.select, m_kind.name, m_kind.columns[where].name));
    s.bind(1, value);
    while (true) {
        const bool more = s.executeStep();
        if (!values[0].empty() && (!more || values[0].size() == segmentRows)) {
            fn(values);
            for (auto& column : values)
                column.clear();
        }
        if (!more)
            return;
        if (m_active.contains(s.getColumn(0).getInt64()))
            for (std::size_t i = 0; i < columns.size(); ++i)
                values[i].push_back(s.getColumn(int(columns[i]) + 1).getInt64());
    }
}

void BulkRows::countTail(const std::function<void(std::int64_t, std::int64_t)>& fn)
{
    if (!hasTail())
        return;
    SQLite::Statement s(m_db,
        fmt::format("SELECT customer, count(*) FROM {} {} GROUP BY customer", m_kind.name,
            m_active.all() ? "" : "WHERE batch IN (SELECT id FROM batch WHERE active)"));
    while (s.executeStep())
        fn(s.getColumn(0).getInt64(), s.getColumn(1).getInt64());
}

}
