// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace ow {

/// Eight bytes as a number whose lowest byte is the first one, on every machine: text looked at as a word.
inline std::uint64_t littleWord(const char* p)
{
    std::uint64_t out = 0;
    std::memcpy(&out, p, sizeof out);
    if constexpr (std::endian::native == std::endian::big)
        out = __builtin_bswap64(out);
    return out;
}

/// The same of four bytes.
inline std::uint32_t littleHalf(const char* p)
{
    std::uint32_t out = 0;
    std::memcpy(&out, p, sizeof out);
    if constexpr (std::endian::native == std::endian::big)
        out = __builtin_bswap32(out);
    return out;
}

/// What littleWord() of this text is, known while compiling.
constexpr std::uint64_t littleWordOf(const char (&text)[9])
{
    std::uint64_t out = 0;
    for (unsigned i = 0; i < 8; ++i)
        out |= std::uint64_t(static_cast<unsigned char>(text[i])) << (8 * i);
    return out;
}

/// Every byte of a word by itself, none of them above 9: ten times this one plus the next one, which makes
/// numbers of two digits out of digits.
constexpr std::uint64_t digitPairs(std::uint64_t digits) { return digits * 10 + (digits >> 8); }

}
