// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>

namespace ow::stats {

struct BetaBinomialInput {
    std::int64_t kT = 0, nT = 0, kC = 0, nC = 0;
    double a0 = 0.5, b0 = 0.5; ///< prior Beta(a0, b0), Jeffreys by default
    double conf = 0.95;
};

struct BetaBinomial : Outcome {
    std::optional<double> meanT, meanC, lowerT, lowerC, upperT, upperC;
    std::optional<double> probBetter; ///< Pr(pT > pC)
    std::optional<double> lossT, lossC; ///< expected loss of choosing that arm, in points of the rate
};

/// Bayesian comparison of two shares; equal-tailed intervals, integrals to 1e-10 absolute. For reading along:
/// verdicts never use it. Without trials it is the prior, note no_trials. Invalid bad_counts, bad_prior,
/// bad_alpha. Pure; about a millisecond.
BetaBinomial betaBinomial(const BetaBinomialInput& in);

/// Pr(X1 > X2) of independent X1 ~ Beta(a1, b1), X2 ~ Beta(a2, b2).
double probabilityGreater(double a1, double b1, double a2, double b2);

}
