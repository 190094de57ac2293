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
        m_p = plainEnd(start);
        if (m_p != m_end && *m_p == '"') {
            out = { start, std::size_t(m_p++ - start) };
            return true;
        }
        return longString(start, out);
    }
    /// Whether the next bytes are exactly these (a key with its marks and colon); if so, they are read.
    bool literal(std::string_view expected)
    {
        if (std::size_t(m_end - m_p) < expected.size() || !same(m_p, expected))
            return false;
        m_p += expected.size();
        return true;
    }
    /// Whether this key comes next, without white space before its colon; if so, both are read.
    bool keyIs(std::string_view name)
    {
        const std::size_t n = name.size();
        if (std::size_t(m_end - m_p) < n + 3 || *m_p != '"' || m_p[n + 1] != '"' || m_p[n + 2] != ':'
            || !same(m_p + 1, name))
            return false;
        m_p += n + 3;
        return true;
    }
    bool number(JsonNumber& out);
    bool boolean(bool& out); ///< at 't' or 'f'
    bool null(); ///< at 'n'
    /// Reads over any value, checking all of it.
    bool skip();

    /// Objects and lists: enter at the bracket, then as long as more() is true, read an element. `first`
    /// begins true.
    bool enter();
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
    const char* problem() const { return m_problem; } ///< a clause, e.g. "a value is expected"
    std::size_t position() const { return std::size_t(m_p - m_begin); } ///< bytes read
    /// Keys seen in this object, for doubledKey(); take the size before the object, give it back behind it.
    std::vector<std::string_view>& keys() { return m_keys; }
    /// Whether two keys are equal among those from `base` on; drops them.
    bool doubledKey(std::size_t base);

private:
    /// Equal bytes; short texts are compared as two words that overlap, without a call.
    static bool same(const char* p, std::string_view text)
    {
        const auto word = [](const char* from) {
            std::uint64_t out = 0;
            std::memcpy(&out, from, sizeof out);
            return out;
        };
        const auto half = [](const char* from) {
            std::uint32_t out = 0;
            std::memcpy(&out, from, sizeof out);
            return out;
        };
        const char* q = text.data();
        const std::size_t n = text.size();
        if (n > 16)
            return std::memcmp(p, q, n) == 0;
        if (n >= 8)
            return ((word(p) ^ word(q)) | (word(p + n - 8) ^ word(q + n - 8))) == 0;
        if (n >= 4)
            return ((half(p) ^ half(q)) | (half(p + n - 4) ^ half(q + n - 4))) == 0;
        return std::equal(q, q + n, p);
    }
    /// The first byte that is not plain: a quotation mark, a backslash, a control character or not ASCII.
    const char* plainEnd(const char* p) const
    {
#if defined(__SSE2__)
        for (; m_end - p >= 16; p += 16) {
            const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
            const __m128i marks
                = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
            // Signed: what is above 127 counts as below 32.
            const __m128i special = _mm_or_si128(marks, _mm_cmplt_epi8(v, _mm_set1_epi8(' ')));
            if (const int mask = _mm_movemask_epi8(special); mask != 0)
                return p + __builtin_ctz(unsigned(mask));
        }
#endif
        while (p != m_end && static_cast<signed char>(*p) >= ' ' && *p != '"' && *p != '\\')
            ++p;
        return p;
    }
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
