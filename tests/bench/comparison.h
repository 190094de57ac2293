// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ow::bench {

/// One simple condition over one name: the common ground of every rules engine. `when`s are conjunctions of
/// these, so that the same work can be handed to other engines as it is.
struct Comparison {
    enum class Op { Equals, In, AtLeast, AtMost, Between };

    std::string name; ///< "customer.segment", "context.device", "facts.views_7d"
    Op op = Op::Equals;
    std::vector<std::string> values; ///< Equals: one, In: several; JSON literals ("\"pro\"", "true")
    std::int64_t low = 0, high = 0; ///< AtLeast, AtMost, Between; inclusive

    /// As a rule pack's expression.
    std::string text() const;
    /// For other engines: {"name": …, "op": "equals|in|at_least|at_most|between", "values": […]}.
    std::string json() const;
};

}
