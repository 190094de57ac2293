// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/hypergeometric.h"
#include "stats/outcome.h"

#include <optional>

namespace ow::stats {

struct Adjacency : Outcome {
    std::optional<double> support, expected; ///< share of baskets with both; baskets with both by chance
    std::optional<double> confidenceAb, confidenceBa; ///< Pr(B | A), Pr(A | B)
    std::optional<double> lift, leverage;
    std::optional<double> convictionAb, convictionBa; ///< infinite at confidence 1
    std::optional<double> jaccard, cosine, yuleQ;
    std::optional<double> pmi, npmi; ///< bits; −infinity and −1 where never together
    std::optional<double> g2, g2P;
    std::optional<double> pGreater, pLess; ///< Fisher, one-sided
};

/// Everything one 2×2 table says about a pair. Descriptive: basket size and popularity are not taken out;
/// edges are tested by adjacencyStratified(). Notes: degenerate_table, always_together. Undefined no_baskets,
/// item_never_bought; invalid bad_counts.
Adjacency adjacency(const PairCounts& counts);

}
