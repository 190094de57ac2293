// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_kind.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::store {

/// Rows of a segment: few enough that one customer's rows are found by unpacking one, and that a column of it
/// stays in a processor's cache; enough that its head does not count.
inline constexpr std::size_t segmentRows = 8'192;

/// A customer whom rows name by the place in a list.
struct KeyAndId {
    std::string_view key;
    std::int64_t id = 0;
};

/// Rows on their way into segments, column by column.
struct RowBuffer {
    explicit RowBuffer(const BulkKind& kind)
        : columns(kind.columns.size())
    {
    }

    std::size_t size() const { return columns[0].size(); }
    void add(const BulkRow& row);
    void clear();

    std::vector<std::vector<std::int64_t>> columns; ///< customers as places in a list of KeyAndId
    std::vector<std::string> texts; ///< empty where no row has one
};

struct EncodedColumn {
    std::size_t column = 0;
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::string bytes;
};

struct EncodedSegment {
    std::size_t rows = 0;
    std::string firstKey; ///< customers of the first and of the last row
    std::string lastKey;
    std::vector<EncodedColumn> columns;
};

/// The order of a run: by the customer's key (bytes compared), then time, then as they came.
std::vector<std::uint32_t> runOrder(const RowBuffer& rows, const std::vector<KeyAndId>& customers);

/// Sorts the rows and cuts them into segments. Pure: for any thread. `stop` is asked between segments; the
/// answer is then useless.
std::vector<EncodedSegment> encodeRun(
    const RowBuffer& rows, const std::vector<KeyAndId>& customers, const std::function<bool()>& stop = {});

}
