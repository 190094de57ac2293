// SPDX-License-Identifier: Apache-2.0
#include "expr/condition_tree.h"

#include "base/text.h"
#include "expr/lexer.h"
#include "expr/string_literal.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ow::expr {

namespace {

using Part = ConditionTree;

struct Word {
    Comparison comparison;
    std::string_view symbol;
    Comparison mirrored; ///< 3 < x is x > 3
};
constexpr std::array<Word, 6> relations { { { Comparison::Equal, "==", Comparison::Equal },
    { Comparison::NotEqual, "!=", Comparison::NotEqual }, { Comparison::Less, "<", Comparison::Greater },
    { Comparison::LessEqual, "<=", Comparison::GreaterEqual }, { Comparison::Greater, ">", Comparison::Less },
    { Comparison::GreaterEqual, ">=", Comparison::LessEqual } } };
constexpr std::array<std::pair<Comparison, std::string_view>, 4> methods {
    { { Comparison::StartsWith, "startsWith" }, { Comparison::EndsWith, "endsWith" },
        { Comparison::Contains, "contains" }, { Comparison::Matches, "matches" } }
};

/// Whether comments stand in the text: the builder would lose them.
bool hasComment(const std::string& text)
{
    const auto lexemes = lex(text);
    if (!lexemes)
        return false;
    std::size_t end = 0;
    for (const Lexeme& l : *lexemes) {
        if (std::string_view(text).substr(end, l.begin - end).find("//") != std::string_view::npos)
            return true;
        end = l.end;
    }
    return false;
}

class TreeMaker {
public:
    explicit TreeMaker(const Expression& e)
        : m_e(e)
    {
    }

    Part make(NodeIndex i) const
    {
        const Node& node = m_e.node(i);
        switch (node.syntax) {
        case Syntax::Bool: {
            Part out;
            out.kind = node.number != 0 ? Part::Kind::All : Part::Kind::Any;
            return out;
        }
        case Syntax::And:
            return group(Part::Kind::All, node.children);
        case Syntax::Or:
            return group(Part::Kind::Any, node.children);
        case Syntax::Not:
            return negation(i, node);
        case Syntax::Name:
        case Syntax::Select:
            return truth(i, "true");
        case Syntax::Binary:
            return relation(i, node);
        case Syntax::Method:
            return method(i, node);
        case Syntax::Conditional:
            return text(i, "a choice (? :) has no row of its own");
        case Syntax::All:
        case Syntax::Exists:
        case Syntax::ExistsOne:
            return text(i, "it looks at every element of a list");
        default:
            return text(i, "it is not a simple comparison");
        }
    }

    Part text(NodeIndex i, std::string why) const
    {
        Part out;
        out.kind = Part::Kind::Text;
        out.text = m_e.textOf(i);
        out.why = std::move(why);
        return out;
    }

private:
    Part group(Part::Kind kind, const std::vector<NodeIndex>& children) const
    {
        Part out;
        out.kind = kind;
        for (const NodeIndex child : children)
            out.children.push_back(make(child));
        return out;
    }

    static Part noneOf(Part child)
    {
        Part out;
        out.kind = Part::Kind::None;
        out.children.push_back(std::move(child));
        return out;
    }

    Part negation(NodeIndex, const Node& node) const
    {
        const NodeIndex inner = node.children.front();
        const Node& child = m_e.node(inner);
        if (child.syntax == Syntax::Or)
            return group(Part::Kind::None, child.children);
        if (!path(inner).empty())
            return truth(inner, "false");
        Part negated = make(inner);
        if (negated.kind == Part::Kind::Compare && negated.comparison == Comparison::In)
            negated.comparison = Comparison::NotIn;
        else if (negated.kind == Part::Kind::Compare && negated.comparison == Comparison::Has)
            negated.comparison = Comparison::HasNot;
        else // not group(): it would make the child again, and that at every level
            return noneOf(std::move(negated));
        return negated;
    }

    Part compare(std::string name, Comparison comparison, std::vector<Literal> values) const
    {
        Part out;
        out.kind = Part::Kind::Compare;
        out.name = std::move(name);
        out.comparison = comparison;
        out.values = std::move(values);
        return out;
    }

    Part truth(NodeIndex i, const char* value) const
    {
        std::string name = path(i);
        if (name.empty())
            return text(i, "it is not a plain name");
        return compare(std::move(name), Comparison::Is, { { Kind::Bool, value } });
    }

    Part relation(NodeIndex i, const Node& node) const
    {
        if (node.text == "in")
            return membership(i, node);
        const auto word = std::ranges::find(relations, std::string_view(node.text), &Word::symbol);
        if (word == relations.end())
            return text(i, "it calculates");
        for (const bool swapped : { false, true }) {
            std::string name = path(node.children[swapped ? 1 : 0]);
            std::optional<Literal> value = literal(node.children[swapped ? 0 : 1]);
            if (!name.empty() && value)
                return compare(
                    std::move(name), swapped ? word->mirrored : word->comparison, { std::move(*value) });
        }
        return text(i, "a row compares one name with one fixed value");
    }

    Part membership(NodeIndex i, const Node& node) const
    {
        std::string name = path(node.children[0]);
        const Node& right = m_e.node(node.children[1]);
        if (!name.empty() && right.syntax == Syntax::List) {
            std::vector<Literal> values;
            for (const NodeIndex item : right.children) {
                std::optional<Literal> value = literal(item);
                if (!value)
                    return text(i, "the list holds more than fixed values");
                values.push_back(std::move(*value));
            }
            return compare(std::move(name), Comparison::In, std::move(values));
        }
        std::string list = path(node.children[1]);
        std::optional<Literal> value = literal(node.children[0]);
        if (!list.empty() && value)
            return compare(std::move(list), Comparison::Has, { std::move(*value) });
        return text(i, "a row looks for one fixed value in one list");
    }

    Part method(NodeIndex i, const Node& node) const
    {
        const auto known = std::ranges::find(
            methods, std::string_view(node.text), &std::pair<Comparison, std::string_view>::second);
        if (known == methods.end() || node.children.size() != 2)
            return text(i, "the function has no row of its own");
        std::string name = path(node.children[0]);
        std::optional<Literal> value = literal(node.children[1]);
        if (name.empty() || !value || value->kind != Kind::String)
            return text(i, "a row compares one name with one fixed value");
        return compare(std::move(name), known->first, { std::move(*value) });
    }

    std::string path(NodeIndex i) const
    {
        const Node& node = m_e.node(i);
        if (node.syntax == Syntax::Name)
            return node.text;
        // A name in backticks (now.`a-b`) is not written as a path is.
        if (node.syntax != Syntax::Select || !isIdentifier(node.text))
            return {};
        const std::string target = path(node.children.front());
        return target.empty() ? std::string() : target + '.' + node.text;
    }

    std::optional<Literal> literal(NodeIndex i) const
    {
        const Node& node = m_e.node(i);
        switch (node.syntax) {
        case Syntax::Bool:
            return Literal { Kind::Bool, node.number != 0 ? "true" : "false" };
        case Syntax::Int:
            return Literal { Kind::Int, std::string(m_e.textOf(i)) };
        case Syntax::Double:
            return Literal { Kind::Double, std::string(m_e.textOf(i)) };
        case Syntax::String:
            return Literal { Kind::String, node.text };
        case Syntax::Call:
            break;
        default:
            return std::nullopt;
        }
        const bool time = node.text == "timestamp";
        if ((!time && node.text != "duration") || node.children.size() != 1)
            return std::nullopt;
        const Node& argument = m_e.node(node.children.front());
        if (argument.syntax != Syntax::String)
            return std::nullopt;
        return Literal { time ? Kind::Timestamp : Kind::Duration, argument.text };
    }

    const Expression& m_e;
};

std::string literalText(const Literal& value)
{
    switch (value.kind) {
    case Kind::String:
        return quoted(value.text);
    case Kind::Timestamp:
        return "timestamp(" + quoted(value.text) + ')';
    case Kind::Duration:
        return "duration(" + quoted(value.text) + ')';
    default:
        return value.text;
    }
}

std::string listText(const std::vector<Literal>& values)
{
    std::string out = "[";
    for (const Literal& value : values)
        out += (out.size() > 1 ? ", " : "") + literalText(value);
    return out + ']';
}

std::string compareText(const Part& t)
{
    const std::string value = t.values.empty() ? std::string("\"\"") : literalText(t.values.front());
    switch (t.comparison) {
    case Comparison::Is:
        return value == "false" ? '!' + t.name : t.name;
    case Comparison::In:
        return t.name + " in " + listText(t.values);
    case Comparison::NotIn:
        return "!(" + t.name + " in " + listText(t.values) + ')';
    case Comparison::Has:
        return value + " in " + t.name;
    case Comparison::HasNot:
        return "!(" + value + " in " + t.name + ')';
    case Comparison::StartsWith:
    case Comparison::EndsWith:
    case Comparison::Contains:
    case Comparison::Matches:
        return t.name + '.' + std::string(symbol(t.comparison)) + '(' + value + ')';
    default:
        return t.name + ' ' + std::string(symbol(t.comparison)) + ' ' + value;
    }
}

/// Whether a part must stand in parentheses beside && and ||.
bool needsParentheses(const Part& t)
{
    if (t.kind == Part::Kind::Text) {
        const auto e = parse(t.text);
        return !e || e->root().syntax == Syntax::Or || e->root().syntax == Syntax::And
            || e->root().syntax == Syntax::Conditional;
    }
    return (t.kind == Part::Kind::All || t.kind == Part::Kind::Any) && !t.children.empty();
}

std::string joined(const Part& t, std::string_view op)
{
    std::string out;
    for (const Part& child : t.children) {
        const std::string part = toExpressionText(child);
        out.append(out.empty() ? "" : op);
        out += t.children.size() > 1 && needsParentheses(child) ? '(' + part + ')' : part;
    }
    return out;
}

}

ConditionTree toTree(const Expression& expression)
{
    const TreeMaker maker(expression);
    if (hasComment(expression.text())) {
        ConditionTree out = maker.text(expression.tree().root, "it holds a comment, which rows would lose");
        out.text = expression.text();
        return out;
    }
    ConditionTree out = maker.make(expression.tree().root);
    // Rows are written with spaces and parentheses of their own, which count as length and nesting.
    if (!parse(toExpressionText(out)))
        return maker.text(expression.tree().root, "it is too long or nested too deeply for rows");
    return out;
}

std::string toExpressionText(const ConditionTree& t)
{
    switch (t.kind) {
    case Part::Kind::All:
        return t.children.empty() ? std::string("true") : joined(t, " && ");
    case Part::Kind::Any:
        return t.children.empty() ? std::string("false") : joined(t, " || ");
    case Part::Kind::None:
        return t.children.empty() ? std::string("true") : "!(" + joined(t, " || ") + ')';
    case Part::Kind::Compare:
        return compareText(t);
    case Part::Kind::Text:
        break;
    }
    return t.text;
}

std::string_view symbol(Comparison comparison)
{
    for (const Word& word : relations) {
        if (word.comparison == comparison)
            return word.symbol;
    }
    for (const auto& [known, name] : methods) {
        if (known == comparison)
            return name;
    }
    switch (comparison) {
    case Comparison::In:
        return "in";
    case Comparison::NotIn:
        return "not in";
    case Comparison::Has:
        return "has";
    case Comparison::HasNot:
        return "has not";
    default:
        return "is";
    }
}

}
