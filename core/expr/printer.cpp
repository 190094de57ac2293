// SPDX-License-Identifier: Apache-2.0
#include "expr/printer.h"

#include "expr/lexer.h"

#include <algorithm>
#include <array>

namespace ow::expr {

namespace {

constexpr std::size_t indentation = 4;

/// What a token is to the space around it.
enum class Role { Value, Opening, Closing, CallOpening, Comma, Dot, Prefix, Operator, MapColon, End };

bool isOneOf(std::string_view text, std::string_view all)
{
    return text.size() == 1 && all.find(text) != std::string_view::npos;
}

/// Lays the tokens of a text out again. It needs no tree: which - is a sign and which : stands in a map is
/// seen from the tokens before.
class Layout {
public:
    Layout(std::string_view text, const std::vector<Lexeme>& lexemes)
        : m_text(text)
        , m_lexemes(lexemes)
    {
    }

    std::string run()
    {
        std::size_t end = 0;
        for (const Lexeme& l : m_lexemes) {
            const Role role = roleOf(l);
            if (role == Role::Closing && !m_brackets.empty())
                m_brackets.pop_back();
            gap(m_text.substr(end, l.begin - end), role);
            m_out += m_text.substr(l.begin, l.end - l.begin);
            end = l.end;
            follow(l, role);
        }
        return std::move(m_out);
    }

private:
    struct Bracket {
        bool isMap = false;
        int choices = 0; ///< ? without their :
    };

    bool behindValue() const { return m_last == Role::Value || m_last == Role::Closing; }

    Role roleOf(const Lexeme& l)
    {
        if (l.token == Token::End)
            return Role::End;
        if (l.token == Token::Name && l.text == "in" && behindValue())
            return Role::Operator;
        if (l.token != Token::Symbol)
            return Role::Value;
        if (l.text == "(" || l.text == "[")
            return behindValue() ? Role::CallOpening : Role::Opening;
        if (l.text == "{")
            return Role::Opening;
        if (isOneOf(l.text, ")]}"))
            return Role::Closing;
        if (l.text == ",")
            return Role::Comma;
        if (l.text == ".")
            return behindValue() ? Role::Dot : Role::Prefix;
        if (l.text == "!" || (l.text == "-" && !behindValue()))
            return Role::Prefix;
        const bool ofMap = !m_brackets.empty() && m_brackets.back().isMap && m_brackets.back().choices == 0;
        return l.text == ":" && ofMap ? Role::MapColon : Role::Operator;
    }

    /// What stands between two tokens: comments and line breaks stay, other space is ours.
    void gap(std::string_view space, Role next)
    {
        const std::size_t depth = m_brackets.size();
        bool fresh = false; // the token begins a line
        bool commented = false;
        while (!space.empty()) {
            if (space.front() == '\n') {
                if (!m_out.empty())
                    m_out += '\n';
                fresh = true;
                space.remove_prefix(1);
            } else if (space.starts_with("//")) {
                const std::string_view line = space.substr(0, space.find('\n'));
                indent(fresh ? depth : 0);
                m_out += fresh || m_out.empty() ? "" : " ";
                m_out += line.substr(0, line.find_last_not_of(" \t\r\f") + 1);
                space.remove_prefix(line.size());
                fresh = false;
                commented = true;
            } else {
                space.remove_prefix(1);
            }
        }
        if (next == Role::End) {
            m_out.erase(m_out.find_last_not_of('\n') + 1);
            return;
        }
        if (fresh && !m_out.empty())
            indent(depth);
        else if (!commented && needsSpace(next))
            m_out += ' ';
    }

    void indent(std::size_t depth) { m_out.append(std::min(depth, std::size_t(20)) * indentation, ' '); }

    bool needsSpace(Role next) const
    {
        if (m_out.empty() || m_last == Role::Opening || m_last == Role::CallOpening || m_last == Role::Dot
            || m_last == Role::Prefix)
            return false;
        return next != Role::Closing && next != Role::Comma && next != Role::CallOpening && next != Role::Dot
            && next != Role::MapColon;
    }

    void follow(const Lexeme& l, Role role)
    {
        if (role == Role::Opening || role == Role::CallOpening)
            m_brackets.push_back({ l.text == "{", 0 });
        if (role == Role::Operator && l.token == Token::Symbol && !m_brackets.empty())
            m_brackets.back().choices += l.text == "?" ? 1 : l.text == ":" ? -1 : 0;
        m_last = role;
    }

    std::string_view m_text;
    const std::vector<Lexeme>& m_lexemes;
    std::vector<Bracket> m_brackets;
    Role m_last = Role::Operator;
    std::string m_out;
};

}

std::string print(const Expression& expression)
{
    const auto lexemes = lex(expression.text());
    if (!lexemes)
        return expression.text();
    std::string out = Layout(expression.text(), *lexemes).run();
    return out.size() > longestText ? expression.text() : out;
}

}
