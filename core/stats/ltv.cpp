// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/customer_value.h"
#include "stats/distributions.h"
#include "stats/sums.h"

#include <algorithm>
#include <cmath>

namespace ow::stats {
namespace {

double valueBetween(const std::vector<DatedValue>& purchases, double from, double to)
{
    Sum sum;
    for (const DatedValue& p : purchases) {
        if (p.day >= from && p.day < to)
            sum.add(p.value);
    }
    return sum.value();
}

void bounds(LtvEstimate& e, double c)
{
    if (!e.se || *e.se == 0)
        return;
    e.lower = *e.mean - c * *e.se;
    e.upper = *e.mean + c * *e.se;
}

LtvEstimate mature(const LtvInput& in, double horizon)
{
    std::vector<double> values;
    for (std::size_t i = 0; i < in.followup.size(); ++i) {
        if (in.followup[i] >= horizon)
            values.push_back(valueBetween(in.purchases[i], 0, horizon));
    }
    LtvEstimate e;
    e.n = std::int64_t(values.size());
    if (values.empty())
        return e;
    const Moments m = moments(values);
    e.mean = m.mean;
    if (values.size() < 2)
        return e;
    e.se = std::sqrt(m.variance / double(e.n));
    bounds(e, tCritical(in.conf, double(e.n - 1)));
    return e;
}

/// Σ over the periods of the mean among those observed through each; ψ_i collects every customer's pull on
/// the sum.
LtvEstimate partitioned(const LtvInput& in, const std::vector<double>& breaks, double horizon)
{
    LtvEstimate e;
    std::vector<double> psi(in.followup.size(), 0.0), values(in.followup.size());
    double first = 0, mean = 0, scale = 0;
    bool enough = true;
    for (std::size_t k = 1; k < breaks.size() && breaks[k] <= horizon; ++k) {
        Sum sum;
        std::int64_t n = 0;
        for (std::size_t i = 0; i < psi.size(); ++i) {
            if (in.followup[i] >= breaks[k]) {
                values[i] = valueBetween(in.purchases[i], breaks[k - 1], breaks[k]);
                sum.add(values[i]);
                ++n;
            }
        }
        e.n = n;
        enough = enough && n >= 2;
        if (n == 0)
            break;
        if (k == 1)
            first = double(n);
        const double periodMean = sum.value() / double(n);
        mean += periodMean;
        for (std::size_t i = 0; i < psi.size(); ++i) {
            if (in.followup[i] >= breaks[k]) {
                psi[i] += (values[i] - periodMean) / double(n);
                scale += values[i] * values[i] / double(n) / double(n);
            }
        }
    }
    if (!enough)
        return e;
    Sum squares;
    for (double p : psi)
        squares.add(p * p);
    e.mean = mean;
    e.se = std::sqrt(first / (first - 1) * snapToZero(squares.value(), scale));
    bounds(e, normalCritical(in.conf));
    return e;
}

std::vector<double> breaksOf(const LtvInput& in)
{
    if (!in.breaks.empty())
        return in.breaks;
    std::vector<double> usual { 0, 30, 60, 90 };
    const auto isUsual
        = [&](double h) { return h > 0 && std::find(usual.begin(), usual.end(), h) != usual.end(); };
    if (std::all_of(in.horizons.begin(), in.horizons.end(), isUsual))
        return usual;
    std::vector<double> own { 0 };
    own.insert(own.end(), in.horizons.begin(), in.horizons.end());
    std::sort(own.begin(), own.end());
    own.erase(std::unique(own.begin(), own.end()), own.end());
    return own;
}

bool areBreaks(const std::vector<double>& breaks, const std::vector<double>& horizons)
{
    if (breaks.size() < 2 || breaks.front() != 0)
        return false;
    for (std::size_t k = 1; k < breaks.size(); ++k) {
        if (!(breaks[k] > breaks[k - 1]))
            return false;
    }
    return std::all_of(horizons.begin(), horizons.end(),
        [&](double h) { return h > 0 && std::find(breaks.begin(), breaks.end(), h) != breaks.end(); });
}

}

Ltv ltv(const LtvInput& in)
{
    Ltv out;
    const std::vector<double> breaks = breaksOf(in);
    if (in.followup.size() != in.purchases.size())
        out.invalid("bad_size");
    else if (!isLevel(in.conf))
        out.invalid("bad_alpha");
    else if (!areBreaks(breaks, in.horizons))
        out.invalid("bad_breaks");
    else if (in.followup.empty())
        out.undefined("no_units");
    if (!out.ok())
        return out;
    for (double h : in.horizons)
        out.horizons.push_back({ h, mature(in, h), partitioned(in, breaks, h) });
    return out;
}

}
