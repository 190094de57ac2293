// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <optional>

namespace ow::stats {

/// What every comparison of two arms by Student's t answers.
struct Effect : Outcome {
    std::optional<double> estimate, se, df, t, pValue, lower, upper;
};

struct MeanDiffInput {
    double nT = 0, meanT = 0, varT = 0; ///< units, mean, variance (n − 1) of the treatment arm
    double nC = 0, meanC = 0, varC = 0;
    double conf = 0.95;
};

struct MeanDiff : Effect {
    std::optional<double> relLift, relLower, relUpper; ///< meanT / meanC − 1, Fieller's interval
};

/// Difference of means by Welch's t (Welch 1947); the relative lift only where the baseline is clearly above
/// zero. Notes: nonpositive_baseline, baseline_indistinct_from_zero. Undefined empty_arm, zero_variance
/// (estimate stays); insufficient too_few_units (estimate stays); invalid bad_moments, bad_alpha. Heavy tails
/// need about 355·skewness² units per arm before the interval holds.
MeanDiff meanDiff(const MeanDiffInput& in);

/// The level of one arm as an estimate with the variance of that estimate.
struct Level {
    double value = 0;
    double variance = 0;
    double units = 0;
};

/// Fills se, df, t, p and the interval of `effect.estimate` from the arms' variances; both zero: undefined
/// zero_variance.
void welch(Effect& effect, const Level& t, const Level& c, double conf);

/// Fills the relative lift of two levels after welch().
void relativeLift(MeanDiff& effect, const Level& t, const Level& c, double conf);

}
