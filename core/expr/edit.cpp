// SPDX-License-Identifier: Apache-2.0
#include "expr/lexer.h"
#include "expr/precedence.h"
#include "expr/printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

// Changes to an author's text that leave every other byte of it alone.

namespace ow::expr {

namespace {

bool isNamePart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

struct Change {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

/// Puts a text in a place; with a space where it would run together with its neighbour.
std::string changed(std::string_view source, const Change& c)
{
    std::string out(source.substr(0, c.begin));
    const std::string_view rest = source.substr(c.end);
    const auto runsTogether
        = [](char a, char b) { return (isNamePart(a) && isNamePart(b)) || (a == '?' && b == '.'); };
    if (!out.empty() && !c.text.empty() && runsTogether(out.back(), c.text.front()))
        out += ' ';
    out += c.text;
    if (!rest.empty() && runsTogether(out.back(), rest.front()))
        out += ' ';
    return out.append(rest);
}

/// Whether a comment ends the text: what follows would become part of it.
bool endsInComment(const std::string& text)
{
    const auto lexemes = lex(text);
    return lexemes && text.find("//", lexemes->back().begin) == std::string::npos && lexemes->size() > 1
        && text.find("//", (*lexemes)[lexemes->size() - 2].end) != std::string::npos;
}

struct Parent {
    const Node* node = nullptr;
    std::size_t child = 0;
};

Parent parentOf(const Expression& e, NodeIndex i)
{
    for (const Node& node : e.tree().nodes) {
        const auto it = std::ranges::find(node.children, i);
        if (it != node.children.end())
            return { &node, std::size_t(it - node.children.begin()) };
    }
    return {};
}

bool needsParentheses(const Parent& parent, const Node& root, std::string_view text)
{
    if (parent.node == nullptr)
        return false;
    const bool sign = parent.node->syntax == Syntax::Negate
        && (isNamePart(text.front()) || text.front() == '.')
        && (root.syntax == Syntax::Int || root.syntax == Syntax::Double || text.front() <= '9');
    return sign || bindingOf(root) < bindingAsked(*parent.node, parent.child);
}

std::vector<std::string> components(std::string_view path)
{
    std::vector<std::string> out;
    for (;;) {
        const auto dot = path.find('.');
        out.emplace_back(path.substr(0, dot));
        if (dot == std::string_view::npos)
            return out;
        path.remove_prefix(dot + 1);
    }
}

class Renamer {
public:
    Renamer(const Expression& e, std::string_view from, std::string_view to)
        : m_e(e)
        , m_from(components(from))
        , m_to(components(to))
    {
    }

    tl::expected<Expression, Problem> run()
    {
        visit(m_e.tree().root);
        if (m_problem)
            return tl::unexpected(*m_problem);
        std::ranges::sort(m_changes, std::ranges::greater(), &Change::begin);
        std::string text = m_e.text();
        for (const Change& c : m_changes)
            text = changed(text, c);
        return parse(text);
    }

private:
    /// The name's words from the first to the last; nothing where the node is no path of names.
    std::optional<std::vector<NodeIndex>> path(NodeIndex i) const
    {
        std::vector<NodeIndex> out;
        for (; m_e.node(i).syntax == Syntax::Select; i = m_e.node(i).children.front())
            out.push_back(i);
        if (m_e.node(i).syntax != Syntax::Name)
            return std::nullopt;
        out.push_back(i);
        std::ranges::reverse(out);
        return out;
    }

    bool isFrom(const std::vector<NodeIndex>& words) const
    {
        return std::ranges::equal(words, m_from, {}, [&](NodeIndex i) -> const std::string& {
            return m_e.node(i).text;
        }) && !isVariable(m_from.front());
    }

    bool isVariable(const std::string& name) const
    {
        return std::ranges::find(m_variables, name) != m_variables.end();
    }

    void visit(NodeIndex i)
    {
        const Node& node = m_e.node(i);
        if (const auto words = path(i); words && isFrom(*words))
            return rename(i, *words);
        const bool macro = node.syntax == Syntax::All || node.syntax == Syntax::Exists
            || node.syntax == Syntax::ExistsOne || node.syntax == Syntax::Filter
            || node.syntax == Syntax::Map;
        for (std::size_t k = 0; k < node.children.size(); ++k) {
            if (macro && k == 1)
                m_variables.push_back(node.text);
            visit(node.children[k]);
        }
        if (macro)
            m_variables.pop_back();
    }

    void rename(NodeIndex i, const std::vector<NodeIndex>& words)
    {
        const Node& node = m_e.node(i);
        if (isVariable(m_to.front()))
            m_problem = Problem { node.begin, node.end, "captured",
                fmt::format("\"{}\" is a macro's variable here", m_to.front()), {},
                Problem::Severity::Error };
        if (m_to.size() != m_from.size()) {
            m_changes.push_back(
                { m_e.node(words.front()).nameBegin, node.end, fmt::format("{}", fmt::join(m_to, ".")) });
            return;
        }
        for (std::size_t k = 0; k < words.size(); ++k) {
            const Node& word = m_e.node(words[k]);
            const bool quoted = m_e.text()[word.nameBegin] == '`';
            const auto size = std::uint32_t(word.text.size() + (quoted ? 2 : 0));
            if (word.text != m_to[k])
                m_changes.push_back(
                    { word.nameBegin, word.nameBegin + size, quoted ? '`' + m_to[k] + '`' : m_to[k] });
        }
    }

    const Expression& m_e;
    std::vector<std::string> m_from;
    std::vector<std::string> m_to;
    std::vector<std::string> m_variables;
    std::vector<Change> m_changes;
    std::optional<Problem> m_problem;
};

}

tl::expected<Expression, Problem> replaced(
    const Expression& expression, NodeIndex node, const Expression& replacement)
{
    const Node& old = expression.node(node);
    std::string text = replacement.text();
    if (endsInComment(text))
        text += '\n';
    if (needsParentheses(
            parentOf(expression, node), replacement.root(), replacement.textOf(replacement.tree().root)))
        text = '(' + text + ')';
    return parse(changed(expression.text(), { old.begin, old.end, std::move(text) }));
}

tl::expected<Expression, Problem> renamed(
    const Expression& expression, std::string_view from, std::string_view to)
{
    return Renamer(expression, from, to).run();
}

}
