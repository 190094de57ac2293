// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/customer.h"

#include <cstdint>
#include <string_view>

namespace ow::store {

/// A sum of all that an event or an exposure says, to tell whether two rows of one id say the same.
std::uint64_t contentSum(std::string_view customer, const model::Event& event);
std::uint64_t contentSum(const model::LoggedExposure& exposure);

/// A sum for RowOrigin::id: of a row's own id and of where such ids are told apart; 0 for no id.
std::uint64_t idSum(std::string_view space, std::string_view id);

/// Days since 1970-01-01 in UTC.
inline std::int64_t dayOf(Timestamp at)
{
    constexpr std::int64_t dayMs = 86'400'000;
    return at.ms >= 0 ? at.ms / dayMs : -((-(at.ms + 1)) / dayMs) - 1;
}

}
