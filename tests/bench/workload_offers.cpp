// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/workload.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace ow::bench {

namespace {

constexpr std::uint64_t firstOfferStream = 1'000'000;

/// Conditions over windowed counts: what their authors write, most customers near the threshold.
Comparison onFacts(Philox& random)
{
    using Op = Comparison::Op;
    static const std::array<Comparison, 9> all { {
        { "facts.views_7d", Op::AtLeast, {}, 2, 0 },
        { "facts.views_7d", Op::AtLeast, {}, 4, 0 },
        { "facts.searches_7d", Op::AtMost, {}, 0, 2 },
        { "facts.cart_edits_3d", Op::AtMost, {}, 0, 1 },
        { "facts.days_since_purchase", Op::AtLeast, {}, 3, 0 },
        { "facts.days_since_purchase", Op::AtMost, {}, 0, 45 },
        { "facts.categories_14d", Op::Between, {}, 1, 6 },
        { "facts.spend_60d", Op::AtLeast, {}, 4000, 0 },
        { "facts.howto_reads_14d", Op::AtMost, {}, 0, 1 },
    } };
    return all[random.below(all.size())];
}

std::string joined(const std::vector<Comparison>& all)
{
    std::vector<std::string> parts;
    for (const Comparison& c : all)
        parts.push_back(c.text());
    return fmt::format("{}", fmt::join(parts, " && "));
}

}

void Workload::makeOffers()
{
    for (std::size_t n = 0; n < m_offerCount; ++n) {
        Philox random(m_seed, firstOfferStream + n);
        m_whens.push_back(when(familyOf(2 * n), random));
        m_pack.offers.push_back(offer(n, random));
        m_pack.offers.back().when = joined(m_whens.back());
    }
}

/// 4 to 8 conditions on different names, in no order. `home` is the family of the offer's first item.
std::vector<Comparison> Workload::when(std::size_t home, Philox& random) const
{
    std::vector<Comparison> out;
    std::set<std::string> used;
    const auto add = [&](Comparison c) {
        if (used.insert(c.name).second)
            out.push_back(std::move(c));
    };
    const auto on = [&](std::string_view name, double least, double most) {
        add(m_population.condition(m_population.index(name), least, most, random));
    };
    const std::size_t count = 4 + random.below(5);
    if (random.bernoulli(0.7))
        on(std::array { "consent_profiling", "consent_email", "consent_push" }[random.below(3)], 1, 1);
    if (random.bernoulli(0.7))
        on("open_case", 1, 1);
    if (random.bernoulli(0.6))
        add(onFacts(random));
    if (random.bernoulli(0.7)) { // the customers who meet it: they come from the families before it
        const std::size_t trait
            = m_population.index(random.bernoulli(0.7) ? "category_affinity" : "last_category");
        Comparison c { m_population.traits()[trait].path(), Comparison::Op::In, {}, 0, 0 };
        for (std::size_t back = 0; back <= 5; ++back)
            c.values.push_back(m_population.literal(trait,
                std::int64_t(
                    (home + 5 * m_families - back) % m_families % m_population.traits()[trait].size)));
        std::ranges::sort(c.values);
        c.values.erase(std::unique(c.values.begin(), c.values.end()), c.values.end());
        add(c);
    }
    while (out.size() < count) {
        const std::size_t trait = random.below(m_population.traits().size());
        const Trait& t = m_population.traits()[trait];
        if (t.spread == Trait::Spread::Zipf && random.bernoulli(0.6)) // 12 words, 18 numbers: fewer words
            continue;
        add(m_population.condition(trait, t.spread == Trait::Spread::Zipf ? 0.2 : 0.45, 0.95, random));
    }
    for (std::size_t i = out.size(); i > 1; --i)
        std::swap(out[i - 1], out[random.below(i)]);
    return out;
}

std::string Workload::propensity(Philox& random) const
{
    const double base = 0.01 * double(1 + random.below(12));
    switch (random.below(4)) {
    case 0:
        return fmt::format("{:.2f}", base);
    case 1:
        return fmt::format("{:.2f} + 0.01 * double(facts.rebrowse_48h)", base);
    case 2:
        return fmt::format(
            "{:.2f} + (customer.segment == \"SE01\" ? 0.03 : 0.0) + (facts.hot ? 0.02 : 0.0)", base);
    default:
        return fmt::format("{:.2f} * (customer.affinity_b > 500 ? 1.5 : 1.0)", base);
    }
}

model::Offer Workload::offer(std::size_t n, Philox& random)
{
    model::Offer o;
    o.id = fmt::format("offer_{:05}", n);
    o.name = fmt::format("Offer {}", n);
    const double kind = random.uniform();
    o.kind = kind < 0.65 ? model::OfferKind::Single
        : kind < 0.8     ? model::OfferKind::Bundle
        : kind < 0.9     ? model::OfferKind::Service
                         : model::OfferKind::Upgrade;
    o.role = model::Role(1 + random.below(5));
    o.status = random.bernoulli(0.94) ? model::OfferStatus::Active : model::OfferStatus::Paused;
    o.mission = model::Mission(random.below(5));
    std::vector<std::size_t> items { 2 * n };
    if (o.kind == model::OfferKind::Bundle) {
        for (std::size_t i = 1 + random.below(2); i > 0; --i)
            items.push_back(std::min(2 * n + 1 + random.below(familySize), m_pack.products.size() - 1));
        std::ranges::sort(items);
        items.erase(std::unique(items.begin(), items.end()), items.end());
        o.anchors = { m_pack.products[items[0]].sku };
    }
    Money list;
    for (const std::size_t item : items) {
        o.items.push_back({ m_pack.products[item].sku, 1 });
        list += m_pack.products[item].price;
    }
    const double discount = random.bernoulli(0.6) ? 0 : 0.14 * random.uniform();
    o.price = { std::int64_t(double(list.minor) * (1 - discount)) };
    for (const model::Placement& p : m_pack.placements) {
        if (random.bernoulli(0.8))
            o.placements.push_back(p.id);
    }
    if (o.placements.empty())
        o.placements = { "cart" };
    if (random.bernoulli(0.1))
        o.validUntil = parseTimestamp("2026-11-01T00:00:00Z").value() + days(std::int64_t(random.below(60)));
    if (random.bernoulli(0.03)) {
        // Rarer where there are more of them, so that a request meets about as many however large the pack
        // is.
        o.trigger = "facts.views_7d > 0";
        const std::array words { "last_category", "region", "plan" };
        const std::size_t asked = m_offerCount <= 400 ? 1 : m_offerCount <= 4000 ? 2 : 3;
        for (const char* word : std::span(words).first(asked))
            o.trigger += " && " + m_population.condition(m_population.index(word), 0.01, 0.01, random).text();
    }
    o.once = random.bernoulli(0.4);
    o.propensity = propensity(random);
    o.priority = std::int64_t(10 * (1 + random.below(20)));
    o.because = random.bernoulli(0.3)
        ? "Because you chose {anchor.title}, {offer.name} is yours for {offer.price} instead of "
          "{offer.list_price}."
        : "Because you chose {anchor.title}, {offer.name} gives you what goes with it.";
    return o;
}

}
