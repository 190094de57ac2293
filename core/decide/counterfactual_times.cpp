// SPDX-License-Identifier: Apache-2.0
#include "decide/counterfactual_changes.h"
#include "decide/explain_work.h"

#include <algorithm>

namespace ow::decide {

namespace {

bool isBlocker(const Standpoint& at, const char* kind, const std::string& id)
{
    return std::ranges::find(at.blockers, std::string(kind) + ':' + id) != at.blockers.end();
}

}

std::vector<Timestamp> ChangeSource::times(const Standpoint& at, bool wide) const
{
    std::vector<std::int64_t> out;
    addRuleTimes(at, wide, out);
    const bool expressions = wide || std::ranges::any_of(at.blockers, [](const std::string& b) {
        return b == "when" || b == "consent" || b == "propensity" || b == "score" || b == "floor"
            || b.starts_with("suppress:");
    });
    const std::int64_t now = at.request.now.ms;
    if (expressions || at.blockers.empty()) {
        addFactTimes(at, out);
        // What no boundary above knows of (hours of the day, ages that are divided) is met by looking around:
        // where one of these works and the one before does not, the search closes in on the instant between
        // them.
        for (std::int64_t hour = 1; hour <= 48; ++hour)
            out.push_back(now + hours(hour).ms);
        for (std::int64_t day = 3; day <= 92; ++day)
            out.push_back(now + days(day).ms);
        for (std::int64_t day = 99; day <= 400; day += 7)
            out.push_back(now + days(day).ms);
    }
    std::erase_if(out, [&](std::int64_t t) { return t <= now || t > now + horizon.ms; });
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    std::vector<Timestamp> times;
    for (const std::int64_t t : out)
        times.push_back({ t });
    return times;
}

/// Windows, ages and instants that facts and conditions speak of.
void ChangeSource::addFactTimes(const Standpoint& at, std::vector<std::int64_t>& out) const
{
    const std::span<const HistoryEvent> events = at.request.history->events();
    for (std::size_t i = 0; i < m_p.pack.facts.size(); ++i) {
        const model::Fact& fact = m_p.pack.facts[i];
        if (fact.expr)
            continue;
        for (const HistoryEvent& e : events) {
            if (!fact.types.empty() && std::ranges::find(fact.types, e.typeName) == fact.types.end())
                continue;
            out.push_back(e.at.ms + fact.window.ms);
            if (fact.aggregate == model::Aggregate::Velocity)
                out.push_back(e.at.ms + fact.window.ms / 2);
            if (fact.aggregate != model::Aggregate::Age)
                continue;
            for (const Test& test : m_table.tests()) {
                if (!counts(test, at)
                    || std::ranges::find(test.names, m_p.nameSlots.facts + std::uint32_t(i)) == test.names.end())
                    continue;
                for (const double n : test.numbers) {
                    if (n >= 0 && n < 1e9)
                        out.insert(out.end(),
                            { e.at.ms + std::int64_t(n) * 1000, e.at.ms + std::int64_t(n) * 1000 + 1000 });
                }
            }
        }
    }
    for (const Test& test : m_table.tests()) {
        if (!counts(test, at))
            continue;
        for (const std::int64_t t : test.times)
            out.insert(out.end(), { t, t + 1 });
        for (const std::int64_t length : test.lengths)
            for (const HistoryEvent& e : events)
                out.insert(out.end(), { e.at.ms + length, e.at.ms + length + 1 });
    }
    const std::int64_t owned = m_p.pack.substitutes.ownedWindow.value_or(Duration {}).ms;
    for (const HistoryEvent& e : events) {
        if (e.type == CompiledPack::purchased)
            out.insert(out.end(), { e.at.ms + owned, e.at.ms + m_p.pack.anchorWindow.ms });
    }
}

/// When caps free, cooldowns end, sequences open and close, groups and validity end.
void ChangeSource::addRuleTimes(const Standpoint& at, bool wide, std::vector<std::int64_t>& out) const
{
    const auto exposures = at.request.history->exposures();
    const auto all = [&](model::Outcome outcome, std::int64_t length) {
        for (const HistoryExposure& e : exposures) {
            if (e.time(outcome) <= at.request.now.ms)
                out.push_back(e.time(outcome) + length);
        }
    };
    const model::Pack& p = m_p.pack;
    for (const model::Cap& cap : p.caps) {
        if (!wide && !isBlocker(at, "cap", cap.id) && !at.blockers.empty())
            continue;
        if (cap.calendar)
            out.push_back(nextUnit(at.request.now, *cap.calendar, p.timezone).ms);
        else
            all(cap.count, cap.window->ms);
    }
    for (const model::Cooldown& c : p.cooldowns) {
        if (wide || isBlocker(at, "cooldown", c.id) || at.blockers.empty())
            all(c.after, c.length.ms);
    }
    for (const model::ExclusiveGroup& group : p.exclusive) {
        if (wide || isBlocker(at, "exclusive", group.id) || at.blockers.empty())
            all(model::Outcome::Shown, group.window.ms);
    }
    for (const model::SequenceRule& rule : p.sequence) {
        if (!wide && !isBlocker(at, "sequence", rule.id) && !at.blockers.empty())
            continue;
        const auto add = [&](std::int64_t t) {
            out.push_back(t + rule.min.ms);
            if (rule.max)
                out.push_back(t + rule.max->ms + 1);
        };
        for (const HistoryEvent& e : at.request.history->events()) {
            if (!rule.afterEvent.empty() && e.typeName == rule.afterEvent)
                add(e.at.ms);
        }
        for (const HistoryExposure& e : exposures) {
            if (rule.afterEvent.empty() && e.time(rule.outcome) <= at.request.now.ms)
                add(e.time(rule.outcome));
        }
    }
    const std::int64_t owned = p.substitutes.ownedWindow.value_or(Duration {}).ms;
    const bool substitute = std::ranges::find(at.blockers, "substitute") != at.blockers.end();
    for (const HistoryEvent& e : at.request.history->events()) {
        if (substitute && e.type == CompiledPack::purchased)
            out.push_back(e.at.ms + owned);
    }
    std::vector<Index> offers = at.involved;
    offers.push_back(at.offer);
    for (const Index i : offers) {
        const model::Offer& offer = *m_p.offers[i].source;
        for (const std::optional<Timestamp>& t : { offer.validFrom, offer.validUntil }) {
            if (t)
                out.push_back(t->ms);
        }
    }
}

}
