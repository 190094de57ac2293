// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/index.h"

#include <cstdint>
#include <vector>

namespace ow::decide::request {

/// Which attribute followed which, and which have been seen in this object; kept from request to request.
struct AttributeMemory {
    std::vector<Index> next; ///< [0] the first, [i + 1] the one behind attribute i
    std::vector<std::uint64_t> seen; ///< by attribute: the `object` it was seen in
    std::uint64_t object = 0;
};

}
