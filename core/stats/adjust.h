// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace ow::stats {

enum class AdjustMethod {
    BenjaminiHochberg, ///< false discovery rate: pairs of products, segments of a scorecard
    BenjaminiYekutieli, ///< the same under any dependence
    Holm, ///< several confirmatory claims on one experiment
    Bonferroni, ///< slices of a mismatch check
};

struct Adjusted : Outcome {
    std::vector<std::optional<double>>
        adjusted; ///< in the order given; untested stays empty and does not count
};

/// p-values corrected for how many were looked at; monotone, at most 1. Invalid bad_p (outside [0, 1]).
/// `alsoTested` further tests, not listed, count with p = 1: leaving out what was never seen must not flatter
/// the rest.
Adjusted adjust(std::span<const std::optional<double>> p, AdjustMethod method, std::size_t alsoTested = 0);

}
