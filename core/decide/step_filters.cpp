// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>
#include <cmath>

namespace ow::decide {

using expr::Value;

void Run::filterCandidates()
{
    for (Candidate& c : m_s.candidates) {
        setCandidate(c.offer, c.anchor);
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
    if (!readPropensity(c))
        block(Filter::Propensity);
}

void Run::filterRules(const Candidate& c, const CompiledOffer& offer)
{
    const OfferRow& path = m_paths.offers[c.offer];
    for (Index i = 0; i < m_p.suppressions.size(); ++i) {
        if (m_p.suppressions[i].scope.covers(c.offer, m_r.placement) && suppressed(i))
            block(Filter::Suppress, m_p.pack.suppress[i].id);
    }
    if (!holds(offer.when))
        block(Filter::When);
    if (path.once && ownsAll(path))
        block(Filter::Owned);
    if (hasSubstitute(path))
        block(Filter::Substitute);
    if (outOfStock(offer))
        block(Filter::Stock);
    if (offer.marginTooLow || cartMarginTooLow(c.offer))
        block(Filter::Margin);
    if (offer.discountTooHigh)
        block(Filter::Discount);
}

void Run::filterHistory(const Candidate& c, const CompiledOffer& offer)
{
    for (Index i = 0; i < m_p.caps.size(); ++i) {
        if (m_p.caps[i].covers(c.offer, m_r.placement) && capReached(i))
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

/// False where its expression failed or gave no number.
bool Run::readPropensity(Candidate& c)
{
    const OfferRow& row = m_paths.offers[c.offer];
    if (row.constant) {
        c.propensity = row.constantPropensity;
        return true;
    }
    need(row.propensity);
    const Value propensity = number(row.propensityCode);
    if (!propensity.is(Value::Tag::Double) || !std::isfinite(propensity.asDouble()))
        return false;
    c.propensity = propensity.asDouble();
    return true;
}

/// A condition that fails counts as true: better silent than wrong.
bool Run::suppressed(Index rule)
{
    if (const bool* known = m_s.suppressed.find(rule))
        return *known;
    const CompiledSuppression& s = m_p.suppressions[rule];
    const bool result = holdsOrFails(s.when);
    if (!s.when.readsOffer) // the same for every candidate
        m_s.suppressed.set(rule, result);
    return result;
}

bool Run::ownsAll(const OfferRow& offer)
{
    markOwned();
    const std::span<const RowItem> items = offer.items();
    return !items.empty()
        && std::ranges::all_of(items, [&](const RowItem& item) { return m_s.owned.has(item.product); });
}

/// Another product than the item's own: what several products replace, one of them is another.
bool Run::hasSubstitute(const OfferRow& offer)
{
    markReplaced();
    return std::ranges::any_of(offer.items(), [&](const RowItem& item) {
        if (item.anchor)
            return false;
        const auto replaced = [&](Index end) {
            const Index* by = m_s.replacedBy.find(end);
            return by != nullptr && *by != item.product;
        };
        return replaced(item.product) || replaced(item.family)
            || std::ranges::any_of(
                m_r.cart, [&](const CartLine& line) { return line.product == item.product; });
    });
}

/// The substitutes of what is in the cart or was bought within the window, once for a request.
void Run::markReplaced()
{
    if (m_replacedMarked)
        return;
    m_replacedMarked = true;
    const model::SubstituteRule& rule = m_p.pack.substitutes;
    if (rule.inCart) {
        for (const CartLine& line : m_r.cart)
            markReplacedBy(line.product);
    }
    if (!rule.ownedWindow)
        return;
    const std::int64_t since = m_now - rule.ownedWindow->ms;
    for (const Purchase& p : m_s.kept) {
        if (p.at > since)
            markReplacedBy(p.product);
    }
}

void Run::markReplacedBy(Index product)
{
    const EdgePath& edges = m_paths.edges[product];
    for (const std::size_t which : { 0U, 1U }) {
        for (const Index replaced : m_paths.substitutes(edges, which)) {
            const Index* by = m_s.replacedBy.find(replaced);
            m_s.replacedBy.set(replaced, by == nullptr || *by == product ? product : none);
        }
    }
}

bool Run::outOfStock(const CompiledOffer& offer) const
{
    return std::ranges::any_of(offer.items, [&](const CompiledItem& item) {
        const std::optional<std::int64_t>& stock = m_p.products[item.product].source->stock;
        return stock && *stock < item.qty;
    });
}

bool Run::cartMarginTooLow(Index offer)
{
    const model::Guardrails& g = m_p.pack.guardrails;
    if (g.marginScope != model::MarginScope::Cart || !g.minMarginBp)
        return false;
    sumCart();
    // Cart sums stop at 2 * 10^18 (step_names.cpp), an offer's at 10^18: none of this overflows.
    const std::int64_t price = m_cartValue + m_p.offers[offer].prices.price;
    const std::int64_t cost = m_cartCost + m_p.offers[offer].prices.cost;
    return basisPoints(price - cost, price) < *g.minMarginBp;
}

}
