// SPDX-License-Identifier: Apache-2.0
#include "decide/eligibility.h"

#include "decide/bit_rows.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace ow::decide {

using expr::SimpleTest;
using expr::Value;

namespace {

constexpr std::size_t wordBits = 64;
constexpr std::size_t mergedRows = 64; ///< slots of few values share a column up to this many rows

void set(std::uint64_t* row, std::size_t bit) { row[bit / wordBits] |= std::uint64_t(1) << bit % wordBits; }
void clear(std::uint64_t* row, std::size_t bit)
{
    row[bit / wordBits] &= ~(std::uint64_t(1) << bit % wordBits);
}

}

EligibilityIndex::EligibilityIndex(const CompiledPack& pack, std::span<const Index> order)
    : m_pack(pack)
    , m_order(order.begin(), order.end())
    , m_words((pack.offers.size() + wordBits - 1) / wordBits)
    , m_stride((m_words + rowBlock - 1) / rowBlock * rowBlock)
    , m_possible(m_stride)
    , m_unsettled(m_stride)
    , m_rest(pack.offers.size())
{
    if (m_order.empty()) {
        m_order.resize(pack.offers.size());
        std::iota(m_order.begin(), m_order.end(), Index(0));
    }
    std::vector<TestsOf> bySlot(pack.nameSlots.count);
    collect(bySlot);
    std::vector<Table> tables;
    std::size_t memory = 0;
    for (const TestsOf& tests : bySlot) {
        if (tests.empty())
            continue;
        Table t = table(tests);
        memory += t.bits.size() * sizeof(std::uint64_t);
        if (!t.bits.empty() && memory <= mostMemory) {
            tables.push_back(std::move(t));
            continue;
        }
        memory -= t.bits.size() * sizeof(std::uint64_t);
        for (const auto& [bit, test] : tests) { // too many rows: asked like a program
            for (const Index i : pack.offers[m_order[bit]].when.conjuncts) {
                if (pack.predicates.test(i) == test)
                    m_rest[bit].push_back(i);
            }
        }
    }
    for (std::size_t bit = 0; bit < m_rest.size(); ++bit) {
        if (!m_rest[bit].empty())
            set(m_unsettled.data(), bit);
    }
    mergeSmall(tables);
    layOut(tables);
}

void EligibilityIndex::collect(std::vector<TestsOf>& bySlot)
{
    const expr::SlotMap& slots = m_pack.nameSlots;
    for (std::size_t bit = 0; bit < m_order.size(); ++bit) {
        const Condition& when = m_pack.offers[m_order[bit]].when;
        if (!when.never)
            set(m_possible.data(), bit);
        for (const Index i : when.conjuncts) {
            const SimpleTest* test = m_pack.predicates.test(i);
            const bool ofOffer = test != nullptr && test->slot >= slots.offer && test->slot < slots.anchor;
            if (test != nullptr && !ofOffer)
                bySlot[test->slot].emplace_back(bit, test);
            else
                m_rest[bit].push_back(i);
            for (const std::uint32_t slot : m_pack.predicates.reads(i))
                m_slotsRead = std::max(m_slotsRead, slot + 1);
        }
    }
}

/// One slot's rows. Empty where they would take too much memory.
EligibilityIndex::Table EligibilityIndex::table(const TestsOf& tests) const
{
    std::vector<const SimpleTest*> distinct;
    for (const auto& [bit, test] : tests)
        distinct.push_back(test);
    std::ranges::sort(distinct);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    Table out;
    const SlotCodes& codes = out.sources.emplace_back(distinct);
    out.rows = codes.size();
    if (out.rows > mostMemory / sizeof(std::uint64_t) / m_stride)
        return out;
    out.bits.resize(out.rows * m_stride);
    for (std::size_t row = 0; row < out.rows; ++row)
        std::ranges::copy(m_possible, out.bits.begin() + std::ptrdiff_t(row * m_stride));
    for (const auto& [bit, test] : tests) {
        const bool possible = (m_possible[bit / wordBits] >> bit % wordBits & 1) != 0;
        for (std::size_t row = 0; row < out.rows; ++row)
            clear(&out.bits[row * m_stride], bit);
        if (possible)
            // clang before 16 cannot capture a part of a binding by reference
            codes.passing(
                *test, [&, at = bit](std::uint32_t code) { set(&out.bits[code * m_stride], at); });
    }
    const auto ones = std::transform_reduce(out.bits.begin(), out.bits.end(), std::size_t(0), std::plus<>(),
        [](std::uint64_t word) { return std::size_t(std::popcount(word)); });
    out.share = double(ones) / double(out.bits.size() * wordBits);
    return out;
}

/// Rows for each pair of codes: two columns become one.
EligibilityIndex::Table EligibilityIndex::merged(const Table& a, const Table& b) const
{
    Table out;
    out.sources = a.sources;
    out.sources.insert(out.sources.end(), b.sources.begin(), b.sources.end());
    out.rows = a.rows * b.rows;
    out.share = a.share * b.share;
    out.bits.resize(out.rows * m_stride);
    for (std::size_t y = 0; y < b.rows; ++y) {
        for (std::size_t x = 0; x < a.rows; ++x) {
            for (std::size_t w = 0; w < m_stride; ++w)
                out.bits[(y * a.rows + x) * m_stride + w]
                    = a.bits[x * m_stride + w] & b.bits[y * m_stride + w];
        }
    }
    return out;
}

void EligibilityIndex::mergeSmall(std::vector<Table>& tables) const
{
    for (;;) {
        std::ranges::sort(tables, {}, &Table::rows);
        if (tables.size() < 2 || tables[0].rows * tables[1].rows > mergedRows)
            return;
        tables[0] = merged(tables[0], tables[1]);
        tables.erase(tables.begin() + 1);
    }
}

void EligibilityIndex::layOut(std::vector<Table>& tables)
{
    if (tables.empty()) { // nothing is tested: one row for everybody
        Table& all = tables.emplace_back();
        all.bits = m_possible;
    }
    std::ranges::sort(
        tables, {}, &Table::share); // what leaves least comes first: the rest may not be looked at
    m_columns = tables.size();
    for (std::size_t column = 0; column < tables.size(); ++column) {
        Table& t = tables[column];
        m_firstRow.push_back(std::uint32_t(m_bits.size()));
        m_bits.insert(m_bits.end(), t.bits.begin(), t.bits.end());
        std::size_t step = m_stride;
        for (SlotCodes& codes : t.sources) {
            const std::uint32_t size = codes.size();
            m_coded.push_back({ std::move(codes), std::uint32_t(column), std::uint32_t(step) });
            step *= size;
        }
    }
}

void EligibilityIndex::encode(std::span<const Value> values, Codes& out) const
{
    out.rows.assign(m_firstRow.begin(), m_firstRow.end());
    for (const Coded& coded : m_coded)
        out.rows[coded.column] += coded.codes.code(values[coded.codes.slot()]) * coded.step;
    out.answers.resize(std::max(out.answers.size(), m_pack.predicates.size()));
    if (++out.epoch == 1U << 30) { // begins again: no old answer may look like a new one
        std::ranges::fill(out.answers, 0U);
        out.epoch = 1;
    }
}

void EligibilityIndex::passing(const Codes& codes, std::span<std::uint64_t> out) const
{
    andRows(m_bits.data(), codes.rows, m_words, out.data());
}

void EligibilityIndex::eligible(
    Codes& codes, std::span<Value> values, expr::Arena& arena, std::span<std::uint64_t> out) const
{
    passing(codes, out);
    for (std::size_t w = 0; w < m_words; ++w) {
        for (std::uint64_t open = out[w] & m_unsettled[w]; open != 0; open &= open - 1) {
            const std::size_t bit = w * wordBits + std::size_t(std::countr_zero(open));
            if (!settle(bit, codes, values, arena))
                clear(out.data(), bit);
        }
    }
}

Index EligibilityIndex::first(Codes& codes, std::span<Value> values, expr::Arena& arena) const
{
    for (std::size_t begin = 0; begin < m_words; begin += rowBlock) {
        std::uint64_t block[rowBlock];
        andBlock(m_bits.data() + begin, codes.rows, block);
        for (std::size_t w = 0; w < rowBlock; ++w) {
            for (std::uint64_t open = block[w]; open != 0; open &= open - 1) {
                const std::size_t bit = (begin + w) * wordBits + std::size_t(std::countr_zero(open));
                const bool unsettled = (m_unsettled[begin + w] & (open & (~open + 1))) != 0;
                if (!unsettled || settle(bit, codes, values, arena))
                    return m_order[bit];
            }
        }
    }
    return none;
}

bool EligibilityIndex::settle(
    std::size_t bit, Codes& codes, std::span<Value> values, expr::Arena& arena) const
{
    const CompiledOffer& offer = m_pack.offers[m_order[bit]];
    if (offer.when.readsOffer)
        std::ranges::copy(offer.values, values.begin() + m_pack.nameSlots.offer);
    return std::ranges::all_of(
        m_rest[bit], [&](Index i) { return ask(i, codes, values, arena) == Answer::True; });
}

/// Each question that is not about the offer is asked once for a request, however many offers wait for it.
Answer EligibilityIndex::ask(
    Index predicate, Codes& codes, std::span<const Value> values, expr::Arena& arena) const
{
    std::uint32_t& known = codes.answers[predicate];
    if (known >> 2 == codes.epoch)
        return Answer(known & 3);
    const Answer answer = m_pack.predicates.ask(predicate, values, arena);
    if (m_pack.predicates[predicate].shared)
        known = codes.epoch << 2 | std::uint32_t(answer);
    return answer;
}

}
