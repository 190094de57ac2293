// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace ow::stats {

struct ElasticityInput {
    std::span<const double> price; ///< per period (and product), > 0
    std::span<const double> qty; ///< sold then, >= 0
    std::span<const std::int64_t> group; ///< product; empty = one
    std::span<const std::int64_t> cluster; ///< e.g. week; empty = rows are independent
    double conf = 0.95;
};

struct Elasticity : Outcome {
    std::optional<double> estimate; ///< % change of quantity per % change of price
    std::optional<double> se, df, lower, upper;
    std::string band; ///< "elastic", "around_unit", "inelastic", "unclear", "positive", by the interval
};

/// Past prices against past quantities, log on log, an intercept per product; HC1 or CR1 errors. Association,
/// never a price recommendation: past prices moved with season, stock and promotion. Undefined no_units,
/// zero_quantity, no_price_variation, zero_variance; insufficient too_few_periods, too_few_clusters; invalid
/// nonpositive_price, negative_quantity, bad_size, bad_alpha.
Elasticity elasticity(const ElasticityInput& in);

struct ElasticityArmsInput {
    std::int64_t kT = 0, nT = 0;
    double priceT = 0;
    std::int64_t kC = 0, nC = 0;
    double priceC = 0;
    double conf = 0.95;
};

/// The elasticity of a randomised price test: the only one that may set prices. Katz's bounds over the log
/// price ratio. Undefined empty_arm, zero_quantity, no_price_change, zero_variance; invalid bad_counts,
/// nonpositive_price, bad_alpha.
Elasticity elasticityArms(const ElasticityArmsInput& in);

}
