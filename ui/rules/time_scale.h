// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <vector>

namespace ow::ui {

/// A time axis that starts at a trigger: hours near it get as much room as weeks far off (logarithmic in 1 +
/// hours), for windows of two hours and of a month stand on one axis.
class TimeScale {
public:
    /// Up to `end` over `width` pixels from `left`.
    TimeScale(Duration end, double left, double width);

    double x(Duration t) const;
    /// The moment under a pixel, not before 0 nor behind the end.
    Duration at(double x) const;
    /// The same, rounded to what a person would say there: quarters of an hour, hours, half days, days.
    Duration snapped(double x) const;
    Duration end() const { return m_end; }

    struct Tick {
        Duration at;
        double x = 0;
    };
    /// 0, 1 h, 2 h, … as many as stand `apart` pixels from each other.
    std::vector<Tick> ticks(double apart) const;

private:
    Duration m_end;
    double m_left;
    double m_width;
};

/// One step of the arrow keys at this moment.
Duration stepAt(Duration t);

}
