// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segment_sums.h"

#include <array>
#include <string>
#include <xxhash.h>

namespace ow::store {

namespace {

/// Eight bytes, the lowest first, on every machine.
void append(std::string& out, std::int64_t number)
{
    for (int shift = 0; shift < 64; shift += 8)
        out += char(static_cast<unsigned char>(std::uint64_t(number) >> shift));
}

}

std::int64_t sumOfBytes(const void* data, std::size_t size) { return std::int64_t(XXH3_64bits(data, size)); }

std::int64_t sumOf(const SegmentFacts& segment)
{
    std::string bytes;
    bytes.reserve(64 + segment.kind.size() + segment.firstKey.size() + segment.lastKey.size());
    for (const std::int64_t number : { segment.id, segment.batch, segment.run, segment.rows, segment.columns,
             std::int64_t(segment.kind.size()), std::int64_t(segment.firstKey.size()),
             std::int64_t(segment.lastKey.size()) })
        append(bytes, number);
    bytes += segment.kind;
    bytes += segment.firstKey;
    bytes += segment.lastKey;
    return sumOfBytes(bytes.data(), bytes.size());
}

std::int64_t sumOf(const ColumnFacts& column)
{
    std::string bytes;
    bytes.reserve(40);
    for (const std::int64_t number : { column.id, column.rows, column.low, column.high, column.dataSum })
        append(bytes, number);
    return sumOfBytes(bytes.data(), bytes.size());
}

}
