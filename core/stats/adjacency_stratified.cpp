// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/adjacency_stratified.h"

#include "stats/distributions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace ow::stats {
namespace {

struct Used {
    PairCounts counts;
    double omega;
};

/// Memory kept from call to call: a miner asks this 10⁵ times.
struct Workspace {
    std::vector<Used> used;
    std::vector<NoncentralPmf> pmfs;
    std::vector<double> sum, next;
};

Workspace& workspace()
{
    thread_local Workspace w;
    return w;
}

std::string_view inputProblem(const StratifiedInput& in)
{
    for (const Stratum& s : in.strata) {
        if (!possible(s.counts))
            return "bad_counts";
        if (s.size && (!(*s.size >= 1) || (s.counts.nAb > 0 && *s.size < 2)))
            return "bad_size";
    }
    return isLevel(in.conf) ? "" : "bad_alpha";
}

void selectStrata(const StratifiedInput& in, std::vector<Used>& used)
{
    used.clear();
    for (const Stratum& s : in.strata) {
        const PairCounts& c = s.counts;
        const bool informative = c.n >= 2 && c.nA > 0 && c.nB > 0 && c.nA < c.n && c.nB < c.n;
        if (informative && (!s.size || *s.size > 1))
            used.push_back({ c, s.size ? (*s.size - 1) / *s.size : 1.0 });
    }
}

/// The distribution of the sum of independent counts: convolution, its ends trimmed where they no longer
/// matter.
std::int64_t convolve(const std::vector<NoncentralPmf>& pmfs, std::size_t count, Workspace& w)
{
    constexpr double negligible = 1e-19;
    w.sum.assign(1, 1.0);
    std::int64_t first = 0;
    for (std::size_t s = 0; s < count; ++s) {
        const NoncentralPmf& pmf = pmfs[s];
        w.next.assign(w.sum.size() + pmf.p.size() - 1, 0.0);
        for (std::size_t i = 0; i < pmf.p.size(); ++i) {
            const double p = pmf.p[i];
            double* to = w.next.data() + i;
            for (std::size_t j = 0; j < w.sum.size(); ++j)
                to[j] += p * w.sum[j];
        }
        first += pmf.first;
        std::size_t from = 0, to = w.next.size();
        while (from + 1 < to && w.next[from] < negligible)
            ++from;
        while (to > from + 1 && w.next[to - 1] < negligible)
            --to;
        w.sum.assign(w.next.begin() + std::ptrdiff_t(from), w.next.begin() + std::ptrdiff_t(to));
        first += std::int64_t(from);
    }
    return first;
}

/// Σ of the distribution over x >= from (or <= from), terms weighted by tilt^(x − from).
double tail(const std::vector<double>& p, std::int64_t first, std::int64_t from, bool upper, double logTilt)
{
    double sum = 0;
    const double factor = std::exp(logTilt);
    double weight = 1;
    const std::int64_t last = first + std::int64_t(p.size()) - 1;
    for (std::int64_t x = from; upper ? x <= last : x >= first; x += upper ? 1 : -1) {
        if (x >= first && x <= last)
            sum += weight * p[std::size_t(x - first)];
        weight *= upper ? factor : 1 / factor;
    }
    return sum;
}

/// The log odds by which every stratum must be tilted for the sum's mean to reach `target`: by bisection on
/// the means' approximation, good to what is needed (the tilted peak near the observed count).
double findTilt(const std::vector<Used>& used, double target)
{
    const auto mean = [&](double tilt) {
        double m = 0;
        for (const Used& u : used)
            m += noncentralMean(u.counts, u.omega * std::exp(tilt));
        return m;
    };
    double low = -60, high = 60;
    for (int i = 0; i < 40 && high - low > 1e-3; ++i) {
        const double middle = 0.5 * (low + high);
        (mean(middle) < target ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

/// A tail far from the mean: the strata are tilted so that the observed count is their peak, and the weights
/// taken off again. Right down to 1e-300, where a plain convolution has long lost the tail.
void farTails(std::int64_t observed, double logNull, Tails& tails, Workspace& w, bool upper)
{
    const auto range = [&](bool top) {
        double sum = 0;
        for (const Used& u : w.used) {
            const PairCounts& c = u.counts;
            sum += double(top ? std::min(c.nA, c.nB) : std::max<std::int64_t>(0, c.nA + c.nB - c.n));
        }
        return sum;
    };
    const double target = std::clamp(double(observed), range(false) + 0.25, range(true) - 0.25);
    const double tilt = findTilt(w.used, target);
    double logTilted = 0;
    for (std::size_t s = 0; s < w.used.size(); ++s)
        logTilted += noncentralPmf(w.used[s].counts, w.used[s].omega * std::exp(tilt), w.pmfs[s]);
    const std::int64_t first = convolve(w.pmfs, w.used.size(), w);
    const double scale = logTilted - logNull - tilt * double(observed);
    const double inclusive = tail(w.sum, first, observed, upper, -tilt);
    const std::int64_t at = observed - first;
    const double here = at >= 0 && at < std::int64_t(w.sum.size()) ? w.sum[std::size_t(at)] : 0;
    const double small = std::exp(scale + std::log(inclusive));
    const double rest = 1 - std::exp(scale) * (inclusive - here);
    tails = upper ? Tails { small, rest } : Tails { rest, small };
}

void exactTest(AdjacencyStratified& out, Workspace& w)
{
    w.pmfs.resize(std::max(w.pmfs.size(), w.used.size()));
    double mean = 0, variance = 0, logNull = 0;
    for (std::size_t s = 0; s < w.used.size(); ++s) {
        logNull += noncentralPmf(w.used[s].counts, w.used[s].omega, w.pmfs[s]);
        mean += w.pmfs[s].mean;
        variance += w.pmfs[s].variance;
    }
    const double off = double(*out.observed) - mean;
    Tails tails;
    if (std::abs(off) > 4 * std::sqrt(variance)) {
        farTails(*out.observed, logNull, tails, w, off > 0);
    } else {
        const std::int64_t first = convolve(w.pmfs, w.used.size(), w);
        tails = { tail(w.sum, first, *out.observed, true, 0), tail(w.sum, first, *out.observed, false, 0) };
    }
    out.method = TestMethod::Exact;
    out.expected = mean;
    out.chi2 = off * off / variance;
    out.pGreater = std::clamp(tails.greater, 0.0, 1.0);
    out.pLess = std::clamp(tails.less, 0.0, 1.0);
}

void normalTest(AdjacencyStratified& out, const std::vector<Used>& used)
{
    double mean = 0, variance = 0;
    for (const Used& u : used) {
        const double a = double(u.counts.nA), b = double(u.counts.nB), n = double(u.counts.n);
        const double m = noncentralMean(u.counts, u.omega);
        mean += m;
        variance += n / (n - 1) / (1 / m + 1 / (a - m) + 1 / (b - m) + 1 / (n - a - b + m));
    }
    const double off = double(*out.observed) - mean, sd = std::sqrt(variance);
    out.method = TestMethod::Normal;
    out.expected = mean;
    out.chi2 = off * off / variance;
    out.pGreater = normalUpper((off - 0.5) / sd);
    out.pLess = normalLower((off + 0.5) / sd);
}

/// Mantel–Haenszel odds ratio relative to the strata's null; Robins–Breslow–Greenland bounds where no size is
/// given.
void oddsRatio(AdjacencyStratified& out, const std::vector<Used>& used, bool sized, double conf)
{
    double r = 0, s = 0, pr = 0, mixed = 0, qs = 0;
    for (const Used& u : used) {
        const PairCounts& c = u.counts;
        const double a = double(c.nAb), b = double(c.nA - c.nAb), k = double(c.nB - c.nAb);
        const double d = double(c.n - c.nA - c.nB + c.nAb), n = double(c.n);
        const double ri = a * d / n, si = u.omega * b * k / n, pi = (a + d) / n, qi = (b + k) / n;
        r += ri;
        s += si;
        pr += pi * ri;
        mixed += pi * si + qi * ri;
        qs += qi * si;
    }
    out.oddsRatio = s > 0 ? r / s : std::numeric_limits<double>::infinity();
    if (r == 0 || s == 0) {
        out.note("boundary_odds_ratio");
        return;
    }
    if (sized)
        return;
    const double variance = pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s);
    const double factor = std::exp(normalCritical(conf) * std::sqrt(variance));
    out.lower = *out.oddsRatio / factor;
    out.upper = *out.oddsRatio * factor;
}

}

AdjacencyStratified adjacencyStratified(const StratifiedInput& in)
{
    constexpr std::int64_t exactLimit = 2000; // beyond it the normal approximation is as good and far cheaper
    AdjacencyStratified out;
    if (const std::string_view problem = inputProblem(in); !problem.empty()) {
        out.invalid(problem);
        return out;
    }
    Workspace& w = workspace();
    selectStrata(in, w.used);
    if (w.used.empty()) {
        out.undefined("no_informative_stratum");
        return out;
    }
    std::int64_t observed = 0, reach = 0;
    for (const Used& u : w.used) {
        observed += u.counts.nAb;
        reach += std::min(u.counts.nA, u.counts.nB);
    }
    out.observed = observed;
    out.strataUsed = std::int64_t(w.used.size());
    if (reach <= exactLimit)
        exactTest(out, w);
    else
        normalTest(out, w.used);
    out.adjustedLift = double(observed) / *out.expected;
    out.pValue = chi2Upper(*out.chi2, 1);
    const bool sized = std::any_of(
        in.strata.begin(), in.strata.end(), [](const Stratum& s) { return s.size.has_value(); });
    oddsRatio(out, w.used, sized, in.conf);
    return out;
}

}
