// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/baskets.h"

#include <algorithm>
#include <numeric>

namespace ow::mine {
namespace {

constexpr char viewMark = '\x01';
constexpr char purchaseMark = '\x02';

}

std::uint32_t BasketsBuilder::number(Index& index, std::string_view key)
{
    const auto it = index.find(key);
    if (it != index.end())
        return it->second;
    return index.emplace(std::string(key), std::uint32_t(index.size())).first->second;
}

void BasketsBuilder::add(std::string_view basket, std::string_view item)
{
    if (m_lines.empty() || basket != m_lastBasket) {
        m_lastNumber = number(m_baskets, basket);
        m_lastBasket = basket;
    }
    m_lines.push_back(std::uint64_t(m_lastNumber) << 32 | number(m_items, item));
}

Baskets BasketsBuilder::build() &&
{
    Baskets out;
    out.names.resize(m_items.size());
    for (auto& [name, i] : m_items)
        out.names[i] = name;
    std::vector<std::uint32_t> order(out.names.size()), rank(out.names.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return out.names[a] < out.names[b]; });
    for (std::uint32_t r = 0; r < order.size(); ++r)
        rank[order[r]] = r;
    std::sort(out.names.begin(), out.names.end());

    // A counting sort by basket, then each basket by itself: linear in the lines.
    out.offsets.assign(m_baskets.size() + 1, 0);
    for (std::uint64_t line : m_lines)
        ++out.offsets[(line >> 32) + 1];
    std::partial_sum(out.offsets.begin(), out.offsets.end(), out.offsets.begin());
    std::vector<std::uint32_t> next(out.offsets.begin(), out.offsets.end() - 1);
    out.items.resize(m_lines.size());
    for (std::uint64_t line : m_lines)
        out.items[next[line >> 32]++] = rank[std::uint32_t(line)];
    std::uint32_t kept = 0;
    for (std::size_t b = 0; b < m_baskets.size(); ++b) {
        const auto begin = out.items.begin() + out.offsets[b], end = out.items.begin() + next[b];
        std::sort(begin, end);
        const auto last = std::unique(begin, end);
        out.offsets[b] = kept;
        kept = std::uint32_t(std::copy(begin, last, out.items.begin() + kept) - out.items.begin());
    }
    out.offsets.back() = kept;
    out.items.resize(kept);
    *this = BasketsBuilder();
    return out;
}

void SessionsBuilder::addView(std::string_view session, std::string_view item)
{
    m_key.assign(1, viewMark).append(item);
    m_lines.add(session, m_key);
}

void SessionsBuilder::addPurchase(std::string_view session, std::string_view item)
{
    m_key.assign(1, purchaseMark).append(item);
    m_lines.add(session, m_key);
}

Sessions SessionsBuilder::build() &&
{
    const Baskets all = std::move(m_lines).build();
    Sessions out;
    std::vector<std::string>& names = out.viewed.names;
    for (const std::string& marked : all.names)
        names.push_back(marked.substr(1));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<std::uint32_t> id;
    for (const std::string& marked : all.names)
        id.push_back(
            std::uint32_t(std::lower_bound(names.begin(), names.end(), std::string_view(marked).substr(1))
                - names.begin()));
    out.bought.names = names;
    for (std::size_t s = 0; s < all.size(); ++s) {
        for (std::uint32_t i : all.basket(s)) // marks sort before names, so both parts stay ascending
            (all.names[i][0] == viewMark ? out.viewed : out.bought).items.push_back(id[i]);
        out.viewed.offsets.push_back(std::uint32_t(out.viewed.items.size()));
        out.bought.offsets.push_back(std::uint32_t(out.bought.items.size()));
    }
    return out;
}

}
