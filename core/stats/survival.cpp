// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/customer_value.h"
#include "stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ow::stats {
namespace {

struct Step {
    double time;
    double survival; ///< from here on
    double greenwood; ///< Σ d / (r (r − d)) up to here
};

/// The curve's steps, one per time with an event; events count before censorings of the same time.
std::vector<Step> steps(const SurvivalInput& in)
{
    std::vector<std::size_t> order(in.time.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return in.time[a] < in.time[b]; });
    std::vector<Step> out;
    double survival = 1, greenwood = 0;
    for (std::size_t i = 0; i < order.size();) {
        const double t = in.time[order[i]], atRisk = double(order.size() - i);
        double events = 0;
        for (; i < order.size() && in.time[order[i]] == t; ++i)
            events += in.event[order[i]];
        if (events == 0)
            continue;
        survival *= 1 - events / atRisk;
        if (events < atRisk)
            greenwood += events / (atRisk * (atRisk - events));
        else
            survival = 0;
        out.push_back({ t, survival, greenwood });
    }
    return out;
}

SurvivalPoint pointAt(double t, const SurvivalInput& in, const std::vector<Step>& curve, double last)
{
    SurvivalPoint p;
    p.t = t;
    p.atRisk = std::count_if(in.time.begin(), in.time.end(), [&](double time) { return time >= t; });
    const auto after = std::upper_bound(
        curve.begin(), curve.end(), t, [](double at, const Step& s) { return at < s.time; });
    const double s = after == curve.begin() ? 1 : std::prev(after)->survival;
    if (t > last && s > 0) {
        p.note = "beyond_follow_up";
        return p;
    }
    p.estimate = s;
    if (s == 0) {
        p.note = "all_events";
        return p;
    }
    if (after == curve.begin()) {
        p.note = "no_events";
        p.se = 0;
        return p;
    }
    const double root = std::sqrt(std::prev(after)->greenwood), logS = std::log(s);
    const double spread = normalCritical(in.conf) * root / logS;
    p.se = s * root;
    p.lower = std::exp(logS * std::exp(-spread));
    p.upper = std::exp(logS * std::exp(spread));
    return p;
}

}

Survival survival(const SurvivalInput& in)
{
    Survival out;
    if (in.time.size() != in.event.size()
        || std::any_of(in.event.begin(), in.event.end(), [](auto e) { return e > 1; }))
        out.invalid("bad_size");
    else if (!isLevel(in.conf))
        out.invalid("bad_alpha");
    else if (in.time.empty())
        out.undefined("no_units");
    if (!out.ok())
        return out;
    const std::vector<Step> curve = steps(in);
    const double last = *std::max_element(in.time.begin(), in.time.end());
    for (double t : in.at)
        out.points.push_back(pointAt(t, in, curve, last));
    return out;
}

}
