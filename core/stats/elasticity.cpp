// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/elasticity.h"

#include "stats/distributions.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace ow::stats {
namespace {

std::string band(double lower, double upper)
{
    if (upper < -1)
        return "elastic";
    if (lower > 0)
        return "positive";
    if (upper >= 0)
        return "unclear";
    return lower > -1 ? "inelastic" : "around_unit";
}

std::string_view inputProblem(const ElasticityInput& in)
{
    const std::size_t n = in.price.size();
    if (in.qty.size() != n || (!in.group.empty() && in.group.size() != n)
        || (!in.cluster.empty() && in.cluster.size() != n))
        return "bad_size";
    if (std::any_of(in.price.begin(), in.price.end(), [](double p) { return !(p > 0); }))
        return "nonpositive_price";
    if (std::any_of(in.qty.begin(), in.qty.end(), [](double q) { return !(q >= 0); }))
        return "negative_quantity";
    return isLevel(in.conf) ? "" : "bad_alpha";
}

/// Logs less their group's mean: the intercepts are gone. Returns the squares that were there before, for
/// rounding.
double withinGroups(std::span<const double> values, std::span<const std::int64_t> group,
    std::vector<double>& out, std::size_t& groups)
{
    struct Mean {
        Sum sum;
        double n = 0;
    };
    std::map<std::int64_t, Mean> means;
    Sum scale;
    const auto of = [&](std::size_t i) { return group.empty() ? 0 : group[i]; };
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double v = std::log(values[i]);
        Mean& m = means[of(i)];
        m.sum.add(v);
        ++m.n;
        scale.add(v * v);
        out.push_back(v);
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const Mean& m = means[of(i)];
        out[i] -= m.sum.value() / m.n;
    }
    groups = means.size();
    return scale.value();
}

/// Σ over clusters of (Σ x e)², rows being their own clusters where none are given; `count` clusters.
double meat(std::span<const double> x, std::span<const double> e, std::span<const std::int64_t> cluster,
    double& count)
{
    Sum squares;
    if (cluster.empty()) {
        for (std::size_t i = 0; i < x.size(); ++i)
            squares.add(x[i] * e[i] * x[i] * e[i]);
        count = double(x.size());
        return squares.value();
    }
    std::map<std::int64_t, Sum> sums;
    for (std::size_t i = 0; i < x.size(); ++i)
        sums[cluster[i]].add(x[i] * e[i]);
    for (const auto& [id, sum] : sums)
        squares.add(sum.value() * sum.value());
    count = double(sums.size());
    return squares.value();
}

void finish(Elasticity& out, double critical)
{
    out.lower = *out.estimate - critical * *out.se;
    out.upper = *out.estimate + critical * *out.se;
    out.band = band(*out.lower, *out.upper);
}

}

Elasticity elasticity(const ElasticityInput& in)
{
    Elasticity out;
    if (const auto problem = inputProblem(in); !problem.empty()) {
        out.invalid(problem);
        return out;
    }
    if (in.price.empty() || std::any_of(in.qty.begin(), in.qty.end(), [](double q) { return q == 0; })) {
        out.undefined(in.price.empty() ? "no_units" : "zero_quantity");
        return out;
    }
    std::vector<double> x, y;
    std::size_t groups = 0;
    const double scale = withinGroups(in.price, in.group, x, groups);
    withinGroups(in.qty, in.group, y, groups);
    Sum xx, xy;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx.add(x[i] * x[i]);
        xy.add(x[i] * y[i]);
    }
    const double spread = snapToZero(xx.value(), scale);
    if (spread == 0) {
        out.undefined("no_price_variation");
        return out;
    }
    const double slope = xy.value() / spread, n = double(x.size()), k = double(groups + 1);
    out.estimate = slope;
    if (n - k < 1) {
        out.insufficient("too_few_periods");
        return out;
    }
    for (std::size_t i = 0; i < y.size(); ++i)
        y[i] -= slope * x[i];
    double clusters = 0;
    const double sum = meat(x, y, in.cluster, clusters);
    if (clusters < 2) {
        out.insufficient("too_few_clusters");
        return out;
    }
    const bool clustered = !in.cluster.empty();
    const double correction = clustered ? clusters / (clusters - 1) * (n - 1) / (n - k) : n / (n - k);
    const double se = std::sqrt(correction * sum) / spread;
    if (se < 1e-12) {
        out.undefined("zero_variance");
        return out;
    }
    out.se = se;
    out.df = clustered ? clusters - 1 : n - k;
    finish(out, tCritical(in.conf, *out.df));
    return out;
}

Elasticity elasticityArms(const ElasticityArmsInput& in)
{
    Elasticity out;
    if (in.kT < 0 || in.kT > in.nT || in.kC < 0 || in.kC > in.nC)
        out.invalid("bad_counts");
    else if (!(in.priceT > 0) || !(in.priceC > 0))
        out.invalid("nonpositive_price");
    else if (!isLevel(in.conf))
        out.invalid("bad_alpha");
    else if (in.nT == 0 || in.nC == 0)
        out.undefined("empty_arm");
    else if (in.kT == 0 || in.kC == 0)
        out.undefined("zero_quantity");
    else if (in.priceT == in.priceC)
        out.undefined("no_price_change");
    if (!out.ok())
        return out;
    const double kT = double(in.kT), nT = double(in.nT), kC = double(in.kC), nC = double(in.nC);
    const double step = std::log(in.priceT / in.priceC);
    out.estimate = std::log((kT / nT) / (kC / nC)) / step;
    if (in.kT == in.nT && in.kC == in.nC) {
        out.undefined("zero_variance");
        return out;
    }
    out.se = std::sqrt(1 / kT - 1 / nT + 1 / kC - 1 / nC) / std::abs(step);
    finish(out, normalCritical(in.conf));
    return out;
}

}
