// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/adjust.h"

#include <algorithm>
#include <numeric>

namespace ow::stats {
namespace {

/// Largest first: the factor of rank r is scale / r, and no p may exceed the one of the next larger.
void stepUp(std::vector<double>& sorted, double scale)
{
    double bound = 1;
    for (std::size_t rank = sorted.size(); rank > 0; --rank) {
        bound = std::min(bound, sorted[rank - 1] * scale / double(rank));
        sorted[rank - 1] = bound;
    }
}

/// Smallest first: the factor of rank r is m − r + 1, and no p may fall below the one of the next smaller.
void stepDown(std::vector<double>& sorted, double m)
{
    double bound = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        bound = std::max(bound, std::min(1.0, sorted[i] * (m - double(i))));
        sorted[i] = bound;
    }
}

void apply(std::vector<double>& sorted, AdjustMethod method, std::size_t alsoTested)
{
    const double m = double(sorted.size() + alsoTested);
    switch (method) {
    case AdjustMethod::BenjaminiHochberg:
        stepUp(sorted, m);
        break;
    case AdjustMethod::BenjaminiYekutieli: {
        double harmonic = 0;
        for (std::size_t rank = sorted.size() + alsoTested; rank > 0; --rank)
            harmonic += 1 / double(rank);
        stepUp(sorted, m * harmonic);
        break;
    }
    case AdjustMethod::Holm:
        stepDown(sorted, m);
        break;
    case AdjustMethod::Bonferroni:
        for (double& p : sorted)
            p = std::min(1.0, p * m);
        break;
    }
}

}

Adjusted adjust(std::span<const std::optional<double>> p, AdjustMethod method, std::size_t alsoTested)
{
    Adjusted out;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] && !(*p[i] >= 0 && *p[i] <= 1)) {
            out.invalid("bad_p");
            return out;
        }
        if (p[i])
            order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return *p[a] < *p[b]; });
    std::vector<double> sorted;
    sorted.reserve(order.size());
    for (std::size_t i : order)
        sorted.push_back(*p[i]);
    apply(sorted, method, alsoTested);
    out.adjusted.resize(p.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        out.adjusted[order[i]] = sorted[i];
    return out;
}

}
