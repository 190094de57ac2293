// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/little_endian.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ow::decide {

/// A key of a JSON object as machines write it, marks and colon with it and no white space: "qty": — held
/// against a text as words, without a loop and without a guess of its length. One that is longer than
/// `words` words (or needs an escape) is held against nothing: whoever finds it must read it.
template <std::size_t words>
class QuotedKey {
public:
    static constexpr std::size_t room = words * 8; ///< bytes that are looked at

    constexpr QuotedKey()
        : m_words { 1 }
    {
    }
    constexpr explicit QuotedKey(std::string_view name)
    {
        if (name.size() + 3 > room || !std::ranges::all_of(name, plain)) {
            m_words[0] = 1; // under a mask of nothing: no text has it
            return;
        }
        put('"');
        for (const char c : name)
            put(c);
        put('"');
        put(':');
    }

    /// Whether it stands at p; `room` bytes are there.
    bool isAt(const char* p) const
    {
        std::uint64_t differs = 0;
        for (std::size_t i = 0; i < words; ++i)
            differs |= (littleWord(p + 8 * i) & m_masks[i]) ^ m_words[i];
        return differs == 0;
    }
    constexpr std::size_t size() const
    {
        return m_size;
    } ///< marks and colon with it; 0 = held against nothing

private:
    static constexpr bool plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }
    constexpr void put(char c)
    {
        m_words[m_size / 8] |= std::uint64_t(static_cast<unsigned char>(c)) << (m_size % 8 * 8);
        m_masks[m_size / 8] |= std::uint64_t(0xFF) << (m_size % 8 * 8);
        ++m_size;
    }

    std::array<std::uint64_t, words> m_words {};
    std::array<std::uint64_t, words> m_masks {};
    std::uint32_t m_size = 0;
};

}
