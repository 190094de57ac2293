// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mine/baskets.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ow::mine {

/// Baskets by how many distinct items they hold: 1, 2, … 20, then 21–30, 31–50, and in steps of about a third
/// from there on (51–65, 66–85, …, 501 and more). Within a stratum two unrelated products compete for a fixed
/// number of places, which is what the edge test takes out. One stratum for all above 50 would be too wide
/// where wholesalers buy hundreds: bigger baskets hold more of everything, and unrelated products would look
/// like complements.
inline constexpr std::size_t strataCount = 31;

/// 0 for one item … 30 for 501 and more; size >= 1.
std::size_t stratumOf(std::size_t size);

/// How many baskets, and how many with each item, per stratum.
struct StrataMargins {
    std::array<std::uint32_t, strataCount> baskets {};
    std::array<double, strataCount> meanSize {}; ///< exactly the size up to 20; 0 where there is no basket
    std::vector<std::uint32_t> items; ///< item * strataCount + stratum

    std::uint32_t count(std::uint32_t item, std::size_t stratum) const
    {
        return items[item * strataCount + stratum];
    }
    std::int64_t count(std::uint32_t item) const; ///< over all strata
};
StrataMargins strataMargins(const Baskets& baskets); ///< empty baskets do not count

}
