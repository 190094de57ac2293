// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue_repair.h"

#include "base/sha256.h"
#include "base/text.h"
#include "store/event_ids.h"
#include "store/references.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::store {

namespace {

void removeRows(
    SQLite::Database& db, const std::string& table, const std::string& where, RescueReport& report)
{
    const std::int64_t gone = db.exec("DELETE FROM " + table + " WHERE " + where);
    const auto entry = std::ranges::find(report.tables, table, &RescuedTable::name);
    if (entry != report.tables.end()) {
        entry->rows -= gone;
        entry->lost += gone;
    }
}

void standInForTexts(SQLite::Database& db, RescueReport& report)
{
    for (const char* dictionary : dictionaries)
        removeRows(db, dictionary, fmt::format("id < 1 OR id > {}", greatestText), report);
    std::int64_t named = 0;
    for (const TextReference& r : textReferences) {
        removeRows(db, r.table,
            fmt::format("{} NOT BETWEEN {} AND {}", r.column, r.mayBeNothing ? 0 : 1, greatestText), report);
        const std::string unknown
            = fmt::format("{0} <> 0 AND {0} NOT IN (SELECT id FROM {1})", r.column, r.dictionary);
        named += db.exec(fmt::format(
            "INSERT OR IGNORE INTO {1}(id, text) SELECT DISTINCT {0}, 'lost-' || {0} FROM {2} WHERE {3}",
            r.column, r.dictionary, r.table, unknown));
        removeRows(db, r.table, unknown, report); // where something is called so already
    }
    if (named > 0)
        report.notes.push_back(fmt::format("{} of customers, products, sessions or words could not be read; "
                                           "they are called “lost-…” and a number.",
            named == 1 ? "A name" : grouped(named) + " names"));
}

std::string kindOfImport(const std::string& table)
{
    if (table == "rejected" || table == "segment" || table == "import_form" || table == "event_id")
        return "events";
    if (table == "customer_row")
        return "customers";
    if (table == "basket_line")
        return "baskets";
    return table == "mined_edge" ? "mined" : table + "s";
}

void standInForImports(SQLite::Database& db, RescueReport& report)
{
    removeRows(db, "batch", fmt::format("id < 1 OR id > {}", greatestBatch), report);
    std::int64_t made = 0;
    for (const std::string table : batchTables) {
        removeRows(db, table, fmt::format("batch NOT BETWEEN 1 AND {}", greatestBatch), report);
        made += db.exec(fmt::format("INSERT INTO batch(id, at, kind, source, active, stored, rejected, "
                                    "duplicates, products, customers, events, "
                                    "exposures, basket_lines, mined_edges) SELECT DISTINCT batch, "
                                    "coalesce((SELECT max(at) FROM history WHERE "
                                    "history.batch = {0}.batch), 0), '{1}', 'unknown: its record was lost', "
                                    "1, 0, 0, 0, 0, 0, 0, 0, 0, {2} "
                                    "FROM {0} WHERE batch NOT IN (SELECT id FROM batch)",
            table, table == "rejected" ? "events" : kindOfImport(table),
            table == "mined_edge" ? "0" : "NULL"));
    }
    db.exec("UPDATE history SET batch = NULL WHERE batch NOT IN (SELECT id FROM batch)");
    db.exec("UPDATE batch SET active = 1 WHERE active <> 0 AND active <> 1");
    if (made > 0)
        report.notes.push_back(fmt::format("{} were lost; their rows are there.",
            made == 1 ? "The record of an import" : "The records of " + grouped(made) + " imports"));
}

/// Whoever has events is a customer, even where the row that says so was lost with what it said.
void noteCustomers(SQLite::Database& db, const RescueReport& report)
{
    const auto table = std::ranges::find(report.tables, "customer_row", &RescuedTable::name);
    if (table == report.tables.end() || (table->lost == 0 && table->damagedPages == 0))
        return;
    addSegmentCustomers(db);
    db.exec("INSERT OR IGNORE INTO customer_row(customer, batch) SELECT DISTINCT customer, batch FROM "
            "event UNION "
            "SELECT DISTINCT customer, batch FROM exposure");
}

/// Rows that have lost their history row could be told apart from rows of undone branches by nothing.
void removeStrayChanges(SQLite::Database& db, RescueReport& report)
{
    removeRows(db, "change", "history NOT IN (SELECT id FROM history)", report);
}

void countInto(SQLite::Database& db, const char* column, const std::string& rowsByBatch)
{
    db.exec("CREATE TEMP TABLE counted AS " + rowsByBatch);
    db.exec(fmt::format(
        "UPDATE batch SET {} = coalesce((SELECT n FROM counted WHERE counted.batch = batch.id), 0)", column));
    db.exec("DROP TABLE counted");
}

/// Of events or exposures: in the row table and in segments.
std::string bulkRowsOf(const char* kind)
{
    return fmt::format(
        "SELECT batch, sum(n) AS n FROM (SELECT batch, count(*) AS n FROM {0} GROUP BY batch UNION ALL "
        "SELECT batch, sum(rows) FROM segment WHERE kind = '{0}' GROUP BY batch) GROUP BY batch",
        kind);
}

std::string rowsOf(const char* table)
{
    return fmt::format("SELECT batch, count(*) AS n FROM {} GROUP BY batch", table);
}

/// What an active import knew first.
std::string firstSeen(const char* table, const char* column)
{
    return fmt::format(
        "SELECT batch, count(*) AS n FROM (SELECT min(batch) AS batch FROM {} WHERE batch IN (SELECT id "
        "FROM batch WHERE active) GROUP BY {}) GROUP BY batch",
        table, column);
}

}

void repairReferences(SQLite::Database& db, RescueReport& report)
{
    standInForTexts(db, report);
    standInForImports(db, report);
    noteCustomers(db, report);
    removeStrayChanges(db, report);
    if (removeBrokenEventIds(db) > 0)
        report.notes.emplace_back(
            "Some ids by which events are told apart could not be read: an export that holds such "
            "an event once more brings it a second time, unless it is equal in everything.");
}

void repairBulkCounts(SQLite::Database& db)
{
    countInto(db, "events", bulkRowsOf("event"));
    countInto(db, "exposures", bulkRowsOf("exposure"));
    countInto(db, "basket_lines", bulkRowsOf("basket_line"));
}

void repairCounts(SQLite::Database& db)
{
    countInto(db, "rejected", rowsOf("rejected"));
    countInto(db, "products", firstSeen("product", "sku"));
    countInto(db, "customers", firstSeen("customer_row", "customer"));
    db.exec("UPDATE batch SET mined_edges = (SELECT count(*) FROM mined_edge WHERE batch = batch.id) WHERE "
            "mined_edges "
            "IS NOT NULL");
    // A segment's times: column 1 of both kinds, and 8 … 11 of exposures, whose range begins with 0 for
    // "never".
    countInto(db, "last_at",
        "SELECT batch, max(at) AS n FROM (SELECT batch, max(at) AS at FROM event GROUP BY batch UNION ALL "
        "SELECT batch, "
        "max(max(at), coalesce(max(clicked), 0), coalesce(max(accepted), 0), coalesce(max(declined), 0), "
        "coalesce(max(returned), 0)) FROM exposure GROUP BY batch UNION ALL SELECT s.batch, max(c.high) FROM "
        "segment s "
        "JOIN segment_column c ON c.id / 16 = s.id WHERE (s.kind <> 'basket_line' AND c.id % 16 = 1) OR "
        "(s.kind = 'exposure' AND c.id % 16 "
        "BETWEEN 8 "
        "AND 11) GROUP BY s.batch) GROUP BY batch");
    db.exec("UPDATE batch SET last_at = NULL WHERE events = 0 AND exposures = 0");
    db.exec(
        "INSERT INTO meta(name, value) SELECT 'next_seq', 1 + max(coalesce((SELECT max(seq) FROM event), 0), "
        "coalesce((SELECT max(seq) FROM exposure), 0)) WHERE true ON CONFLICT(name) DO UPDATE SET value = "
        "max(excluded.value, CASE WHEN typeof(value) = 'integer' THEN value ELSE 0 END)");
}

void repairReleases(SQLite::Database& db, RescueReport& report)
{
    std::vector<std::int64_t> damaged;
    SQLite::Statement s(db, "SELECT id, version, sha256, pack FROM release ORDER BY id");
    while (s.executeStep()) {
        if (toHex(sha256(textOf(s.getColumn(3)))) == textOf(s.getColumn(2)))
            continue;
        damaged.push_back(s.getColumn(0).getInt64());
        report.notes.push_back("Release " + textOf(s.getColumn(1)) + " is left out: its bytes are damaged.");
    }
    for (const std::int64_t id : damaged)
        removeRows(db, "release", "id = " + std::to_string(id), report);
}

}
