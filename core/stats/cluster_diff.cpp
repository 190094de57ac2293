// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/cluster_diff.h"

#include "stats/distributions.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace ow::stats {
namespace {

struct ArmSums {
    Sum y, x;
    std::size_t rows = 0;
    double ratio() const { return y.value() / x.value(); }
};

/// Σ over clusters of the squared sum of their rows. Rows are ordered by (cluster, place): the sums do not
/// depend on how clusters are numbered, and run once in memory order.
double clusterSquares(std::span<const double> psi, std::span<const std::int64_t> cluster, std::int64_t& count)
{
    std::vector<std::uint32_t> order(psi.size());
    std::iota(order.begin(), order.end(), 0u);
    if (!std::is_sorted(cluster.begin(), cluster.end()))
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return cluster[a] < cluster[b]; });
    Sum squares;
    count = 0;
    for (std::size_t i = 0; i < order.size();) {
        Sum one;
        const std::int64_t id = cluster[order[i]];
        for (; i < order.size() && cluster[order[i]] == id; ++i)
            one.add(psi[order[i]]);
        squares.add(one.value() * one.value());
        ++count;
    }
    return squares.value();
}

std::string_view inputProblem(const ClusterDiffInput& in)
{
    const std::size_t n = in.y.size();
    if (in.x.size() != n || in.arm.size() != n || in.cluster.size() != n)
        return "bad_size";
    if (std::any_of(in.arm.begin(), in.arm.end(), [](auto a) { return a > 1; }))
        return "bad_design";
    return isLevel(in.conf) ? "" : "bad_alpha";
}

}

ClusterDiff clusterDiff(const ClusterDiffInput& in)
{
    ClusterDiff out;
    if (const std::string_view problem = inputProblem(in); !problem.empty()) {
        out.invalid(problem);
        return out;
    }
    ArmSums arms[2];
    for (std::size_t i = 0; i < in.y.size(); ++i) {
        ArmSums& arm = arms[in.arm[i]];
        arm.y.add(in.y[i]);
        arm.x.add(in.x[i]);
        ++arm.rows;
    }
    if (arms[0].rows == 0 || arms[1].rows == 0) {
        out.undefined("empty_arm");
        return out;
    }
    for (int a : { 1, 0 }) {
        const double x = arms[a].x.value();
        if (!(x > 0)) {
            out.undefined(x == 0 ? "zero_denominator" : "negative_denominator");
            return out;
        }
    }
    const double ratios[2] = { arms[0].ratio(), arms[1].ratio() };
    const double sums[2] = { -arms[0].x.value(), arms[1].x.value() };
    out.estimate = ratios[1] - ratios[0];
    std::vector<double> psi(in.y.size());
    Sum rowSquares, scale;
    for (std::size_t i = 0; i < psi.size(); ++i) {
        const std::uint8_t a = in.arm[i];
        psi[i] = (in.y[i] - ratios[a] * in.x[i]) / sums[a];
        rowSquares.add(psi[i] * psi[i]);
        const double y = in.y[i] / sums[a], x = ratios[a] * in.x[i] / sums[a];
        scale.add(y * y + x * x);
    }
    std::int64_t clusters = 0;
    const double squares = snapToZero(clusterSquares(psi, in.cluster, clusters), scale.value());
    out.clusters = clusters;
    if (clusters < 2) {
        out.insufficient("too_few_units");
        return out;
    }
    if (squares == 0) {
        out.undefined("zero_variance");
        return out;
    }
    const double g = double(clusters), n = double(psi.size());
    const double variance = g / (g - 1) * squares;
    out.se = std::sqrt(variance);
    out.df = g - 1;
    out.t = *out.estimate / *out.se;
    out.pValue = tTwoSided(*out.t, *out.df);
    const double half = tCritical(in.conf, *out.df) * *out.se;
    out.lower = *out.estimate - half;
    out.upper = *out.estimate + half;
    out.designEffect = variance / (n / (n - 1) * rowSquares.value());
    return out;
}

}
