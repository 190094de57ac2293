// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <optional>

namespace ow::stats {

enum class Side { Two, Lower, Upper };

struct ConfidenceSequenceInput {
    double estimate = 0, se = 0;
    double n = 0; ///< units of both arms so far (clusters where clustered)
    double nStar = 0; ///< units at which the interval is to be tightest; frozen before the start
    double alpha = 0.05;
    Side side = Side::Two;
    double null = 0;
};

struct ConfidenceSequence : Outcome {
    std::optional<double> estimate, rho2, multiplier, radius;
    std::optional<double> lower, upper; ///< the open side of a one-sided sequence is empty
    std::optional<double> pValue; ///< valid at any time
};

/// The interval that may be read every day: asymptotic confidence sequence (Waudby-Smith et al. 2024). Holds
/// from about 100 units per arm. Undefined no_units, zero_variance (estimate stays); invalid bad_alpha,
/// bad_n_star, bad_se.
ConfidenceSequence confidenceSequence(const ConfidenceSequenceInput& in);

/// Its multiplier of the standard error alone, for plans and stop rules; n, nStar > 0, alpha a level
/// (one-sided: < 1/2).
double confidenceSequenceMultiplier(double n, double nStar, double alpha, Side side);

}
