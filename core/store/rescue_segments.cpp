// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "store/check_segments.h"
#include "store/column_codec.h"
#include "store/dictionary.h"
#include "store/rescue_repair.h"
#include "store/segment_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace ow::store {

namespace {

const BulkKind* kindNamed(const std::string& name)
{
    for (const BulkKind* kind : bulkKinds)
        if (name == kind->name)
            return kind;
    return nullptr;
}

const char* dictionaryOf(Coded coded)
{
    switch (coded) {
    case Coded::Customer:
        return "customer_key";
    case Coded::Sku:
        return "sku_key";
    case Coded::Session:
        return "session_key";
    case Coded::Word:
        return "word";
    case Coded::No:
        break;
    }
    return nullptr;
}

/// Goes through the segments as they are and keeps those that readers can rely on.
class SegmentRepair {
public:
    SegmentRepair(SQLite::Database& db, RescueReport& report)
        : m_db(db)
        , m_report(report)
    {
    }

    void run()
    {
        dropHeads();
        std::set<std::int64_t> faulty = misplaced();
        for (const std::int64_t id : faulty)
            unpack(id);
        // Names first, or whatever names a lost one would count as faulty.
        nameUnknown();
        faulty.clear();
        for (const SegmentFault& fault : segmentFaults(m_db))
            faulty.insert(fault.segment);
        for (const std::int64_t id : faulty)
            unpack(id);
        m_db.exec("DELETE FROM segment_column WHERE id / 16 NOT IN (SELECT id FROM segment)");
        if (m_unpacked > 0)
            m_report.notes.push_back(fmt::format(
                "{} rows are kept in another form than before, for their order is lost.", m_unpacked));
        if (m_blocks > 0)
            m_report.notes.push_back(
                fmt::format("{} of up to {} {} left out: the bytes are not those that were written.",
                    m_blocks == 1 ? "A block" : grouped(m_blocks) + " blocks",
                    counted(segmentRows, "row", "rows"), m_blocks == 1 ? "is" : "are"));
    }

private:
    /// Heads that are not as they were written: whose rows, how many and of which import is then known to
    /// nobody.
    void dropHeads()
    {
        SQLite::Statement drop(m_db, "DELETE FROM segment WHERE id = ?");
        for (const std::int64_t id : damagedHeads(m_db)) {
            drop.bind(1, id);
            m_blocks += drop.exec();
            drop.reset();
        }
        m_db.exec("DELETE FROM segment WHERE kind NOT IN ('event', 'exposure', 'basket_line')");
    }

    /// Segments that begin before the one before them in their run ends.
    std::set<std::int64_t> misplaced()
    {
        std::set<std::int64_t> out;
        SQLite::Statement s(m_db,
            "SELECT id, kind, batch, run, first_key, last_key FROM segment ORDER BY kind, batch, run, id");
        std::string run;
        std::string lastKey;
        while (s.executeStep()) {
            const std::string here = fmt::format(
                "{} {} {}", textOf(s.getColumn(1)), s.getColumn(2).getInt64(), s.getColumn(3).getInt64());
            if (here == run && textOf(s.getColumn(4)) < lastKey) {
                out.insert(s.getColumn(0).getInt64());
                continue;
            }
            run = here;
            lastKey = textOf(s.getColumn(5));
        }
        return out;
    }

    /// Numbers whose text is lost get a stand-in. Customers, too; their segments are out of order then.
    void nameUnknown()
    {
        for (const BulkKind* kind : bulkKinds) {
            SegmentColumns columns(m_db, *kind);
            for (const SegmentRun& run : readRuns(m_db, *kind, nullptr))
                for (const Segment& segment : run)
                    for (std::size_t c = 0; c < kind->columns.size(); ++c)
                        if (const char* dictionary = dictionaryOf(kind->columns[c].coded))
                            collect(columns, segment, c, m_used[dictionary]);
        }
        for (const auto& [dictionary, ids] : m_used)
            m_named += standInFor(dictionary, ids);
        if (m_named > 0)
            m_report.notes.push_back(
                fmt::format("{} in blocks of rows could not be read; they are called “lost-…” and a number.",
                    m_named == 1 ? "A name" : fmt::format("{} names", m_named)));
    }

    void collect(
        SegmentColumns& columns, const Segment& segment, std::size_t column, std::set<std::int64_t>& out)
    {
        try {
            columns.read(segment, column, m_values);
        } catch (const SQLite::Exception&) {
            return; // it will be found faulty
        }
        std::ranges::sort(m_values);
        m_values.erase(std::unique(m_values.begin(), m_values.end()), m_values.end());
        out.insert(m_values.begin(), m_values.end());
    }

    std::int64_t standInFor(const std::string& dictionary, const std::set<std::int64_t>& ids)
    {
        std::int64_t made = 0;
        SQLite::Statement insert(
            m_db, "INSERT OR IGNORE INTO " + dictionary + "(id, text) VALUES(?1, 'lost-' || ?1)");
        for (const std::int64_t id : ids) {
            if (id < 1 || id > greatestText)
                continue;
            insert.bind(1, id);
            made += insert.exec();
            insert.reset();
        }
        return made;
    }

    /// Takes a segment away; its rows go to the row table where they can be read.
    void unpack(std::int64_t id)
    {
        SQLite::Statement s(m_db, "SELECT kind, batch, rows, columns FROM segment WHERE id = ?");
        s.bind(1, id);
        if (!s.executeStep())
            return;
        const BulkKind* kind = kindNamed(textOf(s.getColumn(0)));
        const Segment segment { id, s.getColumn(1).getInt64(), 0, std::size_t(s.getColumn(2).getInt64()),
            s.getColumn(3).getInt64(), {}, {} };
        s.reset();
        std::vector<BulkRow> rows;
        std::int64_t kept = 0;
        try {
            SegmentColumns(m_db, *kind).rows(segment, 0, segment.rows, rows);
            kept = insert(*kind, rows);
        } catch (const SQLite::Exception&) {
            ++m_blocks; // damaged bytes: the rows are lost
        }
        m_unpacked += kept;
        lost(kind->name, std::int64_t(segment.rows) - kept);
        m_db.exec("DELETE FROM segment WHERE id = " + std::to_string(id));
        m_db.exec(
            fmt::format("DELETE FROM segment_column WHERE id BETWEEN {} AND {}", id * 16, id * 16 + 15));
    }

    std::int64_t insert(const BulkKind& kind, const std::vector<BulkRow>& rows)
    {
        std::int64_t seq = m_db.execAndGet("SELECT 1 + max(coalesce((SELECT max(seq) FROM event), 0), "
                                           "coalesce((SELECT max(seq) FROM exposure), 0))")
                               .getInt64();
        std::int64_t kept = 0;
        SQLite::Statement s(m_db, kind.insert);
        const int columns = int(kind.columns.size());
        for (const BulkRow& row : rows) {
            if (!isSensible(kind, row))
                continue;
            for (int c = 0; c < columns; ++c)
                s.bind(c + 1, row.values[std::size_t(c)]);
            s.bind(columns + 1, seq++);
            s.bind(columns + 2, row.batch);
            if (kind.hasText)
                row.text.empty() ? s.bind(columns + 3) : s.bind(columns + 3, row.text);
            s.exec();
            s.reset();
            ++kept;
        }
        return kept;
    }

    /// Numbers that a dictionary can have.
    static bool isSensible(const BulkKind& kind, const BulkRow& row)
    {
        for (std::size_t c = 0; c < kind.columns.size(); ++c)
            if (kind.columns[c].coded != Coded::No && (row[c] < (c == 0 ? 1 : 0) || row[c] > greatestText))
                return false;
        return true;
    }

    void lost(const char* table, std::int64_t rows)
    {
        const auto entry = std::ranges::find(m_report.tables, table, &RescuedTable::name);
        if (entry != m_report.tables.end())
            entry->lost += rows;
    }

    SQLite::Database& m_db;
    RescueReport& m_report;
    std::map<std::string, std::set<std::int64_t>> m_used; ///< numbers of each dictionary
    std::vector<std::int64_t> m_values;
    std::int64_t m_named = 0;
    std::int64_t m_unpacked = 0;
    std::int64_t m_blocks = 0; ///< that are lost
};

}

void repairSegments(SQLite::Database& db, RescueReport& report) { SegmentRepair(db, report).run(); }

void addSegmentCustomers(SQLite::Database& db)
{
    SQLite::Statement insert(db, "INSERT OR IGNORE INTO customer_row(customer, batch) VALUES(?, ?)");
    for (const BulkKind* kind : { &eventKind, &exposureKind }) {
        SegmentColumns columns(db, *kind);
        std::vector<ValueRun> groups;
        for (const SegmentRun& run : readRuns(db, *kind, nullptr))
            for (const Segment& segment : run) {
                columns.customers(segment, groups);
                for (const ValueRun& group : groups) {
                    insert.bind(1, group.value);
                    insert.bind(2, segment.batch);
                    insert.exec();
                    insert.reset();
                }
            }
    }
}

}
