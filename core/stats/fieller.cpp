// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/fieller.h"

#include "stats/distributions.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace ow::stats {
namespace {

/// The two roots of aθ² − 2bθ + q, each by the form that does not cancel.
std::pair<double, double> roots(double a, double b, double q, double rootD)
{
    const double large = b >= 0 ? b + rootD : b - rootD;
    const double first = large / a, second = large != 0 ? q / large : 0;
    return std::minmax(first, second);
}

struct Arm {
    double num = 0, den = 0; ///< means
    double varNum = 0, varDen = 0, cov = 0; ///< of the means
};

Arm summarise(std::span<const double> num, std::span<const double> den)
{
    const double n = double(num.size());
    const Moments a = moments(num), b = moments(den);
    Arm arm { a.mean, b.mean, a.variance / n, b.variance / n, 0 };
    Sum cross;
    for (std::size_t i = 0; i < num.size(); ++i)
        cross.add((num[i] - a.mean) * (den[i] - b.mean));
    if (num.size() > 1 && arm.varNum > 0 && arm.varDen > 0)
        arm.cov = cross.value() / (n - 1) / n;
    return arm;
}

}

std::string_view ratioSetName(RatioSet kind)
{
    switch (kind) {
    case RatioSet::Bounded:
        return "bounded";
    case RatioSet::Complement:
        return "complement";
    case RatioSet::All:
        return "all";
    }
    return "all";
}

Fieller fieller(const FiellerInput& in)
{
    Fieller out;
    const double vn = in.varNum, vd = in.varDen;
    if (!(vn >= 0) || !(vd >= 0) || in.cov * in.cov > vn * vd * (1 + 1e-9))
        out.invalid("bad_covariance");
    else if (!isLevel(in.conf) || (in.df && !(*in.df > 0)))
        out.invalid("bad_alpha");
    else if (in.den == 0)
        out.undefined("zero_denominator");
    if (!out.ok())
        return out;
    const double c = in.df ? tCritical(in.conf, *in.df) : normalCritical(in.conf), c2 = c * c;
    out.estimate = in.num / in.den;
    const double a = in.den * in.den - c2 * vd;
    const double b = in.num * in.den - c2 * in.cov;
    const double q = in.num * in.num - c2 * vn;
    // D = b² − aq, expanded so that num²den² drops out before it can cancel.
    const double d = c2
        * (vn * in.den * in.den - 2 * in.cov * in.num * in.den + vd * in.num * in.num
            - c2 * (vn * vd - in.cov * in.cov));
    if (a > 0) {
        out.kind = RatioSet::Bounded;
        std::tie(out.lower, out.upper) = roots(a, b, q, std::sqrt(std::max(0.0, d)));
    } else if (a < 0 && d > 0) {
        out.kind = RatioSet::Complement;
        std::tie(out.excludedLower, out.excludedUpper) = roots(a, b, q, std::sqrt(d));
    } else {
        out.kind = RatioSet::All;
    }
    return out;
}

EffectRatio effectRatio(const EffectRatioInput& in)
{
    EffectRatio out;
    if (in.numT.size() != in.denT.size() || in.numC.size() != in.denC.size()) {
        out.invalid("bad_size");
        return out;
    }
    if (!isLevel(in.conf)) {
        out.invalid("bad_alpha");
        return out;
    }
    if (in.numT.empty() || in.numC.empty()) {
        out.undefined("empty_arm");
        return out;
    }
    const Arm t = summarise(in.numT, in.denT), c = summarise(in.numC, in.denC);
    out.deltaNum = t.num - c.num;
    out.deltaDen = t.den - c.den;
    if (in.numT.size() < 2 || in.numC.size() < 2) {
        out.insufficient("too_few_units");
        return out;
    }
    const double vn = t.varNum + c.varNum, vd = t.varDen + c.varDen;
    out.seNum = std::sqrt(vn);
    out.seDen = std::sqrt(vd);
    if (*out.deltaDen <= 0) {
        out.undefined("nonpositive_denominator");
        return out;
    }
    static_cast<Fieller&>(out)
        = fieller({ *out.deltaNum, *out.deltaDen, vn, vd, t.cov + c.cov, std::nullopt, in.conf });
    if (vn == 0 && vd == 0) {
        out.undefined("zero_variance");
        out.kind.reset();
        out.lower.reset();
        out.upper.reset();
    }
    return out;
}

}
