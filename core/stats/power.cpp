// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/power.h"

#include "stats/confidence_sequence.h"
#include "stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace ow::stats {
namespace {

std::string_view inputProblem(const PowerInput& in)
{
    if (!isLevel(in.alpha))
        return "bad_alpha";
    if (!(in.ratio > 0) || !(in.designEffect > 0) || !isLevel(in.power))
        return "bad_design";
    if (in.kind == PowerKind::Proportion && !(in.pC > 0 && in.pC < 1))
        return "bad_baseline";
    if (in.kind == PowerKind::Mean && (!(in.sdC > 0) || !(in.sdT.value_or(in.sdC) >= 0)))
        return "bad_baseline";
    const double pT = in.pC + in.delta;
    if (in.kind == PowerKind::Proportion && in.solve != PowerSolve::Mde && !(pT >= 0 && pT <= 1))
        return "bad_effect";
    return {};
}

/// Standard deviations of the difference times √n_c, under the null and under the effect.
struct Spread {
    double null;
    double alternative;
};

Spread spread(const PowerInput& in, double delta)
{
    if (in.kind == PowerKind::Mean) {
        const double sdT = in.sdT.value_or(in.sdC), s = std::sqrt(in.sdC * in.sdC + sdT * sdT / in.ratio);
        return { s, s };
    }
    const double pT = in.pC + delta, pooled = (in.pC + in.ratio * pT) / (1 + in.ratio);
    return { std::sqrt(pooled * (1 - pooled) * (1 + 1 / in.ratio)),
        std::sqrt(in.pC * (1 - in.pC) + pT * (1 - pT) / in.ratio) };
}

double powerAt(const PowerInput& in, double delta, double effectiveN)
{
    const Spread s = spread(in, delta);
    return normalLower(
        (std::abs(delta) * std::sqrt(effectiveN) - normalUpperQuantile(0.5 * in.alpha) * s.null)
        / s.alternative);
}

std::int64_t wholeUnits(double nC, double ratio)
{
    return std::int64_t(std::ceil(nC)) + std::int64_t(std::ceil(ratio * nC));
}

void solveN(const PowerInput& in, Power& out)
{
    const double zAlpha = normalUpperQuantile(0.5 * in.alpha), zPower = normalQuantile(in.power);
    const Spread s = spread(in, in.delta);
    const double root = (zAlpha * s.null + zPower * s.alternative) / in.delta;
    const double nC = root * root * in.designEffect;
    out.nC = nC;
    out.nT = in.ratio * nC;
    out.nTotal = wholeUnits(nC, in.ratio);
    const double inflation
        = (confidenceSequenceMultiplier(1, 1, in.alpha, Side::Two) + zPower) / (zAlpha + zPower);
    out.nTotalAlwaysValid = wholeUnits(nC * inflation * inflation, in.ratio);
    if (!in.weeklyUnits)
        return;
    if (*in.weeklyUnits > 0)
        out.cycles
            = std::max<std::int64_t>(2, std::int64_t(std::ceil(double(*out.nTotal) / *in.weeklyUnits)));
    else
        out.note("no_traffic");
}

void solveMde(const PowerInput& in, Power& out)
{
    const double n = in.nC / in.designEffect;
    if (in.kind == PowerKind::Mean) {
        const double z = normalUpperQuantile(0.5 * in.alpha) + normalQuantile(in.power);
        out.mde = z * spread(in, 0).null / std::sqrt(n);
        return;
    }
    double low = 0, high = 1 - in.pC;
    if (!(powerAt(in, high, n) >= in.power)) {
        out.undefined("no_detectable_effect");
        return;
    }
    for (int i = 0; i < 200; ++i) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high)
            break;
        (powerAt(in, middle, n) < in.power ? low : high) = middle;
    }
    out.mde = high;
}

}

Power power(const PowerInput& in)
{
    Power out;
    if (const auto problem = inputProblem(in); !problem.empty()) {
        out.invalid(problem);
        return out;
    }
    if (in.solve != PowerSolve::Mde && in.delta == 0) {
        out.undefined("zero_effect");
        return out;
    }
    if (in.solve != PowerSolve::N && !(in.nC > 0)) {
        out.undefined("no_units");
        return out;
    }
    switch (in.solve) {
    case PowerSolve::N:
        solveN(in, out);
        break;
    case PowerSolve::Mde:
        solveMde(in, out);
        break;
    case PowerSolve::Power:
        out.power = powerAt(in, in.delta, in.nC / in.designEffect);
        break;
    }
    return out;
}

}
