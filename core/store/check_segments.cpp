// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check_segments.h"

#include "base/text.h"
#include "store/dictionary.h"
#include "store/file_words.h"
#include "store/line_groups.h"
#include "store/segment_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>

namespace ow::store {

namespace {

/// The numbers that a dictionary knows. Ours are given out one by one, so a bit each is little.
class KnownIds {
public:
    KnownIds(SQLite::Database& db, const char* table)
    {
        SQLite::Statement s(db, std::string("SELECT id FROM ") + table + " ORDER BY id");
        m_known.push_back(true);
        while (s.executeStep()) {
            const std::int64_t id = s.getColumn(0).getInt64();
            if (id < 1 || id > std::int64_t(1) << 28)
                throw SQLite::Exception(std::string(table) + " has an impossible number", 11);
            m_known.resize(std::size_t(id) + 1);
            m_known[std::size_t(id)] = true;
        }
    }
    bool has(std::int64_t id) const
    {
        return id >= 0 && id < std::int64_t(m_known.size()) && m_known[std::size_t(id)];
    }

private:
    std::vector<bool> m_known;
};

class Checker {
public:
    Checker(SQLite::Database& db, std::vector<SegmentFault>& faults)
        : m_db(db)
        , m_faults(faults)
    {
    }

    void check(const BulkKind& kind)
    {
        SegmentColumns columns(m_db, kind);
        for (const SegmentRun& run : readRuns(m_db, kind, nullptr)) {
            m_lastKey.clear();
            m_lastAt = 0;
            m_lastLine = 0;
            for (const Segment& segment : run)
                if (checkColumns(kind, segment, columns))
                    &kind == &basketKind ? checkLines(segment, columns) : checkOrder(segment, columns);
        }
    }

private:
    /// Whether all of them could be read.
    bool checkColumns(const BulkKind& kind, const Segment& segment, SegmentColumns& columns)
    {
        bool whole = true;
        for (std::size_t c = 0; c < kind.columns.size(); ++c)
            whole = unlessDamaged(segment, [&] { checkColumn(kind, segment, c, columns); }) && whole;
        return unlessDamaged(segment, [&] { columns.texts(segment, m_texts); }) && whole;
    }

    bool unlessDamaged(const Segment& segment, const std::function<void()>& check)
    {
        try {
            check();
            return true;
        } catch (const DamagedRows& damage) {
            m_faults.push_back({ segment.id, damage.what() });
            return false;
        }
    }

    void checkColumn(
        const BulkKind& kind, const Segment& segment, std::size_t column, SegmentColumns& columns)
    {
        columns.read(segment, column, m_values);
        const auto [low, high] = std::ranges::minmax(m_values);
        if (std::pair(low, high) != columns.range(segment, column))
            fault(segment, fmt::format("tells a wrong range of column {}", column));
        if (const KnownIds* known = ids(kind.columns[column].coded))
            if (!std::ranges::all_of(m_values, [&](std::int64_t id) { return known->has(id); }))
                fault(segment, fmt::format("names an unknown {}", kind.columns[column].name));
    }

    /// By key, then time; the keys of the first and the last row as the segment says.
    void checkOrder(const Segment& segment, SegmentColumns& columns)
    {
        columns.read(segment, 1, m_values);
        columns.customers(segment, m_groups);
        Texts& keys = m_keys;
        bool good = keys[m_groups.front().value] == segment.firstKey
            && keys[m_groups.back().value] == segment.lastKey;
        for (const ValueRun& group : m_groups) {
            const std::string_view key = keys[group.value];
            const bool continues = key == m_lastKey;
            good = good && (continues || key > m_lastKey || m_lastKey.empty());
            const auto begin = m_values.begin() + group.begin;
            const auto end = m_values.begin() + group.end;
            good = good && std::is_sorted(begin, end)
                && (!continues || m_lastAt <= *begin || group.begin != 0);
            m_lastKey = key;
            m_lastAt = *(end - 1);
        }
        if (!good)
            fault(segment, "is out of order");
    }

    /// By basket, then sku, each line once.
    void checkLines(const Segment& segment, SegmentColumns& columns)
    {
        columns.customers(segment, m_groups);
        columns.read(segment, basket_column::Sku, m_values);
        bool good = true;
        for (const ValueRun& basket : m_groups)
            for (std::size_t row = basket.begin; row < basket.end; ++row) {
                const LineKey line = lineKey(basket.value, m_values[row]);
                good = good && line > m_lastLine;
                m_lastLine = line;
            }
        if (!good)
            fault(segment, "is out of order");
    }

    const KnownIds* ids(Coded coded)
    {
        static const std::map<Coded, const char*> tables { { Coded::Customer, "customer_key" },
            { Coded::Sku, "sku_key" }, { Coded::Session, "session_key" }, { Coded::Word, "word" } };
        const auto table = tables.find(coded);
        if (table == tables.end())
            return nullptr;
        const auto known = m_known.find(coded);
        return known != m_known.end() ? &known->second
                                      : &m_known.try_emplace(coded, m_db, table->second).first->second;
    }

    void fault(const Segment& segment, const std::string& what)
    {
        m_faults.push_back({ segment.id, fmt::format("segment {} {}", segment.id, what) });
    }

    SQLite::Database& m_db;
    std::vector<SegmentFault>& m_faults;
    Texts m_keys { m_db, "customer_key" };
    std::map<Coded, KnownIds> m_known;
    std::vector<std::int64_t> m_values;
    std::vector<std::string> m_texts;
    std::vector<ValueRun> m_groups;
    std::string m_lastKey; ///< of the row before, in the same run
    std::int64_t m_lastAt = 0;
    LineKey m_lastLine = 0;
};

}

namespace {

/// That an import's rows are all there: those of a segment which is gone with its head would be missed by
/// nobody.
void checkCounts(SQLite::Database& db, const BulkKind& kind, std::vector<std::string>& faults)
{
    SQLite::Statement s(db,
        fmt::format(
            "SELECT b.id, b.{1}, ifnull(n, 0) FROM batch b LEFT JOIN (SELECT batch, sum(n) AS n FROM "
            "(SELECT batch, count(*) AS n FROM {0} GROUP BY batch UNION ALL SELECT batch, rows FROM "
            "segment WHERE kind = '{0}') GROUP BY batch) r ON r.batch = b.id WHERE b.{1} <> ifnull(n, "
            "0)",
            kind.name, kind.counted));
    while (s.executeStep())
        faults.push_back(fmt::format("{} of {}: {} were imported, {} are there", kind.title,
            sourceOf(db, s.getColumn(0).getInt64()), grouped(s.getColumn(1).getInt64()),
            grouped(s.getColumn(2).getInt64())));
}

}

std::vector<SegmentFault> segmentFaults(SQLite::Database& db)
{
    std::vector<SegmentFault> faults;
    Checker checker(db, faults);
    for (const BulkKind* kind : bulkKinds)
        checker.check(*kind);
    return faults;
}

void checkSegments(SQLite::Database& db, std::vector<std::string>& faults)
{
    if (!db.tableExists("segment"))
        return; // an older file, opened to be read
    const auto lost
        = db.execAndGet("SELECT count(*) FROM segment_column WHERE id / 16 NOT IN (SELECT id FROM segment)")
              .getInt64();
    if (lost != 0)
        faults.push_back(fmt::format("{} columns belong to no segment", lost));
    for (const BulkKind* kind : bulkKinds)
        checkCounts(db, *kind, faults);
    const std::vector<std::int64_t> heads = damagedHeads(db);
    for (const std::int64_t id : heads)
        faults.push_back(
            fmt::format("the head of segment {} in the {} is damaged", id, tableWords("segment")));
    if (heads.empty()) // or nobody knows which segments continue each other
        for (SegmentFault& fault : segmentFaults(db))
            faults.push_back(std::move(fault.sentence));
}

}
