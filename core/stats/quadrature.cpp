// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/quadrature.h"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace ow::stats {

GaussNodes gaussLegendre(int n)
{
    GaussNodes nodes;
    nodes.x.resize(std::size_t(n));
    nodes.w.resize(std::size_t(n));
    for (int i = 0; i < n; ++i) {
        double x = std::cos(
            std::numbers::pi * (i + 0.75) / (n + 0.5)); // Tricomi's start: Newton needs three steps
        double slope = 1;
        for (int step = 0; step < 8; ++step) {
            double p0 = 1, p1 = x;
            for (int k = 2; k <= n; ++k) {
                const double p2 = ((2 * k - 1) * x * p1 - (k - 1) * p0) / k;
                p0 = p1;
                p1 = p2;
            }
            slope = n * (x * p1 - p0) / (x * x - 1);
            const double change = p1 / slope;
            x -= change;
            if (std::abs(change) < 1e-16)
                break;
        }
        nodes.x[std::size_t(n - 1 - i)] = 0.5 * (1 + x);
        nodes.w[std::size_t(n - 1 - i)] = 1 / ((1 - x * x) * slope * slope);
    }
    return nodes;
}

}
