// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/little_endian.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace ow::decide {

/// A name of up to 16 bytes as two words filled up with zeros and its size: two names are equal where these
/// are, no byte is compared. Of a longer one the words are a hash of all of it.
struct NameWords {
    static constexpr std::size_t whole = 16; ///< bytes that the words hold

    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t size = 0;

    static NameWords of(std::string_view name)
    {
        const char* const p = name.data();
        const std::size_t n = name.size();
        NameWords out { 0, 0, std::uint32_t(n) };
        // Two reads that overlap cover it without a loop over bytes.
        if (n > whole) {
            out.low = n;
            std::size_t at = 0;
            for (; n - at > whole; at += whole)
                out.low = mix(littleWord(p + at) ^ first, littleWord(p + at + 8) ^ out.low);
            out.low = mix(littleWord(p + n - 16) ^ first, littleWord(p + n - 8) ^ out.low);
            out.high = littleWord(p + n - 8);
        } else if (n >= 8) {
            out.low = littleWord(p);
            out.high = n == 8 ? 0 : littleWord(p + n - 8) >> (8 * (16 - n));
        } else if (n >= 4) {
            out.low = littleHalf(p) | std::uint64_t(littleHalf(p + n - 4)) << (8 * (n - 4));
        } else if (n > 0) {
            const auto byte = [&](std::size_t i) { return std::uint64_t(static_cast<unsigned char>(p[i])); };
            out.low = byte(0) | byte(n / 2) << (8 * (n / 2)) | byte(n - 1) << (8 * (n - 1));
        }
        return out;
    }

    /// The same of a name of up to 16 bytes with 16 bytes to read at it: nothing depends on its length, so
    /// that the processor has nothing to guess.
    static NameWords within(const char* p, std::size_t n)
    {
        static constexpr auto masks = [] {
            std::array<std::array<std::uint64_t, 2>, whole + 1> out {};
            for (std::size_t i = 1; i <= whole; ++i) {
                out[i][0] = ~std::uint64_t(0) >> (i < 8 ? 64 - 8 * i : 0);
                out[i][1] = i > 8 ? ~std::uint64_t(0) >> (128 - 8 * i) : 0;
            }
            return out;
        }();
        return { littleWord(p) & masks[n][0], littleWord(p + 8) & masks[n][1], std::uint32_t(n) };
    }

    std::uint32_t hash() const { return std::uint32_t(mix(low ^ first, high ^ (second + size)) >> 16); }
    friend bool operator==(const NameWords& a, const NameWords& b) // without a branch
    {
        return ((a.low ^ b.low) | (a.high ^ b.high) | (a.size ^ b.size)) == 0;
    }

private:
    static constexpr std::uint64_t first = 0xE7037ED1A0B428DBU, second = 0x9E3779B97F4A7C15U;

    /// 64 x 64 -> 128 bits, folded (as wyhash does): each bit of the name reaches every bit of the result.
    static std::uint64_t mix(std::uint64_t a, std::uint64_t b)
    {
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide(a) * b;
        return std::uint64_t(product) ^ std::uint64_t(product >> 64);
    }
};

}
