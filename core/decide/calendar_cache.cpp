// SPDX-License-Identifier: Apache-2.0
#include "decide/calendar_cache.h"

namespace ow::decide {

Timestamp CalendarCache::start(Timestamp t, CalendarUnit unit, std::string_view zone)
{
    if (zone != m_zone) {
        m_zone = zone;
        m_units = {};
    }
    Unit& known = m_units[std::size_t(unit)];
    for (std::size_t i = 0; i < remembered; ++i) {
        const CalendarSpan& span = known.spans[(known.newest + remembered - i) % remembered];
        if (span.first <= t && t <= span.last)
            return span.start;
    }
    known.newest = (known.newest + 1) % remembered;
    known.spans[known.newest] = calendarSpan(t, unit, zone).value_or(CalendarSpan { {}, t, t });
    return known.spans[known.newest].start;
}

}
