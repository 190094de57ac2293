// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/known_lines.h"

#include <algorithm>

namespace ow::store {

KnownLines::KnownLines(SQLite::Database& db, const ActiveBatches& active)
    : m_db(db)
    , m_active(active)
    , m_columns(db, basketKind)
{
}

/// When first asked: an import without baskets reads nothing.
void KnownLines::prepare()
{
    if (std::exchange(m_prepared, true))
        return;
    for (const SegmentRun& run : readActiveRuns(m_db, basketKind, m_active))
        for (const Segment& segment : run) {
            const auto [first, last] = m_columns.range(segment, basket_column::Basket);
            m_blocks.push_back({ segment, first, last });
        }
    if (m_db.execAndGet("SELECT EXISTS(SELECT 1 FROM basket_line)").getInt() != 0)
        m_row = std::make_unique<SQLite::Statement>(
            m_db, "SELECT sku, batch FROM basket_line WHERE basket = ? ORDER BY sku");
}

void KnownLines::add(const Segment& segment, std::int64_t first, std::int64_t last)
{
    m_blocks.push_back({ segment, first, last });
}

void KnownLines::mark(std::span<const LineKey> lines, std::int64_t lastOld, std::vector<bool>& known)
{
    prepare();
    for (const Block& block : m_blocks) {
        const auto begin = std::ranges::lower_bound(lines, block.first, {}, groupOf);
        if (begin != lines.end() && groupOf(*begin) <= block.last)
            markIn(block, lines, std::size_t(begin - lines.begin()), known);
    }
    if (m_row)
        markRows(lines, lastOld, known);
}

/// Both ascend: each is walked once.
void KnownLines::markIn(
    const Block& block, std::span<const LineKey> lines, std::size_t begin, std::vector<bool>& known)
{
    m_columns.customers(block.segment, m_baskets);
    m_columns.read(block.segment, basket_column::Sku, m_skus);
    std::size_t i = begin;
    for (const ValueRun& basket : m_baskets)
        for (std::size_t row = basket.begin; row < basket.end; ++row) {
            const LineKey line = lineKey(basket.value, m_skus[row]);
            while (i < lines.size() && lines[i] < line)
                ++i;
            if (i == lines.size())
                return;
            if (lines[i] == line)
                known[i] = true;
        }
}

void KnownLines::markRows(std::span<const LineKey> lines, std::int64_t lastOld, std::vector<bool>& known)
{
    for (std::size_t i = 0; i < lines.size() && groupOf(lines[i]) <= lastOld;) {
        const std::int64_t basket = groupOf(lines[i]);
        m_row->bind(1, basket);
        while (m_row->executeStep()) {
            const LineKey line = lineKey(basket, m_row->getColumn(0).getInt64());
            while (i < lines.size() && lines[i] < line)
                ++i;
            if (i < lines.size() && lines[i] == line && m_active.contains(m_row->getColumn(1).getInt64()))
                known[i] = true;
        }
        m_row->reset();
        while (i < lines.size() && groupOf(lines[i]) == basket)
            ++i;
    }
}

}
