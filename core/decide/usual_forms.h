// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/utc_second.h"
#include "decide/json_cursor.h"

#include <bit>
#include <cstdint>
#include <string_view>

/// JSON values in the forms that machines write, read without a loop over bytes: the place behind the value,
/// or null for any other form, valid or not, which JsonCursor is asked for then. What is read here is what it
/// reads. Nothing before `end` is needed to be there.
namespace ow::decide::usual {

/// A string without escapes, all ASCII.
inline const char* string(const char* p, const char* end, std::string_view& out)
{
    if (p == end || *p != '"')
        return nullptr;
    const char* const close = JsonCursor::plainEnd(p + 1, end);
    if (close == end || *close != '"')
        return nullptr;
    out = { p + 1, std::size_t(close - p) - 1 };
    return close + 1;
}

/// "YYYY-MM-DDTHH:MM:SSZ"
inline const char* time(const char* p, const char* end, Timestamp& out)
{
    constexpr std::ptrdiff_t size = 22;
    return end - p >= size && p[0] == '"' && p[size - 1] == '"' && parseUtcSecond(p + 1, out) ? p + size
                                                                                              : nullptr;
}

/// A whole number of at most seven digits, with a comma or a bracket behind it.
inline const char* integer(const char* p, const char* end, std::int64_t& out)
{
    if (end - p < 9)
        return nullptr;
    const bool negative = *p == '-';
    p += negative;
    // Digits become their values; the lowest byte that is none has its highest bit in `others`.
    const std::uint64_t word = littleWord(p) ^ littleWordOf("00000000");
    const std::uint64_t others = (word | (word + 0x7676767676767676U)) & 0x8080808080808080U;
    const unsigned bits = unsigned(std::countr_zero(others)) & ~7U; // of the digits; 64 if there are eight
    if (bits - 8 > 48) // none, or eight
        return nullptr;
    const char* const behind = p + bits / 8;
    const bool closed = *behind == ',' || *behind == '}' || *behind == ']';
    if (!closed || ((word & 0xFF) == 0 && bits != 8)) // no number begins with 0 but 0
        return nullptr;
    const std::uint64_t pairs = digitPairs(word << (64 - bits)); // zeros before it
    const std::uint64_t value = ((pairs & 0x000000FF000000FFU) * 0x000F424000000064U
                                    + ((pairs >> 16) & 0x000000FF000000FFU) * 0x0000271000000001U)
        >> 32;
    out = negative ? -std::int64_t(value) : std::int64_t(value);
    return behind;
}

/// true or false
inline const char* boolean(const char* p, const char* end, bool& out)
{
    if (end - p < 5)
        return nullptr;
    const std::uint32_t word = littleHalf(p);
    constexpr auto isTrue = std::uint32_t(littleWordOf("true    "));
    constexpr auto isFalse = std::uint32_t(littleWordOf("fals    "));
    const bool yes = word == isTrue;
    if (!yes && (word != isFalse || p[4] != 'e'))
        return nullptr;
    out = yes;
    return p + (yes ? 4 : 5);
}

}
