// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/proportion.h"

#include "stats/distributions.h"

#include <cmath>

namespace ow::stats {
namespace {

bool possible(std::int64_t k, std::int64_t n) { return k >= 0 && n >= 0 && k <= n; }

struct Limits {
    double lower;
    double upper;
};

Limits wilson(double k, double n, double c)
{
    const double p = k / n, c2 = c * c;
    const double centre = p + c2 / (2 * n);
    const double half = c * std::sqrt(p * (1 - p) / n + c2 / (4 * n * n));
    const double scale = 1 + c2 / n;
    return { k == 0 ? 0.0 : (centre - half) / scale, k == n ? 1.0 : (centre + half) / scale };
}

void relativeLift(ProportionDiff& out, double kT, double nT, double kC, double nC, double c)
{
    if (kC == 0) {
        out.note("zero_baseline");
        return;
    }
    out.relLift = (kT * nC - kC * nT) / (kC * nT);
    if (kT == 0) {
        out.note("zero_treatment");
        return;
    }
    const double variance = 1 / kT - 1 / nT + 1 / kC - 1 / nC;
    if (kT == nT && kC == nC)
        return; // everybody in both arms: nothing varies
    const double logRatio = std::log((kT / nT) / (kC / nC)), half = c * std::sqrt(variance);
    out.relLower = std::expm1(logRatio - half);
    out.relUpper = std::expm1(logRatio + half);
}

}

Proportion proportion(const ProportionInput& in)
{
    Proportion out;
    if (!possible(in.k, in.n)) {
        out.invalid("bad_counts");
    } else if (!isLevel(in.conf)) {
        out.invalid("bad_alpha");
    } else if (in.n == 0) {
        out.undefined("no_trials");
    } else {
        const Limits limits = wilson(double(in.k), double(in.n), normalCritical(in.conf));
        out.estimate = double(in.k) / double(in.n);
        out.lower = limits.lower;
        out.upper = limits.upper;
    }
    return out;
}

ProportionDiff proportionDiff(const ProportionDiffInput& in)
{
    ProportionDiff out;
    if (!possible(in.kT, in.nT) || !possible(in.kC, in.nC)) {
        out.invalid("bad_counts");
        return out;
    }
    if (!isLevel(in.conf)) {
        out.invalid("bad_alpha");
        return out;
    }
    if (in.nT == 0 || in.nC == 0) {
        out.undefined("empty_arm");
        return out;
    }
    const double kT = double(in.kT), nT = double(in.nT), kC = double(in.kC), nC = double(in.nC);
    const double c = normalCritical(in.conf);
    const double pT = kT / nT, pC = kC / nC, d = pT - pC;
    const Limits t = wilson(kT, nT, c), k = wilson(kC, nC, c);
    out.estimate = d;
    out.lower = d - std::hypot(pT - t.lower, k.upper - pC);
    out.upper = d + std::hypot(t.upper - pT, pC - k.lower);
    out.se = std::sqrt(pT * (1 - pT) / nT + pC * (1 - pC) / nC);
    const bool same = in.kT + in.kC == 0 || in.kT + in.kC == in.nT + in.nC;
    if (same) {
        out.pValue = 1;
        out.note("zero_variance");
    } else {
        const double pooled = (kT + kC) / (nT + nC);
        out.z = d / std::sqrt(pooled * (1 - pooled) * (1 / nT + 1 / nC));
        out.pValue = normalTwoSided(*out.z);
    }
    relativeLift(out, kT, nT, kC, nC, c);
    return out;
}

}
