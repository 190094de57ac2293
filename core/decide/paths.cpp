// SPDX-License-Identifier: Apache-2.0
#include "decide/paths.h"

#include "decide/compiled_pack.h"

#include <algorithm>
#include <array>
#include <cmath>
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

/// Expressions that are evaluated for a candidate: those for the sentence are bound by themselves.
void Paths::readOfferFields(const CompiledPack& pack)
{
    const expr::SlotMap& map = pack.nameSlots;
    const auto add = [&](const expr::Program& program) {
        for (const std::uint32_t slot : program.reads()) {
            if (slot >= map.offer && slot < map.offer + 11)
                offerFields = std::uint16_t(offerFields | 1U << (slot - map.offer));
        }
    };
    add(*pack.score);
    for (const CompiledOffer& offer : pack.offers) {
        add(offer.trigger.program);
        add(offer.when.program);
        add(offer.propensity);
    }
    for (const CompiledSuppression& s : pack.suppressions)
        add(s.when.program);
}

void Paths::readOffers(const CompiledPack& pack)
{
    using model::OfferKind;
    readOfferFields(pack);
    const std::size_t words = (pack.offers.size() + 63) / 64;
    m_open.assign(pack.pack.placements.size(), std::vector<std::uint64_t>(words));
    for (Index i = 0; i < pack.offers.size(); ++i) {
        readOffer(pack, i);
        const CompiledOffer& offer = pack.offers[i];
        const model::Offer& source = *offer.source;
        const bool inStock = std::ranges::all_of(offer.items, [&](const CompiledItem& item) {
            const std::optional<std::int64_t>& stock = pack.products[item.product].source->stock;
            return !stock || *stock >= item.qty;
        });
        const bool open = source.status == model::OfferStatus::Active && inStock && !offer.marginTooLow
            && !offer.discountTooHigh;
        for (std::size_t k = 0; k < m_open.size(); ++k) {
            if (open && offer.placements[k]
                && (source.kind != OfferKind::Bundle || pack.pack.placements[k].highIntent))
                m_open[k][i / 64] |= std::uint64_t(1) << (i % 64);
        }
    }
}

void Paths::readOffer(const CompiledPack& pack, Index index)
{
    const CompiledOffer& offer = pack.offers[index];
    const model::Offer& source = *offer.source;
    OfferRow row;
    row.validFrom = source.validFrom ? source.validFrom->ms : std::numeric_limits<std::int64_t>::min();
    row.validUntil = source.validUntil ? source.validUntil->ms : std::numeric_limits<std::int64_t>::max();
    row.once = source.once;
    row.never = offer.when.never;
    row.propensityCode = offer.propensity.code();
    row.propensity = needs::of(offer.propensity.reads(), pack.nameSlots);
    if (const expr::Value* constant = offer.propensity.constant();
        constant != nullptr && constant->is(expr::Value::Tag::Double)) {
        row.constant = std::isfinite(constant->asDouble());
        row.constantPropensity = constant->asDouble();
    }
    std::vector<expr::Value> values;
    for (std::size_t k = 0; k < offer.values.size(); ++k) {
        if ((offerFields >> k & 1) != 0)
            values.push_back(offer.values[k]);
    }
    std::vector<RowItem> items;
    for (const CompiledItem& item : offer.items)
        items.push_back(
            { item.product, Index(pack.products.size()) + pack.products[item.product].family, item.anchor });
    std::vector<Index> suppressions, caps, cooldowns;
    for (Index i = 0; i < pack.suppressions.size(); ++i) {
        // One that reads the offer has another answer for each, whatever its scope; a scope by placement is
        // asked then.
        const CompiledSuppression& s = pack.suppressions[i];
        if (s.scope.by == Scope::By::Offer ? bool(s.scope.members[index]) : s.when.readsOffer)
            suppressions.push_back(i);
    }
    for (Index i = 0; i < pack.caps.size(); ++i) {
        if (speaksOf(pack.caps[i], index))
            caps.push_back(i);
    }
    for (Index i = 0; i < pack.cooldowns.size(); ++i) {
        if (speaksOf(pack.cooldowns[i].blocks, index))
            cooldowns.push_back(i);
    }
    offers.add(row,
        { values, offer.when.code, items, { suppressions, caps, cooldowns, offer.sequences, offer.groups } });
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
    std::vector<Index> reachFirst, substitutesFirst; // by edge end, and one past it
    for (Index end = 0; end < ends; ++end) {
        const std::size_t first = m_reach.size();
        reachFirst.push_back(Index(first));
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
    reachFirst.push_back(Index(m_reach.size()));

    std::vector<std::pair<Index, Index>> pairs;
    for (const std::uint64_t pair : pack.m_substitutes)
        pairs.emplace_back(Index(pair >> 32), Index(pair));
    std::ranges::sort(pairs);
    for (Index end = 0; end <= ends; ++end) {
        substitutesFirst.push_back(Index(m_substitutes.size()));
        while (m_substitutes.size() < pairs.size() && pairs[m_substitutes.size()].first == end)
            m_substitutes.push_back(pairs[m_substitutes.size()].second);
    }

    for (Index product = 0; product < products; ++product) {
        EdgePath& out = edges.emplace_back();
        out.family = Index(products) + pack.products[product].family;
        for (std::size_t which = 0; which < 2; ++which) {
            const Index end = which == 0 ? product : out.family;
            out.reach[which] = reachFirst[end];
            out.reachEnd[which] = reachFirst[end + 1];
            out.substitutes[which] = substitutesFirst[end];
            out.substitutesEnd[which] = substitutesFirst[end + 1];
        }
    }
}

}
