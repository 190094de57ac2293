// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/mean_diff.h"

#include <cstdint>
#include <optional>
#include <span>

namespace ow::stats {

struct CupedInput {
    std::span<const double> y; ///< the metric, per unit
    std::span<const std::optional<double>>
        pre; ///< the covariate, wholly before the first opportunity; empty = unknown
    std::span<const std::uint8_t> arm; ///< 1 = treatment, 0 = control
    std::span<const double> x; ///< denominators of a ratio metric; empty = 1 each
    std::span<const std::optional<double>> preX; ///< denominators of the covariate; empty = 1 each
    double conf = 0.95;
};

struct Cuped : Effect {
    std::optional<double> theta; ///< slope of the metric on its covariate, within arms
    std::optional<double> unadjustedEstimate, unadjustedSe;
    std::optional<double> varianceReduction; ///< 1 − (se / unadjusted se)²
    std::optional<double> preDifference,
        prePValue; ///< the arms' covariates compared: p < 0.001 means something is off
};

/// The effect with the noise taken out that the time before explains (Deng, Xu, Kohavi, Walker 2013), for
/// means and ratios. Notes: covariate_missing, no_covariate_variance. Undefined empty_arm, zero_denominator,
/// negative_denominator, no_covariate, zero_variance; insufficient too_few_units; invalid bad_size,
/// bad_design, bad_alpha.
Cuped cuped(const CupedInput& in);

}
