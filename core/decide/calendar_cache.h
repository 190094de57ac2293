// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/calendar_span.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace ow::decide {

/// calendarStart() remembered: asking the time-zone database takes longer than a whole decision, and the
/// moments that are decided lie in few days and months. Not thread-safe: one per thread.
class CalendarCache {
public:
    /// The start of the unit that holds t in that zone; the epoch where the zone is unknown.
    Timestamp start(Timestamp t, CalendarUnit unit, std::string_view zone);

private:
    static constexpr std::size_t remembered = 16;
    struct Unit {
        std::array<CalendarSpan, remembered> spans;
        std::size_t newest = 0; ///< where looking begins

        Unit() { spans.fill({ {}, { 1 }, { 0 } }); } // nothing lies in them
    };

    std::string m_zone;
    std::array<Unit, 4> m_units;
};

}
