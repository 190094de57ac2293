// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/segment_builder.h"

#include "store/column_codec.h"

#include <algorithm>
#include <cstring>
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

/// The customers that occur, by key.
std::vector<std::uint32_t> byKey(std::vector<std::uint32_t> places, std::span<const KeyAndId> customers)
{
    if (places.empty())
        return places;
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
    return places;
}

}

void RowBuffer::add(const BulkRow& row)
{
    for (std::size_t c = 0; c < columns.size(); ++c)
        columns[c].push_back(row.values[c]);
    if (!row.text.empty() || !texts.empty()) {
        texts.resize(size());
        texts.back() = row.text;
    }
}

void RowBuffer::reserve(std::size_t rows)
{
    for (auto& column : columns)
        column.reserve(rows);
}

void RowBuffer::clear()
{
    for (auto& column : columns)
        column.clear();
    texts.clear();
}

std::vector<std::uint32_t> runOrder(const RowBuffer& rows, std::span<const KeyAndId> customers)
{
    const auto& who = rows.columns[0];
    const auto& at = rows.columns[1];
    // Counted, not compared: each customer gets as many places as there are rows.
    std::vector<std::uint32_t> next(customers.size());
    for (const std::int64_t place : who)
        ++next[std::size_t(place)];
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < next.size(); ++place)
        if (next[place] > 0)
            places.push_back(place);
    places = byKey(std::move(places), customers);
    std::uint32_t begin = 0;
    for (const std::uint32_t place : places)
        begin += std::exchange(next[place], begin);
    std::vector<std::uint32_t> order(rows.size());
    for (std::uint32_t row = 0; row < order.size(); ++row)
        order[next[std::size_t(who[row])]++] = row;
    begin = 0;
    for (const std::uint32_t place : places) { // next[] stands behind each customer's rows now
        const auto from = order.begin() + begin;
        const auto to = order.begin() + next[place];
        const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return at[a] < at[b]; };
        if (!std::is_sorted(from, to, earlier)) // files are mostly in the order of time
            std::stable_sort(from, to, earlier);
        begin = next[place];
    }
    return order;
}

RunEncoder::RunEncoder(RowBuffer rows, std::span<const KeyAndId> customers)
    : m_rows(std::move(rows))
    , m_order(runOrder(m_rows, customers))
{
}

EncodedSegment RunEncoder::next(std::span<const KeyAndId> customers)
{
    const std::span part(m_order.data() + m_next, std::min(segmentRows, m_order.size() - m_next));
    m_next += part.size();
    EncodedSegment segment;
    segment.rows = part.size();
    segment.firstKey = customers[std::size_t(m_rows.columns[0][part.front()])].key;
    segment.lastKey = customers[std::size_t(m_rows.columns[0][part.back()])].key;
    m_values.resize(part.size());
    for (std::size_t c = 0; c < m_rows.columns.size(); ++c) {
        const auto& column = m_rows.columns[c];
        for (std::size_t i = 0; i < part.size(); ++i)
            m_values[i] = c == 0 ? customers[std::size_t(column[part[i]])].id : column[part[i]];
        const auto [low, high] = std::ranges::minmax(m_values);
        segment.columns.push_back({ c, low, high, encodeColumn(m_values) });
    }
    if (!m_rows.texts.empty()) {
        std::vector<std::string> texts;
        texts.reserve(part.size());
        for (const std::uint32_t row : part)
            texts.push_back(row < m_rows.texts.size() ? m_rows.texts[row] : std::string());
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
    RunEncoder encoder(std::move(rows), customers);
    std::vector<EncodedSegment> out;
    while (!encoder.atEnd())
        out.push_back(encoder.next(customers));
    return out;
}

}
