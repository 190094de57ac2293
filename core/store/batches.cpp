// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batches.h"

namespace ow::store {

ActiveBatches::ActiveBatches(SQLite::Database& db)
{
    SQLite::Statement s(db, "SELECT id, active FROM batch ORDER BY id");
    while (s.executeStep()) {
        const auto id = s.getColumn(0).getInt64();
        // Ids are given out one by one; a file that says otherwise gets no gigantic list.
        if (id < 0 || id > std::int64_t(m_active.size()) + 1'000'000)
            throw SQLite::Exception("a batch has the impossible number " + std::to_string(id), 11);
        m_active.resize(std::size_t(id) + 1);
        m_active[std::size_t(id)] = s.getColumn(1).getInt() != 0;
        m_all = m_all && m_active[std::size_t(id)];
    }
}

Counts readCounts(SQLite::Database& db)
{
    SQLite::Statement s(db,
        "SELECT coalesce(sum(products), 0), coalesce(sum(customers), 0), coalesce(sum(events), 0), "
        "coalesce(sum(exposures), 0), "
        "coalesce(sum(basket_lines), 0), coalesce(sum(rejected), 0), "
        "coalesce((SELECT mined_edges FROM batch WHERE active AND mined_edges IS NOT NULL ORDER BY id DESC "
        "LIMIT 1), 0) "
        "FROM batch WHERE active");
    s.executeStep();
    Counts counts;
    counts.products = s.getColumn(0).getInt64();
    counts.customers = s.getColumn(1).getInt64();
    counts.events = s.getColumn(2).getInt64();
    counts.exposures = s.getColumn(3).getInt64();
    counts.basketLines = s.getColumn(4).getInt64();
    counts.rejectedRows = s.getColumn(5).getInt64();
    if (db.tableExists("import_form")) // not before version 4
        counts.rejectedRows
            -= db.execAndGet("SELECT coalesce(sum(f.retried), 0) FROM import_form f JOIN batch b ON b.id "
                             "= f.batch JOIN batch o ON o.id = f.origin WHERE b.active AND o.active")
                   .getInt64();
    counts.minedEdges = s.getColumn(6).getInt64();
    return counts;
}

std::vector<ImportRecord> readImports(SQLite::Database& db)
{
    SQLite::Statement s(db,
        "SELECT b.id, b.at, source, kind, stored, rejected, duplicates, active, coalesce(f.origin, 0), "
        "coalesce((SELECT sum(g.retried) FROM import_form g JOIN batch c ON c.id = g.batch WHERE g.origin = "
        "b.id AND "
        "c.active), 0) FROM batch b LEFT JOIN import_form f ON f.batch = b.id ORDER BY b.id DESC");
    std::vector<ImportRecord> out;
    while (s.executeStep()) {
        ImportRecord& record
            = out.emplace_back(ImportRecord { s.getColumn(0).getInt64(), { s.getColumn(1).getInt64() },
                textOf(s.getColumn(2)), textOf(s.getColumn(3)), s.getColumn(4).getInt64(),
                s.getColumn(5).getInt64(), s.getColumn(6).getInt64(), s.getColumn(7).getInt() != 0 });
        record.origin = s.getColumn(8).getInt64();
        record.retried = s.getColumn(9).getInt64();
    }
    return out;
}

std::optional<std::int64_t> minedBatch(SQLite::Database& db)
{
    SQLite::Statement s(db, "SELECT max(id) FROM batch WHERE active AND mined_edges IS NOT NULL");
    if (!s.executeStep() || s.getColumn(0).isNull())
        return std::nullopt;
    return s.getColumn(0).getInt64();
}

}
