// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "expr/expression.h"
#include "expr/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ow::expr {

namespace {

struct Level {
    std::array<std::string_view, 7> operators;
};

/// Binary operators from the loosest (relations) to the tightest; && and || stand above, n-ary.
constexpr std::array<Level, 3> levels { {
    { { "==", "!=", "<", "<=", ">", ">=", "in" } },
    { { "+", "-" } },
    { { "*", "/", "%" } },
} };

/// Thrown and caught inside this file only: a recursive descent unwinds by it, nobody else sees it.
struct Stop { };

class Parser {
public:
    Parser(std::string_view text, std::vector<Lexeme> lexemes)
        : m_lexemes(std::move(lexemes))
    {
        m_tree.source = text;
    }

    tl::expected<Expression, Problem> run()
    {
        try {
            m_tree.root = conditional();
            if (now().token != Token::End)
                stop(now(), "syntax", fmt::format("The expression should end before \"{}\"", shown(now())));
        } catch (const Stop&) {
            return tl::unexpected(m_problem);
        }
        return Expression(std::make_shared<const Tree>(std::move(m_tree)));
    }

private:
    const Lexeme& now() const { return m_lexemes[m_at]; }
    const Lexeme& ahead(std::size_t n = 1) const
    {
        return m_lexemes[std::min(m_at + n, m_lexemes.size() - 1)];
    }
    const Lexeme& last() const { return m_lexemes[m_at - 1]; }
    void next() { m_at += m_at + 1 < m_lexemes.size() ? 1 : 0; }
    bool at(std::string_view symbol) const
    {
        return (now().token == Token::Symbol || now().token == Token::Name) && now().text == symbol;
    }
    bool accept(std::string_view symbol)
    {
        if (!at(symbol))
            return false;
        next();
        return true;
    }

    static std::string shown(const Lexeme& l)
    {
        return l.token == Token::End ? std::string("the end") : l.text;
    }

    [[noreturn]] void stop(const Lexeme& where, std::string code, std::string message)
    {
        m_problem
            = { where.begin, where.end, std::move(code), std::move(message), {}, Problem::Severity::Error };
        throw Stop {};
    }

    void expect(std::string_view symbol)
    {
        if (!accept(symbol))
            stop(now(), "syntax",
                now().token == Token::End ? fmt::format("\"{}\" is missing at the end", symbol)
                                          : fmt::format("\"{}\" is expected before this", symbol));
    }

    NodeIndex add(Node node, std::uint32_t begin)
    {
        node.begin = begin;
        node.end = last().end;
        for (const NodeIndex child : node.children)
            node.depth = std::max<std::uint16_t>(node.depth, std::uint16_t(m_tree.nodes[child].depth + 1));
        if (node.depth > deepestNesting)
            stop(last(), "too_deep", fmt::format("Nested deeper than {} levels", deepestNesting));
        m_tree.nodes.push_back(std::move(node));
        return NodeIndex(m_tree.nodes.size() - 1);
    }

    static Node make(Syntax syntax, std::vector<NodeIndex> children, std::string text = {})
    {
        Node node;
        node.syntax = syntax;
        node.children = std::move(children);
        node.text = std::move(text);
        return node;
    }

    /// Guards the recursion of the parser itself, which parentheses deepen without deepening the tree.
    struct Deeper {
        explicit Deeper(Parser& p)
            : parser(p)
        {
            if (++p.m_depth > deepestNesting)
                p.stop(p.now(), "too_deep", fmt::format("Nested deeper than {} levels", deepestNesting));
        }
        ~Deeper() { --parser.m_depth; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
        Parser& parser;
    };

    NodeIndex conditional()
    {
        const Deeper deeper(*this);
        const std::uint32_t begin = now().begin;
        const NodeIndex condition = chain("||", Syntax::Or);
        if (!accept("?"))
            return condition;
        const NodeIndex yes = chain("||", Syntax::Or);
        expect(":");
        const NodeIndex no = conditional();
        return add(make(Syntax::Conditional, { condition, yes, no }), begin);
    }

    NodeIndex chain(std::string_view symbol, Syntax syntax)
    {
        const std::uint32_t begin = now().begin;
        const auto operand = [&] { return syntax == Syntax::Or ? chain("&&", Syntax::And) : binary(0); };
        std::vector<NodeIndex> children { operand() };
        while (accept(symbol))
            children.push_back(operand());
        return children.size() == 1 ? children.front() : add(make(syntax, std::move(children)), begin);
    }

    /// The operator of this level that stands here; "" where none does.
    std::string_view operatorHere(std::size_t level) const
    {
        if (now().token != Token::Symbol && !(now().token == Token::Name && now().text == "in"))
            return {};
        const auto& operators = levels[level].operators;
        const auto it = std::ranges::find(operators, std::string_view(now().text));
        return it == operators.end() ? std::string_view() : *it;
    }

    NodeIndex binary(std::size_t level)
    {
        if (level == levels.size())
            return unary();
        const std::uint32_t begin = now().begin;
        NodeIndex left = binary(level + 1);
        for (std::string_view op = operatorHere(level); !op.empty(); op = operatorHere(level)) {
            const std::uint32_t place = now().begin;
            next();
            const NodeIndex right = binary(level + 1);
            Node node = make(Syntax::Binary, { left, right }, std::string(op));
            node.nameBegin = place;
            left = add(std::move(node), begin);
        }
        return left;
    }

    NodeIndex unary()
    {
        const std::uint32_t begin = now().begin;
        if (at("!") || at("-")) {
            const bool negate = at("-");
            // A minus right before a number belongs to it: -9223372036854775808 is an int, its number alone
            // is not.
            if (negate && (ahead().token == Token::Int || ahead().token == Token::Double)) {
                next();
                return member(number(true, begin), begin);
            }
            next();
            const Deeper deeper(*this);
            const NodeIndex operand = unary();
            return add(make(negate ? Syntax::Negate : Syntax::Not, { operand }), begin);
        }
        return member(primary(), begin);
    }

    NodeIndex number(bool negative, std::uint32_t begin)
    {
        const Lexeme& lexeme = now();
        Node node;
        if (lexeme.token == Token::Double) {
            node.syntax = Syntax::Double;
            node.real = negative ? -lexeme.real : lexeme.real;
        } else {
            constexpr std::uint64_t most = std::uint64_t(1) << 63;
            if (lexeme.number == most && !negative)
                stop(lexeme, "literal", "This number is larger than an int can hold");
            node.syntax = Syntax::Int;
            node.number = std::int64_t(negative ? 0 - lexeme.number : lexeme.number);
        }
        next();
        return add(std::move(node), begin);
    }

    NodeIndex member(NodeIndex target, std::uint32_t begin)
    {
        for (;;) {
            if (at("?.") || (at("[") && ahead().token == Token::Symbol && ahead().text == "?"))
                stop(now(), "unsupported_optional",
                    "Optional selection is not part of this language; use has()");
            if (accept(".")) {
                target = selected(target, begin);
            } else if (accept("[")) {
                const NodeIndex index = conditional();
                expect("]");
                target = add(make(Syntax::Index, { target, index }), begin);
            } else if (at("{") && isTypeName(target)) {
                stop(now(), "unsupported_message", "Messages are not part of this language");
            } else {
                return target;
            }
        }
    }

    bool isTypeName(NodeIndex i) const
    {
        const Syntax s = m_tree.nodes[i].syntax;
        return s == Syntax::Name || s == Syntax::Select;
    }

    NodeIndex selected(NodeIndex target, std::uint32_t begin)
    {
        const Lexeme name = now();
        if (name.token != Token::Name && name.token != Token::Quoted)
            stop(name, "syntax", "The name of a field or function is expected behind the dot");
        next();
        if (name.token == Token::Name && at("("))
            return method(target, name, begin);
        Node node = make(Syntax::Select, { target }, name.text);
        node.nameBegin = name.begin;
        return add(std::move(node), begin);
    }

    NodeIndex method(NodeIndex target, const Lexeme& name, std::uint32_t begin)
    {
        std::vector<NodeIndex> children { target };
        for (const NodeIndex argument : arguments())
            children.push_back(argument);
        if (const std::optional<Syntax> macro = macroNamed(name.text, children.size() - 1)) {
            const Node& variable = m_tree.nodes[children[1]];
            if (variable.syntax != Syntax::Name)
                stop(name, "syntax",
                    fmt::format("The first argument of {} is the name of a variable", name.text));
            Node node = make(*macro, {}, variable.text);
            node.nameBegin = variable.begin;
            children.erase(children.begin() + 1);
            node.children = std::move(children);
            return add(std::move(node), begin);
        }
        Node node = make(Syntax::Method, std::move(children), name.text);
        node.nameBegin = name.begin;
        return add(std::move(node), begin);
    }

    static std::optional<Syntax> macroNamed(std::string_view name, std::size_t arguments)
    {
        if (name == "map" && (arguments == 2 || arguments == 3))
            return Syntax::Map;
        if (arguments != 2)
            return std::nullopt;
        if (name == "all")
            return Syntax::All;
        if (name == "exists")
            return Syntax::Exists;
        if (name == "exists_one")
            return Syntax::ExistsOne;
        if (name == "filter")
            return Syntax::Filter;
        return std::nullopt;
    }

    std::vector<NodeIndex> arguments()
    {
        expect("(");
        std::vector<NodeIndex> out;
        if (accept(")"))
            return out;
        do
            out.push_back(conditional());
        while (accept(","));
        expect(")");
        return out;
    }

    NodeIndex primary()
    {
        const std::uint32_t begin = now().begin;
        switch (now().token) {
        case Token::Int:
        case Token::Double:
            return number(false, begin);
        case Token::String: {
            Node node = make(Syntax::String, {}, now().text);
            next();
            return add(std::move(node), begin);
        }
        case Token::Name:
            return named(begin);
        case Token::Symbol:
            break;
        case Token::Quoted:
            stop(now(), "syntax", "A quoted name can only stand behind a dot");
        case Token::End:
            stop(now(), "syntax", m_at == 0 ? "The expression is empty" : "The expression ends too early");
        }
        if (accept("(")) {
            const NodeIndex inner = conditional();
            expect(")");
            return inner;
        }
        if (accept("["))
            return listLiteral(begin);
        if (accept("{"))
            return mapLiteral(begin);
        if (at(".") && ahead().token == Token::Name) { // a name from the root, which is where all of ours are
            next();
            return named(begin);
        }
        stop(now(), "syntax", fmt::format("A value is expected here, not \"{}\"", now().text));
    }

    NodeIndex named(std::uint32_t begin)
    {
        const Lexeme name = now();
        next();
        Node node;
        node.nameBegin = name.begin;
        if (name.text == "true" || name.text == "false") {
            node.syntax = Syntax::Bool;
            node.number = name.text == "true" ? 1 : 0;
            return add(std::move(node), begin);
        }
        if (name.text == "null")
            return add(std::move(node), begin);
        if (!isIdentifier(name.text))
            stop(name, "syntax", fmt::format("\"{}\" is a reserved word", name.text));
        if (at("("))
            return call(name, begin);
        node.syntax = Syntax::Name;
        node.text = name.text;
        return add(std::move(node), begin);
    }

    NodeIndex call(const Lexeme& name, std::uint32_t begin)
    {
        std::vector<NodeIndex> children = arguments();
        const bool has = name.text == "has" && children.size() == 1;
        if (has && m_tree.nodes[children.front()].syntax != Syntax::Select)
            stop(name, "syntax", "has() asks for a field: has(customer.segment)");
        Node node = make(has ? Syntax::Has : Syntax::Call, std::move(children), name.text);
        node.nameBegin = name.begin;
        return add(std::move(node), begin);
    }

    NodeIndex listLiteral(std::uint32_t begin)
    {
        std::vector<NodeIndex> items;
        while (!at("]")) {
            refuseOptionalEntry();
            items.push_back(conditional());
            if (!accept(","))
                break;
        }
        expect("]");
        return add(make(Syntax::List, std::move(items)), begin);
    }

    NodeIndex mapLiteral(std::uint32_t begin)
    {
        std::vector<NodeIndex> items;
        while (!at("}")) {
            refuseOptionalEntry();
            items.push_back(conditional());
            expect(":");
            items.push_back(conditional());
            if (!accept(","))
                break;
        }
        expect("}");
        return add(make(Syntax::MapLiteral, std::move(items)), begin);
    }

    void refuseOptionalEntry()
    {
        if (at("?"))
            stop(now(), "unsupported_optional", "Optional entries are not part of this language");
    }

    std::vector<Lexeme> m_lexemes;
    std::size_t m_at = 0;
    int m_depth = 0;
    Tree m_tree;
    Problem m_problem;
};

}

std::string_view Expression::textOf(NodeIndex i) const
{
    const Node& node = m_tree->nodes[i];
    return std::string_view(m_tree->source).substr(node.begin, node.end - node.begin);
}

tl::expected<Expression, Problem> parse(std::string_view text)
{
    if (text.size() > longestText)
        return tl::unexpected(Problem { 0, std::uint32_t(longestText), "too_long",
            fmt::format("An expression has at most {} bytes", longestText), {}, Problem::Severity::Error });
    auto lexemes = lex(text);
    if (!lexemes)
        return tl::unexpected(std::move(lexemes.error()));
    return Parser(text, std::move(*lexemes)).run();
}

}
