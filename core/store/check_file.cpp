// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/check_file.h"

#include "base/sha256.h"
#include "base/text.h"
#include "store/check_segments.h"
#include "store/event_ids.h"
#include "store/file_head.h"
#include "store/file_words.h"
#include "store/history_rows.h"
#include "store/object_kinds.h"
#include "store/project_file.h"
#include "store/references.h"
#include "store/schema.h"

#include <fmt/format.h>

#include <set>

namespace ow::store {

namespace {

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

/// "an offer", "a SKU".
std::string withArticle(const std::string& column)
{
    if (column == "sku")
        return "a SKU";
    const bool vowel = std::string_view("aeiou").find(column.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + column;
}

/// Bulk rows that name an import or a text which is not there.
void checkReferences(SQLite::Database& db, std::vector<std::string>& faults)
{
    const auto count = [&](const char* table, const std::string& where) {
        return db.execAndGet(std::string("SELECT count(*) FROM ") + table + " WHERE " + where).getInt64();
    };
    for (const char* table : batchTables)
        if (const auto lost = count(table, "batch NOT IN (SELECT id FROM batch)"); lost != 0)
            faults.push_back(counted(lost, "row", "rows") + " of the " + tableWords(table)
                + (lost == 1 ? " belongs" : " belong") + " to no import");
    for (const TextReference& r : textReferences) {
        const std::string column = r.column;
        const auto lost = count(r.table,
            (r.mayBeNothing ? column + " <> 0 AND " : "") + column + " NOT IN (SELECT id FROM " + r.dictionary
                + ")");
        if (lost != 0)
            faults.push_back(counted(lost, "row", "rows") + " of the " + tableWords(r.table)
                + (lost == 1 ? " names " : " name ") + withArticle(column) + " that is not there");
    }
}

void checkReleases(SQLite::Database& db, std::vector<std::string>& faults)
{
    SQLite::Statement s(db, "SELECT version, sha256, pack FROM release ORDER BY id");
    while (s.executeStep())
        if (toHex(sha256(textOf(s.getColumn(2)))) != textOf(s.getColumn(1)))
            faults.push_back("release " + textOf(s.getColumn(0)) + " is not as it was released");
}

/// The head leads back to the beginning by steps that each left what the next one found, so that undo gets
/// there; the imports on that way, and only those, are active.
void checkHistory(SQLite::Database& db, std::vector<std::string>& faults)
{
    const HistoryRows history(db);
    const HistoryTable table(db);
    ObjectState state = readObjects(db);
    std::set<std::int64_t> active;
    const auto path = history.path();
    if (!history.isHeadKnown() || path.back() != 0)
        faults.emplace_back("the history does not lead back to its beginning");
    for (const std::int64_t row : path) {
        const std::vector<Change> changes = table.changesOf(row);
        if (!table.hasAllChanges(row, changes)) {
            faults.push_back("what step " + grouped(row) + " of the history, “" + table.title(row)
                + "”, changed is lost: undo cannot go behind it");
            break;
        }
        if (row != 0 && !takeBack(state, changes)) {
            faults.push_back("step " + grouped(row) + " of the history, “" + table.title(row)
                + "”, does not fit to what came after it");
            break;
        }
        if (const auto batch = history.rows().at(row).batch)
            active.insert(*batch);
    }
    SQLite::Statement batches(db, "SELECT id, active FROM batch");
    while (batches.executeStep())
        if (active.contains(batches.getColumn(0).getInt64()) != (batches.getColumn(1).getInt() != 0)) {
            faults.emplace_back("an import is shown or hidden against the history");
            break;
        }
}

}

Result<std::vector<std::string>> checkFile(const std::filesystem::path& file)
{
    Result<OpenedFile> opened = openProjectFile(file, Access::View);
    if (!opened)
        return fail(opened.error());
    return guarded(file, [&] {
        std::vector<std::string> faults;
        if (opened->scratch) { // an older version: its own pages, not those of the copy that was made of it
            SQLite::Database original = openConnection(file, OpenAs::ReadOnly);
            faults = pageFaults(original, file);
        }
        if (faults.empty())
            faults = pageFaults(opened->db, opened->scratch ? opened->scratch->path() : file);
        if (faults.empty()) { // on damaged pages the rest would only repeat it
            checkObjects(opened->db, faults);
            checkReferences(opened->db, faults);
            checkSegments(opened->db, faults);
            checkEventIds(opened->db, faults);
            checkReleases(opened->db, faults);
            checkHistory(opened->db, faults);
        }
        foldLogOnClose(opened->db, faults.empty());
        return faults;
    });
}

std::string remarkOn(const std::filesystem::path& file)
{
    const int version = versionInHead(file);
    if (version <= schemaVersion)
        return {};
    return fmt::format(
        "A later version of Offerwright made this project (file version {}, this program knows {}): "
        "what that version added was not checked.",
        grouped(version), schemaVersion);
}

}
