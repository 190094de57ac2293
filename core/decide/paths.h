// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"
#include "decide/needs.h"
#include "decide/offer_rows.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ow::decide {

class CompiledPack;

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

/// Where edges lead from one product: itself, then its family.
struct alignas(64) EdgePath {
    Index family = none; ///< as an edge's end
    Index reach[2] = {}, reachEnd[2] = {}; ///< by complement edges: into the list of Reach
    Index substitutes[2] = {}, substitutesEnd[2] = {};
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

    /// Whether the offer can be shown there at all; its validity is another question.
    bool isOpen(Index placement, Index offer) const
    {
        return m_open[placement][offer / 64] >> (offer % 64) & 1;
    }
    /// Offers that an edge leads to from the product (0) or its family (1).
    std::span<const Reach> reach(const EdgePath& from, std::size_t which) const
    {
        return { m_reach.data() + from.reach[which], m_reach.data() + from.reachEnd[which] };
    }
    /// Ask for what will be read soon.
    void prefetchEdges(Index product) const { __builtin_prefetch(&edges[product]); }
    void prefetchReach(Index product) const
    {
        const EdgePath& from = edges[product];
        __builtin_prefetch(m_reach.data() + from.reach[0]);
        __builtin_prefetch(m_reach.data() + from.reach[1]);
    }
    /// The ends that are a substitute of it.
    std::span<const Index> substitutes(const EdgePath& of, std::size_t which) const
    {
        return { m_substitutes.data() + of.substitutes[which],
            m_substitutes.data() + of.substitutesEnd[which] };
    }

    Needs allFacts = 0;
    std::vector<FactPath> facts;
    std::vector<Index> eagerFacts; ///< whose failing is part of the decision, whoever reads them
    std::vector<Needs> predicates; ///< by predicate
    Needs score = 0;
    std::vector<std::uint16_t> sequenceFields; ///< by sequence: as FactPath::fields
    OfferRows offers;
    std::uint16_t offerFields = 0; ///< of offer.*: what anything but a sentence reads, a bit for each
    std::vector<EdgePath> edges; ///< by product
    std::vector<WideRules> wide; ///< by placement

private:
    void readFacts(const CompiledPack& pack);
    void readOffers(const CompiledPack& pack);
    void readOfferFields(const CompiledPack& pack);
    void readOffer(const CompiledPack& pack, Index offer);
    void readWide(const CompiledPack& pack);
    void readEdges(const CompiledPack& pack);

    std::vector<std::vector<std::uint64_t>> m_open; ///< by placement, a bit for each offer
    std::vector<Reach> m_reach;
    std::vector<Index> m_substitutes;
};

}
