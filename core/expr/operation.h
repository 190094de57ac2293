// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ow::expr {

/// What an expression's node does, whatever it is called in the text: the operations that checking leaves
/// and that compiling turns into instructions.
enum class Operation : std::uint8_t {
    Constant,
    Name,
    Local, ///< a macro's variable
    Field,
    Index,
    Call,
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
    List,
    MapLiteral,
    Has,
    Not,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    And,
    Or,
    Conditional
};

/// Add … In: two operands, the left one first.
constexpr bool isBinary(Operation o) { return o >= Operation::Add && o <= Operation::In; }

}
