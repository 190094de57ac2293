// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulate/replay.h"

namespace ow::simulate {

/// One customer for whom two versions of a policy differ.
struct ChangedPerson {
    enum class How { Gains, Loses, Changes }; ///< from no offer to some, from some to none, other offers
    std::string customer;
    How how = How::Changes;
    std::string before; ///< first offer that differs; "" = none
    std::string after;
    Timestamp at; ///< of the first difference
};

/// b − a, what live consequences and the Simulate screen say.
struct Comparison {
    std::int64_t gains = 0;
    std::int64_t loses = 0;
    std::int64_t changes = 0;
    Figure asksPerCustomer; ///< mean paired difference per customer, t interval
    Figure attachesPerCustomer;
    Figure marginPerCustomer; ///< minor units
    std::vector<ChangedPerson> people; ///< by id
};

/// Compares two replays of the same population and options (throws std::invalid_argument where they are not):
/// customers are paired, and equal draws decide equal moments, so only what the rules change differs.
Comparison compare(const ReplayResult& a, const ReplayResult& b);

}
