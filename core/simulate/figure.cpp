// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/figure.h"

#include "stats/proportion.h"
#include "stats/ratio.h"

#include <vector>

namespace ow::simulate {

namespace {

template <typename Estimate>
Figure figureOf(const Estimate& e)
{
    Figure figure;
    figure.value = e.estimate.value_or(0);
    figure.known = e.ok() && e.lower && e.upper;
    figure.why = e.reason;
    if (figure.known) {
        figure.lower = *e.lower;
        figure.upper = *e.upper;
    }
    return figure;
}

}

Figure shareFigure(std::int64_t k, std::int64_t n) { return figureOf(stats::proportion({ k, n, 0.95 })); }

Figure meanFigure(std::span<const double> values)
{
    const std::vector<double> ones(values.size(), 1.0);
    return figureOf(stats::ratio({ values, ones, 0.95 }));
}

}
