// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/winsorize.h"

#include "stats/sums.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ow::stats {

double quantile7(std::span<const double> values, double q)
{
    std::vector<double> sorted(values.begin(), values.end());
    const double h = double(sorted.size() - 1) * q;
    const std::size_t below = std::min(std::size_t(h), sorted.size() - 1);
    const auto at = sorted.begin() + std::ptrdiff_t(below);
    std::nth_element(sorted.begin(), at, sorted.end());
    const double low = *at;
    if (below + 1 == sorted.size())
        return low;
    const double high = *std::min_element(at + 1, sorted.end());
    return low + (h - double(below)) * (high - low);
}

Winsorize winsorize(const WinsorizeInput& in)
{
    Winsorize out;
    if (!(in.q > 0 && in.q <= 1)) {
        out.invalid("bad_quantile");
        return out;
    }
    if (in.values.empty()) {
        out.undefined("no_units");
        return out;
    }
    const double cap = quantile7(in.values, in.q);
    out.cap = cap;
    if (cap <= 0 && *std::max_element(in.values.begin(), in.values.end()) > 0) {
        out.undefined("cap_not_positive");
        return out;
    }
    std::vector<double> kept(in.values.begin(), in.values.end());
    std::int64_t capped = 0;
    for (double& v : kept) {
        if (v > cap) {
            v = cap;
            ++capped;
        }
    }
    const Moments m = moments(kept);
    out.capped = capped;
    out.mean = m.mean;
    if (kept.size() > 1)
        out.variance = m.variance;
    return out;
}

}
