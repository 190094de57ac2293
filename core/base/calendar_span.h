// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"

namespace ow {

/// A stretch of time all of which has the same calendarStart().
struct CalendarSpan {
    Timestamp start; ///< of the unit; it may lie before `first`
    Timestamp first, last; ///< both belong to it
};

/// The longest such stretch around t that no change of the clocks cuts. Errors: NotFound for an unknown zone.
/// Thread-safe.
[[nodiscard]] Result<CalendarSpan> calendarSpan(Timestamp t, CalendarUnit unit, std::string_view zone);

}
