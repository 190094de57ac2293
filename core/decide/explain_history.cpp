// SPDX-License-Identifier: Apache-2.0
#include "decide/calendar_unit.h"
#include "decide/explain_work.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::decide {

namespace {

template <typename T>
const T* byId(const std::vector<T>& rules, std::string_view id, Index& index)
{
    const auto it = std::ranges::find(rules, id, &T::id);
    index = Index(it - rules.begin());
    return it == rules.end() ? nullptr : &*it;
}

}

/// Starts of units only grow with time, so the first instant with a later start is found by halving.
Timestamp nextUnit(Timestamp t, model::Calendar calendar, std::string_view zone)
{
    const auto start = [&](std::int64_t ms) {
        return calendarStart(Timestamp { ms }, unitOf(calendar), zone).value_or(Timestamp { ms }).ms;
    };
    const std::int64_t here = start(t.ms);
    std::int64_t same = t.ms;
    std::int64_t later = t.ms + days(33).ms; // longer than any unit, also with a clock put back
    while (later - same > 1) {
        const std::int64_t middle = same + (later - same) / 2;
        (start(middle) == here ? same : later) = middle;
    }
    return { later };
}

std::optional<Timestamp> capFrees(
    const model::Cap& cap, std::vector<std::int64_t> counted, Timestamp now, std::string_view zone)
{
    if (cap.limit <= 0)
        return std::nullopt;
    if (cap.calendar)
        return nextUnit(now, *cap.calendar, zone);
    std::ranges::sort(counted);
    const auto tooMany = std::int64_t(counted.size()) - cap.limit; // one more than these must leave
    if (tooMany < 0)
        return now;
    return Timestamp { counted[std::size_t(tooMany)] } + *cap.window;
}

Reason Explainer::Work::cap(const Case& c, std::string_view rule) const
{
    Reason out;
    Index i = 0;
    const model::Cap* cap = byId(m_p.pack.caps, rule, i);
    if (cap == nullptr)
        return out;
    const Timestamp now = c.request.now;
    const std::string& zone = m_p.pack.timezone;
    const std::int64_t first = cap->calendar
        ? calendarStart(now, unitOf(*cap->calendar), zone).value_or(now).ms
        : now.ms - cap->window->ms + 1;
    std::vector<std::int64_t> times;
    for (const HistoryExposure& e : c.exposures) {
        const std::int64_t t = e.time(cap->count);
        if (t < first || t > now.ms || !m_p.caps[i].covers(e))
            continue;
        times.push_back(t);
        out.others.push_back(other(e, cap->count));
    }
    out.found = std::int64_t(times.size());
    out.limit = cap->limit;
    out.outcome = model::name(cap->count);
    out.calendar = cap->calendar.has_value();
    out.length = cap->calendar ? std::string(model::name(*cap->calendar)) : formatDuration(*cap->window);
    out.opens = capFrees(*cap, std::move(times), now, zone);
    out.sentence = fmt::format("Cap {}: {} {} {}, {} allowed{}.", inQuotes(rule), *out.found, out.outcome,
        out.calendar ? "in this " + out.length + " (" + zone + ')' : "within " + out.length, cap->limit,
        out.opens ? "; free again from " + formatTimestamp(*out.opens) : "; it never lets anything through");
    return out;
}

Reason Explainer::Work::cooldown(const Case& c, std::string_view rule, Index offer) const
{
    Reason out;
    Index i = 0;
    const model::Cooldown* cooldown = byId(m_p.pack.cooldowns, rule, i);
    if (cooldown == nullptr)
        return out;
    const std::int64_t now = c.request.now.ms;
    for (const HistoryExposure& e : c.exposures) {
        const std::int64_t t = e.time(cooldown->after);
        if (t > now || now >= t + cooldown->length.ms || !m_p.cooldowns[i].scope.covers(e)
            || (m_p.cooldowns[i].eachByItself && e.offer != offer))
            continue;
        if (!out.since || out.since->ms <= t) { // the latest counts longest
            out.since = Timestamp { t };
            out.others = { other(e, cooldown->after) };
        }
    }
    out.outcome = model::name(cooldown->after);
    out.length = formatDuration(cooldown->length);
    if (!out.since)
        return out;
    out.opens = *out.since + cooldown->length;
    const std::string& which = out.others.front().offer;
    out.sentence = fmt::format("Cooldown {}: {} was {} at {}; it rests for {}, until {}.", inQuotes(rule),
        which.empty() ? "an offer that the pack has no longer" : inQuotes(which), out.outcome,
        formatTimestamp(*out.since), out.length, formatTimestamp(*out.opens));
    return out;
}

Reason Explainer::Work::sequence(Case& c, std::string_view rule)
{
    Reason out;
    Index i = 0;
    const model::SequenceRule* s = byId(m_p.pack.sequence, rule, i);
    if (s == nullptr)
        return out;
    const bool byEvent = !s->afterEvent.empty();
    for (const HistoryEvent& e : c.events) {
        if (!byEvent || e.typeName != s->afterEvent)
            continue;
        c.bindEvent(e);
        if (m_tracer.evaluate(s->where, expr::Place::SequenceEvent, c.values).isTrue())
            out.since = e.at;
    }
    for (const HistoryExposure& e : c.exposures) {
        const std::int64_t t = e.time(s->outcome);
        if (byEvent || e.offer == none || m_p.offers[e.offer].source->id != s->afterOffer
            || t > c.request.now.ms)
            continue;
        if (!out.since || out.since->ms < t)
            out.since = Timestamp { t };
    }
    out.outcome = byEvent ? s->afterEvent : std::string(model::name(s->outcome));
    if (!byEvent)
        out.others.push_back({ s->afterOffer, out.since, {} });
    out.least = formatDuration(s->min);
    out.most = s->max ? formatDuration(*s->max) : "";
    const std::string what
        = byEvent ? s->afterEvent : inQuotes(s->afterOffer) + " " + std::string(model::name(s->outcome));
    const std::string span
        = s->max ? "between " + out.least + " and " + out.most : "from " + out.least + " on";
    if (!out.since) {
        out.sentence = fmt::format(
            "Sequence {}: it comes {} after {}, and there was none.", inQuotes(rule), span, what);
        return out;
    }
    const bool early = c.request.now < *out.since + s->min;
    const bool canOpen = !s->max || s->min <= *s->max;
    if (s->max)
        out.closes = *out.since + *s->max;
    if (early && canOpen)
        out.opens = *out.since + s->min;
    out.sentence = fmt::format("Sequence {}: it comes {} after {}, which was at {}; {}.", inQuotes(rule),
        span, what, formatTimestamp(*out.since),
        out.opens        ? "it opens at " + formatTimestamp(*out.opens)
            : out.closes ? "that closed after " + formatTimestamp(*out.closes)
                         : std::string("it is not open"));
    return out;
}

Reason Explainer::Work::exclusive(const Case& c, std::string_view rule, Index offer) const
{
    Reason out;
    Index i = 0;
    const model::ExclusiveGroup* group = byId(m_p.pack.exclusive, rule, i);
    if (group == nullptr)
        return out;
    const std::int64_t since = c.request.now.ms - group->window.ms;
    for (const HistoryExposure& e : c.exposures) {
        if (e.shown() <= since || e.offer == none || e.offer == offer || !m_p.groups[i][e.offer])
            continue;
        if (!out.since || out.since->ms <= e.shown()) {
            out.since = Timestamp { e.shown() };
            out.others = { other(e, model::Outcome::Shown) };
        }
    }
    out.length = formatDuration(group->window);
    if (!out.since)
        return out;
    out.opens = *out.since + group->window;
    out.sentence = fmt::format("Group {}: {} was shown at {}; that excludes the others for {}, until {}.",
        inQuotes(rule), inQuotes(out.others.front().offer), formatTimestamp(*out.since), out.length,
        formatTimestamp(*out.opens));
    return out;
}

}
