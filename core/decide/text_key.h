// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace ow::decide {

/// A text as one word: texts of different keys differ, and texts of up to seven bytes are equal where their
/// keys are. The length (255 for longer ones) stands in the highest byte, below it the bytes themselves, or
/// what is left of the first and last eight of a longer text.
inline std::uint64_t textKey(std::string_view text)
{
    const char* p = text.data();
    const std::size_t n = text.size();
    const auto load = [](const char* from, auto word) {
        std::memcpy(&word, from, sizeof word);
        return std::uint64_t(word);
    };
    const std::uint64_t length = std::uint64_t(n < 255 ? n : 255) << 56;
    if (n >= 8) {
        const std::uint64_t first = load(p, std::uint64_t());
        const std::uint64_t last = load(p + n - 8, std::uint64_t());
        return length | (first ^ (last * 0x9E3779B97F4A7C15 >> 8)) << 8 >> 8;
    }
    if (n >= 4)
        return length | load(p, std::uint32_t()) | load(p + n - 4, std::uint32_t()) << 8 * (n - 4);
    if (n == 0)
        return 0;
    return length | load(p, std::uint8_t()) | load(p + n / 2, std::uint8_t()) << 8 * (n / 2)
        | load(p + n - 1, std::uint8_t()) << 8 * (n - 1);
}

/// Whether equal keys mean equal texts.
inline bool isWholeText(std::uint64_t key) { return key >> 56 < 8; }

}
