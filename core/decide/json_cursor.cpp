// SPDX-License-Identifier: Apache-2.0
#include "decide/json_cursor.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace ow::decide {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of the well-formed UTF-8 character at p (Unicode, table 3-7); 0 = malformed.
std::size_t utf8Length(const char* p, const char* end)
{
    const auto at = [&](std::ptrdiff_t i) { return p + i < end ? static_cast<unsigned char>(p[i]) : 0U; };
    const auto in
        = [&](std::ptrdiff_t i, unsigned low, unsigned high) { return at(i) >= low && at(i) <= high; };
    const unsigned lead = at(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return in(1, 0x80, 0xBF) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool second = in(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
        return second && in(2, 0x80, 0xBF) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool second = in(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
        return second && in(2, 0x80, 0xBF) && in(3, 0x80, 0xBF) ? 4 : 0;
    }
    return 0;
}

char* putUtf8(char* to, unsigned c)
{
    if (c < 0x80) {
        *to++ = char(c);
        return to;
    }
    if (c < 0x800) {
        *to++ = char(0xC0U | c >> 6);
    } else {
        if (c < 0x10000) {
            *to++ = char(0xE0U | c >> 12);
        } else {
            *to++ = char(0xF0U | c >> 18);
            *to++ = char(0x80U | (c >> 12 & 0x3FU));
        }
        *to++ = char(0x80U | (c >> 6 & 0x3FU));
    }
    *to++ = char(0x80U | (c & 0x3FU));
    return to;
}

/// Whether a number that from_chars found out of range is too small (then it is 0) and not too large: the
/// place of its first digit that is not 0, counted from the decimal point, and the exponent.
bool isTiny(std::string_view text)
{
    std::int64_t place = 0; // of the first digit that counts: 1 = units
    bool found = false;
    bool fraction = false;
    std::size_t i = text.front() == '-' ? 1 : 0;
    for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
        if (text[i] == '.') {
            fraction = true;
            continue;
        }
        found = found || text[i] != '0';
        if (!fraction && found)
            ++place;
        else if (fraction && !found)
            --place;
    }
    std::int64_t exponent = 0;
    bool negative = false;
    if (i < text.size()) {
        negative = text[i + 1] == '-';
        for (i += isDigit(text[i + 1]) ? 1 : 2; i < text.size(); ++i)
            exponent = std::min<std::int64_t>(exponent * 10 + (text[i] - '0'), std::int64_t(1) << 40);
    }
    return !found || place + (negative ? -exponent : exponent) < 0;
}

}

bool JsonCursor::longString(const char* start, std::string_view& out)
{
    for (;;) {
        m_p = plainEnd(m_p, m_end);
        if (m_p == m_end)
            return fail("the text ends inside a string");
        const char c = *m_p;
        if (c == '"') {
            out = { start, std::size_t(m_p++ - start) };
            return true;
        }
        if (c == '\\')
            return unescaped(start, out);
        if (static_cast<unsigned char>(c) < 0x20)
            return fail("a control character inside a string must be written as an escape");
        const std::size_t length = utf8Length(m_p, m_end);
        if (length == 0)
            return fail("a string is not UTF-8");
        m_p += length;
    }
}

/// From the first backslash on: an escape is never shorter than what it stands for, so that the bytes up to
/// the closing mark are room enough.
bool JsonCursor::unescaped(const char* start, std::string_view& out)
{
    const char* close = m_p;
    while (close != m_end && *close != '"')
        close += *close == '\\' && close + 1 != m_end ? 2 : 1;
    char* const room = m_arena.allocate<char>(std::size_t(close - start));
    if (room == nullptr)
        return fail("the strings with escapes are longer than 64 MiB");
    char* to = std::copy(start, m_p, room);
    while (m_p != m_end && *m_p != '"') {
        if (*m_p == '\\') {
            if (!escape(to))
                return false;
            continue;
        }
        if (static_cast<unsigned char>(*m_p) < 0x20)
            return fail("a control character inside a string must be written as an escape");
        const std::size_t length = utf8Length(m_p, m_end);
        if (length == 0)
            return fail("a string is not UTF-8");
        to = std::copy_n(m_p, length, to);
        m_p += length;
    }
    if (m_p == m_end)
        return fail("the text ends inside a string");
    ++m_p;
    out = { room, std::size_t(to - room) };
    return true;
}

bool JsonCursor::escape(char*& to)
{
    constexpr const char* unknown
        = "an escape is one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hex digits";
    if (++m_p == m_end)
        return fail("the text ends inside a string");
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    const char letter = *m_p++;
    if (const auto i = letters.find(letter); i != std::string_view::npos) {
        *to++ = meanings[i];
        return true;
    }
    unsigned code = 0;
    if (letter != 'u' || !hex4(code))
        return fail(unknown);
    if (code >= 0xD800 && code <= 0xDFFF) {
        unsigned low = 0;
        const bool pair = code < 0xDC00 && m_end - m_p >= 2 && m_p[0] == '\\' && m_p[1] == 'u';
        if (pair)
            m_p += 2;
        if (!pair || !hex4(low) || low < 0xDC00 || low > 0xDFFF)
            return fail("half of a surrogate pair stands alone");
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    to = putUtf8(to, code);
    return true;
}

bool JsonCursor::hex4(unsigned& out)
{
    if (m_end - m_p < 4)
        return false;
    const auto [end, error] = std::from_chars(m_p, m_p + 4, out, 16);
    if (error != std::errc() || end != m_p + 4)
        return false;
    m_p += 4;
    return true;
}

bool JsonCursor::number(JsonNumber& out)
{
    const char* const start = m_p;
    const bool negative = m_p != m_end && *m_p == '-';
    m_p += negative;
    const char* const digits = m_p;
    std::uint64_t value = 0;
    while (m_p != m_end && isDigit(*m_p))
        value = value * 10 + std::uint64_t(*m_p++ - '0'); // wraps beyond 19 digits: not used then
    const auto count = m_p - digits;
    if (count == 0)
        return fail("a value is expected");
    if (count > 1 && *digits == '0')
        return fail("a number must not begin with 0");
    if (m_p != m_end && (*m_p == '.' || *m_p == 'e' || *m_p == 'E'))
        return real(start, out);
    if (count > 18) { // may not fit
        const auto [end, error] = std::from_chars(start, m_p, out.integer);
        if (error == std::errc()) {
            out.whole = true;
            out.real = double(out.integer);
            return true;
        }
        return real(start, out);
    }
    out.whole = true;
    out.integer = negative ? -std::int64_t(value) : std::int64_t(value);
    out.real = double(out.integer);
    return true;
}

/// The rest of a number that is not a 64-bit integer as written; the cursor stands behind its integer digits.
bool JsonCursor::real(const char* start, JsonNumber& out)
{
    const auto someDigits = [&] {
        const char* const first = m_p;
        while (m_p != m_end && isDigit(*m_p))
            ++m_p;
        return m_p != first;
    };
    const bool hasPoint = m_p != m_end && *m_p == '.';
    if (hasPoint && (++m_p, !someDigits()))
        return fail("a digit is expected behind the decimal point");
    const bool hasExponent = m_p != m_end && (*m_p == 'e' || *m_p == 'E');
    if (hasExponent) {
        ++m_p;
        if (m_p != m_end && (*m_p == '+' || *m_p == '-'))
            ++m_p;
        if (!someDigits())
            return fail("a digit is expected in the exponent");
    }
    double value = 0;
    if (std::from_chars(start, m_p, value).ec != std::errc()) {
        if (!isTiny({ start, std::size_t(m_p - start) }))
            return fail("a number is too large");
        value = *start == '-' ? -0.0 : 0.0;
    }
    if (!std::isfinite(value))
        return fail("a number is too large");
    out.real = value;
    out.whole
        = (hasPoint || hasExponent) && std::trunc(value) == value && std::abs(value) <= 9007199254740992.0;
    out.integer = out.whole ? std::int64_t(value) : 0;
    return true;
}

bool JsonCursor::boolean(bool& out)
{
    out = *m_p == 't';
    return literal(out ? "true" : "false") || fail("a value is expected");
}

bool JsonCursor::null() { return literal("null") || fail("a value is expected"); }

bool JsonCursor::key(std::string_view& out)
{
    if (peek() != '"')
        return fail("a key in quotation marks is expected");
    if (!string(out))
        return false;
    if (peek() != ':')
        return fail("a colon is expected behind a key");
    ++m_p;
    return true;
}

bool JsonCursor::skip()
{
    switch (peek()) {
    case '{':
        return skipObject();
    case '[':
        return skipList();
    case '"': {
        std::string_view ignored;
        return string(ignored);
    }
    case 't':
    case 'f': {
        bool ignored = false;
        return boolean(ignored);
    }
    case 'n':
        return null();
    default: {
        JsonNumber ignored;
        return number(ignored);
    }
    }
}

bool JsonCursor::skipObject()
{
    const std::size_t base = m_keys.size();
    if (!enter())
        return false;
    for (bool first = true; more('}', first);) {
        std::string_view name;
        if (!key(name))
            return false;
        m_keys.push_back(name);
        if (!skip())
            return false;
    }
    return ok() && (!doubledKey(base) || fail("a key stands twice in one object"));
}

bool JsonCursor::skipList()
{
    if (!enter())
        return false;
    for (bool first = true; more(']', first);) {
        if (!skip())
            return false;
    }
    return ok();
}

bool JsonCursor::doubledKey(std::size_t base)
{
    const auto begin = m_keys.begin() + std::ptrdiff_t(base);
    std::sort(begin, m_keys.end());
    const bool twice = std::adjacent_find(begin, m_keys.end()) != m_keys.end();
    m_keys.resize(base);
    return twice;
}

}
