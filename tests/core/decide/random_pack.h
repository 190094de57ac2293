// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "model/customer.h"
#include "model/pack.h"

#include <string>
#include <vector>

namespace ow::test {

/// A request in plain values, before it is resolved against a pack.
struct PlainRequest {
    model::Customer customer;
    model::Attributes context;
    Timestamp now;
    std::string placement;
    std::string intent;
    std::string focus;
    std::vector<std::pair<std::string, std::int64_t>> cart;
    std::vector<model::Event> events;
    std::vector<model::Exposure> exposures;
};

constexpr std::int64_t baseMs = 1'780'000'000'000; ///< some day in 2026
constexpr int productCount = 8;
constexpr int offerCount = 12;

inline std::string sku(std::uint64_t i) { return "SKU-" + std::to_string(i); }
inline std::string offerId(std::uint64_t i) { return "offer_" + std::to_string(i); }

/// Conditions over the two attributes of these packs.
inline std::string randomCondition(Philox& r)
{
    switch (r.below(4)) {
    case 0:
        return "customer.open_case";
    case 1:
        return "customer.age >= " + std::to_string(r.below(80));
    case 2:
        return "customer.age < " + std::to_string(20 + r.below(80));
    default:
        return "true";
    }
}

inline model::Scope randomScope(Philox& r)
{
    using Of = model::Scope::Of;
    switch (r.below(6)) {
    case 0:
        return { Of::Offers, { offerId(r.below(offerCount)), offerId(r.below(offerCount)) } };
    case 1:
        return { Of::Roles, { r.bernoulli(0.5) ? "power" : "protect" } };
    case 2:
        return { Of::Channels, { r.bernoulli(0.5) ? "web" : "email" } };
    case 3:
        return { Of::Kinds, { r.bernoulli(0.5) ? "single" : "service" } };
    case 4:
        return { Of::Missions, { "expand" } };
    default:
        return {};
    }
}

inline model::Offer randomOffer(Philox& r, std::uint64_t i)
{
    model::Offer o;
    o.id = offerId(i);
    o.name = "Offer " + std::to_string(i);
    o.kind = model::OfferKind(r.below(4));
    o.role = model::Role(1 + r.below(5));
    o.status = r.bernoulli(0.9) ? model::OfferStatus::Active : model::OfferStatus::Paused;
    o.mission = model::Mission(r.below(5));
    for (std::uint64_t k = r.below(3); k > 0; --k)
        o.items.push_back({ sku(r.below(productCount)), std::int64_t(1 + r.below(2)) });
    if (!o.items.empty() && r.bernoulli(0.3))
        o.anchors.push_back(o.items.front().sku);
    o.price = { std::int64_t(500 + r.below(9000)) };
    o.placements = { "cart" };
    if (r.bernoulli(0.7))
        o.placements.push_back("mail");
    if (r.bernoulli(0.2))
        o.validUntil = Timestamp { baseMs + std::int64_t(r.below(40)) * 86'400'000 };
    o.trigger = r.bernoulli(0.7) ? "true" : randomCondition(r);
    o.when = randomCondition(r);
    o.once = r.bernoulli(0.3);
    o.propensity = "0." + std::to_string(1 + r.below(9));
    o.priority = std::int64_t(r.below(3));
    return o;
}

inline void addRules(model::Pack& p, Philox& r)
{
    for (int i = 0; i < 2; ++i)
        p.suppress.push_back({ "s" + std::to_string(i),
            r.bernoulli(0.5) ? "customer.open_case" : "customer.age < 25", randomScope(r), "" });
    for (int i = 0; i < 3; ++i) {
        model::Cap c { "c" + std::to_string(i), randomScope(r), model::Outcome(r.below(4)),
            std::int64_t(1 + r.below(3)), {}, {} };
        if (r.bernoulli(0.5))
            c.window = days(std::int64_t(1 + r.below(20)));
        else
            c.calendar = model::Calendar(r.below(4));
        p.caps.push_back(std::move(c));
    }
    for (int i = 0; i < 3; ++i) {
        model::Cooldown c { "d" + std::to_string(i), randomScope(r), {}, model::Outcome(r.below(5)),
            days(std::int64_t(1 + r.below(15))) };
        if (r.bernoulli(0.4))
            c.blocks = randomScope(r);
        p.cooldowns.push_back(std::move(c));
    }
    model::SequenceRule afterEvent { "q0", offerId(r.below(offerCount)), "case_resolved", "event.qty > 1", "",
        {}, hours(2), days(9) };
    model::SequenceRule afterOffer { "q1", offerId(r.below(offerCount)), "", "true",
        offerId(r.below(offerCount)), model::Outcome(r.below(4)), days(1), {} };
    p.sequence = { afterEvent, afterOffer };
    p.exclusive = { { "x0",
        { offerId(r.below(offerCount)), offerId(r.below(offerCount)), offerId(r.below(offerCount)) },
        days(8) } };
}

inline model::Pack randomPack(std::uint64_t seed)
{
    Philox r(seed);
    model::Pack p;
    p.name = "random";
    p.version = "1";
    p.currency = "EUR";
    p.timezone = "Europe/Berlin";
    p.customerAttributes = { { "open_case", model::AttributeType::Bool, {}, {}, {}, false },
        { "age", model::AttributeType::Int, {}, 0.0, 120.0, std::int64_t(30) } };
    for (std::uint64_t i = 0; i < productCount; ++i) {
        model::Product product { sku(i), "Product", "family-" + std::to_string(i / 2), "things",
            { std::int64_t(1000 + r.below(5000)) }, { std::int64_t(r.below(3000)) }, {}, {}, {} };
        if (r.bernoulli(0.4))
            product.stock = std::int64_t(r.below(4));
        p.products.push_back(std::move(product));
    }
    for (int i = 0; i < 8; ++i) {
        const auto end = [&] {
            return r.bernoulli(0.7) ? model::EdgeEnd { false, sku(r.below(productCount)) }
                                    : model::EdgeEnd { true, "family-" + std::to_string(r.below(4)) };
        };
        p.adjacency.push_back(
            { end(), end(), r.bernoulli(0.6) ? model::EdgeKind::Complement : model::EdgeKind::Substitute,
                model::Role::Power, 0.1 + 0.1 * double(r.below(10)) });
    }
    p.facts
        = { { "views", {}, model::Aggregate::Count, { "product_viewed" }, "event.qty > 1", "", days(10), {} },
              { "spend", {}, model::Aggregate::Sum, { "purchased" }, "true", "event.value", days(30), {} } };
    p.stages = { { "busy", "facts.views > 2" }, { "idle", "true" } };
    p.motivations = { { "save", "facts.spend > 5000" }, { "any", "true" } };
    p.matrix = { { "idle", "any",
        { { offerId(r.below(offerCount)), 0.9 }, { offerId(r.below(offerCount)), 1.0 } }, "Good." } };
    p.channels = { { "web", "true" }, { "email", "!customer.open_case" } };
    p.placements = { { "cart", "web", true, int(1 + r.below(3)) }, { "mail", "email", false, 2 } };
    for (std::uint64_t i = 0; i < offerCount; ++i)
        p.offers.push_back(randomOffer(r, i));
    addRules(p, r);
    p.substitutes = { r.bernoulli(0.5), {} };
    if (r.bernoulli(0.5))
        p.substitutes.ownedWindow = days(20);
    p.guardrails = { std::int64_t(r.below(5000)), std::int64_t(2000 + r.below(4000)),
        r.bernoulli(0.7) ? model::MarginScope::Offer : model::MarginScope::Cart };
    p.rank = { "candidate.propensity * candidate.fit * double(offer.price)", 50.0, r.bernoulli(0.3) };
    p.anchorWindow = days(15);
    if (r.bernoulli(0.3))
        p.holdout = model::Holdout { "salt", model::Unit::Customer, 2000 };
    return p;
}

inline PlainRequest randomRequest(std::uint64_t seed)
{
    Philox r(seed, 7);
    // A few coarse times, so that many things happen at once and at the edges of windows.
    const auto time = [&] {
        return Timestamp { baseMs + std::int64_t(r.below(30)) * 86'400'000
            + std::int64_t(r.below(3)) * 3'600'000 };
    };
    const auto maybe = [&](double p) { return r.bernoulli(p) ? std::optional(time()) : std::nullopt; };
    PlainRequest out;
    out.customer = { "c-" + std::to_string(r.below(1000)),
        { { "open_case", r.bernoulli(0.2) }, { "age", std::int64_t(r.below(100)) } } };
    out.now = Timestamp { baseMs + std::int64_t(20 + r.below(8)) * 86'400'000 };
    out.placement = r.bernoulli(0.7) ? "cart" : "mail";
    if (r.bernoulli(0.5))
        out.focus = sku(r.below(productCount + 1)); // one past the end: unknown
    for (std::uint64_t k = r.below(3); k > 0; --k)
        out.cart.emplace_back(sku(r.below(productCount + 1)), std::int64_t(1 + r.below(3)));
    constexpr const char* types[]
        = { "product_viewed", "purchased", "purchased", "returned", "case_resolved", "search" };
    for (std::uint64_t k = r.below(12); k > 0; --k)
        out.events.push_back({ time(), types[r.below(6)], sku(r.below(productCount + 1)),
            std::int64_t(1 + r.below(3)), std::int64_t(r.below(9000)), "web", "", "" });
    for (std::uint64_t k = r.below(8); k > 0; --k)
        out.exposures.push_back({ time(), offerId(r.below(offerCount + 1)),
            r.bernoulli(0.5)       ? "cart"
                : r.bernoulli(0.8) ? "mail"
                                   : "gone",
            maybe(0.4), maybe(0.3), maybe(0.3), maybe(0.1) });
    return out;
}

}
