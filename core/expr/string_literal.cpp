// SPDX-License-Identifier: Apache-2.0
#include "expr/string_literal.h"

#include <fmt/format.h>

#include <cstdint>

namespace ow::expr {

namespace {

void appendUtf8(std::string& out, std::uint32_t c)
{
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

int digitValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

/// Reads exactly `count` digits of `base` at `at`; -1 where they are not.
std::int64_t digits(std::string_view text, std::size_t at, std::size_t count, int base)
{
    if (at + count > text.size())
        return -1;
    std::int64_t value = 0;
    for (const char c : text.substr(at, count)) {
        if (digitValue(c) >= base)
            return -1;
        value = value * base + digitValue(c);
    }
    return value;
}

/// The escape behind a backslash at `at`; moves behind it. "" = good, else the problem.
std::string readEscape(std::string_view text, std::size_t& at, std::string& out)
{
    constexpr std::string_view names = "abfnrtv\\?\"'`";
    constexpr std::string_view values = "\a\b\f\n\r\t\v\\?\"'`";
    const char c = at < text.size() ? text[at] : '\0';
    if (const auto i = names.find(c); c != '\0' && i != std::string_view::npos) {
        out += values[i];
        ++at;
        return {};
    }
    std::size_t count = 0;
    std::int64_t code = -1;
    if (c >= '0' && c <= '3') {
        count = 3;
        code = digits(text, at, count, 8);
    } else {
        count = c == 'x' || c == 'X' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (count != 0)
            code = digits(text, ++at, count, 16);
    }
    if (code < 0)
        return "This escape is not one that strings know; write \\\\ for a backslash";
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return "This escape is no character of Unicode";
    at += count;
    appendUtf8(out, std::uint32_t(code));
    return {};
}

}

StringLiteral readStringLiteral(std::string_view text, std::size_t quote, bool raw)
{
    StringLiteral out;
    const char q = text[quote];
    const std::string three(3, q);
    const bool triple = text.substr(quote).starts_with(three);
    std::size_t at = quote + (triple ? 3 : 1);
    while (at < text.size()) {
        const char c = text[at];
        if (triple ? text.substr(at).starts_with(three) : c == q) {
            out.end = at + (triple ? 3 : 1);
            return out;
        }
        if (!triple && (c == '\n' || c == '\r'))
            break;
        ++at;
        if (c != '\\' || raw) {
            out.value += c;
            continue;
        }
        if (out.problem = readEscape(text, at, out.value); !out.problem.empty()) {
            out.end = at;
            return out;
        }
    }
    out.end = at;
    out.problem = "This string does not end";
    return out;
}

std::string quoted(std::string_view value)
{
    std::string out = "\"";
    for (const char c : value) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
            else
                out += c;
        }
    }
    return out + '"';
}

}
