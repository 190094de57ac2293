// SPDX-License-Identifier: Apache-2.0
#include "expr/precedence.h"

#include <string_view>

namespace ow::expr {

Binding bindingOf(const Node& node)
{
    switch (node.syntax) {
    case Syntax::Conditional:
        return Binding::Choice;
    case Syntax::Or:
        return Binding::Or;
    case Syntax::And:
        return Binding::And;
    case Syntax::Not:
    case Syntax::Negate:
        return Binding::Unary;
    case Syntax::Binary:
        if (node.text == "+" || node.text == "-")
            return Binding::Sum;
        return node.text.size() == 1 && std::string_view("*/%").find(node.text) != std::string_view::npos
            ? Binding::Product
            : Binding::Relation;
    default:
        return Binding::Member;
    }
}

Binding bindingAsked(const Node& parent, std::size_t child)
{
    const Binding own = bindingOf(parent);
    switch (parent.syntax) {
    case Syntax::Conditional:
        return child < 2 ? Binding::Or : Binding::Choice;
    case Syntax::Or:
    case Syntax::And:
        return Binding(int(own) + 1);
    case Syntax::Binary: // left-associative
        return child == 0 ? own : Binding(int(own) + 1);
    case Syntax::Not:
    case Syntax::Negate:
        return Binding::Unary;
    case Syntax::Select:
        return Binding::Member;
    case Syntax::Index:
    case Syntax::Method:
    case Syntax::All:
    case Syntax::Exists:
    case Syntax::ExistsOne:
    case Syntax::Filter:
    case Syntax::Map:
        return child == 0 ? Binding::Member : Binding::Choice;
    default:
        return Binding::Choice;
    }
}

}
