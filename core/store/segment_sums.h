// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// What tells damaged segments from whole ones: XXH3 (64 bits, no seed) as the file holds it, a signed number.
// The format for other readers: docs/architecture/bulk-data.md.

namespace ow::store {

/// What `segment` says of one, but for the sum.
struct SegmentFacts {
    std::int64_t id = 0;
    std::string_view kind;
    std::int64_t batch = 0;
    std::int64_t run = 0;
    std::int64_t rows = 0;
    std::int64_t columns = 0; ///< bit i: it has column i
    std::string_view firstKey;
    std::string_view lastKey;
};
std::int64_t sumOf(const SegmentFacts& segment);

/// Of a column's packed bytes.
std::int64_t sumOfBytes(const void* data, std::size_t size);

/// What `segment_column` says of one beside its bytes, so that a range can be relied on without reading them.
struct ColumnFacts {
    std::int64_t id = 0;
    std::int64_t rows = 0; ///< the segment's
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t dataSum = 0; ///< sumOfBytes()
};
std::int64_t sumOf(const ColumnFacts& column);

}
