// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "mine/baskets.h"
#include "mine/strata.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ow::mine {

struct PairOptions {
    std::int64_t minSupport = 5; ///< fewest baskets that hold both, >= 1
    unsigned threads = 0; ///< 0 = one per core; the result is the same for any number
};

/// Two products and the baskets that hold both, by basket-size stratum.
struct PairCount {
    std::uint32_t a = 0, b = 0; ///< a < b, indices into Baskets::names
    std::uint32_t together = 0;
    std::array<std::uint32_t, strataCount> strata {};
};

/// Every pair with at least minSupport baskets, ascending by (a, b). Time grows with Σ size² over the
/// frequent items of each basket; memory with the lines, not with the square of the items. Errors:
/// InvalidInput (minSupport < 1), Cancelled.
[[nodiscard]] Result<std::vector<PairCount>> countPairs(
    const Baskets& baskets, const PairOptions& options, const Progress& progress = {});

}
