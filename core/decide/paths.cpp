// SPDX-License-Identifier: Apache-2.0
#include "decide/paths.h"

#include "decide/compiled_pack.h"

#include <algorithm>
#include <array>
#include <limits>

namespace ow::decide {

namespace needs {

Needs of(std::span<const std::uint32_t> slots, const expr::SlotMap& map)
{
    Needs out = 0;
    for (const std::uint32_t slot : slots) {
        const auto in
            = [&](std::uint32_t first, std::uint32_t count) { return slot >= first && slot < first + count; };
        if (slot >= map.facts && slot < map.count)
            out |= fact(slot - map.facts);
        else if (in(map.focus, 8))
            out |= focus;
        else if (in(map.cart, 6))
            out |= cart;
        else if (in(map.owned, 2))
            out |= owned;
        else if (in(map.offer, 11))
            out |= offer;
        else if (in(map.anchor, 8))
            out |= anchor;
    }
    return out;
}

}

namespace {

/// The field that `of` names, if it is nothing but a field of the event.
std::uint8_t plainField(std::string_view text)
{
    constexpr std::array<std::string_view, 10> fields { "event.type", "event.sku", "event.family",
        "event.category", "event.qty", "event.value", "event.channel", "event.session", "event.text",
        "event.at" };
    const auto found = std::ranges::find(fields, text);
    return found == fields.end() ? FactPath::byProgram : std::uint8_t(found - fields.begin());
}

/// Whether the scope says the same of every candidate of a placement, and whether that is yes.
bool coversAll(const Scope& scope, Index placement)
{
    return scope.by == Scope::By::All || (scope.by == Scope::By::Placement && scope.members[placement]);
}

std::uint16_t eventFields(std::span<const std::uint32_t> slots, const expr::SlotMap& map)
{
    unsigned out = 0;
    for (const std::uint32_t slot : slots) {
        if (slot >= map.event && slot < map.event + 10)
            out |= 1U << (slot - map.event);
    }
    return std::uint16_t(out);
}

bool speaksOf(const Scope& scope, Index offer)
{
    return scope.by == Scope::By::Offer && scope.members[offer];
}

}

Paths::Paths(const CompiledPack& pack)
{
    allFacts = needs::facts(pack.facts.size());
    for (Index i = 0; i < pack.predicates.size(); ++i)
        predicates.push_back(needs::of(pack.predicates.reads(i), pack.nameSlots));
    score = needs::of(pack.score->reads(), pack.nameSlots);
    for (const CompiledSequence& s : pack.sequences)
        sequenceFields.push_back(eventFields(s.where.program.reads(), pack.nameSlots));
    readFacts(pack);
    readOffers(pack);
    readWide(pack);
    readEdges(pack);
}

void Paths::readFacts(const CompiledPack& pack)
{
    facts.resize(pack.facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const CompiledFact& fact = pack.facts[i];
        FactPath& out = facts[i];
        const auto reads = [&](const expr::Program& p) {
            out.needs |= needs::of(p.reads(), pack.nameSlots);
            out.fields = std::uint16_t(out.fields | eventFields(p.reads(), pack.nameSlots));
        };
        bool mayFail = false;
        if (fact.expression) {
            reads(*fact.expression);
            mayFail = fact.expression->mayFail();
        } else {
            reads(fact.where.program);
            if (fact.of) {
                out.field = plainField(pack.pack.facts[i].of);
                if (out.field == FactPath::byProgram)
                    reads(*fact.of);
            }
            out.types = fact.types;
            std::ranges::sort(out.types);
            out.types.erase(std::unique(out.types.begin(), out.types.end()), out.types.end());
            const bool sums = fact.aggregate == model::Aggregate::Sum;
            mayFail = sums && out.field == FactPath::byProgram;
            out.mayOverflow = sums && !mayFail;
        }
        if (mayFail || out.mayOverflow)
            eagerFacts.push_back(Index(i));
    }
}

void Paths::readOffers(const CompiledPack& pack)
{
    using model::OfferKind;
    const std::size_t words = (pack.offers.size() + 63) / 64;
    m_open.assign(pack.pack.placements.size(), std::vector<std::uint64_t>(words));
    offers.resize(pack.offers.size());
    for (Index i = 0; i < offers.size(); ++i) {
        const CompiledOffer& offer = pack.offers[i];
        const model::Offer& source = *offer.source;
        OfferPath& out = offers[i];
        out.validFrom = source.validFrom ? source.validFrom->ms : std::numeric_limits<std::int64_t>::min();
        out.validUntil = source.validUntil ? source.validUntil->ms : std::numeric_limits<std::int64_t>::max();
        out.once = source.once;
        out.propensity = needs::of(offer.propensity.reads(), pack.nameSlots);
        out.never = offer.when.never;
        out.firstConjunct = Index(conjuncts.size());
        out.conjunctCount = Index(offer.when.conjuncts.size());
        conjuncts.insert(conjuncts.end(), offer.when.conjuncts.begin(), offer.when.conjuncts.end());
        out.firstItem = Index(items.size());
        out.itemCount = Index(offer.items.size());
        bool inStock = true;
        for (const CompiledItem& item : offer.items) {
            const CompiledProduct& product = pack.products[item.product];
            items.push_back({ item.product, Index(pack.products.size()) + product.family, item.anchor });
            inStock = inStock && !(product.source->stock && *product.source->stock < item.qty);
        }
        readRules(pack, i, out);
        const bool open = source.status == model::OfferStatus::Active && inStock && !offer.marginTooLow
            && !offer.discountTooHigh;
        for (std::size_t k = 0; k < m_open.size(); ++k) {
            if (open && offer.placements[k]
                && (source.kind != OfferKind::Bundle || pack.pack.placements[k].highIntent))
                m_open[k][i / 64] |= std::uint64_t(1) << (i % 64);
        }
    }
}

void Paths::readRules(const CompiledPack& pack, Index offer, OfferPath& out)
{
    out.suppressions = Index(rules.size());
    for (Index i = 0; i < pack.suppressions.size(); ++i) {
        // One that reads the offer has another answer for each, whatever its scope; a scope by placement is
        // asked then.
        const CompiledSuppression& s = pack.suppressions[i];
        if (s.scope.by == Scope::By::Offer ? bool(s.scope.members[offer]) : s.when.readsOffer)
            rules.push_back(i);
    }
    out.caps = Index(rules.size());
    for (Index i = 0; i < pack.caps.size(); ++i) {
        if (speaksOf(pack.caps[i], offer))
            rules.push_back(i);
    }
    out.cooldowns = Index(rules.size());
    for (Index i = 0; i < pack.cooldowns.size(); ++i) {
        if (speaksOf(pack.cooldowns[i].blocks, offer))
            rules.push_back(i);
    }
    out.sequences = Index(rules.size());
    rules.insert(rules.end(), pack.offers[offer].sequences.begin(), pack.offers[offer].sequences.end());
    out.groups = Index(rules.size());
    rules.insert(rules.end(), pack.offers[offer].groups.begin(), pack.offers[offer].groups.end());
    out.end = Index(rules.size());
}

void Paths::readWide(const CompiledPack& pack)
{
    wide.resize(pack.pack.placements.size());
    for (Index k = 0; k < wide.size(); ++k) {
        for (Index i = 0; i < pack.suppressions.size(); ++i) {
            if (!pack.suppressions[i].when.readsOffer && coversAll(pack.suppressions[i].scope, k))
                wide[k].suppressions.push_back(i);
        }
        for (Index i = 0; i < pack.caps.size(); ++i) {
            if (coversAll(pack.caps[i], k))
                wide[k].caps.push_back(i);
        }
        for (Index i = 0; i < pack.cooldowns.size(); ++i) {
            if (coversAll(pack.cooldowns[i].blocks, k))
                wide[k].cooldowns.push_back(i);
        }
    }
}

void Paths::readEdges(const CompiledPack& pack)
{
    const std::size_t ends = pack.complements.size();
    const std::size_t products = pack.products.size();
    std::vector<Index> at(pack.offers.size(), none); // by offer: its place in m_reach, from this end
    for (Index end = 0; end < ends; ++end) {
        const std::size_t first = m_reach.size();
        m_reachFirst.push_back(Index(first));
        for (const CompiledComplement& edge : pack.complements[end]) {
            for (const Index offer : *edge.offers) {
                const auto& sold = pack.offers[offer].items;
                const auto isFrom = [&](const CompiledItem& item) {
                    return end < products ? item.product == end
                                          : pack.products[item.product].family == end - products;
                };
                const bool own = std::ranges::any_of(sold, isFrom);
                if (own && end < products)
                    continue; // an offer's own items are never its anchor
                if (at[offer] == none) {
                    at[offer] = Index(m_reach.size());
                    m_reach.push_back({ edge.weight, offer, own });
                } else {
                    m_reach[at[offer]].weight = std::max(m_reach[at[offer]].weight, edge.weight);
                }
            }
        }
        for (std::size_t i = first; i < m_reach.size(); ++i)
            at[m_reach[i].offer] = none;
    }
    m_reachFirst.push_back(Index(m_reach.size()));

    std::vector<std::pair<Index, Index>> pairs;
    for (const std::uint64_t pair : pack.m_substitutes)
        pairs.emplace_back(Index(pair >> 32), Index(pair));
    std::ranges::sort(pairs);
    for (Index end = 0; end <= ends; ++end) {
        m_substitutesFirst.push_back(Index(m_substitutes.size()));
        while (m_substitutes.size() < pairs.size() && pairs[m_substitutes.size()].first == end)
            m_substitutes.push_back(pairs[m_substitutes.size()].second);
    }
}

}
