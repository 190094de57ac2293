// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check_file.h"

#include "store/check_segments.h"
#include "store/object_kinds.h"
#include "store/project_file.h"

namespace ow::store {

namespace {

void checkPages(SQLite::Database& db, std::vector<std::string>& faults)
{
    SQLite::Statement check(db, "PRAGMA integrity_check");
    while (check.executeStep())
        if (std::string text = textOf(check.getColumn(0)); text != "ok")
            faults.push_back(std::move(text));
    SQLite::Statement keys(db, "PRAGMA foreign_key_check");
    while (keys.executeStep())
        faults.push_back("a row of " + textOf(keys.getColumn(0)) + " points nowhere");
}

void checkObjects(SQLite::Database& db, std::vector<std::string>& faults)
{
    DraftState scratch;
    SQLite::Statement objects(db, "SELECT kind, id, position, body FROM object ORDER BY kind, id");
    while (objects.executeStep()) {
        const ObjectKey key { textOf(objects.getColumn(0)), textOf(objects.getColumn(1)) };
        if (const auto done
            = scratch.set(key, objects.getColumn(2).getDouble(), textOf(objects.getColumn(3)));
            !done)
            faults.push_back(done.error().text());
    }
}

/// Bulk rows that name a batch, customer or product which is not there.
void checkReferences(SQLite::Database& db, std::vector<std::string>& faults)
{
    for (const char* table :
        { "product", "customer_row", "event", "exposure", "basket_line", "rejected", "mined_edge", "segment" }) {
        const auto lost = db.execAndGet(std::string("SELECT count(*) FROM ") + table
                                + " WHERE batch NOT IN (SELECT id FROM batch)")
                              .getInt64();
        if (lost != 0)
            faults.push_back(std::to_string(lost) + " rows of " + table + " belong to no import");
    }
    for (const char* table : { "customer_row", "event", "exposure" }) {
        const auto lost = db.execAndGet(std::string("SELECT count(*) FROM ") + table
                                + " WHERE customer NOT IN (SELECT id FROM customer_key)")
                              .getInt64();
        if (lost != 0)
            faults.push_back(std::to_string(lost) + " rows of " + table + " name no known customer");
    }
    for (const char* table : { "product", "event", "basket_line" }) {
        const auto lost = db.execAndGet(std::string("SELECT count(*) FROM ") + table
                                + " WHERE sku <> 0 AND sku NOT IN (SELECT id FROM sku_key)")
                              .getInt64();
        if (lost != 0)
            faults.push_back(std::to_string(lost) + " rows of " + table + " name no known product");
    }
}

/// The head leads back to the beginning, and the imports on that way, and only those, are active.
void checkHistory(SQLite::Database& db, std::vector<std::string>& faults)
{
    SQLite::Statement way(db,
        "WITH RECURSIVE path(id) AS (SELECT value FROM meta WHERE name = 'head' UNION "
        "SELECT h.parent FROM history h JOIN path p ON h.id = p.id WHERE h.parent IS NOT NULL) "
        "SELECT (SELECT count(*) FROM path WHERE id = 0), "
        "(SELECT count(*) FROM batch b WHERE b.active <> EXISTS (SELECT 1 FROM history h WHERE h.batch = "
        "b.id AND h.id IN path))");
    way.executeStep();
    if (way.getColumn(0).getInt() != 1)
        faults.emplace_back("the history does not lead back to its beginning");
    if (way.getColumn(1).getInt() != 0)
        faults.emplace_back("an import is shown or hidden against the history");
}

}

Result<std::vector<std::string>> checkFile(const std::filesystem::path& file)
{
    Result<OpenedFile> opened = openProjectFile(file, Access::View);
    if (!opened)
        return fail(opened.error());
    return guarded(file, [&] {
        std::vector<std::string> faults;
        checkPages(opened->db, faults);
        if (faults.empty()) { // on damaged pages the rest would only repeat it
            checkObjects(opened->db, faults);
            checkReferences(opened->db, faults);
            checkSegments(opened->db, faults);
            checkHistory(opened->db, faults);
        }
        return faults;
    });
}

}
