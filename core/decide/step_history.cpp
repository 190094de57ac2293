// SPDX-License-Identifier: Apache-2.0
#include "decide/calendar_unit.h"
#include "decide/run.h"

#include <algorithm>

namespace ow::decide {

std::int64_t Run::capCount(Index i)
{
    if (const std::int64_t* known = m_s.capCounts.find(i))
        return *known;
    const model::Cap& cap = m_p.pack.caps[i];
    const Scope& scope = m_p.caps[i];
    // The first instant that counts: a window is open at its old end, a calendar unit is not.
    const std::int64_t first = cap.calendar
        ? m_s.calendar.start(m_r.now, unitOf(*cap.calendar), m_p.pack.timezone).ms
        : m_now - cap.window->ms + 1;
    std::int64_t count = 0;
    for (std::size_t k = m_exposures.size(); k > 0; --k) { // the newest first
        const HistoryExposure& e = m_exposures[k - 1];
        const std::int64_t t = e.time(cap.count);
        if (t >= first)
            count += t <= m_now && scope.covers(e) ? 1 : 0;
        else if (cap.count == model::Outcome::Shown)
            break; // the others were shown before it
    }
    m_s.capCounts.set(i, count);
    return count;
}

bool Run::coolingDown(Index i, Index offer)
{
    if (const bool* known = m_s.coolingDown.find(i))
        return *known;
    const CompiledCooldown& c = m_p.cooldowns[i];
    const model::Cooldown& source = m_p.pack.cooldowns[i];
    const bool result = std::ranges::any_of(m_exposures, [&](const HistoryExposure& e) {
        const std::int64_t t = e.time(source.after);
        return t <= m_now && m_now < t + source.length.ms && (!c.eachByItself || e.offer == offer)
            && c.scope.covers(e);
    });
    if (!c.eachByItself) // the same for every candidate
        m_s.coolingDown.set(i, result);
    return result;
}

bool Run::sequenceOpen(Index i)
{
    if (const bool* known = m_s.sequenceOpen.find(i))
        return *known;
    const model::SequenceRule& rule = m_p.pack.sequence[i];
    std::int64_t t = 0;
    const bool open = latest(m_p.sequences[i], rule, t) && m_now - t >= rule.min.ms
        && (!rule.max || m_now - t <= rule.max->ms);
    m_s.sequenceOpen.set(i, open);
    return open;
}

/// The newest time the rule goes after; false where there is none.
bool Run::latest(const CompiledSequence& s, const model::SequenceRule& rule, std::int64_t& out)
{
    if (s.eventType != none) {
        const History::OfType events = m_history.ofType(s.eventType);
        const unsigned fields = m_paths.sequenceFields[std::size_t(&s - m_p.sequences.data())];
        for (std::size_t k = countUntil(events.at, m_now); k > 0; --k) {
            bindEvent(events.row(k - 1), fields);
            if (holds(s.where)) {
                out = events.at[k - 1];
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
    for (std::size_t k = m_exposures.size(); k > 0 && m_exposures[k - 1].shown() > since; --k) {
        const Index other = m_exposures[k - 1].offer;
        if (other != none && other != offer && m_p.groups[i][other])
            return true;
    }
    return false;
}

}
