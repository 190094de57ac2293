// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "mine/baskets.h"
#include "mine/strata.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ow::mine {

/// Two products by index; a < b.
struct ItemPair {
    std::uint32_t a = 0, b = 0;
    friend auto operator<=>(const ItemPair&, const ItemPair&) = default;
};

/// Baskets with both, per stratum, of pairs chosen elsewhere (however rare they are here). `pairs` ascending;
/// results in their order. Errors: Cancelled.
[[nodiscard]] Result<std::vector<std::array<std::uint32_t, strataCount>>> countListed(
    const Baskets& baskets, std::span<const ItemPair> pairs, unsigned threads, const Progress& progress = {});

/// Who chose what among the sessions that viewed both products of a pair and bought something, by how many
/// items were bought.
struct ChoiceCounts {
    struct Cell {
        std::uint32_t sessions = 0, boughtA = 0, boughtB = 0, boughtBoth = 0;
        std::uint64_t items = 0; ///< bought in these sessions, for the mean size
    };
    std::array<Cell, strataCount> strata {};
};
[[nodiscard]] Result<std::vector<ChoiceCounts>> countChoices(const Sessions& sessions,
    std::span<const ItemPair> pairs, unsigned threads, const Progress& progress = {});

}
