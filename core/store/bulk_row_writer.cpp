// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_row_writer.h"

#include "store/bulk_writer.h"

#include <algorithm>
#include <utility>

namespace ow::store {

namespace {

constexpr std::size_t rowsPerRun
    = 1'000'000; ///< some 65 MB, and as many again while the run before is packed
constexpr std::size_t mostRowsPerRun = 1 << 20; ///< where work() is not called: what the rows' memory holds
constexpr std::size_t segmentsAtOnce = 3; ///< more rows than come in meanwhile
constexpr std::size_t stepsToCompare = 12; ///< calls of work(): the rest of a run's time is for its segments

const Dictionary* dictionaryOf(Coded coded, const Dictionaries& all)
{
    switch (coded) {
    case Coded::Sku:
        return &all.skus;
    case Coded::Session:
        return &all.sessions;
    case Coded::Word:
        return &all.words;
    default:
        return nullptr;
    }
}

}

BulkRowWriter::BulkRowWriter(SQLite::Database& db, const BulkKind& kind, const ActiveBatches& active,
    std::int64_t batch, const Dictionaries& dictionaries, std::function<void()> prepare)
    : m_db(db)
    , m_kind(kind)
    , m_batch(batch)
    , m_dictionaries(dictionaries)
    , m_prepare(std::move(prepare))
    , m_rows(kind)
    , m_known(db, kind, active)
{
}

void BulkRowWriter::add(const BulkRow& row)
{
    if (m_rows.size() == mostTailRows)
        m_rows.reserve(mostRowsPerRun); // growing by halves would leave holes as large as the whole
    m_rows.add(row);
    if (m_rows.size() >= mostRowsPerRun)
        beginRun();
}

void BulkRowWriter::work()
{
    if (m_rows.size() >= rowsPerRun) {
        // One thing at a time: writing texts, then finding the rows' order.
        if (std::exchange(m_prepared, true))
            beginRun();
        else
            m_prepare();
        return;
    }
    if (m_compared) {
        for (std::size_t i = 0; i < m_comparedAtOnce && m_compared; ++i)
            if (!m_known.step(m_dictionaries.customers.entries()))
                beginEncoding();
        return;
    }
    for (std::size_t i = 0; i < segmentsAtOnce && m_packer.isBusy(); ++i) {
        const auto segment = m_packer.take();
        if (!segment)
            return;
        write(*segment);
    }
}

/// From places to the file's numbers, but for customers, whose places tell their keys.
void BulkRowWriter::translate()
{
    std::array<const Dictionary*, mostBulkColumns> dictionaries {};
    for (std::size_t c = 1; c < m_kind.columns.size(); ++c)
        dictionaries[c] = dictionaryOf(m_kind.columns[c].coded, m_dictionaries);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const std::span row = m_rows.row(i);
        for (std::size_t c = 1; c < row.size(); ++c)
            if (dictionaries[c] != nullptr && row[c] != 0)
                row[c] = dictionaries[c]->id(std::uint32_t(row[c]));
    }
}

void BulkRowWriter::beginRun()
{
    finishRun();
    m_prepare();
    m_prepared = false;
    translate();
    m_compared.emplace(std::exchange(m_rows, m_spare ? std::move(*m_spare) : RowBuffer(m_kind)));
    m_spare.reset();
    m_known.begin(*m_compared, m_dictionaries.customers.entries());
    m_comparedAtOnce = 1 + m_known.stepsLeft() / stepsToCompare;
    if (m_known.stepsLeft() == 0)
        beginEncoding();
}

/// Of the rows that are not known.
void BulkRowWriter::beginEncoding()
{
    std::vector<bool> known = takeKnown(*m_compared);
    RowBuffer rows = std::move(*m_compared);
    m_compared.reset();
    if (std::size_t(std::ranges::count(known, true)) == rows.size()) {
        rows.clear();
        m_spare.emplace(std::move(rows));
        return;
    }
    ++m_runs;
    m_packer.begin(std::move(rows), m_dictionaries.customers.entries(), std::move(known));
}

void BulkRowWriter::sumUp(std::span<const std::int64_t> row)
{
    constexpr std::int64_t dayMs = 86'400'000;
    const bool isEvent = &m_kind == &eventKind;
    const std::int64_t at = row[1];
    const std::int64_t day = at >= 0 ? at / dayMs : -((-(at + 1)) / dayMs) - 1;
    Sum& sum = m_leftOutByDay[{ day, isEvent ? row[event_column::Type] : 0 }];
    ++sum.rows;
    if (isEvent && __builtin_add_overflow(sum.value, row[event_column::Value], &sum.value))
        sum.value = row[event_column::Value] < 0 ? INT64_MIN : INT64_MAX;
}

/// What the last step of the comparison found; rows that are known are counted.
std::vector<bool> BulkRowWriter::takeKnown(const RowBuffer& rows)
{
    std::vector<bool> known = m_known.end();
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (!known[i])
            continue;
        sumUp(rows.row(i));
        const std::size_t file = (rows.origin(i) & ~originHasId) - 1;
        if (file == RowOrigin::noFile) {
            ++m_leftOut;
            continue;
        }
        if (file >= m_duplicates.size())
            m_duplicates.resize(file + 1);
        ++m_duplicates[file];
    }
    return known;
}

void BulkRowWriter::finishRun()
{
    while (m_compared)
        if (!m_known.step(m_dictionaries.customers.entries()))
            beginEncoding();
    while (m_packer.isBusy())
        write(m_packer.wait());
}

void BulkRowWriter::write(const EncodedSegment& segment)
{
    if (!m_segments)
        m_segments.emplace(m_db, m_kind, m_batch);
    m_segments->write(m_runs, segment);
    if (!m_packer.isBusy())
        m_spare.emplace(m_packer.takeBuffer());
}

void BulkRowWriter::finish(std::int64_t& nextSeq)
{
    if (m_rows.size() > mostTailRows || (m_rows.size() > 0 && m_runs > 0))
        beginRun();
    finishRun();
    if (m_rows.size() == 0)
        return;
    m_prepare();
    translate();
    writeTail(nextSeq);
    m_rows.clear();
}

void BulkRowWriter::writeTail(std::int64_t& nextSeq)
{
    const std::span<const KeyAndId> customers = m_dictionaries.customers.entries();
    m_known.begin(m_rows, customers);
    while (m_known.step(customers)) { }
    const std::vector<bool> known = takeKnown(m_rows);
    const std::int64_t firstSeq = nextSeq;
    nextSeq += std::int64_t(m_rows.size());
    SQLite::Statement insert(m_db, m_kind.insert);
    KeyOrder keyOrder;
    const int extra = int(m_kind.columns.size());
    for (const std::uint32_t row : runOrder(m_rows, customers, keyOrder, known)) {
        const std::span values = std::as_const(m_rows).row(row);
        insert.bind(1, customers[std::size_t(values[0])].id);
        for (int c = 1; c < extra; ++c)
            insert.bind(c + 1, values[std::size_t(c)]);
        insert.bind(extra + 1, firstSeq + row);
        insert.bind(extra + 2, m_batch);
        if (m_kind.hasText) {
            if (const std::string_view text = m_rows.text(row); !text.empty())
                bindText(insert, extra + 3, text);
            else
                insert.bind(extra + 3);
        }
        insert.exec();
        insert.reset();
    }
}

}
