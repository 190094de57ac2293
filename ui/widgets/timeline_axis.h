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

}
