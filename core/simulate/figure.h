// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ow::simulate {

/// An estimate with its 95 % interval. Where there is no interval `known` is false and `why` holds the
/// reason's code (STATISTICS.md, section 10); `value` is then what can be said without one, or 0.
struct Figure {
    double value = 0;
    double lower = 0;
    double upper = 0;
    bool known = false;
    std::string why;
};

/// k of n, Wilson.
Figure shareFigure(std::int64_t k, std::int64_t n);
/// Mean of independent values, Student's t.
Figure meanFigure(std::span<const double> values);

}
