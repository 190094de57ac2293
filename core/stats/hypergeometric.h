// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ow::stats {

/// A 2×2 table of baskets: with both products, with A, with B, all.
struct PairCounts {
    std::int64_t nAb = 0, nA = 0, nB = 0, n = 0;
};

/// Whether such baskets can exist.
bool possible(const PairCounts& c);

/// ln Pr(X = x), X ~ Hypergeometric(n, nA, nB), by Loader's saddle-point expansion (2000): relative error of
/// the probability stays near 1e-14 also for millions of baskets, where differences of log-gammas lose half
/// their digits. x inside the support.
double logHypergeometric(std::int64_t x, std::int64_t nA, std::int64_t nB, std::int64_t n);

/// ln Pr(K = k), K ~ Binomial(n, p), q = 1 − p given exactly.
double logBinomial(double k, double n, double p, double q);

/// Fisher's one-sided tails, each summed from its observed end.
struct Tails {
    double greater = 1; ///< Pr(X >= nAb)
    double less = 1; ///< Pr(X <= nAb)
};
Tails fisherTails(const PairCounts& c);

/// Fisher's noncentral hypergeometric distribution: Pr(x) ∝ C(nA, x) C(n−nA, nB−x) ω^x, cut where it falls
/// below 1e-18 of its peak. Margins strictly between 0 and n, omega > 0.
struct NoncentralPmf {
    std::int64_t first = 0; ///< x of p[0]
    std::vector<double> p; ///< sums to 1
    double mean = 0, variance = 0;
};

/// Fills `out` (its memory is reused) and returns the log of Σ h(x) ω^x, h the central probabilities.
double noncentralPmf(const PairCounts& c, double omega, NoncentralPmf& out);

/// The distribution's mean by its defining equation m(n−nA−nB+m) = ω(nA−m)(nB−m): close for large tables,
/// exact at ω = 1.
double noncentralMean(const PairCounts& c, double omega);

}
