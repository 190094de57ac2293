// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"
#include "decide/needs.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ow::decide {

class CompiledPack;

/// An item of an offer, as the filters look at it.
struct PathItem {
    Index product = none;
    Index family = none; ///< as an edge's end
    bool anchor = false;
};

/// What the filters of one offer read, side by side: a decision touches a dozen offers of thousands, and each
/// place in memory that it must wait for costs more than all its comparing. Lists are in Paths::rules, one
/// behind the other; only rules that speak of this offer by itself are in them.
struct OfferPath {
    std::int64_t validFrom = 0, validUntil = 0;
    Index suppressions = 0, caps = 0, cooldowns = 0, sequences = 0, groups = 0,
          end = 0; ///< where each list begins
    Index firstItem = 0, itemCount = 0;
    Index firstConjunct = 0, conjunctCount = 0; ///< of `when`, in Paths::conjuncts
    Needs propensity = 0;
    bool once = false;
    bool never = false; ///< `when` is
};

/// What one fact needs and how it can be computed without its programs.
struct FactPath {
    static constexpr std::uint8_t byProgram = 255;

    std::vector<Index> types; ///< distinct; empty = any
    Needs needs = 0; ///< of the expression, of `where` and of `of`
    std::uint16_t fields = 0; ///< of the event that the programs read, a bit for each
    std::uint8_t field = byProgram; ///< `of` is just this field of the event
    bool mayOverflow = false; ///< a sum that only a history of great numbers makes fail
};

/// An offer that an edge leads to.
struct Reach {
    double weight = 0;
    Index offer = none;
    bool mayHoldAnchor = false; ///< an item of it is of the family that the edge starts from
};

/// Rules that are the same for every candidate of a placement: one that holds blocks them all.
struct WideRules {
    std::vector<Index> suppressions, caps, cooldowns;
};

/// What is read off a pack's rules once, so that a decision looks only at what its candidates are concerned
/// with. Everything here follows from the rest of the compiled pack.
class Paths {
public:
    Paths() = default;
    explicit Paths(const CompiledPack& pack);

    std::span<const PathItem> itemsOf(Index offer) const
    {
        return { items.data() + offers[offer].firstItem, offers[offer].itemCount };
    }
    bool isOpen(Index placement, Index offer) const
    {
        return m_open[placement][offer / 64] >> (offer % 64) & 1;
    }
    std::span<const Index> when(const OfferPath& offer) const
    {
        return { conjuncts.data() + offer.firstConjunct, offer.conjunctCount };
    }
    std::span<const Reach> reach(Index end) const { return list(m_reach, m_reachFirst, end); }
    /// The ends that are a substitute of this end.
    std::span<const Index> substitutes(Index end) const
    {
        return list(m_substitutes, m_substitutesFirst, end);
    }

    Needs allFacts = 0;
    std::vector<FactPath> facts;
    std::vector<Index> eagerFacts; ///< whose failing is part of the decision, whoever reads them
    std::vector<Needs> predicates; ///< by predicate
    Needs score = 0;
    std::vector<std::uint16_t> sequenceFields; ///< by sequence: as FactPath::fields
    std::vector<OfferPath> offers;
    std::vector<Index> conjuncts;
    std::vector<Index> rules;
    std::vector<PathItem> items;
    std::vector<WideRules> wide; ///< by placement

private:
    template <typename T>
    static std::span<const T> list(const std::vector<T>& all, const std::vector<Index>& first, Index i)
    {
        return { all.data() + first[i], all.data() + first[i + 1] };
    }

    void readFacts(const CompiledPack& pack);
    void readOffers(const CompiledPack& pack);
    void readRules(const CompiledPack& pack, Index offer, OfferPath& out);
    void readWide(const CompiledPack& pack);
    void readEdges(const CompiledPack& pack);

    std::vector<std::vector<std::uint64_t>> m_open; ///< by placement, a bit for each offer
    std::vector<Reach> m_reach;
    std::vector<Index> m_reachFirst; ///< by edge end, and one past it
    std::vector<Index> m_substitutes, m_substitutesFirst;
};

}
