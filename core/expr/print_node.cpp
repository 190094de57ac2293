// SPDX-License-Identifier: Apache-2.0
#include "expr/precedence.h"
#include "expr/printer.h"
#include "expr/string_literal.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::expr {

namespace {

std::string doubleText(double v)
{
    std::string out = fmt::format("{}", v);
    return out.find_first_of(".e") == std::string::npos ? out + ".0" : out;
}

bool isPlainField(std::string_view name)
{
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && letter(name.front())
        && std::ranges::all_of(name, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

std::string_view macroName(Syntax syntax)
{
    switch (syntax) {
    case Syntax::All:
        return "all";
    case Syntax::Exists:
        return "exists";
    case Syntax::ExistsOne:
        return "exists_one";
    case Syntax::Filter:
        return "filter";
    default:
        return "map";
    }
}

class NodePrinter {
public:
    explicit NodePrinter(const Expression& e)
        : m_e(e)
    {
    }

    std::string text(NodeIndex i) const
    {
        const Node& node = m_e.node(i);
        switch (node.syntax) {
        case Syntax::Null:
            return "null";
        case Syntax::Bool:
            return node.number != 0 ? "true" : "false";
        case Syntax::Int:
            return std::to_string(node.number);
        case Syntax::Double:
            return doubleText(node.real);
        case Syntax::String:
            return quoted(node.text);
        case Syntax::Name:
            return node.text;
        case Syntax::Select:
            return child(node, 0) + '.' + (isPlainField(node.text) ? node.text : '`' + node.text + '`');
        case Syntax::Index:
            return child(node, 0) + '[' + child(node, 1) + ']';
        case Syntax::Call:
        case Syntax::Has:
            return node.text + '(' + listed(node, 0) + ')';
        case Syntax::Method:
            return child(node, 0) + '.' + node.text + '(' + listed(node, 1) + ')';
        case Syntax::List:
            return '[' + listed(node, 0) + ']';
        case Syntax::MapLiteral:
            return '{' + entries(node) + '}';
        default:
            return operation(node);
        }
    }

private:
    std::string operation(const Node& node) const
    {
        switch (node.syntax) {
        case Syntax::Not:
            return '!' + child(node, 0);
        case Syntax::Negate: {
            std::string operand = child(node, 0);
            const char first = operand.front(); // -1 is a number, -(1) an operation
            return first >= '0' && first <= '9' ? "-(" + operand + ')' : '-' + operand;
        }
        case Syntax::Binary:
            return child(node, 0) + ' ' + node.text + ' ' + child(node, 1);
        case Syntax::And:
            return joined(node, " && ");
        case Syntax::Or:
            return joined(node, " || ");
        case Syntax::Conditional:
            return child(node, 0) + " ? " + child(node, 1) + " : " + child(node, 2);
        default:
            return child(node, 0) + '.' + std::string(macroName(node.syntax)) + '(' + node.text + ", "
                + listed(node, 1) + ')';
        }
    }

    std::string child(const Node& node, std::size_t k) const
    {
        std::string out = text(node.children[k]);
        return bindingOf(m_e.node(node.children[k])) < bindingAsked(node, k) ? '(' + out + ')' : out;
    }

    std::string joined(const Node& node, std::string_view between, std::size_t from = 0) const
    {
        std::string out;
        for (std::size_t k = from; k < node.children.size(); ++k)
            out.append(k == from ? "" : between) += child(node, k);
        return out;
    }

    std::string listed(const Node& node, std::size_t from) const { return joined(node, ", ", from); }

    std::string entries(const Node& node) const
    {
        std::string out;
        for (std::size_t k = 0; k < node.children.size(); ++k)
            out.append(k == 0 ? "" : k % 2 == 0 ? ", " : ": ") += child(node, k);
        return out;
    }

    const Expression& m_e;
};

}

std::string printNode(const Expression& expression, NodeIndex node)
{
    return NodePrinter(expression).text(node);
}

}
