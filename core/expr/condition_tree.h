// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/expression.h"

#include <string>
#include <string_view>
#include <vector>

namespace ow::expr {

/// A constant that a comparison is made with, as a person edits it.
struct Literal {
    Kind kind = Kind::String; ///< Bool, Int, Double, String, Timestamp or Duration
    std::string text; ///< without quotes: "pro", "3", "true", "2026-11-22T12:00:00Z", "36h"

    friend bool operator==(const Literal&, const Literal&) = default;
};

/// The comparisons that a visual builder knows. Is: a bool by itself. In: one of the listed values. Has: a
/// list that holds the value. The rest are strings' own.
enum class Comparison {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    In,
    NotIn,
    Has,
    HasNot,
    StartsWith,
    EndsWith,
    Contains,
    Matches
};

/// A condition as the builder shows it: groups of simple comparisons. What does not fit stays text and says
/// why.
struct ConditionTree {
    enum class Kind { All, Any, None, Compare, Text };

    Kind kind = Kind::All;
    std::vector<ConditionTree> children; ///< All, Any, None; an empty All is true, an empty Any false
    std::string name; ///< Compare: the path, "customer.segment"
    Comparison comparison = Comparison::Equal;
    std::vector<Literal> values; ///< Compare: one, for In and NotIn any number
    std::string text; ///< Text: the expression's own words
    std::string why; ///< Text: why the builder cannot show it

    /// `why` is a remark, not part of the condition.
    friend bool operator==(const ConditionTree& a, const ConditionTree& b)
    {
        return a.kind == b.kind && a.children == b.children && a.name == b.name
            && a.comparison == b.comparison && a.values == b.values && a.text == b.text;
    }
};

/// Always gives a tree; in the worst case it is one Text.
ConditionTree toTree(const Expression& expression);

/// The tree as an expression. parse(toExpressionText(t)) means what t says, and toTree() of it is t again
/// where t came from toTree(). A Text part that does not parse is put in as it is.
std::string toExpressionText(const ConditionTree& tree);

std::string_view symbol(Comparison comparison); ///< "==", "in", "startsWith", …

}
