// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase_rows.h"

#include "store/column_codec.h"
#include "store/references.h"
#include "store/segment_sums.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::store {

namespace {

constexpr std::int64_t columnsPerSegment = 16;

std::vector<EncodedColumn> encoded(const BulkKind& kind, const std::vector<BulkRow>& rows)
{
    std::vector<EncodedColumn> out;
    std::vector<std::int64_t> values(rows.size());
    for (std::size_t c = 0; c < kind.columns.size(); ++c) {
        std::ranges::transform(rows, values.begin(), [&](const BulkRow& row) { return row.values[c]; });
        const auto [low, high] = std::ranges::minmax(values);
        out.push_back({ c, low, high, encodeColumn(values) });
    }
    if (kind.hasText && std::ranges::any_of(rows, [](const BulkRow& row) { return !row.text.empty(); })) {
        std::vector<std::string> texts(rows.size());
        std::ranges::transform(rows, texts.begin(), &BulkRow::text);
        out.push_back({ textColumn, 0, 0, encodeTexts(texts) });
    }
    return out;
}

std::string keyOf(SQLite::Database& db, const BulkKind& kind, const BulkRow& row)
{
    if (&kind == &basketKind)
        return {};
    SQLite::Statement s(db, "SELECT text FROM customer_key WHERE id = ?");
    s.bind(1, row.values[0]);
    return s.executeStep() ? textOf(s.getColumn(0)) : std::string {};
}

void removeColumns(SQLite::Database& db, std::int64_t segment)
{
    SQLite::Statement s(db, "DELETE FROM segment_column WHERE id BETWEEN ?1 AND ?1 + 15");
    s.bind(1, segment * columnsPerSegment);
    s.exec();
}

void removeHead(SQLite::Database& db, std::int64_t segment)
{
    SQLite::Statement s(db, "DELETE FROM segment WHERE id = ?");
    s.bind(1, segment);
    s.exec();
}

/// The same number, so that it stays in its place among the segments of its run.
void writeAgain(
    SQLite::Database& db, const BulkKind& kind, const Segment& old, const std::vector<BulkRow>& rows)
{
    removeColumns(db, old.id);
    const std::string first = keyOf(db, kind, rows.front());
    const std::string last = keyOf(db, kind, rows.back());
    SegmentFacts head { old.id, kind.name, old.batch, old.run, std::int64_t(rows.size()), 0, first, last };
    SQLite::Statement column(
        db, "INSERT INTO segment_column(id, low, high, data_sum, checksum, data) VALUES(?, ?, ?, ?, ?, ?)");
    for (const EncodedColumn& c : encoded(kind, rows)) {
        head.columns |= std::int64_t(1) << c.column;
        const ColumnFacts facts { old.id * columnsPerSegment + std::int64_t(c.column), head.rows, c.low,
            c.high, sumOfBytes(c.bytes.data(), c.bytes.size()) };
        column.bind(1, facts.id);
        column.bind(2, facts.low);
        column.bind(3, facts.high);
        column.bind(4, facts.dataSum);
        column.bind(5, sumOf(facts));
        column.bind(6, c.bytes.data(), int(c.bytes.size()));
        column.exec();
        column.reset();
    }
    SQLite::Statement s(db,
        "UPDATE segment SET rows = ?, columns = ?, first_key = ?, last_key = ?, checksum = ? WHERE id = ?");
    s.bind(1, head.rows);
    s.bind(2, head.columns);
    s.bind(3, first);
    s.bind(4, last);
    s.bind(5, sumOf(head));
    s.bind(6, head.id);
    s.exec();
}

bool overlaps(const std::set<std::int64_t>& numbers, std::pair<std::int64_t, std::int64_t> range)
{
    const auto at = numbers.lower_bound(range.first);
    return at != numbers.end() && *at <= range.second;
}

BulkRow rowFrom(SQLite::Statement& s, const BulkKind& kind)
{
    BulkRow row;
    for (std::size_t c = 0; c < kind.columns.size(); ++c)
        row.values[c] = s.getColumn(int(c)).getInt64();
    row.batch = s.getColumn(int(kind.columns.size())).getInt64();
    return row;
}

}

RowEraser::RowEraser(SQLite::Database& db, const IdFinder& words)
    : m_db(db)
    , m_words(words)
{
    for (const BulkKind* kind : bulkKinds)
        m_counts[kind];
}

void RowEraser::note(const BulkKind& kind, const BulkRow& row)
{
    ++m_counts[&kind][row.batch];
    for (std::size_t c = 0; c < kind.columns.size(); ++c)
        if (const Coded coded = kind.columns[c].coded; coded != Coded::No && row.values[c] != 0)
            m_texts[std::size_t(coded)].insert(row.values[c]);
}

bool RowEraser::replaceTexts(std::vector<BulkRow>& rows)
{
    bool any = false;
    for (BulkRow& row : rows)
        if (!row.text.empty() && m_words.isIn(row.text)) {
            row.text = m_words.replaced(row.text);
            ++m_replaced;
            any = true;
        }
    return any;
}

void RowEraser::eraseFromTable(const BulkKind& kind, const std::set<std::int64_t>& first)
{
    const char* const key = kind.columns.front().name;
    SQLite::Statement rows(
        m_db, fmt::format("SELECT {}, batch FROM {} WHERE {} = ?", kind.select, kind.name, key));
    SQLite::Statement remove(m_db, fmt::format("DELETE FROM {} WHERE {} = ?", kind.name, key));
    for (const std::int64_t number : first) {
        rows.bind(1, number);
        while (rows.executeStep())
            note(kind, rowFrom(rows, kind));
        rows.reset();
        remove.bind(1, number);
        remove.exec();
        remove.reset();
    }
}

void RowEraser::replaceInTable(const BulkKind& kind)
{
    if (!kind.hasText || m_words.isEmpty())
        return;
    SQLite::Statement rows(m_db,
        fmt::format(
            "SELECT customer, at, seq, text FROM {} WHERE text IS NOT NULL AND text <> ''", kind.name));
    SQLite::Statement update(
        m_db, fmt::format("UPDATE {} SET text = ? WHERE customer = ? AND at = ? AND seq = ?", kind.name));
    while (rows.executeStep()) {
        const std::string text = textOf(rows.getColumn(3));
        if (!m_words.isIn(text))
            continue;
        update.bind(1, m_words.replaced(text));
        for (int i = 0; i < 3; ++i)
            update.bind(i + 2, rows.getColumn(i).getInt64());
        update.exec();
        update.reset();
        ++m_replaced;
    }
}

void RowEraser::eraseFromSegment(
    SegmentColumns& columns, const Segment& segment, const std::set<std::int64_t>& first)
{
    const BulkKind& kind = columns.kind();
    bool affected = false;
    if (overlaps(first, columns.range(segment, 0))) {
        std::vector<ValueRun> groups;
        columns.customers(segment, groups);
        affected = std::ranges::any_of(groups, [&](const ValueRun& g) { return first.contains(g.value); });
    }
    if (!affected && kind.hasText && !m_words.isEmpty() && segment.has(textColumn)) {
        std::vector<std::string> texts;
        columns.texts(segment, texts);
        affected = std::ranges::any_of(texts, [&](const std::string& text) { return m_words.isIn(text); });
    }
    if (!affected)
        return;
    std::vector<BulkRow> rows;
    columns.rows(segment, 0, segment.rows, rows);
    std::erase_if(rows, [&](const BulkRow& row) {
        if (!first.contains(row.values[0]))
            return false;
        note(kind, row);
        return true;
    });
    replaceTexts(rows);
    if (!rows.empty())
        return writeAgain(m_db, kind, segment, rows);
    removeColumns(m_db, segment.id);
    removeHead(m_db, segment.id);
}

bool RowEraser::erase(const BulkKind& kind, const std::set<std::int64_t>& first, const Progress& progress)
{
    eraseFromTable(kind, first);
    replaceInTable(kind);
    const std::vector<SegmentRun> runs = readRuns(m_db, kind, nullptr);
    std::int64_t done = 0;
    for (const SegmentRun& run : runs) {
        SegmentColumns columns(m_db, kind);
        for (const Segment& segment : run)
            eraseFromSegment(columns, segment, first);
        if (!goOn(progress, ++done, std::int64_t(runs.size())))
            return false;
    }
    return true;
}

namespace {

void dropUsedInTables(SQLite::Database& db, Coded coded, std::set<std::int64_t>& numbers, bool withBaskets)
{
    static constexpr std::array<std::string_view, 5> tables { "", "customer_key", "sku_key", "session_key",
        "word" };
    for (const TextReference& r : textReferences) {
        if (r.dictionary != tables[std::size_t(coded)]
            || (!withBaskets && std::string_view(r.table) == basketKind.name))
            continue;
        // Either the few are looked for one by one where an index helps, or the table is walked once.
        SQLite::Statement s(db, fmt::format("SELECT DISTINCT {} FROM {}", r.column, r.table));
        while (!numbers.empty() && s.executeStep())
            numbers.erase(s.getColumn(0).getInt64());
    }
}

bool dropUsedInSegments(
    SQLite::Database& db, TextNumbers& numbers, const Progress& progress, bool withBaskets)
{
    std::vector<std::int64_t> values;
    for (const BulkKind* kind : bulkKinds) {
        if (!withBaskets && kind == &basketKind)
            continue;
        SegmentColumns columns(db, *kind);
        const std::vector<SegmentRun> runs = readRuns(db, *kind, nullptr);
        std::int64_t done = 0;
        for (const SegmentRun& run : runs) {
            for (const Segment& segment : run)
                for (std::size_t c = 0; c < kind->columns.size(); ++c) {
                    std::set<std::int64_t>& wanted = numbers[std::size_t(kind->columns[c].coded)];
                    if (kind->columns[c].coded == Coded::No || wanted.empty()
                        || !overlaps(wanted, columns.range(segment, c)))
                        continue;
                    columns.read(segment, c, values);
                    const std::int64_t low = *wanted.begin(), high = *wanted.rbegin();
                    for (const std::int64_t value : values)
                        if (value >= low && value <= high)
                            wanted.erase(value);
                }
            if (!goOn(progress, ++done, std::int64_t(runs.size())))
                return false;
        }
    }
    return true;
}

}

bool keepUnused(SQLite::Database& db, TextNumbers& numbers, const Progress& progress, bool withBaskets)
{
    for (const Coded coded : { Coded::Customer, Coded::Sku, Coded::Session, Coded::Word })
        dropUsedInTables(db, coded, numbers[std::size_t(coded)], withBaskets);
    return dropUsedInSegments(db, numbers, progress, withBaskets);
}

}
