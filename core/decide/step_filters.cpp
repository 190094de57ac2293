// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>
#include <cmath>

namespace ow::decide {

using expr::Value;

void Run::filterCandidates()
{
    m_s.blocks.clear();
    m_s.suppressed.assign(m_p.suppressions.size(), -1);
    m_s.sequenceOpen.assign(m_p.sequences.size(), -1);
    m_s.capCounts.assign(m_p.caps.size(), -1);
    m_consent = holds(m_p.consents[m_p.placementChannels[m_r.placement]]);
    for (Candidate& c : m_s.candidates) {
        bindOffer(c.offer);
        bindProduct(m_p.nameSlots.anchor, c.anchor);
        c.firstBlock = std::uint32_t(m_s.blocks.size());
        filterOffer(c, m_p.offers[c.offer]);
        c.blockCount = std::uint32_t(m_s.blocks.size()) - c.firstBlock;
    }
}

/// Every filter is asked, whatever the others said: the record is to be complete.
void Run::filterOffer(Candidate& c, const CompiledOffer& offer)
{
    const model::Offer& source = *offer.source;
    if (source.status != model::OfferStatus::Active)
        block(Filter::Status);
    if ((source.validFrom && m_r.now < *source.validFrom)
        || (source.validUntil && m_r.now >= *source.validUntil))
        block(Filter::Validity);
    const bool needsIntent
        = source.kind == model::OfferKind::Bundle && !m_p.pack.placements[m_r.placement].highIntent;
    if (!offer.placements[m_r.placement] || needsIntent)
        block(Filter::Placement);
    if (!m_consent)
        block(Filter::Consent);
    filterRules(c, offer);
    filterHistory(c, offer);
    const Value propensity = offer.propensity.evaluate(m_s.values, m_s.arena);
    if (propensity.is(Value::Tag::Double) && std::isfinite(propensity.asDouble()))
        c.propensity = propensity.asDouble();
    else
        block(Filter::Propensity);
}

void Run::filterRules(const Candidate& c, const CompiledOffer& offer)
{
    for (Index i = 0; i < m_p.suppressions.size(); ++i) {
        if (m_p.suppressions[i].scope.covers(c.offer, m_r.placement) && suppressed(i, m_p.suppressions[i]))
            block(Filter::Suppress, m_p.pack.suppress[i].id);
    }
    if (!holds(offer.when))
        block(Filter::When);
    if (offer.source->once && ownsAll(offer))
        block(Filter::Owned);
    if (hasSubstitute(offer))
        block(Filter::Substitute);
    if (outOfStock(offer))
        block(Filter::Stock);
    if (offer.marginTooLow || cartMarginTooLow(offer))
        block(Filter::Margin);
    if (offer.discountTooHigh)
        block(Filter::Discount);
}

void Run::filterHistory(const Candidate& c, const CompiledOffer& offer)
{
    for (Index i = 0; i < m_p.caps.size(); ++i) {
        if (m_p.caps[i].covers(c.offer, m_r.placement) && capCount(i) >= m_p.pack.caps[i].limit)
            block(Filter::Cap, m_p.pack.caps[i].id);
    }
    for (Index i = 0; i < m_p.cooldowns.size(); ++i) {
        if (m_p.cooldowns[i].blocks.covers(c.offer, m_r.placement) && coolingDown(i, c.offer))
            block(Filter::Cooldown, m_p.pack.cooldowns[i].id);
    }
    for (const Index i : offer.sequences) {
        if (!sequenceOpen(i))
            block(Filter::Sequence, m_p.pack.sequence[i].id);
    }
    for (const Index i : offer.groups) {
        if (shownInGroup(i, c.offer))
            block(Filter::Exclusive, m_p.pack.exclusive[i].id);
    }
}

/// A condition that fails counts as true: better silent than wrong.
bool Run::suppressed(Index rule, const CompiledSuppression& s)
{
    std::int8_t& known = m_s.suppressed[rule];
    if (known >= 0)
        return known == 1;
    const bool result = holdsOrFails(s.when);
    if (!s.when.readsOffer) // the same for every candidate
        known = result ? 1 : 0;
    return result;
}

bool Run::ownsAll(const CompiledOffer& offer) const
{
    return !offer.items.empty() && std::ranges::all_of(offer.items, [&](const CompiledItem& item) {
        return m_s.ownedIn[item.product] == m_s.epoch;
    });
}

bool Run::hasSubstitute(const CompiledOffer& offer) const
{
    const model::SubstituteRule& rule = m_p.pack.substitutes;
    const std::int64_t since = rule.ownedWindow ? m_now - rule.ownedWindow->ms : m_now;
    return std::ranges::any_of(offer.items, [&](const CompiledItem& item) {
        if (item.anchor)
            return false;
        const auto replaces
            = [&](Index other) { return other != item.product && m_p.substitutes(item.product, other); };
        return std::ranges::any_of(m_r.cart, [&](const CartLine& line) {
            return line.product == item.product || (rule.inCart && replaces(line.product));
        }) || std::ranges::any_of(m_s.kept, [&](const Purchase& p) {
            return p.at > since && replaces(p.product);
        });
    });
}

bool Run::outOfStock(const CompiledOffer& offer) const
{
    return std::ranges::any_of(offer.items, [&](const CompiledItem& item) {
        const std::optional<std::int64_t>& stock = m_p.products[item.product].source->stock;
        return stock && *stock < item.qty;
    });
}

bool Run::cartMarginTooLow(const CompiledOffer& offer) const
{
    const model::Guardrails& g = m_p.pack.guardrails;
    if (g.marginScope != model::MarginScope::Cart || !g.minMarginBp)
        return false;
    // Cart sums stop at 2 * 10^18 (step_names.cpp), an offer's at 10^18: none of this overflows.
    const std::int64_t price = m_cartValue + offer.prices.price;
    const std::int64_t cost = m_cartCost + offer.prices.cost;
    return basisPoints(price - cost, price) < *g.minMarginBp;
}

}
