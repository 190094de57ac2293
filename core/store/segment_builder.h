// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/cache_aligned.h"
#include "store/bulk_kind.h"

#include <cstdint>
#include <limits>
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

/// Rows on their way into segments. Each lies in one piece: sorting them touches a row's memory once and not
/// once for each of its columns.
class RowBuffer {
public:
    RowBuffer() = default; ///< without columns: none can be added
    explicit RowBuffer(const BulkKind& kind)
        : m_columns(kind.columns.size())
    {
    }

    std::size_t size() const { return m_customers.size(); }
    std::size_t columns() const { return m_columns; }
    void add(const BulkRow& row);
    void clear();
    void reserve(std::size_t rows);

    /// A row's values; column 0 is the customer's place in a list of KeyAndId.
    std::span<const std::int64_t> row(std::size_t i) const
    {
        return { m_values.data() + i * m_columns, m_columns };
    }
    std::span<std::int64_t> row(std::size_t i) { return { m_values.data() + i * m_columns, m_columns }; }
    std::int64_t at(std::size_t i) const { return m_values[i * m_columns + 1]; }
    /// Column 0 of all rows, close together.
    std::span<const std::uint32_t> customers() const { return m_customers; }
    bool isInOrderOfTime() const { return m_inOrderOfTime; } ///< as files mostly are
    /// BulkRow::origin.
    std::uint32_t origin(std::size_t i) const { return i < m_origins.size() ? m_origins[i] : 0; }
    bool hasOrigins() const { return !m_origins.empty(); }
    bool hasTexts() const { return !m_texts.empty(); }
    std::string_view text(std::size_t i) const
    {
        return i < m_texts.size() ? std::string_view(m_texts[i]) : std::string_view();
    }

private:
    std::size_t m_columns = 0;
    AlignedVector<std::int64_t> m_values; ///< row by row; the customers' places in there too
    std::vector<std::uint32_t> m_customers;
    bool m_inOrderOfTime = true;
    std::int64_t m_lastAt = std::numeric_limits<std::int64_t>::min();
    std::vector<std::string> m_texts; ///< empty where no row has one
    std::vector<std::uint32_t> m_origins; ///< likewise
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

/// Sorts places of a list by the keys there (bytes compared).
void sortByKey(std::span<std::uint32_t> places, std::span<const KeyAndId> list);

/// The customers of a list in the order of their keys (bytes compared). Kept from run to run: only those that
/// came since then are sorted.
class KeyOrder {
public:
    /// The list, which may have grown at its end.
    const std::vector<std::uint32_t>& places(std::span<const KeyAndId> customers);

private:
    std::vector<std::uint32_t> m_places;
};

/// The order of a run: by the customer's key (bytes compared), then time, then as they came.
std::vector<std::uint32_t> runOrder(const RowBuffer& rows, std::span<const KeyAndId> customers,
    KeyOrder& order, const std::vector<bool>& leftOut = {});

/// Sorts rows and cuts them into segments, one at a time: a person who stops an import waits for one of them.
class RunEncoder {
public:
    /// `leftOut` tells rows that are not to be written; empty = none.
    RunEncoder(RowBuffer rows, std::span<const KeyAndId> customers, KeyOrder& order,
        const std::vector<bool>& leftOut = {});

    bool atEnd() const { return m_next >= m_order.size(); }
    /// The next segment. The customers may have become more, but those of before stand where they stood.
    EncodedSegment next(std::span<const KeyAndId> customers);
    /// The rows' memory, for other rows.
    RowBuffer takeBuffer() &&;

private:
    RowBuffer m_rows;
    std::vector<std::uint32_t> m_order;
    std::size_t m_next = 0;
    std::vector<std::int64_t> m_values; ///< of a segment, column by column
};

/// All of them.
std::vector<EncodedSegment> encodeRun(RowBuffer rows, std::span<const KeyAndId> customers);

}
