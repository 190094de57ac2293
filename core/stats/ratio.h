// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/mean_diff.h"

#include <optional>
#include <span>

namespace ow::stats {

struct RatioInput {
    std::span<const double> y,
        x; ///< per unit: numerator, denominator; units with x = 0 stay in, they carry y
    double conf = 0.95;
};

struct Ratio : Outcome {
    std::optional<double> estimate, se, df, lower, upper;
};

/// Σy / Σx with the delta-method variance (Deng, Knoblich, Lu 2018), t with n − 1 degrees of freedom.
/// Undefined empty_arm, zero_denominator, negative_denominator, zero_variance; insufficient too_few_units;
/// invalid bad_size (lengths differ), bad_alpha.
Ratio ratio(const RatioInput& in);

struct RatioDiffInput {
    std::span<const double> yT, xT, yC, xC;
    double conf = 0.95;
};

struct RatioDiff : MeanDiff {
    std::optional<double> ratioT, ratioC;
};

/// Difference of two ratios of sums, one pair per unit: Welch on the two delta-method variances. Codes as
/// ratio().
RatioDiff ratioDiff(const RatioDiffInput& in);

/// One arm's ratio: why it cannot be had (a reason), or the level with the variance of the estimate (0 below
/// 2 units).
struct RatioLevel {
    std::string_view problem; ///< empty, "zero_denominator" or "negative_denominator"
    Level level;
};
RatioLevel ratioLevel(std::span<const double> y, std::span<const double> x);

}
