// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_kind.h"

#include <cstdint>
#include <span>
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
    void reserve(std::size_t rows);

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
std::vector<std::uint32_t> runOrder(const RowBuffer& rows, std::span<const KeyAndId> customers);

/// Sorts rows and cuts them into segments, one at a time: a person who stops an import waits for one of them.
class RunEncoder {
public:
    RunEncoder(RowBuffer rows, std::span<const KeyAndId> customers);

    bool atEnd() const { return m_next >= m_order.size(); }
    /// The next segment. The customers may have become more, but those of before stand where they stood.
    EncodedSegment next(std::span<const KeyAndId> customers);
    /// The rows' memory, for other rows.
    RowBuffer takeBuffer() &&;

private:
    RowBuffer m_rows;
    std::vector<std::uint32_t> m_order;
    std::size_t m_next = 0;
    std::vector<std::int64_t> m_values;
};

/// All of them.
std::vector<EncodedSegment> encodeRun(RowBuffer rows, std::span<const KeyAndId> customers);

}
