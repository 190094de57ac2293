// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/basket_writer.h"

#include "store/bulk_row_writer.h"
#include "store/column_codec.h"

#include <algorithm>

namespace ow::store {

namespace {

constexpr std::size_t linesPerRun = 1 << 19; ///< 8 MB; sorted and packed within a tenth of a second
constexpr std::size_t textsAtOnce = 20'000; ///< take some 50 ms to write

EncodedSegment encode(std::span<const LineKey> lines)
{
    EncodedSegment out;
    out.rows = lines.size();
    std::vector<std::int64_t> values(lines.size());
    for (const std::size_t column : { basket_column::Basket, basket_column::Sku }) {
        std::ranges::transform(lines, values.begin(), column == basket_column::Basket ? groupOf : skuOf);
        const auto [low, high] = std::ranges::minmax(values);
        out.columns.push_back({ column, low, high, encodeColumn(values) });
    }
    return out;
}

}

BasketWriter::BasketWriter(
    SQLite::Database& db, const ActiveBatches& active, std::int64_t batch, Dictionaries& dictionaries)
    : m_db(db)
    , m_batch(batch)
    , m_dictionaries(dictionaries)
    , m_known(db, active)
{
}

void BasketWriter::add(std::string_view basket, std::string_view sku, std::size_t file)
{
    m_lines.push_back({ lineKey(m_dictionaries.sessions.placeOf(basket), m_dictionaries.skus.placeOf(sku)),
        std::uint32_t(file) });
    // A few at a time, so that a person who stops the import need not wait.
    if (m_dictionaries.sessions.pending() >= textsAtOnce)
        m_dictionaries.sessions.flush();
    if (m_lines.size() == linesPerRun)
        writeRun();
}

void BasketWriter::duplicate(std::size_t file)
{
    if (file >= m_duplicates.size())
        m_duplicates.resize(file + 1);
    ++m_duplicates[file];
}

/// The lines that came in and are new, ascending. Of equal ones the first file's is kept.
std::vector<LineKey> BasketWriter::takeNew()
{
    m_dictionaries.sessions.flush();
    m_dictionaries.skus.flush();
    for (Line& line : m_lines)
        line.key = lineKey(m_dictionaries.sessions.id(std::uint32_t(groupOf(line.key))),
            m_dictionaries.skus.id(std::uint32_t(skuOf(line.key))));
    std::ranges::sort(m_lines,
        [](const Line& a, const Line& b) { return a.key != b.key ? a.key < b.key : a.file < b.file; });
    std::vector<LineKey> keys;
    std::vector<std::uint32_t> files;
    keys.reserve(m_lines.size());
    files.reserve(m_lines.size());
    for (const Line& line : m_lines) {
        if (!keys.empty() && keys.back() == line.key) {
            duplicate(line.file);
            continue;
        }
        keys.push_back(line.key);
        files.push_back(line.file);
    }
    m_lines.clear();
    std::vector<bool> known(keys.size());
    m_known.mark(keys, m_dictionaries.sessions.lastOld(), known);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (known[i])
            duplicate(files[i]);
        else
            keys[kept++] = keys[i];
    keys.resize(kept);
    m_stored += std::int64_t(kept);
    return keys;
}

void BasketWriter::writeRun()
{
    const std::vector<LineKey> lines = takeNew();
    if (lines.empty())
        return;
    if (!m_segments)
        m_segments.emplace(m_db, basketKind, m_batch);
    ++m_runs;
    for (std::size_t begin = 0; begin < lines.size(); begin += segmentRows) {
        const std::span part = std::span(lines).subspan(begin, std::min(segmentRows, lines.size() - begin));
        m_known.add(m_segments->write(m_runs, encode(part)), groupOf(part.front()), groupOf(part.back()));
    }
}

void BasketWriter::writeRows()
{
    SQLite::Statement insert(m_db, "INSERT INTO basket_line(basket, sku, batch) VALUES(?, ?, ?)");
    for (const LineKey line : takeNew()) {
        insert.bind(1, groupOf(line));
        insert.bind(2, skuOf(line));
        insert.bind(3, m_batch);
        insert.exec();
        insert.reset();
    }
}

void BasketWriter::finish()
{
    if (m_lines.empty())
        return;
    if (m_runs == 0 && m_lines.size() <= mostTailRows)
        writeRows();
    else
        writeRun();
}

}
