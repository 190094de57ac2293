// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/predicates.h"
#include "decide/text_key.h"
#include "expr/policy_names.h"

#include <bit>
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

    /// Whether every conjunct is true. `need(bit)` makes what a slot stands for before it is read;
    /// `ask(predicate)` gives an Answer.
    template <typename Need, typename Ask>
    static bool allHold(
        std::span<const std::uint64_t> code, std::span<const expr::Value> values, Need&& need, Ask&& ask);

    static void append(const PredicateTable& table, std::span<const Index> conjuncts,
        const expr::SlotMap& slots, std::vector<std::uint64_t>& out);
};

template <typename Need, typename Ask>
bool ConjunctCode::allHold(
    std::span<const std::uint64_t> code, std::span<const expr::Value> values, Need&& need, Ask&& ask)
{
    for (std::size_t at = 0; at < code.size();) {
        const auto head = std::bit_cast<Head>(code[at]);
        const std::uint64_t* const rest = code.data() + at + 1;
        at += head.words;
        if (head.op == Op::Ask) {
            if (ask(head.operand) != Answer::True)
                return false;
            continue;
        }
        if (head.need != needsNothing)
            need(head.need);
        const expr::Value& value = values[head.operand];
        if (head.op == Op::Within) {
            const std::int64_t key = expr::numberKey(value);
            if (key < std::int64_t(rest[0]) || std::int64_t(rest[1]) < key)
                return false;
            continue;
        }
        const std::uint64_t key = textKey(value.asString());
        bool among = false;
        for (std::size_t k = 1; k + 1 < head.words; ++k)
            among = among || rest[k] == key;
        if (among && !isWholeText(key)) { // long texts may share a key: the table knows them whole
            if (ask(Index(rest[0])) != Answer::True)
                return false;
            continue;
        }
        if (among != (head.op == Op::Is || head.op == Op::AnyOf))
            return false;
    }
    return true;
}

}
