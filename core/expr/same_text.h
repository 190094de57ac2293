// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace ow::expr {

/// a == b; texts as short as ids and codes are compared in place, two words at most, without a call.
inline bool sameText(std::string_view a, std::string_view b)
{
    const std::size_t size = a.size();
    if (size != b.size())
        return false;
    const auto same = [&]<typename Word>(Word, std::size_t last) {
        Word firstA, firstB, lastA, lastB;
        std::memcpy(&firstA, a.data(), sizeof(Word));
        std::memcpy(&firstB, b.data(), sizeof(Word));
        std::memcpy(&lastA, a.data() + last, sizeof(Word));
        std::memcpy(&lastB, b.data() + last, sizeof(Word));
        return ((firstA ^ firstB) | (lastA ^ lastB)) == 0;
    };
    if (size > 16)
        return std::memcmp(a.data(), b.data(), size) == 0;
    if (size >= 8)
        return same(std::uint64_t(), size - 8); // the two words overlap
    if (size >= 4)
        return same(std::uint32_t(), size - 4);
    if (size == 0)
        return true;
    return a.front() == b.front() && a[size / 2] == b[size / 2] && a.back() == b.back();
}

}
