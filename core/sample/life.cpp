// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/life.h"

#include "sample/sample.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ow::sample {

namespace {

std::string idOf(std::int64_t index) { return fmt::format("c-{:05}", index); }

// Streams: one per customer for its life, one for the programme, so that editing an offer's truth moves no
// session.
constexpr std::uint64_t programmeStreams = std::uint64_t(1) << 40;

constexpr std::array<std::string_view, 4> regions { "north", "coast", "plains", "south" };

}

Life::Life(const Shop& shop, std::uint64_t seed, std::int64_t index)
    : m_shop(shop)
    , m_random(seed, std::uint64_t(index))
    , m_index(index)
    , m_programme(idOf(index), Philox(seed, programmeStreams + std::uint64_t(index)))
{
    m_out.customer.id = idOf(index);
}

void Life::play()
{
    introduce();
    planYear();
    while (!m_queue.empty()) {
        const auto next = m_queue.extract(m_queue.begin());
        if (next.key() < yearEnd())
            happen(next.key(), next.mapped());
    }
}

SampleCustomer Life::take()
{
    auto& attributes = m_out.customer.attributes;
    attributes["open_case"] = m_programme.caseOpen(yearEnd() - seconds(1));
    std::erase_if(m_out.events, [](const auto& event) { return event.at >= yearEnd(); });
    std::stable_sort(
        m_out.events.begin(), m_out.events.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    m_out.exposures = std::move(m_programme.exposures());
    for (auto& row : m_out.exposures)
        for (auto* time : { &row.clickedAt, &row.acceptedAt, &row.declinedAt, &row.returnedAt })
            if (*time && **time >= yearEnd())
                time->reset(); // the log ends before it happened
    std::stable_sort(m_out.exposures.begin(), m_out.exposures.end(),
        [](const auto& a, const auto& b) { return a.at < b.at; });
    return std::move(m_out);
}

void Life::introduce()
{
    for (const auto& world : worlds())
        if (m_random.bernoulli(world.share))
            m_worlds.push_back(&world);
    if (m_worlds.empty())
        m_worlds.push_back(&worlds()[m_random.below(worlds().size())]);

    const auto tenure = std::int64_t(m_random.uniform() * m_random.uniform() * 2'400);
    const bool pro = m_random.bernoulli(0.14);
    m_region = regions[m_random.below(regions.size())];
    m_consentEmail = m_random.bernoulli(0.76);
    m_quiet = m_random.bernoulli(0.05);
    m_appShare = m_random.bernoulli(0.45) ? 0.5 : 0.0;
    m_pace = std::exp(0.55 * m_random.normal() - 0.15) * (pro ? 1.35 : 1.0);
    const double channel = m_random.uniform();
    const bool consentSms = m_random.bernoulli(0.25);
    const bool business
        = std::any_of(m_worlds.begin(), m_worlds.end(), [](const World* w) { return w->id == "software"; });
    const auto seats = business ? 1 + std::int64_t(m_random.exponential() * 5.0) : 0;

    auto& a = m_out.customer.attributes;
    a["segment"] = std::string(pro ? "pro" : tenure < 120 ? "new" : "regular");
    a["region"] = m_region;
    a["tenure_days"] = tenure;
    a["team_seats"] = seats;
    a["cadence"] = std::string(m_quiet ? "quiet" : "normal");
    a["preferred_channel"] = std::string(channel < 0.7 ? "any"
            : channel < 0.85                           ? "email"
            : m_appShare > 0                           ? "app"
            : consentSms                               ? "sms"
                                                       : "any");
    a["consent_email"] = m_consentEmail;
    a["consent_push"] = m_appShare > 0 && m_random.bernoulli(0.6);
    a["consent_sms"] = consentSms;
}

/// Busy before the holidays, quiet in July; evenings more than nights; weekends a little more.
Timestamp Life::sessionTime()
{
    static constexpr std::array<double, 13> month { 1.6, 1.2, 0.8, 0.85, 0.95, 1.0, 1.0, 0.9, 0.8, 0.9, 1.05,
        1.1, 1.2 };
    for (;;) {
        const auto day = std::int64_t(m_random.below(364));
        const double weekend = day % 7 >= 5 ? 1.25 : 1.0;
        if (m_random.uniform() * 2.0 > month[std::size_t(day / 28)] * weekend)
            continue;
        // Local hours around 13:00 and 20:00, in UTC four to five hours later.
        const double hour
            = m_random.bernoulli(0.45) ? 13 + 2.5 * m_random.normal() : 20 + 1.7 * m_random.normal();
        const auto ms = std::int64_t((hour + 4.5) * 3'600'000.0);
        const Timestamp at = yearStart() + days(day) + Duration { ms / 1000 * 1000 };
        if (at > yearStart() && at < yearEnd())
            return at;
    }
}

void Life::planYear()
{
    const int visits = 1 + m_random.poisson(17.0 * m_pace);
    for (int i = 0; i < visits; ++i)
        plan(sessionTime(), Step::Session);
    // Every ninth day a letter goes out; each customer has a weekday and hour of its own.
    const Timestamp first = programmeStart() + hours(13 + std::int64_t(m_random.below(9 * 24)));
    for (Timestamp at = first; at < yearEnd(); at = at + days(9))
        plan(at, Step::Newsletter);
    if (m_random.bernoulli(0.25))
        plan(sessionTime(), Step::Renewal);
}

void Life::plan(Timestamp at, Step step, std::string about)
{
    if (at < yearEnd())
        m_queue.emplace(at, Planned { step, std::move(about) });
}

Timestamp Life::within(Timestamp at, double shortestHours, double longestHours)
{
    const double span = shortestHours + m_random.uniform() * (longestHours - shortestHours);
    return at + seconds(std::int64_t(span * 3600.0));
}

std::string Life::newSession() { return fmt::format("{}-{}", m_out.customer.id.substr(2), ++m_sessions); }

model::Event& Life::log(Timestamp at, std::string_view type, std::string_view sku, const Visit& visit)
{
    model::Event event;
    event.at = at;
    event.type = type;
    event.sku = sku;
    event.channel = visit.channel;
    event.session = visit.id;
    m_out.events.push_back(std::move(event));
    return m_out.events.back();
}

void Life::happen(Timestamp at, const Planned& planned)
{
    switch (planned.step) {
    case Step::Session:
        return session(at, planned.about);
    case Step::Newsletter:
        return newsletter(at);
    case Step::OrderMail:
        if (planned.about == "laptops")
            offerBySend(at, "dock", "email");
        else if (planned.about == "blenders" || planned.about == "juicers")
            offerBySend(at, "bottle_trio", "email");
        else if (planned.about == "drills")
            offerBySend(at, "bit_set", "email");
        return;
    case Step::ProtectorMail:
        return offerBySend(at, "protector", "email");
    case Step::PostCase:
        return offerBySend(at, "setup_session", m_appShare > 0 ? "in_app" : "email");
    case Step::Refill:
        if (at > programmeStart() && mailable())
            return offerBySend(at, "filters_refill", "email");
        if (m_random.bernoulli(0.25))
            buyAlone(within(at, 1, 200), { { "FIL-3" } }, "web", std::string::npos);
        return;
    case Step::TrialEnd: {
        if (!m_random.bernoulli(0.6))
            return;
        log(at, "contract_started", planned.about, { {}, "app", at });
        plan(at + days(351), Step::Renewal, planned.about);
        return;
    }
    case Step::Renewal: // contracts older than the year have no known plan
        if (!planned.about.empty() || ownsFamily("software plans"))
            log(at, "contract_ending", planned.about.empty() ? "PLAN-CORE" : planned.about,
                { {}, "app", at });
        return;
    case Step::FeatureUse: {
        log(at, "feature_used", planned.about, { newSession(), "app", at });
        plan(within(at, 30, 24 * 9), Step::FeatureUse, planned.about);
        return;
    }
    }
}

bool Life::mailable() const { return m_consentEmail && !m_quiet; }

void Life::newsletter(Timestamp at)
{
    if (m_programme.caseOpen(at))
        return;
    if (mailable()) {
        const auto since = [&](std::string_view family) {
            const auto it = m_ownedFamilies.find(family);
            return it == m_ownedFamilies.end() ? 1e9 : double((at - it->second).ms) / 86'400'000.0;
        };
        if (since("laptops") < 300 && !owns("DOCK-11"))
            offerBySend(at, "dock", "email");
        else if (since("blenders") < 300 && !owns("BOT-3PK"))
            offerBySend(at, "bottle_trio", "email");
        else if (since("software plans") < 300)
            offerBySend(at, "priority_support", "email");
        else if (since("carry-ons") < 200 && !owns("ADP-UNI"))
            offerBySend(at, "adapter", "email");
    }
    if (mailable() && m_random.bernoulli(0.10)) {
        const Timestamp click = within(at, 0.1, 6);
        log(click, "email_clicked", {}, { {}, "email", click });
        if (m_appShare > 0 && m_random.bernoulli(0.5)) {
            const Timestamp open = within(click, 0.05, 1.9);
            log(open, "app_opened", {}, { newSession(), "app", open });
        }
    }
}

}
