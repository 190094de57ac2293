// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace ow {

namespace {

constexpr bool isLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

// The CEL specification's reserved words and literals ("Syntax", RESERVED).
constexpr std::array<std::string_view, 21> reserved = { "as", "break", "const", "continue", "else", "false", "for",
    "function", "if", "import", "in", "let", "loop", "namespace", "null", "package", "return", "true", "var", "void",
    "while" };

std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t(0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ row[j] + 1, row[j - 1] + 1, substitute });
        }
    }
    return row.back();
}

/// How many bytes the character at the front of `s` has; 0 where no valid one stands there.
std::size_t characterLength(std::string_view s)
{
    const auto c = static_cast<unsigned char>(s.front());
    if (c < 0x80)
        return 1;
    const std::size_t length = c >= 0xC2 && c <= 0xDF ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
    if (length == 0 || length > s.size())
        return 0;
    unsigned code = c & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        const auto next = static_cast<unsigned char>(s[k]);
        if ((next & 0xC0U) != 0x80)
            return 0;
        code = code << 6 | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
    return overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF) ? 0 : length;
}

}

bool isId(std::string_view text)
{
    const auto first = [](char c) { return isLower(c) || isDigit(c) || c == '_'; };
    const auto rest = [&](char c) { return first(c) || c == '.' || c == '-'; };
    return !text.empty() && text.size() <= 64 && first(text.front()) && std::ranges::all_of(text, rest);
}

bool isIdentifier(std::string_view text)
{
    const auto first = [](char c) { return isLower(c) || isUpper(c) || c == '_'; };
    return !text.empty() && first(text.front())
        && std::ranges::all_of(text, [&](char c) { return first(c) || isDigit(c); })
        && std::ranges::find(reserved, text) == reserved.end();
}

bool isUtf8(std::string_view s)
{
    while (!s.empty()) {
        // Mostly ASCII: eight at a time.
        std::uint64_t eight = 0;
        while (s.size() >= 8 && (std::memcpy(&eight, s.data(), 8), (eight & 0x8080808080808080U) == 0))
            s.remove_prefix(8);
        if (s.empty())
            break;
        const std::size_t length = characterLength(s);
        if (length == 0)
            return false;
        s.remove_prefix(length);
    }
    return true;
}

std::string readable(std::string_view bytes, std::size_t limit)
{
    std::string out;
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        const std::string_view next = length == 0 ? "\uFFFD" : bytes.substr(0, length);
        if (next.size() > limit - out.size())
            return out += "…";
        out += next;
        bytes.remove_prefix(std::max(length, std::size_t(1)));
    }
    return out;
}

std::size_t codePoints(std::string_view utf8)
{
    return std::size_t(std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

std::string closest(std::string_view text, const std::vector<std::string>& candidates)
{
    if (text.size() > 200)
        return {};
    std::string best;
    std::size_t bestDistance = 0;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > 200)
            continue;
        const std::size_t distance = editDistance(text, candidate);
        if (3 * distance <= std::max(text.size(), candidate.size()) && (best.empty() || distance < bestDistance)) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    for (std::size_t i = digits.size(); i > sign + 3; i -= 3)
        digits.insert(i - 3, 1, ',');
    return digits;
}

std::string counted(std::int64_t number, std::string_view one, std::string_view many)
{
    return (grouped(number) + ' ').append(number == 1 ? one : many);
}

std::string toId(std::string_view text)
{
    std::string out;
    for (char c : text) {
        if (isUpper(c))
            c = char(c - 'A' + 'a');
        const bool keep = isLower(c) || isDigit(c) || c == '.' || c == '-';
        if (keep && !(out.empty() && (c == '.' || c == '-')))
            out += c;
        else if (!out.empty() && out.back() != '_')
            out += '_';
        if (out.size() == 64)
            break;
    }
    while (!out.empty() && out.back() == '_')
        out.pop_back();
    return out.empty() ? "_" : out;
}

}
