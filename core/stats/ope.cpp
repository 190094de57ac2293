// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/distributions.h"
#include "stats/policy_value.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>

namespace ow::stats {
namespace {

constexpr double leastSample = 100; ///< effective rounds below which nothing may be promoted

std::string_view inputProblem(const OpeInput& in)
{
    const std::size_t n = in.reward.size();
    if (in.pLog.size() != n || in.pTarget.size() != n || in.qLog.size() != in.qTarget.size()
        || (!in.qLog.empty() && in.qLog.size() != n))
        return "bad_size";
    const auto bad = [](double p) { return !(p >= 0 && p <= 1); };
    if (std::any_of(in.pLog.begin(), in.pLog.end(), [&](double p) { return bad(p) || p == 0; })
        || std::any_of(in.pTarget.begin(), in.pTarget.end(), bad) || (in.clip && !(*in.clip > 0)))
        return "bad_propensity";
    return isLevel(in.conf) ? "" : "bad_alpha";
}

void interval(PolicyValue& v, double se, double n, double conf)
{
    v.se = se;
    const double half = tCritical(conf, n - 1) * se;
    v.lower = *v.value - half;
    v.upper = *v.value + half;
}

/// The mean of one value per round; its error needs two rounds.
PolicyValue meanOf(const std::vector<double>& values, double conf)
{
    const Moments m = moments(values);
    PolicyValue v;
    v.value = m.mean;
    const double n = double(values.size());
    if (n >= 2)
        interval(v, std::sqrt(m.variance / n), n, conf);
    return v;
}

/// Σwr/Σw with the linearised error: the spread of wr alone would ignore that the denominator moves.
PolicyValue selfNormalised(const std::vector<double>& w, std::span<const double> reward, double conf)
{
    Sum weights, sum, squares;
    for (std::size_t i = 0; i < w.size(); ++i) {
        weights.add(w[i]);
        sum.add(w[i] * reward[i]);
    }
    PolicyValue v;
    v.value = sum.value() / weights.value();
    const double n = double(w.size());
    if (n < 2)
        return v;
    for (std::size_t i = 0; i < w.size(); ++i) {
        const double e = w[i] * (reward[i] - *v.value);
        squares.add(e * e);
    }
    interval(v, std::sqrt(n / (n - 1) * squares.value()) / weights.value(), n, conf);
    return v;
}

void judgeWeights(Ope& out, const std::vector<double>& w)
{
    Sum sum, squares;
    for (double v : w) {
        sum.add(v);
        squares.add(v * v);
    }
    const double n = double(w.size());
    const Moments m = moments(w);
    out.ess = sum.value() * sum.value() / squares.value();
    out.maxWeight = *std::max_element(w.begin(), w.end());
    out.meanWeight = m.mean;
    if (*out.ess < leastSample || *out.ess < 0.01 * n)
        out.note("low_ess");
    if (n >= 2 && std::abs(m.mean - 1) > 3 * std::sqrt(m.variance / n) && std::abs(m.mean - 1) > 1e-12)
        out.note("weights_off_one");
}

}

Ope ope(const OpeInput& in)
{
    Ope out;
    if (const auto problem = inputProblem(in); !problem.empty()) {
        out.invalid(problem);
        return out;
    }
    const std::size_t n = in.reward.size();
    if (n == 0) {
        out.undefined("no_rounds");
        return out;
    }
    std::vector<double> w(n), weighted(n), gain(n), robust;
    bool clipped = false;
    for (std::size_t i = 0; i < n; ++i) {
        w[i] = in.pTarget[i] / in.pLog[i];
        if (in.clip && w[i] > *in.clip) {
            w[i] = *in.clip;
            clipped = true;
        }
        weighted[i] = w[i] * in.reward[i];
        gain[i] = weighted[i] - in.reward[i];
        if (!in.qLog.empty())
            robust.push_back(in.qTarget[i] + w[i] * (in.reward[i] - in.qLog[i]));
    }
    out.loggedValue = total(in.reward) / double(n);
    if (std::all_of(w.begin(), w.end(), [](double v) { return v == 0; })) {
        out.undefined("no_overlap");
        return out;
    }
    out.ips = meanOf(weighted, in.conf);
    out.snips = selfNormalised(w, in.reward, in.conf);
    out.ipsGain = meanOf(gain, in.conf);
    if (!robust.empty())
        out.dr = meanOf(robust, in.conf);
    if (n < 2) {
        out.insufficient("too_few_rounds");
        return out;
    }
    if (clipped)
        out.note("weights_clipped");
    judgeWeights(out, w);
    return out;
}

}
