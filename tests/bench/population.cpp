// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/population.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <stdexcept>

namespace ow::bench {

namespace {

using Spread = Trait::Spread;

Trait words(std::string name, std::size_t size, double skew, bool context = false)
{
    return { std::move(name), Spread::Zipf, size, skew, 0, 0, 0, context };
}

Trait number(std::string name, Spread spread, double a, double b, std::int64_t low, std::int64_t high)
{
    return { std::move(name), spread, 0, a, b, low, high, false };
}

Trait flag(std::string name, double share)
{
    return { std::move(name), Spread::Bernoulli, 0, share, 0, 0, 1, false };
}

std::vector<Trait> allTraits()
{
    return { words("segment", 8, 0.6), words("channel", 6, 0.7), words("category_affinity", 40, 0.8),
        words("region", 25, 0.7), words("tier", 5, 0.8), words("language", 6, 1.2), words("plan", 12, 0.6),
        words("lifecycle", 6, 0.6), words("last_category", 40, 0.8), words("household", 5, 0.4),
        words("payment", 5, 0.7), words("device", 4, 0.5, true), number("age", Spread::Uniform, 0, 0, 18, 90),
        number("tenure_days", Spread::Exponential, 900, 0, 0, 6000),
        number("spend_30d", Spread::LogNormal, 8.5, 1.2, 0, 2'000'000),
        number("spend_365d", Spread::LogNormal, 10.8, 1.1, 0, 9'000'000),
        number("orders_90d", Spread::Exponential, 4, 0, 0, 60),
        number("avg_basket", Spread::LogNormal, 8.2, 0.7, 100, 500'000),
        number("days_since_visit", Spread::Exponential, 12, 0, 0, 720),
        number("days_since_contact", Spread::Exponential, 20, 0, 0, 365),
        number("affinity_a", Spread::Uniform, 0, 0, 0, 1000),
        number("affinity_b", Spread::Uniform, 0, 0, 0, 1000),
        number("affinity_c", Spread::Uniform, 0, 0, 0, 1000),
        number("affinity_d", Spread::Uniform, 0, 0, 0, 1000),
        number("loyalty_points", Spread::LogNormal, 6.5, 1.4, 0, 500'000),
        number("returns_90d", Spread::Exponential, 0.6, 0, 0, 20),
        number("sessions_30d", Spread::Exponential, 9, 0, 0, 200),
        number("lifetime_value", Spread::LogNormal, 11.5, 1.3, 0, 50'000'000),
        number("offers_seen_30d", Spread::Exponential, 3, 0, 0, 60),
        number("offers_taken_30d", Spread::Exponential, 0.5, 0, 0, 10), flag("consent_email", 0.72),
        flag("consent_sms", 0.45), flag("consent_push", 0.55), flag("consent_profiling", 0.85),
        flag("open_case", 0.07), flag("employee", 0.01), flag("app_installed", 0.5), flag("autopay", 0.35),
        flag("minor_in_household", 0.22), flag("contact_fatigue", 0.08) };
}

}

std::string Trait::word(std::size_t k) const
{
    return fmt::format("{}{}{:02}", char(std::toupper(name[0])), char(std::toupper(name[1])), k);
}

Population::Population(std::uint64_t seed)
    : m_traits(allTraits())
    , m_cumulative(m_traits.size())
    , m_sample(m_traits.size())
{
    Philox random(seed, 1);
    for (std::size_t t = 0; t < m_traits.size(); ++t) {
        double total = 0;
        for (std::size_t k = 0; k < m_traits[t].size; ++k)
            m_cumulative[t].push_back(total += std::pow(double(k + 1), -m_traits[t].a));
        if (m_traits[t].size != 0)
            continue;
        for (int i = 0; i < 4000; ++i)
            m_sample[t].push_back(drawOne(t, random));
        std::ranges::sort(m_sample[t]);
    }
}

std::size_t Population::index(std::string_view name) const
{
    const auto at = std::ranges::find(m_traits, name, &Trait::name);
    if (at == m_traits.end())
        throw std::logic_error("no trait " + std::string(name));
    return std::size_t(at - m_traits.begin());
}

std::vector<model::Attribute> Population::attributes(bool context) const
{
    std::vector<model::Attribute> out;
    for (const Trait& t : m_traits) {
        if (t.context != context)
            continue;
        model::Attribute& a = out.emplace_back();
        a.name = t.name;
        if (t.spread == Spread::Zipf) {
            for (std::size_t k = 0; k < t.size; ++k)
                a.values.push_back(t.word(k));
            a.defaultValue = a.values[0];
        } else if (t.spread == Spread::Bernoulli) {
            a.type = model::AttributeType::Bool;
            a.defaultValue = false;
        } else {
            a.type = model::AttributeType::Int;
            a.min = double(t.low);
            a.max = double(t.high);
            a.defaultValue = t.low;
        }
    }
    return out;
}

std::int64_t Population::drawOne(std::size_t trait, Philox& random) const
{
    const Trait& t = m_traits[trait];
    const auto cut = [&](double x) { return std::clamp(std::int64_t(x), t.low, t.high); };
    switch (t.spread) {
    case Spread::Zipf: {
        const std::vector<double>& c = m_cumulative[trait];
        return std::ranges::lower_bound(c, random.uniform() * c.back()) - c.begin();
    }
    case Spread::Uniform:
        return t.low + std::int64_t(random.below(std::uint64_t(t.high - t.low + 1)));
    case Spread::LogNormal:
        return cut(std::exp(t.a + t.b * random.normal()));
    case Spread::Exponential:
        return cut(t.a * random.exponential());
    case Spread::Bernoulli:
        break;
    }
    return random.bernoulli(t.a) ? 1 : 0;
}

std::vector<std::int64_t> Population::draw(Philox& random) const
{
    std::vector<std::int64_t> out;
    for (std::size_t t = 0; t < m_traits.size(); ++t)
        out.push_back(drawOne(t, random));
    return out;
}

std::string Population::literal(std::size_t trait, std::int64_t value) const
{
    const Trait& t = m_traits[trait];
    if (t.spread == Spread::Zipf)
        return '"' + t.word(std::size_t(value)) + '"';
    return t.spread == Spread::Bernoulli ? (value != 0 ? "true" : "false") : fmt::format("{}", value);
}

Comparison Population::condition(std::size_t trait, double least, double most, Philox& random) const
{
    const Trait& t = m_traits[trait];
    const double share = least + (most - least) * random.uniform();
    if (t.spread == Spread::Zipf)
        return wordCondition(trait, share, random);
    if (t.spread == Spread::Bernoulli)
        return { t.path(), Comparison::Op::Equals,
            { t.a >= 0.5 || t.name.starts_with("consent") ? "true" : "false" }, 0, 0 };
    return numberCondition(trait, share, random);
}

/// One word where one is enough, else as many as reach the share.
Comparison Population::wordCondition(std::size_t trait, double share, Philox& random) const
{
    const std::vector<double>& c = m_cumulative[trait];
    std::set<std::int64_t> chosen;
    double reached = 0;
    while (reached < share && chosen.size() + 1 < c.size()) {
        const std::int64_t k = drawOne(trait, random);
        if (chosen.insert(k).second)
            reached += (c[std::size_t(k)] - (k == 0 ? 0 : c[std::size_t(k - 1)])) / c.back();
    }
    Comparison out { m_traits[trait].path(), Comparison::Op::In, {}, 0, 0 };
    for (const std::int64_t k : chosen)
        out.values.push_back(literal(trait, k));
    if (out.values.size() == 1)
        out.op = Comparison::Op::Equals;
    return out;
}

Comparison Population::numberCondition(std::size_t trait, double share, Philox& random) const
{
    const auto quantile
        = [&](double p) { return m_sample[trait][std::size_t(p * double(m_sample[trait].size() - 1))]; };
    Comparison out { m_traits[trait].path(), Comparison::Op::AtLeast, {}, 0, 0 };
    const double kind = random.uniform();
    if (kind < 0.4) {
        out.low = quantile(1 - share);
    } else if (kind < 0.65) {
        out.op = Comparison::Op::AtMost;
        out.high = quantile(share);
    } else {
        out.op = Comparison::Op::Between;
        const double from = random.uniform() * (1 - share);
        out.low = quantile(from);
        out.high = quantile(from + share);
    }
    return out;
}

}
