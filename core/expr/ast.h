// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ow::expr {

/// What stands in an expression.
enum class Syntax {
    Null,
    Bool, ///< number: 0 or 1
    Int, ///< number
    Double, ///< real
    String, ///< text
    Name, ///< text: an identifier
    Select, ///< child 0 . text
    Index, ///< child 0 [ child 1 ]
    Call, ///< text ( children )
    Method, ///< child 0 . text ( further children )
    Has, ///< child 0 is a Select
    All, ///< macros over child 0: text is the variable, child 1 the condition
    Exists,
    ExistsOne,
    Filter,
    Map, ///< child 1 the new element; with three children child 1 the condition, child 2 the new element
    List, ///< children
    MapLiteral, ///< children: key, value, key, value …
    Not,
    Negate,
    Binary, ///< text: one of == != < <= > >= in + - * / %
    And, ///< two or more children
    Or,
    Conditional, ///< child 0 ? child 1 : child 2
};

using NodeIndex = std::uint32_t;

/// One node; children are indices into the tree and always smaller than their parent's.
struct Node {
    Syntax syntax = Syntax::Null;
    std::uint32_t begin
        = 0; ///< byte offsets of the whole node in the source, parentheses around it not included
    std::uint32_t end = 0;
    std::uint32_t nameBegin = 0; ///< of `text` where it is a name in the source: field, function
    std::uint16_t depth = 1;
    std::int64_t number = 0;
    double real = 0;
    std::string text;
    std::vector<NodeIndex> children;
};

struct Tree {
    std::string source;
    std::vector<Node> nodes;
    NodeIndex root = 0;
};

}
