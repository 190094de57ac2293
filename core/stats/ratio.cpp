// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/ratio.h"

#include "stats/distributions.h"
#include "stats/sums.h"

#include <cmath>

namespace ow::stats {

RatioLevel ratioLevel(std::span<const double> y, std::span<const double> x)
{
    RatioLevel out;
    const double sumX = total(x), n = double(y.size());
    out.level.units = n;
    if (!(sumX > 0)) {
        out.problem = sumX == 0 ? "zero_denominator" : "negative_denominator";
        return out;
    }
    const double r = total(y) / sumX;
    out.level.value = r;
    Sum squares, scale;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double e = y[i] - r * x[i];
        squares.add(e * e);
        scale.add(y[i] * y[i] + r * x[i] * r * x[i]);
    }
    if (y.size() > 1)
        out.level.variance = n / (n - 1) * snapToZero(squares.value(), scale.value()) / (sumX * sumX);
    return out;
}

Ratio ratio(const RatioInput& in)
{
    Ratio out;
    if (in.y.size() != in.x.size() || !isLevel(in.conf)) {
        out.invalid(isLevel(in.conf) ? "bad_size" : "bad_alpha");
        return out;
    }
    if (in.y.empty()) {
        out.undefined("empty_arm");
        return out;
    }
    const RatioLevel arm = ratioLevel(in.y, in.x);
    if (!arm.problem.empty()) {
        out.undefined(arm.problem);
        return out;
    }
    out.estimate = arm.level.value;
    if (in.y.size() < 2) {
        out.insufficient("too_few_units");
    } else if (arm.level.variance == 0) {
        out.undefined("zero_variance");
    } else {
        out.se = std::sqrt(arm.level.variance);
        out.df = arm.level.units - 1;
        const double half = tCritical(in.conf, *out.df) * *out.se;
        out.lower = *out.estimate - half;
        out.upper = *out.estimate + half;
    }
    return out;
}

RatioDiff ratioDiff(const RatioDiffInput& in)
{
    RatioDiff out;
    if (in.yT.size() != in.xT.size() || in.yC.size() != in.xC.size()) {
        out.invalid("bad_size");
        return out;
    }
    if (!isLevel(in.conf)) {
        out.invalid("bad_alpha");
        return out;
    }
    if (in.yT.empty() || in.yC.empty()) {
        out.undefined("empty_arm");
        return out;
    }
    const RatioLevel t = ratioLevel(in.yT, in.xT), c = ratioLevel(in.yC, in.xC);
    if (!t.problem.empty() || !c.problem.empty()) {
        out.undefined(t.problem.empty() ? c.problem : t.problem);
        return out;
    }
    out.ratioT = t.level.value;
    out.ratioC = c.level.value;
    out.estimate = t.level.value - c.level.value;
    if (in.yT.size() < 2 || in.yC.size() < 2) {
        out.insufficient("too_few_units");
        return out;
    }
    welch(out, t.level, c.level, in.conf);
    if (out.ok())
        relativeLift(out, t.level, c.level, in.conf);
    return out;
}

}
