// SPDX-License-Identifier: Apache-2.0
#include "decide/bit_rows.h"

#include <algorithm>

// The same loop for processors with and without AVX2. Chosen by hand, not by target_clones: its resolver runs
// before the sanitizers are there.
#if defined(__x86_64__)
#define OW_HAS_AVX2_PATH 1
#endif

namespace ow::decide {

namespace {

using Half = std::uint64_t __attribute__((vector_size(32), aligned(8), may_alias));
constexpr std::size_t looksBetween = 8; ///< rows after which it is worth asking whether anything is left

__attribute__((always_inline)) inline void block(
    const std::uint64_t* bits, const std::uint32_t* rows, std::size_t count, std::uint64_t* out)
{
    const auto* start = bits + rows[0];
    Half low = *reinterpret_cast<const Half*>(start);
    Half high = *reinterpret_cast<const Half*>(start + 4);
    for (std::size_t k = 1; k < count;) {
        const std::size_t end = std::min(count, k + looksBetween);
        for (; k < end; ++k) {
            const auto* row = bits + rows[k];
            low &= *reinterpret_cast<const Half*>(row);
            high &= *reinterpret_cast<const Half*>(row + 4);
        }
        const Half any = low | high;
        if ((any[0] | any[1] | any[2] | any[3]) == 0)
            break;
    }
    *reinterpret_cast<Half*>(out) = low;
    *reinterpret_cast<Half*>(out + 4) = high;
}

__attribute__((always_inline)) inline void all(const std::uint64_t* bits, const std::uint32_t* rows,
    std::size_t count, std::size_t words, std::uint64_t* out)
{
    std::size_t w = 0;
    for (; w + rowBlock <= words; w += rowBlock)
        block(bits + w, rows, count, out + w);
    if (w < words) {
        std::uint64_t last[rowBlock];
        block(bits + w, rows, count, last);
        std::copy_n(last, words - w, out + w);
    }
}

using All = void (*)(const std::uint64_t*, const std::uint32_t*, std::size_t, std::size_t, std::uint64_t*);

void allPlain(const std::uint64_t* bits, const std::uint32_t* rows, std::size_t count, std::size_t words,
    std::uint64_t* out)
{
    all(bits, rows, count, words, out);
}

#ifdef OW_HAS_AVX2_PATH
__attribute__((target("avx2"))) void allAvx2(const std::uint64_t* bits, const std::uint32_t* rows,
    std::size_t count, std::size_t words, std::uint64_t* out)
{
    all(bits, rows, count, words, out);
}
#endif

All chosen()
{
#ifdef OW_HAS_AVX2_PATH
    if (__builtin_cpu_supports("avx2"))
        return allAvx2;
#endif
    return allPlain;
}

const All best = chosen();

}

void andRows(
    const std::uint64_t* bits, std::span<const std::uint32_t> rows, std::size_t words, std::uint64_t* out)
{
    best(bits, rows.data(), rows.size(), words, out);
}

void andBlock(const std::uint64_t* bits, std::span<const std::uint32_t> rows, std::uint64_t* out)
{
    best(bits, rows.data(), rows.size(), rowBlock, out);
}

}
