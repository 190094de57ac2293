// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/hypergeometric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace ow::stats {
namespace {

constexpr double negligible = 1e-18;

/// ln n! − (the leading terms of Stirling's formula).
double stirlingError(double n)
{
    static const std::array<double, 16> small = [] {
        std::array<double, 16> table {};
        double factorial = 1;
        for (int i = 1; i < 16; ++i) {
            factorial *= i;
            table[std::size_t(i)] = std::log(factorial) - (i + 0.5) * std::log(double(i)) + i
                - 0.5 * std::log(2 * std::numbers::pi);
        }
        return table;
    }();
    if (n < 16)
        return small[std::size_t(n)];
    const double r = 1 / (n * n);
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - r / 1188) * r) * r) * r) / n;
}

/// x ln(x/m) + m − x without cancellation near x = m.
double deviance(double x, double m)
{
    if (std::abs(x - m) < 0.1 * (x + m)) {
        const double v = (x - m) / (x + m);
        double sum = (x - m) * v, term = 2 * x * v;
        for (int j = 1; j < 1000; ++j) {
            term *= v * v;
            const double next = sum + term / (2 * j + 1);
            if (next == sum)
                return next;
            sum = next;
        }
        return sum;
    }
    return x * std::log(x / m) + m - x;
}

std::int64_t lowest(const PairCounts& c) { return std::max<std::int64_t>(0, c.nA + c.nB - c.n); }
std::int64_t highest(const PairCounts& c) { return std::min(c.nA, c.nB); }

/// Pr(x + 1) / Pr(x) at ω = 1.
double ratioUp(const PairCounts& c, std::int64_t x)
{
    return (double(c.nA - x) * double(c.nB - x)) / (double(x + 1) * double(c.n - c.nA - c.nB + x + 1));
}

double sumUp(const PairCounts& c, std::int64_t from)
{
    if (from > highest(c))
        return 0;
    double term = 1, sum = 1;
    for (std::int64_t x = from; x < highest(c) && term > negligible * sum; ++x) {
        term *= ratioUp(c, x);
        sum += term;
    }
    return std::exp(logHypergeometric(from, c.nA, c.nB, c.n) + std::log(sum));
}

double sumDown(const PairCounts& c, std::int64_t from)
{
    if (from < lowest(c))
        return 0;
    double term = 1, sum = 1;
    for (std::int64_t x = from; x > lowest(c) && term > negligible * sum; --x) {
        term /= ratioUp(c, x - 1);
        sum += term;
    }
    return std::exp(logHypergeometric(from, c.nA, c.nB, c.n) + std::log(sum));
}

}

bool possible(const PairCounts& c)
{
    return c.nAb >= 0 && c.nA >= 0 && c.nB >= 0 && c.nA <= c.n && c.nB <= c.n && c.nAb <= highest(c)
        && c.nAb >= lowest(c);
}

double logBinomial(double k, double n, double p, double q)
{
    if (k == 0)
        return n == 0 ? 0 : n * (p < 0.5 ? std::log1p(-p) : std::log(q));
    if (k == n)
        return n * (q < 0.5 ? std::log1p(-q) : std::log(p));
    const double core = stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p)
        - deviance(n - k, n * q);
    return core - 0.5 * (std::log(2 * std::numbers::pi) + std::log(k) + std::log1p(-k / n));
}

double logHypergeometric(std::int64_t x, std::int64_t nA, std::int64_t nB, std::int64_t n)
{
    if (nB == 0 || nB == n)
        return 0; // the support is one point
    const double p = double(nB) / double(n), q = double(n - nB) / double(n);
    return logBinomial(double(x), double(nA), p, q) + logBinomial(double(nB - x), double(n - nA), p, q)
        - logBinomial(double(nB), double(n), p, q);
}

Tails fisherTails(const PairCounts& c)
{
    // Only a tail that is small is summed; the other is what it leaves, which then loses nothing.
    const double mean = double(c.nA) * (double(c.nB) / double(c.n));
    Tails tails;
    if (double(c.nAb) > mean) {
        tails.greater = sumUp(c, c.nAb);
        tails.less = 1 - sumUp(c, c.nAb + 1);
    } else {
        tails.less = sumDown(c, c.nAb);
        tails.greater = 1 - sumDown(c, c.nAb - 1);
    }
    tails.greater = std::clamp(tails.greater, 0.0, 1.0);
    tails.less = std::clamp(tails.less, 0.0, 1.0);
    return tails;
}

double noncentralMean(const PairCounts& c, double omega)
{
    const double a = double(c.nA), b = double(c.nB), n = double(c.n);
    const double product = omega * a * b, middle = n - (1 - omega) * (a + b);
    const double root = std::sqrt(std::max(0.0, middle * middle + 4 * (1 - omega) * product));
    return middle > 0 ? 2 * product / (middle + root) : (root - middle) / (2 * (1 - omega));
}

double noncentralPmf(const PairCounts& c, double omega, NoncentralPmf& out)
{
    const std::int64_t low = lowest(c), high = highest(c);
    const std::int64_t peak = std::clamp(std::int64_t(noncentralMean(c, omega)), low, high);
    // Terms relative to the peak, outwards to both sides.
    double below = 1;
    std::int64_t first = peak;
    while (first > low && below > negligible) {
        below /= ratioUp(c, first - 1) * omega;
        --first;
    }
    out.first = first;
    out.p.clear();
    double term = below;
    for (std::int64_t x = first; x < peak; ++x) {
        out.p.push_back(term);
        term *= ratioUp(c, x) * omega;
    }
    term = 1;
    out.p.push_back(term);
    for (std::int64_t x = peak; x < high && term > negligible; ++x) {
        term *= ratioUp(c, x) * omega;
        out.p.push_back(term);
    }
    double sum = 0, sum1 = 0, sum2 = 0;
    for (std::size_t i = 0; i < out.p.size(); ++i) {
        const double off = double(out.first + std::int64_t(i) - peak);
        sum += out.p[i];
        sum1 += off * out.p[i];
        sum2 += off * off * out.p[i];
    }
    for (double& p : out.p)
        p /= sum;
    const double shift = sum1 / sum;
    out.mean = double(peak) + shift;
    out.variance = sum2 / sum - shift * shift;
    return logHypergeometric(peak, c.nA, c.nB, c.n) + double(peak) * std::log(omega) + std::log(sum);
}

}
