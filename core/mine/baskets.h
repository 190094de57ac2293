// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ow::mine {

/// Many small sets of products in three flat arrays: orders and what is in them, or sessions and what was
/// viewed. A product stands in a basket once, however many were bought; items ascend within a basket.
struct Baskets {
    std::vector<std::uint32_t> offsets { 0 }; ///< basket i is items[offsets[i]] … items[offsets[i + 1] - 1]
    std::vector<std::uint32_t> items; ///< indices into names
    std::vector<std::string> names; ///< the products' SKUs, ascending

    std::size_t size() const { return offsets.size() - 1; }
    std::span<const std::uint32_t> basket(std::size_t i) const
    {
        return { items.data() + offsets[i], items.data() + offsets[i + 1] };
    }
};

/// Collects (basket, item) lines in any order. The result depends on the lines, not on their order within a
/// basket; baskets stand in the order of their first line. Fastest when a basket's lines come together. Up to
/// 2³² − 1 lines. Not thread-safe.
class BasketsBuilder {
public:
    void add(std::string_view basket, std::string_view item);
    std::size_t lines() const { return m_lines.size(); }
    Baskets build() &&;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
    };
    using Index = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
    static std::uint32_t number(Index& index, std::string_view key);

    Index m_baskets, m_items;
    std::vector<std::uint64_t> m_lines; ///< basket << 32 | item
    std::string m_lastBasket;
    std::uint32_t m_lastNumber = 0;
};

/// What happened in sessions, two views of the same sessions: session i of `viewed` is session i of `bought`,
/// and both name products alike (equal `names`).
struct Sessions {
    Baskets viewed;
    Baskets bought; ///< empty where the session ended without a purchase
};

/// Collects (session, item) lines of both kinds.
class SessionsBuilder {
public:
    void addView(std::string_view session, std::string_view item);
    void addPurchase(std::string_view session, std::string_view item);
    Sessions build() &&;

private:
    BasketsBuilder m_lines; ///< purchases carry a mark before the item, views another: one numbering for both
    std::string m_key;
};

}
