// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>

namespace ow::stats {

struct WinsorizeInput {
    std::span<const double> values; ///< both arms together
    double q = 0.999; ///< quantile of the cap, 0 < q <= 1
};

struct Winsorize : Outcome {
    std::optional<double> cap; ///< values above it count as it
    std::optional<std::int64_t> capped; ///< how many were above
    std::optional<double> mean, variance; ///< of the capped values; variance (n − 1) needs two
};

/// Caps the upper tail at the type-7 quantile. Undefined no_units; undefined cap_not_positive where the cap
/// is not above 0 although some value is: the metric is too sparse, leave it uncapped. Invalid bad_quantile.
Winsorize winsorize(const WinsorizeInput& in);

/// Type-7 quantile (h = (n − 1)q, linear between order statistics) of at least one value; 0 <= q <= 1.
double quantile7(std::span<const double> values, double q);

}
