// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// Where a piece of CSV has its separators, line breaks (LF) and quotes: found 64 bytes at a time in one pass, so
/// that rows without quotes need not be walked through once for each thing to look for. Not thread-safe.
class CsvMarks {
public:
    /// Forgets the piece of before. The piece must be shorter than 4 GB.
    void look(std::string_view piece, char separator);

    std::size_t size() const { return m_size; }
    /// Offset of the i-th mark, ascending.
    std::uint32_t operator[](std::size_t i) const { return m_marks[i]; }
    /// Whether some byte of [begin, end) is 0 or not ASCII; may say so of others of the same 64 bytes, too.
    bool mayBeOdd(std::size_t begin, std::size_t end) const
    {
        for (std::size_t block = begin / blockSize; block <= end / blockSize && block < m_odd.size(); ++block)
            if (m_odd[block] != 0)
                return true;
        return false;
    }

private:
    static constexpr std::size_t blockSize = 64; ///< bytes

    std::vector<std::uint32_t> m_marks; ///< longer than m_size
    std::size_t m_size = 0;
    std::vector<std::uint8_t> m_odd; ///< by block: whether it has a byte that is 0 or not ASCII
};

}
