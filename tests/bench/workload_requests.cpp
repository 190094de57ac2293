// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/workload.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace ow::bench {

namespace {

constexpr std::uint64_t firstRequestStream = 100'000'000;
constexpr std::int64_t firstNow = 1'795'348'800'000; // 2026-11-22T12:00:00Z
constexpr std::int64_t day = 86'400'000;
constexpr std::size_t eventCount = 30, exposureCount = 10;

struct Likely {
    std::string_view word;
    double upTo; ///< cumulative share
};

constexpr std::array<Likely, 12> eventTypes { { { "product_viewed", 0.46 }, { "search", 0.58 },
    { "cart_added", 0.66 }, { "cart_removed", 0.68 }, { "purchased", 0.76 }, { "howto_read", 0.79 },
    { "email_clicked", 0.85 }, { "app_opened", 0.92 }, { "page_viewed", 0.96 }, { "wishlist_added", 0.98 },
    { "returned", 0.995 }, { "case_opened", 1.0 } } };
constexpr std::array<Likely, 5> placements { { { "pdp", 0.4 }, { "cart", 0.7 }, { "app_home", 0.82 },
    { "order_mail", 0.94 }, { "push_note", 1.0 } } };

template <std::size_t size>
std::string_view pick(const std::array<Likely, size>& all, Philox& random)
{
    const double at = random.uniform();
    return std::ranges::find_if(all, [&](const Likely& l) { return at < l.upTo; })->word;
}

/// Ages are dense near now and thin out towards `span`.
std::int64_t recent(std::int64_t now, std::int64_t span, Philox& random)
{
    const double u = random.uniform();
    return now - std::int64_t(double(span) * u * u) / 1000 * 1000;
}

std::string quoted(std::int64_t time) { return '"' + formatTimestamp({ time }) + '"'; }

/// A time some minutes later, of something that happened or not.
std::string later(bool happened, std::int64_t at, Philox& random)
{
    const auto minutes = std::int64_t(1 + random.below(600));
    return happened ? quoted(at + minutes * 60'000) : "null";
}

/// Appends `,"key":value`, unless the value is the default and the form is short.
void append(std::string& out, Workload::Form form, std::string_view key, std::string_view value,
    std::string_view usual)
{
    if (form == Workload::Form::Full || value != usual)
        fmt::format_to(std::back_inserter(out), ",\"{}\":{}", key, value);
}

}

std::size_t Workload::productNear(std::size_t family, Philox& random) const
{
    const std::size_t f = random.bernoulli(0.7) ? family : (family + random.below(3)) % m_families;
    return std::min(f * familySize + random.below(familySize), m_pack.products.size() - 1);
}

std::string Workload::attributesJson(const std::vector<std::int64_t>& values, bool context) const
{
    std::string out = "{";
    const std::vector<Trait>& traits = m_population.traits();
    for (std::size_t t = 0; t < traits.size(); ++t) {
        if (traits[t].context == context)
            fmt::format_to(std::back_inserter(out), "{}\"{}\":{}", out.size() == 1 ? "" : ",", traits[t].name,
                m_population.literal(t, values[t]));
    }
    return out + "}";
}

std::string Workload::eventsJson(std::int64_t now, std::size_t home, Form form, Philox& random) const
{
    std::string out;
    for (std::size_t i = 0; i < eventCount; ++i) {
        const std::string_view type = pick(eventTypes, random);
        const bool ofProduct = type != "search" && type != "app_opened" && type != "page_viewed"
            && type != "email_clicked" && type != "case_opened";
        const model::Product& product = m_pack.products[productNear(home, random)];
        out += i == 0 ? '[' : ',';
        fmt::format_to(
            std::back_inserter(out), R"({{"at":{},"type":"{}")", quoted(recent(now, 60 * day, random)), type);
        append(out, form, "sku", ofProduct ? '"' + product.sku + '"' : R"("")", R"("")");
        append(out, form, "qty", "1", "1");
        append(out, form, "value", fmt::format("{}", type == "purchased" ? product.price.minor : 0), "0");
        append(out, form, "channel", random.bernoulli(0.7) ? R"("web")" : R"("app")", {});
        append(out, form, "session", fmt::format("\"s-{}\"", random.below(9)), {});
        append(out, form, "text", type == "search" ? R"("what goes with it")" : R"("")", R"("")");
        out += '}';
    }
    return out + ']';
}

/// Mostly offers that this customer could meet again, so that caps and cooldowns have something to hold
/// against.
std::string Workload::exposuresJson(std::int64_t now, std::size_t home, Form form, Philox& random) const
{
    std::string out;
    const std::vector<std::size_t>& near = m_leadsTo[home];
    for (std::size_t i = 0; i < exposureCount; ++i) {
        const std::size_t offer = !near.empty() && random.bernoulli(0.6)
            ? near[random.below(near.size())]
            : m_inCells[random.below(m_inCells.size())];
        const std::int64_t at = recent(now, 60 * day, random);
        const double outcome = random.uniform();
        out += i == 0 ? '[' : ',';
        fmt::format_to(std::back_inserter(out), R"({{"at":{},"offer":"{}","placement":"{}")", quoted(at),
            m_pack.offers[offer].id, pick(placements, random));
        append(out, form, "clicked_at", later(outcome < 0.2, at, random), "null");
        append(out, form, "accepted_at", later(outcome < 0.06, at, random), "null");
        append(out, form, "declined_at", later(outcome > 0.88, at, random), "null");
        append(out, form, "returned_at", later(outcome < 0.01, at, random), "null");
        out += '}';
    }
    return out + ']';
}

std::string Workload::request(std::size_t n, Form form) const
{
    Philox random(m_seed, firstRequestStream + n);
    std::vector<std::int64_t> values = m_population.draw(random);
    // At home where the affinity says, in one of the families of that category.
    const std::size_t affinity = m_population.index("category_affinity");
    const std::size_t categories = m_population.traits()[affinity].size;
    const auto category = std::size_t(values[affinity]) % std::min(categories, m_families);
    const std::size_t home
        = category + categories * random.below((m_families - category - 1) / categories + 1);
    values[affinity] = std::int64_t(category);
    if (random.bernoulli(0.7))
        values[m_population.index("last_category")]
            = std::int64_t((home + random.below(2)) % m_families % categories);
    const std::int64_t now = firstNow + std::int64_t(random.below(86'400)) * 1000;
    std::string cart;
    for (std::size_t i = 1 + random.below(3); i > 0; --i)
        fmt::format_to(std::back_inserter(cart), "{}{{\"sku\":\"{}\",\"qty\":{}}}", cart.empty() ? "" : ",",
            m_pack.products[productNear(home, random)].sku, 1 + random.below(2));
    return fmt::format(
        "{{\"customer\":{{\"id\":\"c-{}\",\"attributes\":{}}},\"now\":{},\"placement\":\"{}\","
        "\"intent\":\"i-{}\",\"focus\":\"{}\",\"cart\":[{}],\"context\":{},\"events\":{},\"exposures\":{}}}",
        n, attributesJson(values, false), quoted(now), pick(placements, random), n,
        m_pack.products[productNear(home, random)].sku, cart, attributesJson(values, true),
        eventsJson(now, home, form, random), exposuresJson(now, home, form, random));
}

}
