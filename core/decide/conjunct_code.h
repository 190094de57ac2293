// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/predicates.h"
#include "expr/policy_names.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ow::decide {

/// A condition's conjuncts as words, one behind the other, with all that the common ones compare with: a
/// decision asks a few conditions of thousands, and what they read lies on one or two cache lines instead of
/// all over the pack. Comparisons of a value with constants stand here themselves: they are cheaper to make
/// than to look up. Whatever else there is refers to the table of predicates, where each is asked once.
struct ConjunctCode {
    enum class Op : std::uint8_t {
        Within, ///< then: least, most (of the value's numberKey())
        Is, ///< then: predicate, the text's key
        IsNot,
        AnyOf, ///< then: predicate, the texts' keys
        NoneOf,
        Ask, ///< `operand` is the predicate
    };
    static constexpr unsigned needsNothing = 255;

    /// A conjunct's first word.
    struct Head {
        Op op = Op::Ask;
        std::uint8_t need = needsNothing; ///< the bit of Needs to be there first
        std::uint16_t words = 1; ///< with this one
        std::uint32_t operand = 0; ///< the slot
    };
    static_assert(sizeof(Head) == sizeof(std::uint64_t));

    static void append(const PredicateTable& table, std::span<const Index> conjuncts,
        const expr::SlotMap& slots, std::vector<std::uint64_t>& out);
};

}
