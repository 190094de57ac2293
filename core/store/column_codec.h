// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// How the columns of a segment lie in their BLOBs (docs/architecture/bulk-data.md has the format for others).
// Nothing is assumed of bytes that are read: every length and index is checked, and what is not exactly a
// column of the given number of rows is refused.

namespace ow::store {

/// No column is longer; keeps a hostile file from asking for much memory.
inline constexpr std::size_t longestColumn = 65'536;

/// Whole numbers in as few bytes as one of four plain ways gives: one value for all, bit-packed multiples
/// above a smallest value, codes into a list of at most 256 values, or runs of equal values. At most
/// longestColumn.
std::string encodeColumn(std::span<const std::int64_t> values);
/// The same, and which values are the smallest and the greatest (0 where there are none).
std::string encodeColumn(std::span<const std::int64_t> values, std::int64_t& low, std::int64_t& high);

/// Into out[0 … rows-1]. False where the bytes are not such a column; `out` may have been written to all the
/// same.
[[nodiscard]] bool decodeColumn(std::string_view bytes, std::size_t rows, std::int64_t* out);

/// Rows first … first + count - 1 only: without unpacking the rest, where the encoding lets it.
[[nodiscard]] bool decodeRange(
    std::string_view bytes, std::size_t rows, std::size_t first, std::size_t count, std::int64_t* out);

/// Equal values that follow each other.
struct ValueRun {
    std::int64_t value = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0; ///< one behind the last row
};
/// The column as runs, neighbours always different; `out` is replaced.
[[nodiscard]] bool decodeRuns(std::string_view bytes, std::size_t rows, std::vector<ValueRun>& out);

/// Texts: their lengths as a column, then their bytes.
std::string encodeTexts(std::span<const std::string> texts);
/// The views look into `bytes`.
[[nodiscard]] bool decodeTexts(std::string_view bytes, std::size_t rows, std::vector<std::string_view>& out);

}
