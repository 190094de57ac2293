// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"
#include "decide/needs.h"
#include "expr/program.h"
#include "expr/value.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ow::decide {

/// An item of an offer, as the filters look at it.
struct RowItem {
    Index product = none;
    Index family = none; ///< as an edge's end
    bool anchor = false;
};

/// What the filters and the score read of one offer, one thing behind the other from the start of a cache
/// line on: a decision touches a dozen offers of thousands, and each place in memory that it must wait for
/// costs more than all its comparing. Lives in OfferRows only.
class OfferRow {
public:
    std::int64_t validFrom = 0, validUntil = 0; ///< ms: from <= now < until
    Needs propensity = 0; ///< what propensityCode reads
    bool once = false;
    bool never = false; ///< `when` is
    bool constant = false; ///< its propensity is, and finite
    double constantPropensity = 0;
    expr::CodeRef propensityCode;

    /// The conjuncts of `when`, as ConjunctCode.
    std::span<const std::uint64_t> when() const { return part<std::uint64_t>(m_whenAt, m_whenWords); }
    std::span<const RowItem> items() const { return part<RowItem>(m_itemsAt, m_itemCount); }
    /// Rules that speak of this offer by itself, by their index in the pack; of suppressions also those of
    /// any scope that read the offer.
    std::span<const Index> suppressions() const { return rules(0); }
    std::span<const Index> caps() const { return rules(1); }
    std::span<const Index> cooldowns() const { return rules(2); }
    std::span<const Index> sequences() const { return rules(3); }
    std::span<const Index> groups() const { return rules(4); }
    /// The offer.* values that OfferRows keeps, in the order of their slots.
    const expr::Value* values() const { return words<expr::Value>(headWords); }

private:
    friend class OfferRows;
    static constexpr std::uint32_t headWords = 11;

    template <typename T>
    const T* words(std::uint32_t at) const
    {
        return reinterpret_cast<const T*>(reinterpret_cast<const std::uint64_t*>(this) + at);
    }
    template <typename T>
    std::span<const T> part(std::uint32_t at, std::uint32_t count) const
    {
        return { words<T>(at), count };
    }
    std::span<const Index> rules(std::size_t kind) const
    {
        const Index* all = words<Index>(m_rulesAt);
        return { all + (kind == 0 ? 0 : m_ruleEnds[kind - 1]), all + m_ruleEnds[kind] };
    }

    std::uint32_t m_whenAt = 0, m_whenWords = 0; ///< places in words of eight bytes, from the row's start
    std::uint32_t m_itemsAt = 0, m_itemCount = 0;
    std::uint32_t m_rulesAt = 0;
    std::uint32_t m_ruleEnds[5] = {};
};

/// The rows of all offers of a pack. Immutable once they are all there.
class OfferRows {
public:
    /// What a row is made of besides its own members.
    struct Parts {
        std::span<const expr::Value> values; ///< as many for every offer
        std::span<const std::uint64_t> when;
        std::span<const RowItem> items;
        std::span<const Index> rules[5]; ///< suppressions, caps, cooldowns, sequences, groups
    };

    /// The next offer's.
    void add(OfferRow row, const Parts& parts);
    const OfferRow& operator[](Index offer) const
    {
        return *reinterpret_cast<const OfferRow*>(&m_lines[m_at[offer]]);
    }
    /// Asks for a row that will be read soon.
    void prefetch(Index offer) const
    {
        const Line* row = &m_lines[m_at[offer]];
        __builtin_prefetch(row);
        __builtin_prefetch(row + 1);
        __builtin_prefetch(row + 2); // asking for what is not there does nothing
        __builtin_prefetch(row + 3);
    }

private:
    struct alignas(64) Line {
        std::byte bytes[64] = {};
    };

    std::vector<Line> m_lines;
    std::vector<std::uint32_t> m_at; ///< by offer: its first line
};

}
