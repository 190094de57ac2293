// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// The code that evaluation runs: instructions over three rows of values, the names' (slots), the constants
// and the frame (temporary results, macros' variables).

namespace ow::expr {

/// Where an instruction finds a value.
class Operand {
public:
    enum class Row : std::uint32_t { Slots, Constants, Frame };

    Operand() = default;
    Operand(Row row, std::uint32_t index)
        : m_bits(index << 2 | std::uint32_t(row))
    {
    }
    std::uint32_t row() const { return m_bits & 3; }
    std::uint32_t index() const { return m_bits >> 2; }
    friend bool operator==(Operand, Operand) = default;

private:
    std::uint32_t m_bits = 0;
};

/// Checking knows the types, so most instructions are of one type; they look at the values' tags all the same
/// and leave what they do not expect to the general way. What compares has three forms: the answer as a
/// value, or a jump where the answer is true, or false.
enum class Op : std::uint8_t {
    Return, ///< a
    Move, ///< to = a
    Jump,
    JumpIfTrue, ///< a
    JumpIfFalse,
    IntEqual, ///< to = a op b, of kind `extra` (Value::Tag): Bool, Int or Duration
    IntEqualJumpIfTrue,
    IntEqualJumpIfFalse,
    IntLess,
    IntLessJumpIfTrue,
    IntLessJumpIfFalse,
    IntLessEqual,
    IntLessEqualJumpIfTrue,
    IntLessEqualJumpIfFalse,
    DoubleEqual,
    DoubleEqualJumpIfTrue,
    DoubleEqualJumpIfFalse,
    DoubleLess,
    DoubleLessJumpIfTrue,
    DoubleLessJumpIfFalse,
    DoubleLessEqual,
    DoubleLessEqualJumpIfTrue,
    DoubleLessEqualJumpIfFalse,
    StringEqual,
    StringEqualJumpIfTrue,
    StringEqualJumpIfFalse,
    InSet, ///< a in the constant list b, which is set `count`
    InSetJumpIfTrue,
    InSetJumpIfFalse,
    IntAdd,
    IntSubtract,
    IntMultiply,
    DoubleAdd,
    DoubleSubtract,
    DoubleMultiply,
    DoubleDivide,
    IntToDouble,
    Binary, ///< the Operation `extra`, of any types
    Not,
    Negate,
    Field, ///< a . b
    HasField,
    Call, ///< the Function `extra` over `count` values from a on, in the frame
    Matches, ///< a, pattern `count`
    ClockPart, ///< the getter `extra` of a, clock `count`
    Iterate, ///< to = what is left to walk over of a
    Next, ///< to = the next of a; where none is left, a jump. `count`: what one turn costs
    Increment, ///< to = to + 1
    NewList, ///< to = an empty list with room for `count` values
    NewListFor, ///< to = an empty list with room for what a walks over
    Append, ///< to, a
    AppendKey, ///< the same, and a must be a key that the list of entries does not have yet
    ToMap, ///< to: a list of entries becomes a map
};

/// The comparisons' two jumping forms stand behind each value form.
constexpr bool jumpsOnComparison(Op op)
{
    return op >= Op::IntEqual && op <= Op::InSetJumpIfFalse
        && (std::uint8_t(op) - std::uint8_t(Op::IntEqual)) % 3 != 0;
}

struct Instruction {
    Op op = Op::Return;
    std::uint8_t extra = 0;
    std::uint16_t to = 0; ///< in the frame
    Operand a, b;
    std::uint32_t target = 0; ///< of a jump
    std::uint32_t count = 0;
};

/// Where an error goes: to the nearest &&, ||, all or exists around it, which keeps the first one and goes
/// on.
struct Trap {
    std::uint32_t target = 0;
    std::uint16_t to = 0;
};

/// What an instruction stands for; looked at only when it fails.
struct Origin {
    std::uint32_t node = 0; ///< in the expression's tree
    std::uint32_t trap = 0; ///< 0 = the evaluation fails
};

}
