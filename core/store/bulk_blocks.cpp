// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_blocks.h"

#include "store/column_codec.h"
#include "store/segment_builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

namespace ow::store {

namespace {

/// Up to so many rows of the row table are sorted; more are looked up customer by customer, in the order of
/// keys.
constexpr std::int64_t sortedTail = 200'000;
/// From so many rows of a block on it is unpacked as a whole.
constexpr std::size_t fewRows = 3;

void mix(std::uint64_t& state, std::int64_t value)
{
    state = (state ^ std::uint64_t(value)) * 0x9E3779B97F4A7C15ULL;
    state ^= state >> 29;
}

std::string tailQuery(const BulkKind& kind, std::int64_t rows)
{
    const std::string columns = fmt::format("{}, {}", kind.select, kind.hasText ? "text" : "NULL");
    if (kind.columns.size() == basketKind.columns.size())
        return fmt::format("SELECT batch, {} FROM {} ORDER BY basket, sku, batch", columns, kind.name);
    if (rows <= sortedTail)
        return fmt::format(
            "SELECT batch, {} FROM {} r ORDER BY (SELECT k.text FROM customer_key k WHERE k.id = "
            "r.customer), at, seq",
            columns, kind.name);
    // The dictionary has the columns id and text, the row table may have a text of its own.
    return fmt::format(
        "SELECT batch, {} FROM (SELECT id AS k_id, text AS k_text FROM customer_key) k CROSS JOIN "
        "{} r ON r.customer = k.k_id ORDER BY k.k_text, at, seq",
        columns, kind.name);
}

}

BulkBlocks::BulkBlocks(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active)
    : m_db(db)
    , m_kind(kind)
    , m_active(active)
    , m_columns(db, kind)
{
}

void BulkBlocks::load()
{
    const Progress nobody;
    QuerySteps steps(nobody, 0);
    load(steps);
}

void BulkBlocks::load(QuerySteps& steps)
{
    if (m_loaded)
        return;
    m_blocks.clear();
    m_packed.clear();
    m_rows = 0;
    m_runs = 0;
    m_state = 0;
    addSegments();
    addTail(steps);
    if (m_rows > std::numeric_limits<std::uint32_t>::max())
        throw SQLite::Exception("more rows than can be numbered");
    mix(m_state, std::int64_t(m_rows));
    m_loaded = true;
}

void BulkBlocks::addBlock(Block block)
{
    block.first = m_rows;
    m_rows += block.segment.rows;
    mix(m_state, block.segment.id);
    mix(m_state, std::int64_t(block.segment.rows));
    m_blocks.push_back(std::move(block));
}

void BulkBlocks::addSegments()
{
    for (SegmentRun& run : readActiveRuns(m_db, m_kind, m_active)) {
        for (Segment& segment : run)
            addBlock({ std::move(segment), 0, m_runs, 0 });
        ++m_runs;
    }
}

void BulkBlocks::addTail(QuerySteps& steps)
{
    const std::int64_t rows = m_db.execAndGet(fmt::format("SELECT count(*) FROM {}", m_kind.name)).getInt64();
    if (rows == 0)
        return;
    SQLite::Statement s(m_db, tailQuery(m_kind, rows));
    const std::size_t columns = m_kind.columns.size();
    Unpacked part;
    part.columns.resize(columns);
    while (s.executeStep()) {
        const std::int64_t batch = s.getColumn(0).getInt64();
        if (!m_active.contains(batch))
            continue;
        part.batches.push_back(batch);
        for (std::size_t c = 0; c < columns; ++c)
            part.columns[c].push_back(s.getColumn(int(c) + 1).getInt64());
        const SQLite::Column text = s.getColumn(int(columns) + 1);
        part.texts.push_back(text.isNull() ? std::string() : textOf(text));
        if (part.batches.size() == segmentRows) {
            steps.add(segmentRows);
            pack(part);
        }
    }
    if (!part.batches.empty())
        pack(part);
    ++m_runs;
}

void BulkBlocks::pack(Unpacked& rows)
{
    Packed packed;
    Segment head;
    head.rows = rows.batches.size();
    rows.columns.push_back(std::move(rows.batches));
    for (std::size_t c = 0; c < rows.columns.size(); ++c) {
        const auto [low, high] = std::ranges::minmax(rows.columns[c]);
        packed.ranges.emplace_back(low, high);
        packed.columns.push_back(encodeColumn(rows.columns[c]));
        head.columns |= std::int64_t(1) << c;
        rows.columns[c].clear();
    }
    rows.columns.pop_back();
    rows.batches.clear();
    if (!std::ranges::all_of(rows.texts, &std::string::empty)) {
        packed.texts = encodeTexts(rows.texts);
        head.columns |= std::int64_t(1) << textColumn;
    }
    rows.texts.clear();
    m_packed.push_back(std::move(packed));
    addBlock({ std::move(head), 0, m_runs, m_packed.size() - 1 });
}

std::pair<std::int64_t, std::int64_t> BulkBlocks::range(const Block& block, std::size_t column)
{
    return block.segment.id == 0 ? m_packed[block.packed].ranges[column]
                                 : m_columns.range(block.segment, column);
}

void BulkBlocks::read(const Block& block, std::size_t column, std::vector<std::int64_t>& out)
{
    if (block.segment.id != 0) {
        m_columns.read(block.segment, column, out);
        return;
    }
    out.resize(block.segment.rows);
    (void)decodeColumn(m_packed[block.packed].columns[column], out.size(), out.data());
}

void BulkBlocks::batches(const Block& block, std::vector<std::int64_t>& out)
{
    out.clear();
    if (block.segment.id == 0)
        read(block, m_kind.columns.size(), out);
}

void BulkBlocks::texts(const Block& block, std::vector<std::string>& out)
{
    out.clear();
    if (!hasTexts(block))
        return;
    if (block.segment.id != 0) {
        m_columns.texts(block.segment, out);
        return;
    }
    std::vector<std::string_view> views;
    (void)decodeTexts(m_packed[block.packed].texts, block.segment.rows, views);
    out.assign(views.begin(), views.end());
}

void BulkBlocks::unpack(const Block& block, Unpacked& out)
{
    out.columns.resize(m_kind.columns.size());
    for (std::size_t c = 0; c < out.columns.size(); ++c)
        read(block, c, out.columns[c]);
    batches(block, out.batches);
    texts(block, out.texts);
}

std::vector<BulkRow> BulkBlocks::rowsAt(std::span<const std::uint32_t> places)
{
    load();
    std::vector<std::uint32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return places[i]; });
    std::vector<BulkRow> out(places.size());
    std::vector<BulkRow> few;
    Unpacked all;
    for (std::size_t i = 0; i < order.size();) {
        const auto after = std::ranges::upper_bound(m_blocks, places[order[i]], {}, &Block::first);
        if (after == m_blocks.begin() || places[order[i]] >= m_rows)
            throw SQLite::Exception("a row is asked for that is not there");
        const Block& block = *std::prev(after);
        std::size_t end = i;
        while (end < order.size() && places[order[end]] < block.first + block.segment.rows)
            ++end;
        if (block.segment.id != 0 && end - i <= fewRows) {
            for (; i < end; ++i) {
                const std::size_t at = places[order[i]] - block.first;
                few.clear();
                m_columns.rows(block.segment, at, at + 1, few);
                out[order[i]] = std::move(few.front());
            }
            continue;
        }
        unpack(block, all);
        for (; i < end; ++i) {
            const std::size_t at = places[order[i]] - block.first;
            BulkRow& row = out[order[i]];
            row.batch = all.batches.empty() ? block.segment.batch : all.batches[at];
            for (std::size_t c = 0; c < all.columns.size(); ++c)
                row.values[c] = all.columns[c][at];
            if (!all.texts.empty())
                row.text = all.texts[at];
        }
    }
    return out;
}

}
