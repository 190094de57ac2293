// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ow::stats {

struct HeterogeneityInput {
    std::span<const double> estimates, se; ///< one effect and its error per segment
};

struct Heterogeneity : Outcome {
    std::optional<double> pooled, pooledSe; ///< fixed effect, weights 1/se²
    std::optional<double> q; ///< Cochran's
    std::optional<std::int64_t> df;
    std::optional<double> pValue, i2, tau2, pooledRe;
    std::vector<double> shrunken; ///< each segment pulled towards the common mean by how little it knows
};

/// Do segments differ? Cochran's Q, DerSimonian–Laird. Undefined no_segments; insufficient one_segment
/// (pooled stays); invalid bad_se, bad_size.
Heterogeneity heterogeneity(const HeterogeneityInput& in);

}
