// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/mean_diff.h"

#include "stats/distributions.h"
#include "stats/fieller.h"

#include <cmath>

namespace ow::stats {

void welch(Effect& effect, const Level& t, const Level& c, double conf)
{
    const double variance = t.variance + c.variance;
    if (variance == 0) {
        effect.undefined("zero_variance");
        return;
    }
    const double se = std::sqrt(variance);
    const double shareT = t.variance / variance, shareC = c.variance / variance; // shares: no overflow in se⁴
    const double df = 1 / (shareT * shareT / (t.units - 1) + shareC * shareC / (c.units - 1));
    const double half = tCritical(conf, df) * se;
    effect.se = se;
    effect.df = df;
    effect.t = *effect.estimate / se;
    effect.pValue = tTwoSided(*effect.t, df);
    effect.lower = *effect.estimate - half;
    effect.upper = *effect.estimate + half;
}

void relativeLift(MeanDiff& effect, const Level& t, const Level& c, double conf)
{
    if (c.value <= 0) {
        effect.note("nonpositive_baseline");
        return;
    }
    effect.relLift = t.value / c.value - 1;
    const Fieller ratio = fieller({ t.value, c.value, t.variance, c.variance, 0, effect.df, conf });
    if (ratio.kind != RatioSet::Bounded) {
        effect.note("baseline_indistinct_from_zero");
        return;
    }
    effect.relLower = *ratio.lower - 1;
    effect.relUpper = *ratio.upper - 1;
}

MeanDiff meanDiff(const MeanDiffInput& in)
{
    MeanDiff out;
    if (!(in.varT >= 0) || !(in.varC >= 0) || !(in.nT >= 0) || !(in.nC >= 0)) {
        out.invalid("bad_moments");
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
    out.estimate = in.meanT - in.meanC;
    if (in.nT < 2 || in.nC < 2) {
        out.insufficient("too_few_units");
        return out;
    }
    const Level t { in.meanT, in.varT / in.nT, in.nT }, c { in.meanC, in.varC / in.nC, in.nC };
    welch(out, t, c, in.conf);
    if (out.ok())
        relativeLift(out, t, c, in.conf);
    return out;
}

}
