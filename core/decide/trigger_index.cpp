// SPDX-License-Identifier: Apache-2.0
#include "decide/trigger_index.h"

#include <algorithm>
#include <map>

namespace ow::decide {

using expr::SimpleTest;

namespace {

std::vector<const SimpleTest*> testsOf(std::span<const SlotIndex::Item> items)
{
    std::vector<const SimpleTest*> out;
    for (const SlotIndex::Item& item : items)
        out.push_back(item.first);
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// A guess at the share of requests that pass, good enough to choose between an equality and a range.
double passing(const SimpleTest& test)
{
    if (test.of == SimpleTest::Of::Bool)
        return 0.5;
    if (test.of == SimpleTest::Of::Text)
        return test.except ? 0.95 : std::min(0.9, 0.05 * double(test.texts.size()));
    const bool points
        = std::ranges::all_of(test.ranges, [](const SimpleTest::Range& r) { return r.first == r.last; });
    if (points)
        return std::min(0.9, 0.05 * double(test.ranges.size()));
    const bool open
        = test.ranges.front().first == SimpleTest::least || test.ranges.back().last >= SimpleTest::most - 1;
    return open ? 0.45 : 0.3;
}

}

SlotIndex::SlotIndex(std::span<const Item> items)
    : m_codes(testsOf(items))
{
    const std::size_t size = m_codes.size();
    std::vector<std::pair<std::size_t, Index>> placed; // node, item
    for (const auto& [test, item] : items) {
        m_codes.passingRuns(*test, [&, item = item](std::uint32_t firstCode, std::uint32_t lastCode) {
            std::size_t low = firstCode + size;
            std::size_t high = lastCode + size + 1;
            for (; low < high; low /= 2, high /= 2) {
                if (low % 2 == 1)
                    placed.emplace_back(low++, item);
                if (high % 2 == 1)
                    placed.emplace_back(--high, item);
            }
        });
    }
    std::ranges::sort(placed);
    m_begin.resize(2 * size + 1);
    for (const auto& [node, item] : placed) {
        ++m_begin[node + 1];
        m_items.push_back(item);
    }
    for (std::size_t node = 1; node < m_begin.size(); ++node)
        m_begin[node] += m_begin[node - 1];
}

TriggerIndex::TriggerIndex(std::span<const Trigger> triggers, const PredicateTable& table,
    std::pair<std::uint32_t, std::uint32_t> offerSlots)
{
    std::map<std::uint32_t, std::vector<SlotIndex::Item>> bySlot;
    std::map<Index, std::vector<Index>> byPredicate;
    for (const Trigger& trigger : triggers) {
        Index best = none;
        double least = 2;
        for (const Index i : *trigger.conjuncts) {
            const SimpleTest* test = table.test(i);
            if (test != nullptr ? test->slot >= offerSlots.first && test->slot < offerSlots.second
                                : !table[i].shared)
                continue;
            const double share = test != nullptr ? passing(*test) : 1;
            if (share < least) {
                least = share;
                best = i;
            }
        }
        if (best == none)
            m_others.push_back(trigger.offer);
        else if (const SimpleTest* test = table.test(best))
            bySlot[test->slot].emplace_back(test, trigger.offer);
        else
            byPredicate[best].push_back(trigger.offer);
    }
    for (const auto& [slot, items] : bySlot)
        m_slots.emplace_back(items);
    for (auto& [predicate, offers] : byPredicate)
        m_groups.push_back({ predicate, std::move(offers) });
}

}
