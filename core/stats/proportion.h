// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>

namespace ow::stats {

struct ProportionInput {
    std::int64_t k = 0; ///< successes
    std::int64_t n = 0; ///< independent trials
    double conf = 0.95;
};

struct Proportion : Outcome {
    std::optional<double> estimate, lower, upper;
};

/// A share with Wilson's score interval (Wilson 1927), which stays sensible at 0 and n successes.
/// Undefined no_trials; invalid bad_counts, bad_alpha. Pure; any thread.
Proportion proportion(const ProportionInput& in);

struct ProportionDiffInput {
    std::int64_t kT = 0, nT = 0; ///< treatment: successes, units
    std::int64_t kC = 0, nC = 0; ///< control
    double conf = 0.95;
};

struct ProportionDiff : Outcome {
    std::optional<double> estimate, lower, upper; ///< pT − pC
    std::optional<double> se; ///< unpooled, for sequential bounds
    std::optional<double> z, pValue; ///< pooled, two-sided
    std::optional<double> relLift, relLower, relUpper; ///< pT / pC − 1
};

/// Difference of two shares: Newcombe's hybrid score interval (Newcombe 1998, method 10), pooled z-test,
/// Katz's interval for the relative lift. The interval exists with zero successes too. Notes: zero_variance,
/// zero_baseline, zero_treatment. Undefined empty_arm; invalid bad_counts, bad_alpha. Only where a row is a
/// randomised unit.
ProportionDiff proportionDiff(const ProportionDiffInput& in);

}
