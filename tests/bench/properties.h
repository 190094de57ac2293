// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decide/decide.h"

#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace ow::bench {

/// What a workload asks of the engine: the proof that a benchmark over it decides something.
struct Properties {
    std::size_t requests = 0;
    std::size_t candidates = 0; ///< sums over the requests, from here on
    std::size_t free = 0; ///< candidates that no filter blocked
    std::size_t chosen = 0; ///< offers, shown or withheld
    std::size_t answered = 0; ///< requests with at least one of them
    std::size_t withheld = 0; ///< requests in the holdout or an arm that withholds
    std::array<std::size_t, 3> origins {}; ///< of the chosen, by decide::Origin
    std::array<std::size_t, 18> blocked {}; ///< candidates that a filter blocked, by decide::Filter

    std::string text() const;
};

Properties properties(const decide::CompiledPack& pack, std::span<const decide::Request> requests);

}
