// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/plot_spec.h"

#include <QColor>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

// What charts are made of before anything is drawn: the theme's colours of marks, tick labels, extents.

namespace ow::ui {

QColor inkColor(PlotInk ink);
QColor faded(QColor color, double opacity);
/// From a (share 0) to b (share 1).
QColor mixed(const QColor& a, const QColor& b, double share);
/// The number at a tick, in the locale, with a real minus sign and as many decimals as it needs.
QString tickText(double tick, const PlotAxis& axis, const QLocale& locale);

/// The smallest interval that holds everything added; missing and infinite values do not count.
struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    void add(const std::optional<double>& v)
    {
        if (v && std::isfinite(*v)) {
            low = std::min(low, *v);
            high = std::max(high, *v);
        }
    }
    bool empty() const { return low > high; }
};

}
