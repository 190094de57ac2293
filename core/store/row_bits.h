// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ow::store {

/// One bit for each stored row: 1.25 MB for ten million.
class RowBits {
public:
    explicit RowBits(std::size_t rows = 0)
        : m_words((rows + 63) / 64, ~std::uint64_t(0))
        , m_rows(rows)
    {
        if (rows % 64 != 0)
            m_words.back() = (std::uint64_t(1) << rows % 64) - 1;
    }

    bool test(std::size_t row) const { return (m_words[row / 64] >> row % 64 & 1) != 0; }
    void clear(std::size_t row) { m_words[row / 64] &= ~(std::uint64_t(1) << row % 64); }
    void clear(std::size_t begin, std::size_t end)
    {
        for (; begin < end && begin % 64 != 0; ++begin)
            clear(begin);
        for (; begin + 64 <= end; begin += 64)
            m_words[begin / 64] = 0;
        for (; begin < end; ++begin)
            clear(begin);
    }
    /// Of rows begin … end - 1.
    bool any(std::size_t begin, std::size_t end) const { return next(begin, end) < end; }
    /// The first set one from `begin` on; `end` where there is none before it.
    std::size_t next(std::size_t begin, std::size_t end) const
    {
        while (begin < end) {
            const std::uint64_t word = m_words[begin / 64] >> begin % 64;
            if (word != 0) {
                const std::size_t row = begin + std::size_t(std::countr_zero(word));
                return row < end ? row : end;
            }
            begin = (begin / 64 + 1) * 64;
        }
        return end;
    }
    std::size_t count() const
    {
        std::size_t out = 0;
        for (const std::uint64_t word : m_words)
            out += std::size_t(std::popcount(word));
        return out;
    }
    std::size_t size() const { return m_rows; }

private:
    std::vector<std::uint64_t> m_words;
    std::size_t m_rows;
};

}
