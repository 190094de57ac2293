// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/sequence_ratio.h"

#include "stats/distributions.h"
#include "stats/hypergeometric.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace ow::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double atMost(std::int64_t k, std::int64_t n, double p)
{
    if (k < 0)
        return 0;
    return k >= n ? 1 : betaUpper(double(k + 1), double(n - k), p, 1 - p);
}

double atLeast(std::int64_t k, std::int64_t n, double p)
{
    if (k <= 0)
        return 1;
    return k > n ? 0 : betaLower(double(k), double(n - k + 1), p, 1 - p);
}

/// Σ a_m · (b on the `window` days after m), divided by the same with the days before; empty where one of
/// them is 0.
std::optional<double> nullEffect(std::span<const double> a, std::span<const double> b, std::int64_t window)
{
    const std::size_t days = a.size(), w = std::size_t(window);
    std::vector<double> until(days + 1, 0.0); // running totals of b
    for (std::size_t d = 0; d < days; ++d)
        until[d + 1] = until[d] + b[d];
    Sum after, before;
    for (std::size_t m = 0; m < days; ++m) {
        after.add(a[m] * (until[std::min(days, m + 1 + std::min(w, days))] - until[m + 1]));
        before.add(a[m] * (until[m] - until[m > w ? m - w : 0]));
    }
    if (!(after.value() > 0) || !(before.value() > 0))
        return std::nullopt;
    return after.value() / before.value();
}

}

double binomialTwoSided(std::int64_t k, std::int64_t n, double p)
{
    const double q = 1 - p;
    const auto likely = [&](std::int64_t x) { return logBinomial(double(x), double(n), p, q); };
    const double bound = likely(k) + std::log1p(1e-7);
    const double mean = double(n) * p;
    // On the other side of the mode the probabilities fall monotonically: search where they get no likelier
    // than k's.
    if (double(k) == mean)
        return 1;
    if (double(k) < mean) {
        std::int64_t low = std::int64_t(std::ceil(mean)), high = n + 1;
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            if (likely(middle) <= bound)
                high = middle;
            else
                low = middle + 1;
        }
        return std::min(1.0, atMost(k, n, p) + atLeast(low, n, p));
    }
    std::int64_t low = -1, high = std::int64_t(std::floor(mean));
    while (low < high) {
        const std::int64_t middle = high - (high - low) / 2;
        if (middle < 0 || likely(middle) <= bound)
            low = middle;
        else
            high = middle - 1;
    }
    return std::min(1.0, atLeast(k, n, p) + atMost(low, n, p));
}

SequenceRatio sequenceRatio(const SequenceRatioInput& in)
{
    SequenceRatio out;
    if (in.nForward < 0 || in.nBackward < 0)
        out.invalid("bad_counts");
    else if (in.dailyA.size() != in.dailyB.size() || in.window < 1)
        out.invalid("bad_size");
    else if (!isLevel(in.conf))
        out.invalid("bad_alpha");
    else if (in.nForward == 0 && in.nBackward == 0)
        out.undefined("no_pairs");
    if (!out.ok())
        return out;
    double null = 1;
    if (!in.dailyA.empty()) {
        if (const auto ratio = nullEffect(in.dailyA, in.dailyB, in.window))
            null = *ratio;
        else
            out.note("null_ratio_unavailable");
    }
    const std::int64_t n = in.nForward + in.nBackward;
    const double f = double(in.nForward), b = double(in.nBackward), tail = 0.5 * (1 - in.conf);
    out.crudeRatio = in.nBackward == 0 ? infinity : f / b;
    out.nullRatio = null;
    out.estimate = *out.crudeRatio / null;
    out.lower = 0;
    if (in.nForward > 0) {
        const BetaQuantile low = betaQuantile(f, b + 1, tail);
        out.lower = low.x / low.complement / null;
    }
    out.upper = infinity;
    if (in.nBackward > 0) {
        const BetaQuantile high = betaUpperQuantile(f + 1, b, tail);
        out.upper = high.x / high.complement / null;
    }
    out.pValue = binomialTwoSided(in.nForward, n, null / (1 + null));
    return out;
}

}
