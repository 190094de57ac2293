// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mine/listed_pairs.h"
#include "mine/strata.h"

#include <cstdint>
#include <span>

namespace ow::mine {

/// How many pairs of products, each in at least minSupport baskets, chance alone would put together at least
/// `minExpected` times: the number of tests that a correction for multiple testing has to count. Margins
/// only. The expected count here is Σ ω·nA·nB/n over the strata, the leading term of the exact one. `listed`
/// pairs are left out of the count. Quadratic in the products that sell enough to
/// matter.
std::int64_t countTested(const StrataMargins& margins, std::int64_t minSupport, double minExpected,
    std::span<const ItemPair> listed, unsigned threads);

}
