// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/heterogeneity.h"

#include "stats/distributions.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>

namespace ow::stats {
namespace {

struct Pooled {
    double mean;
    double weight;
};

Pooled pool(std::span<const double> estimates, std::span<const double> se, double tau2)
{
    Sum weights, sum;
    for (std::size_t i = 0; i < se.size(); ++i) {
        const double w = 1 / (se[i] * se[i] + tau2);
        weights.add(w);
        sum.add(w * estimates[i]);
    }
    return { sum.value() / weights.value(), weights.value() };
}

}

Heterogeneity heterogeneity(const HeterogeneityInput& in)
{
    Heterogeneity out;
    if (in.estimates.size() != in.se.size())
        out.invalid("bad_size");
    else if (std::any_of(in.se.begin(), in.se.end(), [](double s) { return !(s > 0); }))
        out.invalid("bad_se");
    else if (in.se.empty())
        out.undefined("no_segments");
    if (!out.ok())
        return out;
    const Pooled fixed = pool(in.estimates, in.se, 0);
    out.pooled = fixed.mean;
    out.pooledSe = 1 / std::sqrt(fixed.weight);
    if (in.se.size() < 2) {
        out.insufficient("one_segment");
        return out;
    }
    Sum q, squares;
    for (std::size_t i = 0; i < in.se.size(); ++i) {
        const double w = 1 / (in.se[i] * in.se[i]), off = in.estimates[i] - fixed.mean;
        q.add(w * off * off);
        squares.add(w * w);
    }
    const double df = double(in.se.size() - 1), excess = std::max(0.0, q.value() - df);
    out.q = q.value();
    out.df = std::int64_t(df);
    out.pValue = chi2Upper(q.value(), df);
    out.i2 = excess > 0 ? excess / q.value() : 0;
    out.tau2 = excess / (fixed.weight - squares.value() / fixed.weight);
    out.pooledRe = pool(in.estimates, in.se, *out.tau2).mean;
    for (std::size_t i = 0; i < in.se.size(); ++i) {
        const double own = *out.tau2 / (*out.tau2 + in.se[i] * in.se[i]);
        out.shrunken.push_back(*out.pooledRe + own * (in.estimates[i] - *out.pooledRe));
    }
    return out;
}

}
