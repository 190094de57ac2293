// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/policy_value.h"
#include "stats/sums.h"

#include <algorithm>
#include <numeric>

namespace ow::stats {

Qini qini(const QiniInput& in)
{
    Qini out;
    const std::size_t n = in.y.size();
    if (in.t.size() != n || in.score.size() != n) {
        out.invalid("bad_size");
        return out;
    }
    if (std::any_of(in.t.begin(), in.t.end(), [](auto t) { return t > 1; })) {
        out.invalid("bad_design");
        return out;
    }
    if (n == 0) {
        out.undefined("no_units");
        return out;
    }
    const auto treated = std::size_t(std::count(in.t.begin(), in.t.end(), 1));
    if (treated == 0 || treated == n) {
        out.undefined("empty_arm");
        return out;
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return in.score[a] > in.score[b]; });
    Sum sumT, sumC, area;
    double nT = 0, nC = 0;
    out.curve.emplace_back(0, 0.0);
    for (std::size_t i = 0; i < n;) {
        const double score = in.score[order[i]];
        for (; i < n && in.score[order[i]] == score; ++i) { // equal scores are one step
            const std::size_t u = order[i];
            (in.t[u] ? sumT : sumC).add(in.y[u]);
            (in.t[u] ? nT : nC) += 1;
        }
        const double q = sumT.value() - (nC > 0 ? sumC.value() * nT / nC : 0);
        const auto [before, qBefore] = out.curve.back();
        area.add(0.5 * (q + qBefore) * double(std::int64_t(i) - before));
        out.curve.emplace_back(std::int64_t(i), q);
    }
    const double units = double(n);
    out.total = out.curve.back().second;
    out.area = area.value() / (units * units);
    out.areaRandom = *out.total / (2 * units);
    out.qini = *out.area - *out.areaRandom;
    return out;
}

}
