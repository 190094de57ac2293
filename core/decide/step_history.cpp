// SPDX-License-Identifier: Apache-2.0
#include "decide/run.h"

#include <algorithm>

namespace ow::decide {

namespace {

CalendarUnit unitOf(model::Calendar calendar)
{
    switch (calendar) {
    case model::Calendar::Hour:
        return CalendarUnit::Hour;
    case model::Calendar::Day:
        return CalendarUnit::Day;
    case model::Calendar::Week:
        return CalendarUnit::Week;
    case model::Calendar::Month:
        break;
    }
    return CalendarUnit::Month;
}

}

std::int64_t Run::capCount(Index i)
{
    std::int64_t& known = m_s.capCounts[i];
    if (known >= 0)
        return known;
    const model::Cap& cap = m_p.pack.caps[i];
    // The first instant that counts: a window is open at its old end, a calendar unit is not.
    std::int64_t first = 0;
    if (cap.calendar)
        first = calendarStart(m_r.now, unitOf(*cap.calendar), m_p.pack.timezone).value_or(Timestamp {}).ms;
    else
        first = m_now - cap.window->ms + 1;
    known = std::ranges::count_if(m_exposures, [&](const HistoryExposure& e) {
        const std::int64_t t = e.time(cap.count);
        return t >= first && t <= m_now && m_p.caps[i].covers(e);
    });
    return known;
}

bool Run::coolingDown(Index i, Index offer) const
{
    const CompiledCooldown& c = m_p.cooldowns[i];
    const model::Cooldown& source = m_p.pack.cooldowns[i];
    return std::ranges::any_of(m_exposures, [&](const HistoryExposure& e) {
        const std::int64_t t = e.time(source.after);
        return t <= m_now && m_now < t + source.length.ms && c.scope.covers(e)
            && (!c.eachByItself || e.offer == offer);
    });
}

bool Run::sequenceOpen(Index i)
{
    std::int8_t& known = m_s.sequenceOpen[i];
    if (known >= 0)
        return known == 1;
    const model::SequenceRule& rule = m_p.pack.sequence[i];
    std::int64_t t = 0;
    const bool open = latest(m_p.sequences[i], rule, t) && m_now - t >= rule.min.ms
        && (!rule.max || m_now - t <= rule.max->ms);
    known = open ? 1 : 0;
    return open;
}

/// The newest time the rule goes after; false where there is none.
bool Run::latest(const CompiledSequence& s, const model::SequenceRule& rule, std::int64_t& out)
{
    if (s.eventType != none) {
        for (auto e = m_events.rbegin(); e != m_events.rend(); ++e) {
            if (e->type != s.eventType)
                continue;
            if (!s.where.always)
                bindEvent(*e);
            if (holds(s.where)) {
                out = e->at.ms;
                return true;
            }
        }
        return false;
    }
    bool found = false;
    for (const HistoryExposure& e : m_exposures) {
        const std::int64_t t = e.time(rule.outcome);
        if (e.offer != s.afterOffer || t > m_now || (found && t < out))
            continue;
        out = t;
        found = true;
    }
    return found;
}

bool Run::shownInGroup(Index i, Index offer) const
{
    const std::int64_t since = m_now - m_p.pack.exclusive[i].window.ms;
    return std::ranges::any_of(m_exposures, [&](const HistoryExposure& e) {
        return e.shown() > since && e.offer != none && e.offer != offer && m_p.groups[i][e.offer];
    });
}

}
