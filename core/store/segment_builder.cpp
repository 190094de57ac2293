// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segment_builder.h"

#include "store/column_codec.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace ow::store {

namespace {

/// The number that eight bytes behind `skip` make, so that most keys compare as numbers do.
std::uint64_t prefixOf(std::string_view key, std::size_t skip)
{
    std::uint64_t out = 0;
    for (std::size_t i = skip; i < skip + 8; ++i)
        out = out << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
    return out;
}

std::size_t commonPrefix(std::string_view a, std::string_view b)
{
    return std::size_t(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// Rows between the columns of a segment on its way: were it a power of two, each row of all columns would want
/// the same few lines of a processor's cache.
constexpr std::size_t columnStride = segmentRows + 8;

}

void sortByKey(std::span<std::uint32_t> places, std::span<const KeyAndId> customers)
{
    if (places.empty())
        return;
    const std::string_view first = customers[places[0]].key;
    std::size_t skip = first.size();
    for (const std::uint32_t place : places)
        skip = std::min(skip, commonPrefix(first, customers[place].key));
    struct Entry {
        std::uint64_t prefix;
        std::uint32_t place;
    };
    std::vector<Entry> entries;
    entries.reserve(places.size());
    for (const std::uint32_t place : places)
        entries.push_back({ prefixOf(customers[place].key, skip), place });
    std::ranges::sort(entries, [&](const Entry& a, const Entry& b) {
        return a.prefix != b.prefix ? a.prefix < b.prefix : customers[a.place].key < customers[b.place].key;
    });
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i] = entries[i].place;
}

const std::vector<std::uint32_t>& KeyOrder::places(std::span<const KeyAndId> customers)
{
    const std::size_t known = m_places.size();
    if (known == customers.size())
        return m_places;
    m_places.resize(customers.size());
    std::iota(m_places.begin() + std::ptrdiff_t(known), m_places.end(), std::uint32_t(known));
    sortByKey(std::span(m_places).subspan(known), customers);
    std::inplace_merge(m_places.begin(), m_places.begin() + std::ptrdiff_t(known), m_places.end(),
        [&](std::uint32_t a, std::uint32_t b) { return customers[a].key < customers[b].key; });
    return m_places;
}

void RowBuffer::add(const BulkRow& row)
{
    m_values.insert(m_values.end(), row.values.begin(), row.values.begin() + std::ptrdiff_t(m_columns));
    m_customers.push_back(std::uint32_t(row.values[0]));
    m_inOrderOfTime = m_inOrderOfTime && row.values[1] >= m_lastAt;
    m_lastAt = row.values[1];
    if (!row.text.empty() || !m_texts.empty()) {
        m_texts.resize(size());
        m_texts.back() = row.text;
    }
    if (row.origin != 0 || !m_origins.empty()) {
        m_origins.resize(size());
        m_origins.back() = row.origin;
    }
}

void RowBuffer::reserve(std::size_t rows)
{
    m_values.reserve(rows * m_columns);
    m_customers.reserve(rows);
}

void RowBuffer::clear()
{
    m_values.clear();
    m_customers.clear();
    m_inOrderOfTime = true;
    m_lastAt = std::numeric_limits<std::int64_t>::min();
    m_texts.clear();
    m_origins.clear();
}

std::vector<std::uint32_t> runOrder(const RowBuffer& rows, std::span<const KeyAndId> customers,
    KeyOrder& keyOrder, const std::vector<bool>& leftOut)
{
    // Counted, not compared: each customer gets as many places as there are rows.
    std::vector<std::uint32_t> next(customers.size());
    for (const std::uint32_t place : rows.customers())
        ++next[place];
    const std::vector<std::uint32_t>& places = keyOrder.places(customers);
    std::uint32_t begin = 0;
    for (const std::uint32_t place : places)
        begin += std::exchange(next[place], begin);
    std::vector<std::uint32_t> order(rows.size());
    for (std::uint32_t row = 0; row < order.size(); ++row)
        order[next[rows.customers()[row]]++] = row;
    begin = 0;
    for (const std::uint32_t place : places) { // next[] stands behind each customer's rows now
        const auto from = order.begin() + begin;
        const auto to = order.begin() + next[place];
        begin = next[place];
        if (to - from < 2 || rows.isInOrderOfTime())
            continue;
        const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return rows.at(a) < rows.at(b); };
        if (!std::is_sorted(from, to, earlier)) // files are mostly in the order of time
            std::stable_sort(from, to, earlier);
    }
    if (!leftOut.empty())
        std::erase_if(order, [&](std::uint32_t row) { return leftOut[row]; });
    return order;
}

RunEncoder::RunEncoder(
    RowBuffer rows, std::span<const KeyAndId> customers, KeyOrder& order, const std::vector<bool>& leftOut)
    : m_rows(std::move(rows))
    , m_order(runOrder(m_rows, customers, order, leftOut))
{
}

EncodedSegment RunEncoder::next(std::span<const KeyAndId> customers)
{
    constexpr std::size_t ahead = 16; // what is far away in memory is asked for before it is wanted
    const std::span part(m_order.data() + m_next, std::min(segmentRows, m_order.size() - m_next));
    m_next += part.size();
    EncodedSegment segment;
    segment.rows = part.size();
    segment.firstKey = customers[m_rows.customers()[part.front()]].key;
    segment.lastKey = customers[m_rows.customers()[part.back()]].key;
    m_values.resize(m_rows.columns() * columnStride);
    for (std::size_t i = 0; i < part.size(); ++i) {
        __builtin_prefetch(m_rows.row(part[std::min(i + 2 * ahead, part.size() - 1)]).data());
        const std::uint32_t soon = part[std::min(i + ahead, part.size() - 1)];
        __builtin_prefetch(&customers[std::size_t(m_rows.row(soon)[0])]);
        const std::span row = std::as_const(m_rows).row(part[i]);
        m_values[i] = customers[std::size_t(row[0])].id;
        for (std::size_t c = 1; c < row.size(); ++c)
            m_values[c * columnStride + i] = row[c];
    }
    for (std::size_t c = 0; c < m_rows.columns(); ++c) {
        const std::span values(m_values.data() + c * columnStride, part.size());
        EncodedColumn& column = segment.columns.emplace_back();
        column.column = c;
        column.bytes = encodeColumn(values, column.low, column.high);
    }
    if (m_rows.hasTexts()) {
        std::vector<std::string> texts;
        texts.reserve(part.size());
        for (const std::uint32_t row : part)
            texts.emplace_back(m_rows.text(row));
        segment.columns.push_back({ textColumn, 0, 0, encodeTexts(texts) });
    }
    return segment;
}

RowBuffer RunEncoder::takeBuffer() &&
{
    m_rows.clear();
    return std::move(m_rows);
}

std::vector<EncodedSegment> encodeRun(RowBuffer rows, std::span<const KeyAndId> customers)
{
    KeyOrder order;
    RunEncoder encoder(std::move(rows), customers, order);
    std::vector<EncodedSegment> out;
    while (!encoder.atEnd())
        out.push_back(encoder.next(customers));
    return out;
}

}
