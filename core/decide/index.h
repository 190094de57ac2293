// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ow::decide {

/// A place in one of a compiled pack's lists.
using Index = std::uint32_t;
constexpr Index none = ~Index(0);

}
