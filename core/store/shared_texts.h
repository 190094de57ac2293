// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/text_places.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// Numbers for texts that come again and again, which one thread tells another once: the rows between them then
/// need not be looked up a second time. The first thread's side. "" is 0.
class SharedTexts {
public:
    /// Of a text that is handed on as it is: there are too many different ones to remember.
    static constexpr std::uint32_t unshared = std::numeric_limits<std::uint32_t>::max();

    /// A new text's number is the one after the last, and the text is appended to `fresh`.
    std::uint32_t codeOf(std::string_view text, std::vector<std::string>& fresh)
    {
        if (text.empty())
            return 0;
        const std::uint64_t hash = m_places.hash(text);
        if (const std::uint32_t known = m_places.find(text, hash))
            return known;
        if (m_places.size() > mostTexts)
            return unshared;
        fresh.emplace_back(text);
        return m_places.add(text, hash);
    }

private:
    static constexpr std::size_t mostTexts = 100'000;

    TextPlaces m_places;
};

}
