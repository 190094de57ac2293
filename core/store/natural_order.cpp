// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/natural_order.h"

#include "store/dictionary.h"

#include <algorithm>
#include <memory>
#include <sqlite3.h>
#include <tuple>

namespace ow::store {

namespace {

/// Goes through the set rows of a run.
class RunRows {
public:
    RunRows(BulkBlocks& blocks, const RowBits& rows, const std::vector<std::uint32_t>& ranks,
        std::size_t block, std::size_t end)
        : m_blocks(blocks)
        , m_rows(rows)
        , m_ranks(ranks)
        , m_block(block)
        , m_end(end)
    {
        load();
    }

    bool atEnd() const { return m_block >= m_end; }
    std::uint32_t row() const { return std::uint32_t(m_row); }
    bool isBefore(const RunRows& other) const
    {
        return std::tie(m_rank, m_at, m_batch, m_row)
            < std::tie(other.m_rank, other.m_at, other.m_batch, other.m_row);
    }
    void next()
    {
        m_row = m_rows.next(m_row + 1, m_last);
        if (m_row < m_last) {
            read();
            return;
        }
        ++m_block;
        load();
    }

private:
    void load()
    {
        for (; m_block < m_end; ++m_block) {
            const BulkBlocks::Block& block = m_blocks.blocks()[m_block];
            m_first = block.first;
            m_last = block.first + block.segment.rows;
            m_row = m_rows.next(m_first, m_last);
            if (m_row == m_last)
                continue;
            m_blocks.read(block, 0, m_customers);
            m_blocks.read(block, 1, m_times);
            m_blocks.batches(block, m_batches);
            m_batch = block.segment.batch;
            read();
            return;
        }
    }
    void read()
    {
        const std::size_t i = m_row - m_first;
        const std::int64_t customer = m_customers[i];
        if (customer < 0 || customer >= std::int64_t(m_ranks.size()))
            throw SQLite::Exception(
                "a row names customer " + std::to_string(customer) + ", who is not there", SQLITE_CORRUPT);
        m_rank = m_ranks[std::size_t(customer)];
        m_at = m_times[i];
        if (!m_batches.empty())
            m_batch = m_batches[i];
    }

    BulkBlocks& m_blocks;
    const RowBits& m_rows;
    const std::vector<std::uint32_t>& m_ranks;
    std::size_t m_block;
    std::size_t m_end; ///< blocks
    std::vector<std::int64_t> m_customers;
    std::vector<std::int64_t> m_times;
    std::vector<std::int64_t> m_batches;
    std::size_t m_first = 0; ///< rows of the block
    std::size_t m_last = 0;
    std::uint32_t m_rank = 0;
    std::int64_t m_at = 0;
    std::int64_t m_batch = 0;
    std::size_t m_row = 0;
};

std::vector<std::uint32_t> asStored(const RowBits& rows)
{
    std::vector<std::uint32_t> out;
    out.reserve(rows.count());
    for (std::size_t row = rows.next(0, rows.size()); row < rows.size();
         row = rows.next(row + 1, rows.size()))
        out.push_back(std::uint32_t(row));
    return out;
}

}

std::vector<std::uint32_t> customerRanks(SQLite::Database& db, QuerySteps& steps)
{
    const std::int64_t last = lastNumber(db, "customer_key");
    std::vector<std::uint32_t> out(std::size_t(last) + 1);
    SQLite::Statement s(db, "SELECT id FROM customer_key ORDER BY text");
    std::uint32_t rank = 0;
    while (s.executeStep()) {
        if (const std::int64_t id = s.getColumn(0).getInt64(); id > 0 && id <= last)
            out[std::size_t(id)] = ++rank;
        if (rank % 4096 == 0)
            steps.add(4096);
    }
    return out;
}

std::vector<std::uint32_t> inNaturalOrder(
    BulkBlocks& blocks, const RowBits& rows, const std::vector<std::uint32_t>& ranks, QuerySteps& steps)
{
    if (&blocks.kind() == &basketKind)
        return asStored(rows);
    std::vector<std::unique_ptr<RunRows>> runs;
    const auto& all = blocks.blocks();
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end].run == all[begin].run)
            ++end;
        auto run = std::make_unique<RunRows>(blocks, rows, ranks, begin, end);
        if (!run->atEnd())
            runs.push_back(std::move(run));
        begin = end;
    }
    const auto later = [](const auto& a, const auto& b) { return b->isBefore(*a); };
    std::ranges::make_heap(runs, later);
    std::vector<std::uint32_t> out;
    out.reserve(rows.count());
    constexpr std::size_t perStep = 16'384;
    while (!runs.empty()) {
        std::ranges::pop_heap(runs, later);
        RunRows& run = *runs.back();
        // The next best is at the front now; a customer's rows of one run follow each other.
        do {
            out.push_back(run.row());
            if (out.size() % perStep == 0)
                steps.add(perStep);
            run.next();
        } while (!run.atEnd() && (runs.size() == 1 || run.isBefore(*runs.front())));
        if (run.atEnd())
            runs.pop_back();
        else
            std::ranges::push_heap(runs, later);
    }
    return out;
}

}
