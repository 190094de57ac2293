// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QString>

#include <string>
#include <vector>

namespace ow::ui {

struct AxisTick {
    Timestamp at;
    QString label;
};

/// Round places on a time axis from `from` to `until` (ms), at least `apart` ms from each other: minutes,
/// hours, days, Mondays, months or years on the clocks of `zone`. Pure.
std::vector<AxisTick> axisTicks(double from, double until, double apart, const std::string& zone);

/// What the ticks leave out: the day where they tell hours only, the year where they tell days and months; "" where
/// they tell the year. Of the view's beginning. Pure.
QString axisContext(const std::vector<AxisTick>& ticks, double from, const std::string& zone);

/// "2026-11-22 14:05" on the clocks of `zone`, as tables have it.
QString clockText(Timestamp at, const std::string& zone);

}
