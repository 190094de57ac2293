// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/hypergeometric.h"
#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>

namespace ow::stats {

/// The baskets of one kind, by default those of exactly `size` distinct items (a mean where sizes are
/// pooled).
struct Stratum {
    PairCounts counts;
    std::optional<double> size; ///< items per basket, >= 1; without it the null odds ratio is 1
};

enum class TestMethod { Exact, Normal };

struct StratifiedInput {
    std::span<const Stratum> strata;
    double conf = 0.95;
};

struct AdjacencyStratified : Outcome {
    std::optional<std::int64_t> observed; ///< baskets with both, over the strata used
    std::optional<double> expected; ///< the same by chance, given popularity and basket size
    std::optional<double> adjustedLift; ///< observed / expected
    std::optional<double> pGreater, pLess;
    std::optional<TestMethod> method;
    std::optional<double> chi2, pValue; ///< two-sided
    std::optional<double> oddsRatio, lower, upper; ///< Mantel–Haenszel; bounds only without sizes
    std::optional<std::int64_t> strataUsed;
};

/// The default test of an edge, adjusted for popularity and basket size. Within baskets of exactly s items
/// two unrelated products compete for places: their null odds ratio is (s−1)/s, not 1, so each stratum is
/// Fisher's noncentral hypergeometric with fixed margins. Exact by convolution while the strata's smaller
/// margins sum to at most 2000. Left out: size <= 1, n < 2, a margin at 0 or n. Note boundary_odds_ratio.
/// Undefined no_informative_stratum; invalid bad_counts, bad_size (size < 1, or a pair at size < 2),
/// bad_alpha. Some microseconds for a common pair; any thread.
AdjacencyStratified adjacencyStratified(const StratifiedInput& in);

}
