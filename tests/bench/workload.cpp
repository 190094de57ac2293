// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/workload.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ow::bench {

namespace {

// Streams of the one seed; requests and offers add their number.
enum Stream : std::uint64_t { ProductStream = 2, EdgeStream = 3, NeedStream = 4, LimitStream = 5 };

std::string sku(std::size_t product) { return fmt::format("SKU-{:05}", product); }
std::string familyName(std::size_t family) { return fmt::format("family {}", family); }

model::Fact counting(std::string id, std::vector<std::string> types, Duration window,
    model::Aggregate aggregate = model::Aggregate::Count)
{
    model::Fact out;
    out.id = std::move(id);
    out.aggregate = aggregate;
    out.types = std::move(types);
    out.window = window;
    return out;
}

model::Fact expression(std::string id, std::string text)
{
    model::Fact out;
    out.id = std::move(id);
    out.expr = std::move(text);
    return out;
}

model::Scope scope(model::Scope::Of of, std::vector<std::string> names = {})
{
    return { of, std::move(names) };
}

}

Workload::Workload(std::size_t offers, std::uint64_t seed)
    : m_seed(seed)
    , m_offerCount(offers)
    , m_population(seed)
{
    m_pack.name = fmt::format("bench-{}", offers);
    m_pack.version = "1";
    m_pack.timezone = "Europe/Berlin";
    m_pack.customerAttributes = m_population.attributes(false);
    m_pack.contextAttributes = m_population.attributes(true);
    makeProducts();
    makeFacts();
    makePlaces();
    makeOffers();
    makeEdges();
    makeNeeds();
    makeLimits();
    makeExperiments();
}

void Workload::makeProducts()
{
    Philox random(m_seed, ProductStream);
    const std::size_t products = 2 * m_offerCount;
    m_families = (products + familySize - 1) / familySize;
    const Trait& categories = m_population.traits()[m_population.index("category_affinity")];
    for (std::size_t i = 0; i < products; ++i) {
        model::Product& p = m_pack.products.emplace_back();
        p.sku = sku(i);
        p.title = fmt::format("Product {}", i);
        p.family = familyName(familyOf(i));
        p.category = categories.word(familyOf(i) % categories.size);
        p.price
            = { std::clamp<std::int64_t>(std::int64_t(std::exp(8.6 + 0.9 * random.normal())), 300, 400'000) };
        p.cost = { std::int64_t(double(p.price.minor) * (0.35 + 0.5 * random.uniform())) };
        if (random.bernoulli(0.2))
            p.stock = std::int64_t(random.below(12));
        if (random.bernoulli(0.3))
            p.tags = { fmt::format("tag {}", random.below(12)) };
    }
}

/// Complements lead from a family to the next three, so that who is at home in a family meets their offers.
void Workload::makeEdges()
{
    Philox random(m_seed, EdgeStream);
    m_leadsTo.resize(m_families);
    const auto complement = [&](model::EdgeEnd from, std::size_t family) {
        const std::size_t there = (family + 1 + random.below(3)) % m_families;
        const std::size_t perFamily = familySize / 2; // the first item of offer n is product 2 n
        const std::size_t offer = std::min(there * perFamily + random.below(perFamily), m_offerCount - 1);
        m_pack.adjacency.push_back({ std::move(from), { false, sku(2 * offer) }, model::EdgeKind::Complement,
            model::Role(1 + random.below(5)), 0.05 * double(6 + random.below(15)) });
        m_leadsTo[family].push_back(offer);
    };
    for (std::size_t p = 0; p < m_pack.products.size(); ++p) {
        if (random.bernoulli(0.6))
            complement({ false, sku(p) }, familyOf(p));
        if (random.bernoulli(0.3) && p + 1 < m_pack.products.size() && familyOf(p) == familyOf(p + 1))
            m_pack.adjacency.push_back({ { false, sku(p) }, { false, sku(p + 1) },
                model::EdgeKind::Substitute, model::Role::None, 0.7 });
    }
    for (std::size_t f = 0; f < m_families; ++f) {
        complement({ true, familyName(f) }, f);
        if (random.bernoulli(0.1))
            m_pack.adjacency.push_back({ { true, familyName(f) }, { true, familyName((f + 1) % m_families) },
                model::EdgeKind::Complement, model::Role::Expand, 0.3 });
    }
}

void Workload::makeFacts()
{
    using model::Aggregate;
    std::vector<model::Fact>& facts = m_pack.facts;
    facts.push_back(counting("views_7d", { "product_viewed" }, days(7)));
    facts.push_back(counting("searches_7d", { "search" }, days(7)));
    facts.push_back(counting("cart_edits_3d", { "cart_added", "cart_removed" }, days(3)));
    facts.push_back(counting("howto_reads_14d", { "howto_read" }, days(14)));
    facts.push_back(counting("rebrowse_48h", { "product_viewed" }, hours(48)));
    facts.back().where = "event.family == focus.family";
    facts.push_back(counting("purchase_age", { "purchased" }, days(400), Aggregate::Age));
    facts.push_back(expression("days_since_purchase", "facts.purchase_age / 86400"));
    facts.push_back(counting("categories_14d", { "product_viewed" }, days(14), Aggregate::Distinct));
    facts.back().of = "event.category";
    facts.push_back(counting("view_velocity_28d", { "product_viewed" }, days(28), Aggregate::Velocity));
    facts.push_back(counting("spend_60d", { "purchased" }, days(60), Aggregate::Sum));
    facts.back().of = "event.value";
    facts.push_back(counting("case_age", { "case_opened" }, days(90), Aggregate::Age));
    facts.push_back(
        expression("hot", "facts.view_velocity_28d > 0 && facts.searches_7d + facts.cart_edits_3d > 1"));
}

void Workload::makePlaces()
{
    m_pack.channels = { { "web", "true" }, { "email", "customer.consent_email" },
        { "app", "customer.app_installed" }, { "push", "customer.consent_push" } };
    m_pack.placements
        = { { "pdp", "web", true, 2 }, { "cart", "web", true, 1 }, { "app_home", "app", false, 2 },
              { "order_mail", "email", false, 1 }, { "push_note", "push", false, 1 } };
}

void Workload::makeNeeds()
{
    m_pack.stages
        = { { "onboarding", "facts.days_since_purchase <= 5" }, { "deciding", "facts.cart_edits_3d > 0" },
              { "researching", "facts.views_7d >= 6 || facts.searches_7d >= 3" },
              { "using", "customer.lifecycle in [\"LI00\", \"LI01\"]" },
              { "lapsing", "customer.days_since_visit > 14" }, { "browsing", "true" } };
    m_pack.motivations = { { "reduce_risk", "facts.howto_reads_14d > 0" },
        { "save_time", "customer.sessions_30d < 4" }, { "save_money", "customer.avg_basket < 3000" },
        { "express_self", "facts.categories_14d >= 5 && customer.affinity_a > 300" }, { "enjoy", "true" } };
    Philox random(m_seed, NeedStream);
    for (const model::Condition& stage : m_pack.stages) {
        for (const model::Condition& motivation : m_pack.motivations) {
            model::Cell& cell = m_pack.matrix.emplace_back();
            cell.stage = stage.id;
            cell.motivation = motivation.id;
            cell.benefit = fmt::format("A benefit for {} that helps to {}.", stage.id, motivation.id);
            for (double fit = 1; fit > 0.55; fit -= 0.1) {
                const std::size_t offer = random.below(m_offerCount);
                const std::string& id = m_pack.offers[offer].id;
                if (std::ranges::find(cell.offers, id, &model::CellOffer::offer) != cell.offers.end())
                    continue;
                cell.offers.push_back({ id, fit });
                m_inCells.push_back(offer);
            }
        }
    }
}

void Workload::makeLimits()
{
    using Of = model::Scope::Of;
    using model::Outcome;
    Philox random(m_seed, LimitStream);
    const auto some = [&](std::size_t n) {
        std::vector<std::string> out;
        while (out.size() < std::min(n, m_offerCount / 2)) {
            const std::string& id = m_pack.offers[random.below(m_offerCount)].id;
            if (std::ranges::find(out, id) == out.end())
                out.push_back(id);
        }
        return out;
    };
    m_pack.suppress = { { "open_case", "customer.open_case", scope(Of::All), "A support case is open." },
        { "just_complained", "facts.case_age < 3 * 86400", scope(Of::All), "Let them be." },
        { "tired", "customer.contact_fatigue", scope(Of::Channels, { "email", "push" }),
            "Too many messages." },
        { "dear", "offer.price > 10 * (cart.value + 1000)", scope(Of::Kinds, { "single", "bundle" }),
            "Out of reach." },
        { "no_minors", "customer.minor_in_household && facts.hot",
            scope(Of::Offers, some(m_offerCount / 25 + 1)), "Not with children at home." } };
    m_pack.caps = { { "asks_week", scope(Of::All), Outcome::Shown, 6, days(7), {} },
        { "mail_day", scope(Of::Channels, { "email", "push" }), Outcome::Shown, 1, {}, model::Calendar::Day },
        { "protect_fortnight", scope(Of::Roles, { "protect" }), Outcome::Shown, 2, days(14), {} },
        { "clicks_month", scope(Of::Kinds, { "service" }), Outcome::Clicked, 3, {}, model::Calendar::Month },
        { "launches", scope(Of::Offers, some(m_offerCount / 20 + 2)), Outcome::Accepted, 1, days(60), {} } };
    m_pack.cooldowns
        = { { "declined_dear", scope(Of::Offers, some(m_offerCount / 4)), {}, Outcome::Declined, days(30) },
              { "accepted_expand", scope(Of::Roles, { "expand" }), {}, Outcome::Accepted, days(21) },
              { "returned_any", scope(Of::All), scope(Of::Kinds, { "upgrade", "service" }), Outcome::Returned,
                  days(14) } };
    for (const std::string& id : some(m_offerCount / 40 + 1)) {
        model::SequenceRule& rule = m_pack.sequence.emplace_back();
        rule.id = "after_" + id;
        rule.offer = id;
        rule.min = hours(1);
        if (random.bernoulli(0.5)) {
            rule.afterEvent = "purchased";
            rule.where = "event.value > 1000";
            rule.max = days(45);
        } else {
            rule.afterOffer = some(1)[0];
        }
    }
    for (std::size_t i = 0; i < m_offerCount / 10 + 1; ++i)
        m_pack.exclusive.push_back({ fmt::format("one_of_{}", i), some(2 + random.below(3)), days(14) });
    m_pack.substitutes = { true, days(365) };
    m_pack.guardrails = { 1500, 1300, model::MarginScope::Offer };
    m_pack.rank = { "candidate.propensity * double(offer.margin) * candidate.fit", 25.0, true };
    m_pack.anchorWindow = days(30);
    m_pack.holdout = model::Holdout { "bench", model::Unit::Customer, 500 };
}

void Workload::makeExperiments()
{
    for (const std::size_t i : { 0U, 7U }) {
        const std::string& offer = m_pack.offers[m_inCells[i]].id;
        model::Experiment& e = m_pack.experiments.emplace_back();
        e.id = fmt::format("copy_{}", i);
        e.offer = offer;
        e.salt = "x";
        e.unit = i == 0 ? model::Unit::Customer : model::Unit::Intent;
        e.arms = { { "control", 4500, {}, {}, {}, false },
            { "short", 4500, "Goes with {anchor.title}.", {}, "The short name", false },
            { "none", 1000, {}, {}, {}, true } };
    }
}

}
