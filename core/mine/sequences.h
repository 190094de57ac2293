// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "mine/adjacency.h"
#include "mine/listed_pairs.h"
#include "mine/purchases.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace ow::mine {

/// Which product of each pair comes first, over customers' first purchases, with trends taken out
/// (STATISTICS 8.4) and q by Benjamini–Hochberg over the pairs that have any. Empty for a pair that nobody
/// bought on two days. `pairs` ascending; `itemCount` products.
[[nodiscard]] Result<std::vector<std::optional<SequenceEvidence>>> sequences(const Purchases& purchases,
    std::span<const ItemPair> pairs, std::size_t itemCount, int window, unsigned threads = 0,
    const Progress& progress = {});

}
