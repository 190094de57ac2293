// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ow::stats {

struct NoninferiorityInput {
    double estimate = 0, se = 0; ///< effect T − C
    std::optional<double> df; ///< Student's t with these; normal where absent
    double margin = 0; ///< how much worse is tolerable, > 0
    bool higherIsBetter = true;
    double alpha = 0.05; ///< one-sided
};

struct Noninferiority : Outcome {
    std::optional<double> z, pValue; ///< of "worse by the margin or more"
    std::optional<double> lower, upper; ///< one-sided bounds, turned so that higher is better
    std::string verdict; ///< "noninferior", "breached", "inconclusive"
};

/// Is it not worse by more than the margin? "Not significant" is never "no harm". Note deteriorated: worse at
/// all. Invalid bad_margin, bad_alpha, bad_se; undefined zero_variance.
Noninferiority noninferiority(const NoninferiorityInput& in);

struct NoninferiorityPropInput {
    std::int64_t kT = 0, nT = 0, kC = 0, nC = 0;
    double margin = 0; ///< in (0, 1), points of the rate as a fraction
    bool higherIsBetter = true;
    double alpha = 0.05;
};

struct NoninferiorityProp : Outcome {
    std::optional<double> estimate; ///< pT − pC, of failures turned successes where lower is better
    std::optional<double> pT0, pC0; ///< likeliest rates that are exactly the margin apart
    std::optional<double> z, pValue;
    std::string verdict;
};

/// The same for independent trials: Farrington–Manning score test (1990). Undefined empty_arm, zero_variance;
/// invalid bad_counts, bad_margin, bad_alpha.
NoninferiorityProp noninferiorityProp(const NoninferiorityPropInput& in);

}
