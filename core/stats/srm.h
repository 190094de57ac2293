// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace ow::stats {

struct SrmInput {
    std::span<const std::int64_t> counts; ///< units seen per arm
    std::span<const double> shares; ///< configured weights per arm, any scale
};

struct Srm : Outcome {
    std::optional<double> chi2;
    std::optional<std::int64_t> df;
    std::optional<double> pValue;
    std::string verdict; ///< "pass", "warn" (p < 0.01), "fail" (p < 0.001: every verdict of the experiment is
                         ///< blocked)
};

/// Sample-ratio mismatch: do the arms have the sizes they were given? (Fabijan et al. 2019). Notes:
/// small_expected, unexpected_arm. Undefined no_units, one_arm; invalid bad_counts.
Srm srm(const SrmInput& in);

}
