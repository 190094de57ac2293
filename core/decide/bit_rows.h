// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace ow::decide {

/// Words that are taken together: a cache line. Rows are as long as a multiple of it.
constexpr std::size_t rowBlock = 8;

/// out[w] = the AND of bits[row + w] over all rows, for w < words. `rows` (at least one) are offsets in words
/// to rows of whole blocks; `out` has room for `words`, the last block need not fit.
void andRows(
    const std::uint64_t* bits, std::span<const std::uint32_t> rows, std::size_t words, std::uint64_t* out);

/// One block of it.
void andBlock(const std::uint64_t* bits, std::span<const std::uint32_t> rows, std::uint64_t* out);

}
