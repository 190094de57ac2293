// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/policy_names.h"

#include <cstdint>
#include <span>

namespace ow::decide {

/// What an expression reads that is only made when something asks for it, one bit each: groups of names and
/// facts. Attributes, now, placement, stage and motivation are always there; an event is bound by who walks
/// over events.
using Needs = std::uint64_t;

namespace needs {

inline constexpr Needs focus = 1, cart = 2, owned = 4, offer = 8, anchor = 16;
inline constexpr Needs names = focus | cart | owned | offer | anchor; ///< all of them but facts
inline constexpr unsigned firstFact = 8;
inline constexpr unsigned lastBit = 63; ///< stands for all facts from the 56th on

inline Needs fact(std::size_t i) { return Needs(1) << (i < lastBit - firstFact ? firstFact + i : lastBit); }
/// All of a pack's facts.
inline Needs facts(std::size_t count)
{
    return count == 0                      ? 0
        : firstFact + count - 1 >= lastBit ? ~Needs(0) << firstFact
                                           : ((Needs(1) << count) - 1) << firstFact;
}

/// What these slots stand for.
Needs of(std::span<const std::uint32_t> slots, const expr::SlotMap& map);

}

}
