// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/cuped.h"

#include "stats/distributions.h"
#include "stats/ratio.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ow::stats {
namespace {

using Column = std::vector<double>;

/// One arm's units, its ratios and the influence value of each unit on them.
struct Arm {
    Column y, x, pre, preX;
    Column psi, phi;
    double value = 0, preValue = 0;
    double scalePsi = 0, scalePhi = 0; ///< squares of what was subtracted: tells variation from rounding
    double units() const { return double(y.size()); }
};

std::string_view inputProblem(const CupedInput& in)
{
    const std::size_t n = in.y.size();
    if (in.arm.size() != n || in.pre.size() != n || (!in.x.empty() && in.x.size() != n)
        || (!in.preX.empty() && in.preX.size() != n))
        return "bad_size";
    if (std::any_of(in.arm.begin(), in.arm.end(), [](auto a) { return a > 1; }))
        return "bad_design";
    return isLevel(in.conf) ? "" : "bad_alpha";
}

/// The mean of the values that are known; empty where none is.
std::optional<double> knownMean(std::span<const std::optional<double>> values)
{
    Sum sum;
    std::size_t known = 0;
    for (const auto& v : values) {
        if (v) {
            sum.add(*v);
            ++known;
        }
    }
    if (known == 0)
        return std::nullopt;
    return sum.value() / double(known);
}

std::string_view denominatorProblem(std::span<const double> x)
{
    const double sum = total(x);
    return sum > 0 ? "" : sum == 0 ? "zero_denominator" : "negative_denominator";
}

/// (y − R x) / mean of x, unit by unit; R comes back in `ratio`, the squares of both terms in `scale`.
Column influence(std::span<const double> y, std::span<const double> x, double& ratio, double& scale)
{
    const double sumX = total(x), meanX = sumX / double(x.size());
    ratio = total(y) / sumX;
    Column out(y.size());
    Sum squares;
    for (std::size_t i = 0; i < y.size(); ++i) {
        out[i] = (y[i] - ratio * x[i]) / meanX;
        squares.add((y[i] * y[i] + ratio * x[i] * ratio * x[i]) / (meanX * meanX));
    }
    scale = squares.value();
    return out;
}

double variance(const Arm& arm, double theta)
{
    Sum squares;
    for (std::size_t i = 0; i < arm.psi.size(); ++i) {
        const double r = arm.psi[i] - theta * arm.phi[i];
        squares.add(r * r);
    }
    const double scale = arm.scalePsi + theta * theta * arm.scalePhi;
    return snapToZero(squares.value(), scale) / ((arm.units() - 1) * arm.units());
}

double slope(const Arm (&arms)[2])
{
    Sum cross, squares, scale;
    for (const Arm& arm : arms) {
        for (std::size_t i = 0; i < arm.psi.size(); ++i) {
            cross.add(arm.psi[i] * arm.phi[i]);
            squares.add(arm.phi[i] * arm.phi[i]);
        }
        scale.add(arm.scalePhi);
    }
    const double below = snapToZero(squares.value(), scale.value());
    return below == 0 ? 0 : cross.value() / below;
}

bool covariateVaries(const Arm (&arms)[2])
{
    Sum squares, scale;
    for (const Arm& arm : arms) {
        for (double v : arm.phi)
            squares.add(v * v);
        scale.add(arm.scalePhi);
    }
    return snapToZero(squares.value(), scale.value()) > 0;
}

void fillArms(const CupedInput& in, double preMean, double preXMean, Arm (&arms)[2])
{
    for (std::size_t i = 0; i < in.y.size(); ++i) {
        Arm& arm = arms[in.arm[i]];
        arm.y.push_back(in.y[i]);
        arm.x.push_back(in.x.empty() ? 1.0 : in.x[i]);
        arm.pre.push_back(in.pre[i].value_or(preMean));
        arm.preX.push_back(in.preX.empty() ? 1.0 : in.preX[i].value_or(preXMean));
    }
}

void comparePrePeriod(Cuped& out, const Arm& t, const Arm& c, double conf)
{
    out.preDifference = t.preValue - c.preValue;
    Effect pre;
    pre.estimate = out.preDifference;
    const RatioLevel lt = ratioLevel(t.pre, t.preX), lc = ratioLevel(c.pre, c.preX);
    welch(pre, lt.level, lc.level, conf);
    out.prePValue = pre.pValue;
}

}

Cuped cuped(const CupedInput& in)
{
    Cuped out;
    if (const std::string_view problem = inputProblem(in); !problem.empty()) {
        out.invalid(problem);
        return out;
    }
    const auto preMean = knownMean(in.pre);
    const auto preXMean = in.preX.empty() ? std::optional(1.0) : knownMean(in.preX);
    Arm arms[2];
    fillArms(in, preMean.value_or(0), preXMean.value_or(1), arms);
    Arm &c = arms[0], &t = arms[1];
    if (t.y.empty() || c.y.empty()) {
        out.undefined("empty_arm");
        return out;
    }
    for (const Column* column : { &t.x, &c.x, &t.preX, &c.preX }) {
        if (const auto problem = denominatorProblem(*column); !problem.empty()) {
            out.undefined(problem);
            return out;
        }
    }
    for (Arm& arm : arms) {
        arm.psi = influence(arm.y, arm.x, arm.value, arm.scalePsi);
        arm.phi = influence(arm.pre, arm.preX, arm.preValue, arm.scalePhi);
    }
    out.unadjustedEstimate = t.value - c.value;
    if (!preMean || !preXMean) {
        out.undefined("no_covariate");
        return out;
    }
    if (t.y.size() < 2 || c.y.size() < 2) {
        out.insufficient("too_few_units");
        return out;
    }
    const auto missing = [](const auto& v) { return !v; };
    if (std::any_of(in.pre.begin(), in.pre.end(), missing)
        || std::any_of(in.preX.begin(), in.preX.end(), missing))
        out.note("covariate_missing");
    if (!covariateVaries(arms))
        out.note("no_covariate_variance");
    const double theta = slope(arms);
    const double before = variance(t, 0) + variance(c, 0);
    const Level levelT { t.value, variance(t, theta), t.units() },
        levelC { c.value, variance(c, theta), c.units() };
    out.theta = theta;
    out.unadjustedSe = std::sqrt(before);
    out.estimate = t.value - c.value - theta * (t.preValue - c.preValue);
    comparePrePeriod(out, t, c, in.conf);
    if (levelT.variance + levelC.variance <= 1e-24 * before) {
        out.undefined("zero_variance");
        return out;
    }
    welch(out, levelT, levelC, in.conf);
    if (out.se)
        out.varianceReduction = 1 - *out.se * *out.se / before;
    return out;
}

}
