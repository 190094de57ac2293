// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/csv_marks.h"

#include <array>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace ow::ingest {

namespace {

/// Of 64 bytes: bit i tells of byte i.
struct BlockMarks {
    std::uint64_t marks = 0;
    bool odd = false;
};

#if defined(__SSE2__)

BlockMarks marksOf(const char* bytes, char separator)
{
    const __m128i separators = _mm_set1_epi8(separator);
    const __m128i breaks = _mm_set1_epi8('\n');
    const __m128i quotes = _mm_set1_epi8('"');
    BlockMarks out;
    __m128i odd = _mm_setzero_si128();
    for (unsigned i = 0; i < 4; ++i) {
        const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
        const __m128i hits = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(part, separators), _mm_cmpeq_epi8(part, breaks)),
            _mm_cmpeq_epi8(part, quotes));
        out.marks |= std::uint64_t(std::uint32_t(_mm_movemask_epi8(hits))) << (16 * i);
        odd = _mm_or_si128(odd, _mm_or_si128(part, _mm_cmpeq_epi8(part, _mm_setzero_si128())));
    }
    out.odd = _mm_movemask_epi8(odd) != 0; // the highest bits
    return out;
}

#else

BlockMarks marksOf(const char* bytes, char separator)
{
    BlockMarks out;
    for (unsigned i = 0; i < 64; ++i) {
        const char c = bytes[i];
        if (c == separator || c == '\n' || c == '"')
            out.marks |= std::uint64_t(1) << i;
        out.odd = out.odd || c == '\0' || (static_cast<unsigned char>(c) & 0x80U) != 0;
    }
    return out;
}

#endif

}

void CsvMarks::look(std::string_view piece, char separator)
{
    const std::size_t blocks = (piece.size() + blockSize - 1) / blockSize;
    m_odd.resize(blocks);
    m_size = 0;
    for (std::size_t block = 0; block < blocks; ++block) {
        const std::size_t begin = block * blockSize;
        std::array<char, blockSize> last; // the rest of the piece, filled up with what is no mark
        const char* bytes = piece.data() + begin;
        if (piece.size() - begin < blockSize) {
            last.fill(separator == ' ' ? '.' : ' ');
            std::memcpy(last.data(), bytes, piece.size() - begin);
            bytes = last.data();
        }
        BlockMarks found = marksOf(bytes, separator);
        m_odd[block] = found.odd ? 1 : 0;
        if (m_marks.size() < m_size + blockSize)
            m_marks.resize(2 * m_marks.size() + blockSize);
        std::uint32_t* const first = m_marks.data() + m_size;
        std::uint32_t* out = first;
        for (; found.marks != 0; found.marks &= found.marks - 1)
            *out++ = std::uint32_t(begin) + std::uint32_t(std::countr_zero(found.marks));
        m_size += std::size_t(out - first);
    }
}

}
