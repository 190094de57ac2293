// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "expr/simple_test.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace ow::decide {

/// The values of one slot as a few codes, 0 … size()-1: values that no test of the slot tells apart share
/// one. Texts are found by their hash, numbers by the interval they lie in. Immutable; any thread.
class SlotCodes {
public:
    /// `tests`: every test that will be asked about, at least one, all of one slot. They must outlive this.
    explicit SlotCodes(std::span<const expr::SimpleTest* const> tests);

    std::uint32_t slot() const { return m_slot; }
    std::uint32_t size() const { return m_size; }
    /// The code of a value of the slot's type.
    std::uint32_t code(const expr::Value& value) const
    {
        if (m_of == expr::SimpleTest::Of::Text)
            return textCode(value.asString());
        if (m_of == expr::SimpleTest::Of::Bool)
            return std::uint32_t(value.asBool());
        return numberCode(expr::numberKey(value));
    }
    /// The codes whose values pass a test, first … last of each run of them. The test must be one of those it
    /// was made of.
    void passingRuns(
        const expr::SimpleTest& test, const std::function<void(std::uint32_t, std::uint32_t)>& visit) const;
    /// The same codes one by one.
    void passing(const expr::SimpleTest& test, const std::function<void(std::uint32_t)>& visit) const;

private:
    struct Entry {
        std::string_view text;
        std::uint32_t code = 0; ///< 0 = free: code 0 is every other text
    };

    template <typename Word>
    static std::uint64_t load(const char* from)
    {
        Word word;
        __builtin_memcpy(&word, from, sizeof word);
        return word;
    }
    static std::uint64_t hash(std::string_view text);
    static bool same(std::string_view a, std::string_view b);
    void addText(std::string_view text);
    void readCutPoints(std::span<const expr::SimpleTest* const> tests);
    std::uint32_t textCode(std::string_view text) const;
    std::uint32_t numberCode(std::int64_t key) const;
    std::uint32_t countCuts(std::int64_t key) const;

    static constexpr std::uint64_t widestTable = 2048; ///< numbers between the outermost cut points

    std::uint32_t m_slot = 0;
    std::uint32_t m_size = 0;
    expr::SimpleTest::Of m_of = expr::SimpleTest::Of::Bool;
    std::vector<Entry> m_entries; ///< Text: a power of two, at most half full, searched from hash() on
    std::vector<std::int64_t> m_cuts; ///< numbers: a code is how many of these are at or below
    std::vector<std::uint16_t> m_near; ///< by key - first cut point + 1: the code, where they lie that close
};

inline std::uint64_t SlotCodes::hash(std::string_view text)
{
    constexpr std::uint64_t a = 0x9E3779B97F4A7C15, b = 0xC2B2AE3D27D4EB4F;
    const char* p = text.data();
    std::size_t left = text.size();
    std::uint64_t h = left * b;
    for (; left > 16; left -= 8, p += 8)
        h = (h ^ load<std::uint64_t>(p)) * a, h ^= h >> 29;
    if (left >= 8)
        h = (h ^ load<std::uint64_t>(p)) * a ^ load<std::uint64_t>(p + left - 8);
    else if (left >= 4)
        h ^= load<std::uint32_t>(p) << 32 | load<std::uint32_t>(p + left - 4);
    else if (left > 0)
        h ^= load<std::uint8_t>(p) << 16 | load<std::uint8_t>(p + left / 2) << 8
            | load<std::uint8_t>(p + left - 1);
    h = (h ^ h >> 32) * a;
    return h ^ h >> 29;
}

/// Values are short: calling memcmp would cost more than comparing.
inline bool SlotCodes::same(std::string_view a, std::string_view b)
{
    const std::size_t n = a.size();
    if (n != b.size())
        return false;
    if (n > 16)
        return a == b;
    const char* x = a.data();
    const char* y = b.data();
    if (n >= 8)
        return ((load<std::uint64_t>(x) ^ load<std::uint64_t>(y))
                   | (load<std::uint64_t>(x + n - 8) ^ load<std::uint64_t>(y + n - 8)))
            == 0;
    if (n >= 4)
        return ((load<std::uint32_t>(x) ^ load<std::uint32_t>(y))
                   | (load<std::uint32_t>(x + n - 4) ^ load<std::uint32_t>(y + n - 4)))
            == 0;
    for (std::size_t i = 0; i < n; ++i) {
        if (x[i] != y[i])
            return false;
    }
    return true;
}

inline std::uint32_t SlotCodes::textCode(std::string_view text) const
{
    const std::size_t mask = m_entries.size() - 1;
    for (std::size_t at = hash(text) & mask;; at = (at + 1) & mask) {
        const Entry& entry = m_entries[at];
        if (entry.code == 0 || same(entry.text, text))
            return entry.code;
    }
}

inline std::uint32_t SlotCodes::numberCode(std::int64_t key) const
{
    if (m_near.empty())
        return countCuts(key);
    if (key < m_cuts.front())
        return 0;
    const auto at = std::uint64_t(key) - std::uint64_t(m_cuts.front());
    return m_near[at < m_near.size() ? at : m_near.size() - 1];
}

/// Binary search without branches that nobody could foretell.
inline std::uint32_t SlotCodes::countCuts(std::int64_t key) const
{
    const std::int64_t* at = m_cuts.data();
    std::size_t left = m_cuts.size();
    while (left > 1) {
        const std::size_t half = left / 2;
        at += at[half - 1] <= key ? half : 0;
        left -= half;
    }
    return std::uint32_t(at - m_cuts.data()) + (left == 1 && *at <= key ? 1 : 0);
}

}
