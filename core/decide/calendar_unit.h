// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "model/vocabulary.h"

namespace ow::decide {

/// A cap's calendar as the clock's unit.
constexpr CalendarUnit unitOf(model::Calendar calendar)
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
