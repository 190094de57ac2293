// SPDX-License-Identifier: Apache-2.0
#include "decide/explain_work.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::decide {

Reason Explainer::Work::status(const model::Offer& offer) const
{
    Reason out;
    out.detail = model::name(offer.status);
    out.sentence = fmt::format("Its status is {}, not active.", out.detail);
    return out;
}

Reason Explainer::Work::validity(const Case& c, const model::Offer& offer) const
{
    Reason out;
    const bool over = offer.validUntil && c.request.now >= *offer.validUntil;
    if (!over && offer.validFrom)
        out.opens = offer.validFrom;
    out.closes = offer.validUntil;
    out.sentence = over
        ? fmt::format("It was valid until {}.", formatTimestamp(*offer.validUntil))
        : fmt::format("It is valid from {} on.", formatTimestamp(offer.validFrom.value_or(Timestamp {})));
    return out;
}

Reason Explainer::Work::placement(const Case& c, const model::Offer& offer) const
{
    Reason out;
    const std::string here = placementName(c);
    const bool listed = std::ranges::find(offer.placements, here) != offer.placements.end();
    if (listed) {
        out.detail = "high_intent";
        out.sentence
            = fmt::format("It is a bundle, and {} is not a placement of high intent.", inQuotes(here));
        return out;
    }
    std::string list;
    for (const std::string& p : offer.placements)
        list += (list.empty() ? "" : ", ") + p;
    out.detail = "not_listed";
    out.sentence = fmt::format(
        "It is not for the placement {}; it is for {}.", inQuotes(here), list.empty() ? "none" : list);
    return out;
}

Reason Explainer::Work::consent(const Case& c)
{
    Reason out;
    const std::string& id = m_p.pack.placements[c.request.placement].channel;
    const auto channel = std::ranges::find(m_p.pack.channels, id, &model::Channel::id);
    if (channel != m_p.pack.channels.end())
        out.expression = m_tracer.whyNot(channel->consent, expr::Place::Consent, c.values);
    out.detail = id;
    out.sentence = fmt::format("There is no consent to {}: not true is {}.", inQuotes(id),
        out.expression ? describe(*out.expression) : "");
    return out;
}

Reason Explainer::Work::suppress(const Case& c, std::string_view rule)
{
    Reason out;
    const auto source = std::ranges::find(m_p.pack.suppress, rule, &model::Suppression::id);
    if (source == m_p.pack.suppress.end())
        return out;
    // Where a suppression is asked nothing of an anchor is seen; the names have the same slots in every
    // place.
    out.expression = m_tracer.whySo(source->when, expr::Place::Suppress, c.values);
    out.sentence = fmt::format("{} suppresses it: {}.{}{}", inQuotes(rule), describe(*out.expression),
        source->reason.empty() ? "" : " ", source->reason);
    return out;
}

Reason Explainer::Work::when(const Case& c, const model::Offer& offer)
{
    Reason out;
    out.expression = m_tracer.whyNot(offer.when, expr::Place::Offer, c.values);
    out.sentence = fmt::format("Its condition does not hold: not true is {}.", describe(*out.expression));
    return out;
}

Reason Explainer::Work::owned(const Case& c, const CompiledOffer& offer) const
{
    Reason out;
    std::string list;
    for (const CompiledItem& item : offer.items) {
        const auto bought = std::ranges::find(c.kept, item.product, &Purchase::product);
        const std::string& sku = m_p.products[item.product].source->sku;
        list += (list.empty() ? "" : ", ") + sku;
        if (bought == c.kept.end())
            continue;
        if (!out.since || out.since->ms < bought->at) {
            out.since = Timestamp { bought->at };
            out.product = sku;
        }
    }
    out.sentence = fmt::format("It is sold once, and all of it is owned already: {} (the last since {}).",
        list, formatTimestamp(out.since.value_or(Timestamp {})));
    return out;
}

/// The first item that something replaces, in the order in which the filter looks.
Reason Explainer::Work::substitute(const Case& c, const CompiledOffer& offer) const
{
    Reason out;
    const model::SubstituteRule& rule = m_p.pack.substitutes;
    const std::int64_t since = rule.ownedWindow ? c.request.now.ms - rule.ownedWindow->ms : c.request.now.ms;
    const auto skuOf = [&](Index product) { return m_p.products[product].source->sku; };
    bool inCart = false;
    for (const CompiledItem& item : offer.items) {
        if (item.anchor)
            continue;
        const auto replaces = [&](Index p) { return p != item.product && m_p.substitutes(item.product, p); };
        for (const CartLine& line : c.request.cart) {
            if (inCart || (line.product != item.product && !(rule.inCart && replaces(line.product))))
                continue;
            inCart = true;
            out.item = skuOf(item.product);
            out.product = skuOf(line.product);
        }
        for (const Purchase& p : c.kept) {
            if (p.at <= since || !replaces(p.product))
                continue;
            // All of them must leave the window.
            if (!out.since || out.since->ms < p.at)
                out.since = Timestamp { p.at };
            if (inCart)
                continue;
            out.item = skuOf(item.product);
            out.product = skuOf(p.product);
        }
    }
    out.detail = inCart ? "cart" : "owned";
    if (rule.ownedWindow)
        out.length = formatDuration(*rule.ownedWindow);
    if (!inCart && out.since && rule.ownedWindow)
        out.opens = *out.since + *rule.ownedWindow;
    if (inCart && out.product == out.item)
        out.sentence = fmt::format("{} is in the cart itself.", out.item);
    else if (inCart)
        out.sentence = fmt::format("{}, a substitute of {}, is in the cart.", out.product, out.item);
    else
        out.sentence = fmt::format("{}, a substitute of {}, was bought at {}; that counts for {}, until {}.",
            out.product, out.item, formatTimestamp(out.since.value_or(Timestamp {})), out.length,
            formatTimestamp(out.opens.value_or(Timestamp {})));
    return out;
}

Reason Explainer::Work::stock(const CompiledOffer& offer) const
{
    Reason out;
    for (const CompiledItem& item : offer.items) {
        const model::Product& product = *m_p.products[item.product].source;
        if (!product.stock || *product.stock >= item.qty)
            continue;
        out.product = product.sku;
        out.found = *product.stock;
        out.limit = item.qty;
        out.sentence = fmt::format(
            "Too little of {} in stock: {} there, {} needed.", product.sku, *product.stock, item.qty);
        break;
    }
    return out;
}

Reason Explainer::Work::margin(const Case& c, const CompiledOffer& offer) const
{
    Reason out;
    const model::Guardrails& g = m_p.pack.guardrails;
    out.limit = g.minMarginBp.value_or(0);
    out.detail = model::name(g.marginScope);
    if (g.marginScope == model::MarginScope::Offer) {
        out.found = offer.prices.marginBp;
        out.sentence = fmt::format(
            "Its margin of {} is below the least of {}.", percent(*out.found), percent(*out.limit));
        return out;
    }
    __extension__ using Wide = __int128;
    Wide price = offer.prices.price;
    Wide cost = offer.prices.cost;
    for (const CartLine& line : c.request.cart) {
        const model::Product& product = *m_p.products[line.product].source;
        price += Wide(product.price.minor) * line.qty;
        cost += Wide(product.cost.minor) * line.qty;
    }
    constexpr Wide most = 4'000'000'000'000'000'000;
    const auto fit = [](Wide n) { return std::int64_t(n > most ? most : n < -most ? -most : n); };
    out.found = basisPoints(fit(price - cost), fit(price));
    out.sentence = fmt::format(
        "The cart's margin with it, {}, is below the least of {}.", percent(*out.found), percent(*out.limit));
    return out;
}

Reason Explainer::Work::discount(const CompiledOffer& offer) const
{
    Reason out;
    out.found = offer.prices.discountBp;
    out.limit = m_p.pack.guardrails.maxDiscountBp.value_or(0);
    out.sentence = fmt::format(
        "Its discount of {} is above the most of {}.", percent(*out.found), percent(*out.limit));
    return out;
}

}
