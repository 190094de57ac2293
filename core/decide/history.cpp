// SPDX-License-Identifier: Apache-2.0
#include "decide/history.h"

#include "decide/compiled_pack.h"

#include <algorithm>

namespace ow::decide {

namespace {

std::int64_t msOr(const std::optional<Timestamp>& t) { return t ? t->ms : HistoryExposure::never; }

}

void History::add(const CompiledPack& pack, const model::Event& e)
{
    add(HistoryEvent { e.at, pack.eventType(e.type), pack.product(e.sku), e.qty, e.value, e.type, e.sku,
        e.channel, e.session, e.text });
}

void History::add(const CompiledPack& pack, const model::Exposure& e)
{
    add(HistoryExposure { pack.offer(e.offer), pack.placement(e.placement),
        { e.at.ms, msOr(e.clickedAt), msOr(e.acceptedAt), msOr(e.declinedAt), msOr(e.returnedAt) } });
}

void History::add(const HistoryEvent& event)
{
    m_sorted = m_sorted && (m_events.empty() || m_events.back().at <= event.at);
    m_events.push_back(event);
}

void History::add(const HistoryExposure& exposure)
{
    m_sorted = m_sorted && (m_exposures.empty() || m_exposures.back().shown() <= exposure.shown());
    m_exposures.push_back(exposure);
}

History History::of(const CompiledPack& pack, std::span<const model::Event> events,
    std::span<const model::Exposure> exposures)
{
    History out;
    for (const model::Event& e : events)
        out.add(pack, e);
    for (const model::Exposure& e : exposures)
        out.add(pack, e);
    out.sort();
    return out;
}

void History::sort()
{
    if (m_sorted)
        return;
    std::ranges::stable_sort(m_events, {}, &HistoryEvent::at);
    std::ranges::stable_sort(m_exposures, {}, &HistoryExposure::shown);
    m_sorted = true;
}

std::span<const HistoryEvent> History::eventsUntil(Timestamp now) const
{
    const auto end = std::ranges::upper_bound(m_events, now, {}, &HistoryEvent::at);
    return { m_events.begin(), end };
}

std::span<const HistoryExposure> History::exposuresUntil(Timestamp now) const
{
    const auto end = std::ranges::upper_bound(m_exposures, now.ms, {}, &HistoryExposure::shown);
    return { m_exposures.begin(), end };
}

}
