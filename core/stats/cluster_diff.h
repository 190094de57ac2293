// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/mean_diff.h"

#include <cstdint>
#include <optional>
#include <span>

namespace ow::stats {

struct ClusterDiffInput {
    std::span<const double> y, x;
    std::span<const std::uint8_t> arm; ///< 1 = treatment, 0 = control
    std::span<const std::int64_t> cluster; ///< any numbers; equal = same customer
    double conf = 0.95;
};

struct ClusterDiff : Effect {
    std::optional<std::int64_t> clusters;
    std::optional<double> designEffect; ///< variance ÷ the variance if every row were its own cluster
};

/// Difference of two ratios where rows of one customer are not independent (Liang, Zeger 1986): what
/// intent-level randomisation needs. Customers may lie in both arms; then shared noise cancels. df = clusters
/// − 1. Undefined empty_arm, zero_denominator, negative_denominator, zero_variance; insufficient
/// too_few_units (fewer than 2 clusters); invalid bad_size, bad_design (arm neither 0 nor 1), bad_alpha.
/// Under 30 clusters read it with care.
ClusterDiff clusterDiff(const ClusterDiffInput& in);

}
