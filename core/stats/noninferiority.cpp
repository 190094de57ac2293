// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/noninferiority.h"

#include "stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace ow::stats {
namespace {

/// The control rate p that is likeliest when the treatment's is p − margin: the log likelihood is concave, so
/// its slope is halved to the last bit. (The cubic's closed root loses digits near the ends.)
double restrictedRate(double kT, double nT, double kC, double nC, double margin)
{
    const auto slope = [&](double p) {
        double s = 0;
        if (kT > 0)
            s += kT / (p - margin);
        if (kT < nT)
            s -= (nT - kT) / (1 - p + margin);
        if (kC > 0)
            s += kC / p;
        if (kC < nC)
            s -= (nC - kC) / (1 - p);
        return s;
    };
    double low = margin, high = 1;
    for (int i = 0; i < 200 && low < high; ++i) {
        const double middle = 0.5 * (low + high);
        if (middle <= low || middle >= high)
            break;
        (slope(middle) > 0 ? low : high) = middle;
    }
    // A maximum at the very end is that end, not its neighbour.
    if (high == 1 || 1 - low < 1e-15)
        return 1;
    return low - margin < 1e-15 ? margin : 0.5 * (low + high);
}

}

Noninferiority noninferiority(const NoninferiorityInput& in)
{
    Noninferiority out;
    if (!(in.margin > 0))
        out.invalid("bad_margin");
    else if (!isLevel(in.alpha) || (in.df && !(*in.df > 0)))
        out.invalid("bad_alpha");
    else if (!(in.se >= 0))
        out.invalid("bad_se");
    else if (in.se == 0)
        out.undefined("zero_variance");
    if (!out.ok())
        return out;
    const double d = in.higherIsBetter ? in.estimate : -in.estimate;
    const double c = in.df ? tUpperQuantile(in.alpha, *in.df) : normalUpperQuantile(in.alpha);
    out.z = (d + in.margin) / in.se;
    out.pValue = in.df ? tUpper(*out.z, *in.df) : normalUpper(*out.z);
    out.lower = d - c * in.se;
    out.upper = d + c * in.se;
    out.verdict = *out.lower > -in.margin ? "noninferior"
        : *out.upper < -in.margin         ? "breached"
                                          : "inconclusive";
    if (*out.upper < 0)
        out.note("deteriorated");
    return out;
}

NoninferiorityProp noninferiorityProp(const NoninferiorityPropInput& in)
{
    NoninferiorityProp out;
    if (in.kT < 0 || in.kT > in.nT || in.kC < 0 || in.kC > in.nC)
        out.invalid("bad_counts");
    else if (!(in.margin > 0 && in.margin < 1))
        out.invalid("bad_margin");
    else if (!isLevel(in.alpha))
        out.invalid("bad_alpha");
    else if (in.nT == 0 || in.nC == 0)
        out.undefined("empty_arm");
    if (!out.ok())
        return out;
    const double nT = double(in.nT), nC = double(in.nC);
    const double kT = double(in.higherIsBetter ? in.kT : in.nT - in.kT);
    const double kC = double(in.higherIsBetter ? in.kC : in.nC - in.kC);
    const double pC0 = restrictedRate(kT, nT, kC, nC, in.margin), pT0 = pC0 - in.margin;
    out.estimate = kT / nT - kC / nC;
    out.pT0 = pT0;
    out.pC0 = pC0;
    const double variance = pT0 * (1 - pT0) / nT + pC0 * (1 - pC0) / nC;
    if (!(variance > 0)) {
        out.undefined("zero_variance");
        return out;
    }
    out.z = (*out.estimate + in.margin) / std::sqrt(variance);
    out.pValue = normalUpper(*out.z);
    out.verdict = *out.pValue < in.alpha ? "noninferior"
        : normalLower(*out.z) < in.alpha ? "breached"
                                         : "inconclusive";
    return out;
}

}
