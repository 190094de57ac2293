// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decide/random_expression.h"
#include "core/decide/random_pack.h"
#include "decide/validate.h"
#include "expr/policy_names.h"

#include <set>

// Packs that use every clause of DECISION.md: every kind of rule and scope, expressions that fail, facts of
// every aggregate, experiments, clocks that change. Windows are of a few lengths, and requests have times at
// just these distances and a millisecond beside them.

namespace ow::test {

class WidePack {
public:
    static constexpr std::uint64_t products = 9;
    static constexpr std::uint64_t offers = 14;

    static model::Pack make(std::uint64_t seed)
    {
        WidePack w(seed);
        w.words();
        w.catalogue();
        w.facts();
        w.needs();
        for (std::uint64_t i = 0; i < offers; ++i)
            w.m.offers.push_back(w.offer(i));
        w.rules();
        w.choice();
        w.experiments();
        return w.m;
    }

    /// Around when requests of this pack ask: beside a change of its clocks.
    static std::int64_t base(std::uint64_t seed)
    {
        constexpr std::int64_t times[] = {
            1'774'746'000'000, // 2026-03-29T01:00Z, Berlin goes forward
            1'792'890'000'000, // 2026-10-25T01:00Z, Berlin goes back
            1'793'512'800'000, // 2026-11-01T06:00Z, New York goes back
            1'772'953'200'000, // 2026-03-08T07:00Z, New York goes forward
            1'775'314'800'000, // 2026-04-04T15:00Z, Lord Howe goes back by half an hour
            1'767'225'600'000, // 2026-01-01T00:00Z
        };
        return times[seed % 6];
    }

    static std::string sku(std::uint64_t i) { return i == 7 ? "ÄSKU-7" : test::sku(i); }

    /// Lengths that windows have and at whose edges things happen.
    static Duration length(Philox& r)
    {
        constexpr std::int64_t hoursOf[] = { 1, 2, 12, 24, 48, 168, 240, 336, 720 };
        return hours(hoursOf[r.below(9)]);
    }

private:
    explicit WidePack(std::uint64_t seed)
        : r(seed, 11)
        , m_seed(seed)
    {
    }

    using Place = expr::Place;

    RandomExpression at(Place place, std::size_t before = expr::everyFact)
    {
        return { expr::vocabularyFor(m, place, before), r };
    }
    std::string condition(Place place, double always = 0.4, std::size_t before = expr::everyFact)
    {
        return r.bernoulli(always) ? "true" : at(place, before).boolean();
    }
    template <typename One>
    std::vector<std::string> some(std::uint64_t from, std::uint64_t most, One one)
    {
        std::set<std::string> out;
        for (std::uint64_t k = 1 + r.below(most); k > 0; --k)
            out.insert(std::string(one(r.below(from))));
        return { out.begin(), out.end() };
    }
    std::vector<std::string> someOffers(std::uint64_t most) { return some(offers, most, offerId); }

    void words()
    {
        m.name = "wide";
        m.version = std::to_string(m_seed);
        constexpr const char* currencies[] = { "EUR", "JPY", "KWD", "XXX" };
        m.currency = currencies[r.below(4)];
        constexpr const char* zones[] = { "Europe/Berlin", "Europe/Berlin", "America/New_York",
            "America/New_York", "Australia/Lord_Howe", "UTC" };
        m.timezone = zones[m_seed % 6];
        using enum model::AttributeType;
        m.customerAttributes
            = { { "segment", String, { "new", "regular", "pro" }, {}, {}, std::string("new") },
                  { "tenure", Int, {}, 0.0, 1000.0, std::int64_t(10) },
                  { "divisor", Int, {}, {}, {}, std::int64_t(1) }, { "open_case", Bool, {}, {}, {}, false },
                  { "consent_email", Bool, {}, {}, {}, true }, { "risk", Double, {}, 0.0, 1.0, 0.25 },
                  { "code", String, {}, {}, {}, std::string("3") } };
        m.contextAttributes = { { "weather", String, { "dry", "rain" }, {}, {}, std::string("dry") },
            { "temperature", Double, {}, {}, {}, 20.0 } };
    }

    void catalogue()
    {
        for (std::uint64_t i = 0; i < products; ++i) {
            model::Product p { sku(i), "Thing {" + std::to_string(i), "family " + std::to_string(i / 3),
                r.bernoulli(0.5) ? "things" : "stuff", { std::int64_t(1000 + r.below(5000)) },
                { std::int64_t(r.below(3000)) }, {}, {}, {} };
            if (r.bernoulli(0.4))
                p.stock = std::int64_t(r.below(4));
            if (r.bernoulli(0.3))
                p.tags = { "usb-c", "é" };
            m.products.push_back(std::move(p));
        }
        constexpr double weights[] = { 0.5, 0.8, 1.0 };
        const auto end = [&] {
            return r.bernoulli(0.7) ? model::EdgeEnd { false, sku(r.below(products)) }
                                    : model::EdgeEnd { true, "family " + std::to_string(r.below(3)) };
        };
        for (int i = 0; i < 14; ++i)
            m.adjacency.push_back(
                { end(), end(), r.bernoulli(0.7) ? model::EdgeKind::Complement : model::EdgeKind::Substitute,
                    model::Role::Power, weights[r.below(3)] });
        m.channels = { { "web", "true" }, { "email", "customer.consent_email" }, { "sms", "true" } };
        m.placements
            = { { "cart", "web", true, int(1 + r.below(3)) }, { "page", "web", false, int(r.below(4)) },
                  { "mail", "email", r.bernoulli(0.5), 2 }, { "phone", "sms", true, 1 } };
    }

    void facts()
    {
        using enum model::Aggregate;
        for (std::size_t i = 0; i < 10; ++i) {
            model::Fact f;
            f.id = "f" + std::to_string(i);
            if (i > 2 && r.bernoulli(0.3)) {
                RandomExpression e = at(Place::FactExpression, i);
                f.expr = r.bernoulli(0.4) ? e.integer(2) : r.bernoulli(0.5) ? e.boolean(2) : e.real(2);
            } else {
                f.aggregate = model::Aggregate(r.below(7));
                if (r.bernoulli(0.8)) {
                    constexpr const char* known[] = { "product_viewed", "purchased", "search", "returned" };
                    f.types = some(4, 2, [&](std::uint64_t k) { return known[k]; });
                }
                f.where = condition(Place::FactEvent, 0.5, i);
                f.window = length(r);
                if (f.aggregate == Distinct)
                    f.of = r.bernoulli(0.5) ? "event.sku" : at(Place::FactEvent, i).text();
                if (f.aggregate == Sum || f.aggregate == Min || f.aggregate == Max)
                    f.of = r.bernoulli(0.5) ? "event.value" : at(Place::FactEvent, i).integer();
                if ((f.aggregate == Min || f.aggregate == Max || f.aggregate == Age) && r.bernoulli(0.5))
                    f.otherwise = std::int64_t(r.below(100)) - 50;
            }
            m.facts.push_back(std::move(f));
        }
        m.channels[1].consent = r.bernoulli(0.7) ? "customer.consent_email" : at(Place::Consent).boolean();
        m.channels[2].consent = condition(Place::Consent);
    }

    void needs()
    {
        m.stages
            = { { "busy", at(Place::Condition).boolean() }, { "idle", at(Place::Condition).boolean(3) } };
        m.motivations = { { "save", at(Place::Condition).boolean() }, { "any", "true" } };
        if (r.bernoulli(0.7))
            m.stages.push_back({ "rest", "true" });
        constexpr double fits[] = { 0.5, 0.8, 1.0 };
        for (const model::Condition& s : m.stages) {
            for (const model::Condition& v : m.motivations) {
                if (r.bernoulli(0.2))
                    continue;
                model::Cell cell { s.id, v.id, {}, "Good for " + s.id };
                for (const std::string& id : someOffers(4))
                    cell.offers.push_back({ id, fits[r.below(3)] });
                m.matrix.push_back(std::move(cell));
            }
        }
    }

    std::string because()
    {
        const expr::Vocabulary names = expr::vocabularyFor(m, Place::Offer);
        std::string out = "{{ Because }} é ";
        for (std::uint64_t k = r.below(5); k > 0; --k)
            out += "{" + names.names()[r.below(names.names().size())].path + "} ";
        return out;
    }

    model::Offer offer(std::uint64_t i)
    {
        model::Offer o;
        o.id = offerId(i);
        o.name = "Offer " + std::to_string(i);
        o.kind = model::OfferKind(r.below(4));
        o.role = model::Role(r.below(6));
        o.status = r.bernoulli(0.9) ? model::OfferStatus::Active : model::OfferStatus(r.below(5));
        o.mission = model::Mission(r.below(5));
        o.tier = model::Tier(r.below(4));
        std::set<std::string> skus;
        std::int64_t list = 0;
        for (std::uint64_t k = r.below(4); k > 0; --k) {
            const std::uint64_t p = r.below(products);
            if (!skus.insert(sku(p)).second)
                continue;
            o.items.push_back({ sku(p), std::int64_t(1 + r.below(2)) });
            list += m.products[p].price.minor * o.items.back().qty;
        }
        if (!o.items.empty() && r.bernoulli(0.3))
            o.anchors.push_back(o.items.front().sku);
        o.price
            = { list > 0 ? list * std::int64_t(60 + r.below(50)) / 100 : std::int64_t(500 + r.below(9000)) };
        o.placements = r.bernoulli(0.8) ? std::vector<std::string> { "cart", "page", "mail" }
                                        : std::vector<std::string> { "phone", "mail" };
        const Timestamp about { base(m_seed) };
        if (r.bernoulli(0.15))
            o.validFrom = about - hours(std::int64_t(r.below(3)));
        if (r.bernoulli(0.15))
            o.validUntil = about + hours(std::int64_t(r.below(30)));
        if (r.bernoulli(m_seed % 4 == 0 ? 0.05 : 0.5))
            o.trigger = r.bernoulli(0.2) ? "true" : at(Place::Offer).boolean();
        o.when = condition(Place::Offer, 0.5);
        if (o.when != "true" && r.bernoulli(0.5))
            o.when += " || customer.tenure >= 0"; // errors are absorbed, and most pass
        o.once = r.bernoulli(0.3);
        constexpr const char* propensities[] = { "0.1", "0.1", "0.7", "0.3 + 0.1 * customer.risk" };
        o.propensity = r.bernoulli(0.7) ? propensities[r.below(4)] : at(Place::Offer).real(2);
        o.priority = std::int64_t(r.below(3));
        o.because = because();
        return o;
    }

    model::Scope scope()
    {
        using Of = model::Scope::Of;
        constexpr const char* channels[] = { "web", "email", "sms" };
        switch (r.below(7)) {
        case 0:
        case 1:
            return { Of::Offers, someOffers(5) };
        case 2:
            return { Of::Roles,
                some(5, 2, [](std::uint64_t k) { return std::string(name(model::Role(1 + k))); }) };
        case 3:
            return { Of::Channels, some(3, 2, [&](std::uint64_t k) { return channels[k]; }) };
        case 4:
            return { Of::Kinds,
                some(4, 2, [](std::uint64_t k) { return std::string(name(model::OfferKind(k))); }) };
        case 5:
            return { Of::Missions,
                some(4, 2, [](std::uint64_t k) { return std::string(name(model::Mission(1 + k))); }) };
        default:
            return {};
        }
    }

    void rules()
    {
        for (std::uint64_t i = r.below(4); i > 0; --i)
            m.suppress.push_back({ "s" + std::to_string(i),
                r.bernoulli(0.3) ? "customer.open_case"
                                 : at(Place::Suppress).boolean() + " && " + at(Place::Suppress).boolean(),
                scope(), "" });
        for (std::uint64_t i = r.below(5); i > 0; --i) {
            model::Cap c { "c" + std::to_string(i), scope(), model::Outcome(r.below(4)),
                std::int64_t(1 + r.below(4)), {}, {} };
            if (r.bernoulli(0.7))
                c.count = model::Outcome::Shown;
            if (r.bernoulli(0.5))
                c.window = length(r);
            else
                c.calendar = model::Calendar(r.below(4));
            m.caps.push_back(std::move(c));
        }
        for (std::uint64_t i = r.below(4); i > 0; --i) {
            model::Cooldown c { "d" + std::to_string(i), scope(), {}, model::Outcome(r.below(5)), length(r) };
            if (r.bernoulli(0.4))
                c.blocks = scope();
            m.cooldowns.push_back(std::move(c));
        }
        for (std::uint64_t i = r.below(4); i > 0; --i) {
            model::SequenceRule q { "q" + std::to_string(i), offerId(r.below(4)), "", "true", "", {},
                r.bernoulli(0.5) ? Duration {} : length(r), {} };
            if (r.bernoulli(0.6)) {
                q.afterEvent = r.bernoulli(0.7) ? "product_viewed" : "case_resolved";
                q.where = condition(Place::SequenceEvent);
            } else {
                q.afterOffer = offerId(r.below(offers));
                q.outcome = model::Outcome(r.below(4));
            }
            if (r.bernoulli(0.4))
                q.max = Duration { q.min.ms + length(r).ms };
            m.sequence.push_back(std::move(q));
        }
        for (std::uint64_t i = r.below(3); i > 0; --i) {
            std::set<std::string> group;
            while (group.size() < 3)
                group.insert(offerId(r.below(offers)));
            m.exclusive.push_back({ "x" + std::to_string(i), { group.begin(), group.end() }, length(r) });
        }
    }

    void choice()
    {
        m.substitutes.inCart = r.bernoulli(0.5);
        if (r.bernoulli(0.5))
            m.substitutes.ownedWindow = length(r);
        if (r.bernoulli(0.6))
            m.guardrails.minMarginBp = std::int64_t(r.below(6000)) - 1000;
        if (r.bernoulli(0.6))
            m.guardrails.maxDiscountBp = std::int64_t(r.below(5000));
        m.guardrails.marginScope = r.bernoulli(0.6) ? model::MarginScope::Offer : model::MarginScope::Cart;
        constexpr const char* scores[] = {
            "candidate.propensity * candidate.fit", "candidate.fit", "1.0",
            "candidate.propensity * double(offer.margin) * candidate.fit",
            "candidate.origin == 'adjacency' ? double(anchor.price) : double(facts.f0) + candidate.propensity"
        };
        m.rank.score = r.bernoulli(0.7) ? scores[r.below(5)] : at(Place::Rank).real(2);
        if (r.bernoulli(0.4))
            m.rank.floor = 0.1 * double(r.below(4));
        m.rank.distinctRoles = r.bernoulli(0.3);
        m.anchorWindow = r.bernoulli(0.8) ? length(r) : Duration {};
        if (r.bernoulli(0.4))
            m.holdout = model::Holdout { "salt", model::Unit(r.below(2)), 2000 };
        m.guarantees = { { "g", "Never.", at(Place::Guarantee).boolean() } };
    }

    void experiments()
    {
        for (std::uint64_t i = r.below(4); i > 0; --i) {
            model::Experiment e { "e" + std::to_string(i), offerId(r.below(offers)), "c",
                model::Unit(r.below(2)), {} };
            for (std::uint64_t k = 0; k < 1 + r.below(3); ++k) {
                model::Arm arm { "arm" + std::to_string(k), std::int64_t(1000 + r.below(2300)), {}, {}, {},
                    false };
                if (r.bernoulli(0.5))
                    arm.because = because();
                if (r.bernoulli(0.4))
                    arm.price = Money { std::int64_t(500 + r.below(9000)) };
                if (r.bernoulli(0.4))
                    arm.name = "Renamed";
                if (!arm.because && !arm.price && !arm.name)
                    arm.withhold = r.bernoulli(0.5);
                e.arms.push_back(std::move(arm));
            }
            m.experiments.push_back(std::move(e));
        }
        // An arm's price must keep within the guardrails; what does not goes without.
        for (model::Experiment& e : m.experiments) {
            for (model::Arm& arm : e.arms) {
                const std::optional<Money> price = arm.price;
                arm.price.reset();
                const std::size_t before = decide::validate(m).size();
                arm.price = price;
                if (decide::validate(m).size() > before)
                    arm.price.reset();
            }
        }
    }

    Philox r;
    std::uint64_t m_seed;
    model::Pack m;
};

/// A request for such a pack: most of its times lie at the edges of windows.
inline PlainRequest wideRequest(std::uint64_t pack, std::uint64_t seed)
{
    Philox r(seed, 1000 + pack);
    PlainRequest out;
    constexpr std::int64_t shifts[]
        = { 0, 0, 1, -1, 1'800'000, 3'600'000, -3'600'000, 7'200'000, 86'400'000 };
    out.now = Timestamp { WidePack::base(pack) + shifts[r.below(9)] };
    const auto time = [&] {
        if (r.bernoulli(0.1))
            return out.now + hours(std::int64_t(r.below(3))); // later than now, or just now
        if (r.bernoulli(0.4))
            return out.now - Duration { std::int64_t(r.below(1'000'000'000)) };
        constexpr std::int64_t beside[] = { 0, 0, 0, 1, -1 };
        return out.now - WidePack::length(r) + Duration { beside[r.below(5)] };
    };
    const auto maybe = [&](double p) { return r.bernoulli(p) ? std::optional(time()) : std::nullopt; };
    const auto anySku
        = [&] { return WidePack::sku(r.below(WidePack::products + 1)); }; // one too many: unknown

    out.customer.id = "c-" + std::to_string(r.below(1000));
    const auto attribute = [&](const char* name, model::AttributeValue value) {
        if (r.bernoulli(0.7))
            out.customer.attributes[name] = std::move(value);
    };
    constexpr const char* segments[] = { "new", "regular", "pro" };
    constexpr const char* codes[] = { "3", "x", "", "-17" };
    attribute("segment", std::string(segments[r.below(3)]));
    attribute("tenure", std::int64_t(r.below(60)));
    attribute("divisor", std::int64_t(r.below(4)) - 1);
    attribute("open_case", r.bernoulli(0.2));
    attribute("consent_email", r.bernoulli(0.7));
    attribute("risk", 0.25 * double(r.below(5)));
    attribute("code", std::string(codes[r.below(4)]));
    if (r.bernoulli(0.5))
        out.context["weather"] = std::string(r.bernoulli(0.5) ? "dry" : "rain");
    if (r.bernoulli(0.5))
        out.context["temperature"] = double(r.below(80)) / 4 - 5;

    constexpr const char* placements[] = { "cart", "cart", "cart", "page", "mail", "phone" };
    out.placement = placements[r.below(6)];
    if (r.bernoulli(0.7))
        out.intent = "s-" + std::to_string(r.below(1000));
    if (r.bernoulli(0.5))
        out.focus = anySku();
    for (std::uint64_t k = r.below(4); k > 0; --k)
        out.cart.emplace_back(
            anySku(), r.bernoulli(0.95) ? std::int64_t(1 + r.below(3)) : -std::int64_t(r.below(2)));
    constexpr const char* types[] = { "product_viewed", "product_viewed", "purchased", "purchased",
        "returned", "case_resolved", "search", "zz" };
    for (std::uint64_t k = r.bernoulli(0.3) ? 0 : r.below(20); k > 0; --k)
        out.events.push_back(
            { time(), types[r.below(8)], r.bernoulli(0.9) ? anySku() : "", std::int64_t(1 + r.below(3)),
                r.bernoulli(0.98) ? std::int64_t(r.below(9000)) : std::numeric_limits<std::int64_t>::max(),
                r.bernoulli(0.5) ? "web" : "", "s-" + std::to_string(r.below(4)),
                r.bernoulli(0.3) ? "dock e" : "" });
    for (std::uint64_t k = r.bernoulli(0.4) ? 0 : r.below(9); k > 0; --k)
        out.exposures.push_back({ time(), offerId(r.below(WidePack::offers + 1)),
            r.bernoulli(0.9) ? placements[r.below(6)] : "gone", maybe(0.3), maybe(0.2), maybe(0.2),
            maybe(0.1) });
    return out;
}

}
