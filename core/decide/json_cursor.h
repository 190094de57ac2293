// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ow::decide {

/// A number of JSON. 3.0 is whole too (canonical JSON does not tell it from 3) as far as doubles are exact,
/// and so is what fits 64 bits; `real` is its value as a double either way.
struct JsonNumber {
    bool whole = false;
    std::int64_t integer = 0;
    double real = 0;
};

/// Walks over one JSON text (RFC 8259), strictly: the caller asks for what he expects and gets it without a
/// tree in between. What parseJson() refuses is refused here (malformed UTF-8, a key twice in one object, 128
/// levels, a number that no double holds), and nothing else. Every function returns false from the first
/// fault on: return it at once and ask problem(). Strings are views of the text, or of the arena where they
/// have escapes. Positions are never past the end; the text needs no padding.
class JsonCursor {
public:
    static constexpr int maxDepth = 128; ///< JsonLimits::depth
    static constexpr std::size_t maxBytes = std::size_t(1) << 30; ///< JsonLimits::bytes

    /// `keys` is memory to find doubled keys with, kept by the caller from text to text.
    JsonCursor(std::string_view text, expr::Arena& arena, std::vector<std::string_view>& keys)
        : m_begin(text.data())
        , m_p(text.data())
        , m_end(text.data() + text.size())
        , m_arena(arena)
        , m_keys(keys)
    {
        m_keys.clear();
        if (text.size() >= 3 && text.starts_with("\xEF\xBB\xBF")) // a byte order mark, as parseJson skips it
            m_p += 3;
    }

    /// The next byte behind white space, 0 at the end (and for the byte 0, which no JSON has there).
    char peek()
    {
        while (m_p != m_end && static_cast<unsigned char>(*m_p) <= ' ') {
            if (*m_p != ' ' && *m_p != '\n' && *m_p != '\r' && *m_p != '\t')
                return *m_p;
            ++m_p;
        }
        return m_p == m_end ? '\0' : *m_p;
    }
    /// Nothing but white space is left.
    bool atEnd() { return peek() == '\0' && m_p == m_end; }

    /// Reads a string; the cursor must stand at its quotation mark.
    bool string(std::string_view& out)
    {
        const char* const start = ++m_p;
        m_p = plainEnd(start, m_end);
        if (m_p != m_end && *m_p == '"') {
            out = { start, std::size_t(m_p++ - start) };
            return true;
        }
        return longString(start, out);
    }
    /// Whether the next bytes are exactly these; if so, they are read.
    bool literal(std::string_view expected)
    {
        if (std::size_t(m_end - m_p) < expected.size()
            || std::memcmp(m_p, expected.data(), expected.size()) != 0)
            return false;
        m_p += expected.size();
        return true;
    }
    bool number(JsonNumber& out);
    bool boolean(bool& out); ///< at 't' or 'f'
    bool null(); ///< at 'n'
    /// Reads over any value, checking all of it.
    bool skip();

    /// Objects and lists: enter at the bracket, then as long as more() is true, read an element. `first`
    /// begins true.
    bool enter()
    {
        ++m_p;
        return ++m_depth <= maxDepth || fail("this is nested deeper than 128 levels");
    }
    /// Behind an element: whether another one follows; the closing bracket is read. A fault ends it as well:
    /// ask ok().
    bool more(char closing, bool& first)
    {
        char c = peek();
        if (c == closing) {
            ++m_p;
            --m_depth;
            return false;
        }
        if (first) {
            first = false;
            return c != '\0' || fail("this is where a value or the end of the list was expected");
        }
        if (c != ',')
            return fail(closing == '}' ? "a comma or a closing brace is expected"
                                       : "a comma or a closing bracket is expected");
        ++m_p;
        peek();
        return true;
    }
    /// A key and its colon.
    bool key(std::string_view& out);

    bool ok() const { return m_problem == nullptr; }
    bool fail(const char* problem)
    {
        if (m_problem == nullptr)
            m_problem = problem;
        return false;
    }
    const char* at() const { return m_p; } ///< where it stands
    const char* end() const { return m_end; }
    /// Goes on from a place further on in the text: what is between has been read.
    void moveTo(const char* p) { m_p = p; }
    const char* problem() const { return m_problem; } ///< a clause, e.g. "a value is expected"
    std::size_t position() const { return std::size_t(m_p - m_begin); } ///< bytes read
    /// Keys seen in this object, for doubledKey(); take the size before the object, give it back behind it.
    std::vector<std::string_view>& keys() { return m_keys; }
    /// Whether two keys are equal among those from `base` on; drops them.
    bool doubledKey(std::size_t base);

    /// The first byte that is not plain text: a quotation mark, a backslash, a control character or not
    /// ASCII.
    static const char* plainEnd(const char* p, const char* end)
    {
#if defined(__SSE2__)
        for (; end - p >= 16; p += 16) {
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
            const __m128i marks
                = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
            // Signed: what is above 127 counts as below 32.
            const __m128i special = _mm_or_si128(marks, _mm_cmplt_epi8(v, _mm_set1_epi8(' ')));
            if (const int mask = _mm_movemask_epi8(special); mask != 0)
                return p + __builtin_ctz(unsigned(mask));
        }
#endif
        return plainEndByBytes(p, end);
    }
    /// The same where the processor has no such instructions.
    static const char* plainEndByBytes(const char* p, const char* end)
    {
        while (p != end && static_cast<signed char>(*p) >= ' ' && *p != '"' && *p != '\\')
            ++p;
        return p;
    }

private:
    bool longString(const char* start, std::string_view& out);
    bool unescaped(const char* start, std::string_view& out);
    bool escape(char*& to);
    bool hex4(unsigned& out);
    bool real(const char* start, JsonNumber& out);
    bool skipObject();
    bool skipList();

    const char* m_begin;
    const char* m_p;
    const char* m_end;
    expr::Arena& m_arena;
    std::vector<std::string_view>& m_keys;
    const char* m_problem = nullptr;
    int m_depth = 0;
};

}
