// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ow::mine {

/// One product bought by one customer on one day, for "which comes first".
struct Purchase {
    std::uint32_t customer = 0; ///< any numbering
    std::int32_t day = 0; ///< any day count, e.g. days since 1970-01-01
    std::uint32_t item = 0; ///< index into the names given along with it

    friend auto operator<=>(const Purchase&, const Purchase&) = default;
};
using Purchases = std::vector<Purchase>; ///< in any order

}
