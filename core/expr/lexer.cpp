// SPDX-License-Identifier: Apache-2.0
#include "expr/lexer.h"

#include "base/text.h"
#include "expr/string_literal.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <limits>

namespace ow::expr {

namespace {

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
constexpr bool isNameStart(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
constexpr bool isNamePart(char c) { return isNameStart(c) || isDigit(c); }

constexpr std::array<std::string_view, 7> twoCharacters { "&&", "||", "==", "!=", "<=", ">=", "?." };
constexpr std::string_view oneCharacter = "?:<>+-*/%!()[]{},.";

class Lexer {
public:
    explicit Lexer(std::string_view text)
        : m_text(text)
    {
    }

    tl::expected<std::vector<Lexeme>, Problem> run()
    {
        for (;;) {
            skipSpace();
            Lexeme& next = m_out.emplace_back();
            next.begin = std::uint32_t(m_at);
            if (m_at == m_text.size()) {
                next.end = next.begin;
                return std::move(m_out);
            }
            if (!read(next))
                return tl::unexpected(m_problem);
            next.end = std::uint32_t(m_at);
        }
    }

private:
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void skipSpace()
    {
        while (m_at < m_text.size()) {
            const char c = peek();
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f')
                ++m_at;
            else if (c == '/' && peek(1) == '/')
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            else
                return;
        }
    }

    bool fault(std::size_t begin, std::string code, std::string message)
    {
        m_problem = { std::uint32_t(begin), std::uint32_t(std::min(std::max(m_at, begin + 1), m_text.size())),
            std::move(code), std::move(message), {}, Problem::Severity::Error };
        return false;
    }

    bool read(Lexeme& out)
    {
        const char c = peek();
        if (std::size_t prefix = stringPrefix(); prefix != std::string_view::npos)
            return readString(out, prefix);
        if (isNameStart(c))
            return readName(out);
        if (isDigit(c) || (c == '.' && isDigit(peek(1))))
            return readNumber(out);
        if (c == '`')
            return readQuoted(out);
        return readSymbol(out);
    }

    /// Letters before an opening quote ("", r, b, rb, br in any case); npos where no string begins here.
    std::size_t stringPrefix() const
    {
        std::size_t n = 0;
        while (n < 2 && (peek(n) == 'r' || peek(n) == 'R' || peek(n) == 'b' || peek(n) == 'B'))
            ++n;
        return peek(n) == '"' || peek(n) == '\'' ? n : std::string_view::npos;
    }

    bool readString(Lexeme& out, std::size_t prefix)
    {
        const std::size_t begin = m_at;
        const std::string_view letters = m_text.substr(m_at, prefix);
        if (letters.find_first_of("bB") != std::string_view::npos) {
            m_at += prefix + 1;
            return fault(begin, "unsupported_bytes", "Bytes are not part of this language; use a string");
        }
        StringLiteral literal = readStringLiteral(m_text, m_at + prefix, !letters.empty());
        m_at = literal.end;
        if (!literal.problem.empty())
            return fault(begin, "literal", literal.problem);
        out.token = Token::String;
        out.text = std::move(literal.value);
        return true;
    }

    bool readName(Lexeme& out)
    {
        const std::size_t begin = m_at;
        while (isNamePart(peek()))
            ++m_at;
        out.token = Token::Name;
        out.text = m_text.substr(begin, m_at - begin);
        return true;
    }

    bool readQuoted(Lexeme& out)
    {
        const std::size_t begin = m_at;
        const auto end = m_text.find_first_of("`\n", m_at + 1);
        if (end == std::string_view::npos || m_text[end] != '`' || end == begin + 1)
            return fault(begin, "syntax", "This quoted field name does not end");
        m_at = end + 1;
        out.token = Token::Quoted;
        out.text = m_text.substr(begin + 1, end - begin - 1);
        return true;
    }

    bool readNumber(Lexeme& out)
    {
        const std::size_t begin = m_at;
        const bool hex = peek() == '0' && (peek(1) == 'x' || peek(1) == 'X') && isHex(peek(2));
        bool real = false;
        if (hex) {
            m_at += 2;
            while (isHex(peek()))
                ++m_at;
        } else {
            real = skipDecimal();
        }
        const std::string_view digits = m_text.substr(begin, m_at - begin);
        if (peek() == 'u' || peek() == 'U') {
            ++m_at;
            return fault(
                begin, "unsupported_uint", "Unsigned numbers are not part of this language; leave out the u");
        }
        if (isNamePart(peek()))
            return fault(begin, "syntax", "A number ends where a name begins; is an operator missing?");
        return real ? readReal(out, begin, digits)
                    : readInteger(out, begin, hex ? digits.substr(2) : digits, hex ? 16 : 10);
    }

    /// Passes over digits, fraction and exponent; whether there was more than digits.
    bool skipDecimal()
    {
        bool real = false;
        while (isDigit(peek()))
            ++m_at;
        if (peek() == '.' && isDigit(peek(1))) {
            real = true;
            ++m_at;
            while (isDigit(peek()))
                ++m_at;
        }
        if (peek() == 'e' || peek() == 'E') {
            const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
            if (isDigit(peek(1 + sign))) {
                real = true;
                m_at += 1 + sign;
                while (isDigit(peek()))
                    ++m_at;
            }
        }
        return real;
    }

    bool readReal(Lexeme& out, std::size_t begin, std::string_view digits)
    {
        std::string text(digits);
        if (text.front() == '.')
            text.insert(0, 1, '0');
        out.token = Token::Double;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), out.real);
        if (result.ec == std::errc::result_out_of_range) {
            // Too near to 0 is 0; too large is a mistake.
            if (text.find_first_of("eE") != std::string::npos && text.find('-') != std::string::npos)
                out.real = 0;
            else
                return fault(begin, "literal", "This number is larger than a double can hold");
        }
        return true;
    }

    bool readInteger(Lexeme& out, std::size_t begin, std::string_view digits, int base)
    {
        constexpr std::uint64_t most = std::uint64_t(std::numeric_limits<std::int64_t>::max()) + 1;
        out.token = Token::Int;
        const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), out.number, base);
        if (result.ec != std::errc() || out.number > most)
            return fault(begin, "literal", "This number is larger than an int can hold");
        return true;
    }

    bool readSymbol(Lexeme& out)
    {
        out.token = Token::Symbol;
        for (const std::string_view symbol : twoCharacters) {
            // "a ?.5 : 1" is a question mark and a number.
            if (m_text.substr(m_at).starts_with(symbol) && !(symbol == "?." && isDigit(peek(2)))) {
                out.text = symbol;
                m_at += 2;
                return true;
            }
        }
        const char c = peek();
        if (c == '\0' || oneCharacter.find(c) == std::string_view::npos) {
            const std::size_t begin = m_at;
            while (m_at + 1 < m_text.size() && (static_cast<unsigned char>(m_text[m_at + 1]) & 0xC0U) == 0x80)
                ++m_at; // the rest of a character beyond ASCII
            ++m_at;
            if (c == '=')
                return fault(begin, "syntax", "To compare, write ==");
            if (c == '&' || c == '|')
                return fault(begin, "syntax", fmt::format("Write {0}{0}", c));
            return fault(begin, "syntax",
                fmt::format("\"{}\" has no meaning here", m_text.substr(begin, m_at - begin)));
        }
        out.text = std::string(1, c);
        ++m_at;
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Lexeme> m_out;
    Problem m_problem;
};

}

tl::expected<std::vector<Lexeme>, Problem> lex(std::string_view text)
{
    if (!isUtf8(text))
        return tl::unexpected(
            Problem { 0, 0, "syntax", "The text is not UTF-8", {}, Problem::Severity::Error });
    return Lexer(text).run();
}

}
