// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>

namespace ow::stats {

struct SequenceRatioInput {
    std::int64_t nForward = 0; ///< customers whose first A is followed by their first B within the window
    std::int64_t nBackward = 0; ///< B, then A
    std::span<const double> dailyA, dailyB; ///< first purchases per day over the same days; both or neither
    std::int64_t window = 60; ///< days
    double conf = 0.95;
};

struct SequenceRatio : Outcome {
    std::optional<double> crudeRatio; ///< forward / backward
    std::optional<double> nullRatio; ///< what the shops' trends alone would give
    std::optional<double> estimate, lower, upper; ///< crude / null, Clopper–Pearson bounds; may be infinite
    std::optional<double> pValue; ///< exact, two-sided
};

/// Does B follow A more than A follows B? Sequence symmetry (Hallas 1996): every customer is their own
/// control, trends are taken out by the null-effect ratio. Note null_ratio_unavailable. Undefined no_pairs;
/// invalid bad_counts, bad_size (days differ, window < 1), bad_alpha.
SequenceRatio sequenceRatio(const SequenceRatioInput& in);

/// Exact two-sided binomial p: the outcomes no likelier than k of n at p (relative slack 1e-7).
double binomialTwoSided(std::int64_t k, std::int64_t n, double p);

}
