// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue.h"

#include "base/file_kind.h"
#include "base/text.h"
#include "store/bulk_kind.h"
#include "store/file_words.h"
#include "store/put_in_place.h"
#include "store/references.h"
#include "store/rescue_repair.h"
#include "store/schema.h"
#include "store/segment_migration.h"
#include "store/table_shape.h"
#include "store/version4.h"
#include "store/write_lock.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t mostRowsOfAnImport = 1'000'000'000'000; ///< what says more is damaged
constexpr int likelyVersions = 1000; ///< a greater version number is damage, not a program of the future

/// Where the trees of the damaged file begin, from its table of contents.
struct Contents {
    std::map<std::string, std::uint32_t> tables;
    std::map<std::string, std::uint32_t> indexes;
    bool complete = true;
};

bool fitsSchema(const StoredRow& row)
{
    using Kind = StoredValue::Kind;
    return row.values.size() == 5 && row.values[0].kind == Kind::Text && row.values[1].kind == Kind::Text
        && row.values[3].kind == Kind::Integer;
}

Contents readContents(TreeReader& reader)
{
    Contents out;
    const TreeLoss loss = reader.walk(1, TreeKind::Table, fitsSchema, [&](const StoredRow& row) {
        const auto root = row.values[3].integer;
        if (root > 0 && root <= std::int64_t(UINT32_MAX)) {
            if (row.values[0].bytes == "table")
                out.tables.emplace(row.values[1].bytes, std::uint32_t(root));
            else if (row.values[0].bytes == "index")
                out.indexes.emplace(row.values[1].bytes, std::uint32_t(root));
        }
        return true;
    });
    out.complete = loss.pages == 0 && loss.rows == 0;
    return out;
}

/// Imports' own counts say how many rows these tables should have; other tables nobody counts.
constexpr std::array<std::pair<const char*, const char*>, 5> countedByImports { { { "event", "events" },
    { "exposure", "exposures" }, { "basket_line", "basket_lines" }, { "mined_edge", "mined_edges" },
    { "rejected", "rejected" } } };
/// Their numbers are given out one by one, so the greatest tells how many there were.
constexpr std::array<const char*, 6> numberedTables { "customer_key", "sku_key", "session_key", "word",
    "history", "batch" };
/// What is lost of these is told otherwise: as objects, as steps of the history, as events.
constexpr std::array<const char*, 5> notData { "object", "history", "change", "segment", "segment_column" };
/// Changed in place and deleted from: a page that nothing leads to may hold what is no longer so.
constexpr std::array<const char*, 4> changingTables { "object", "meta", "batch", "release" };

bool isOneOf(const auto& names, const std::string& name)
{
    return std::ranges::any_of(names, [&](const auto& n) { return name == n; });
}

/// The rows of one table, which an older version of the file may have written in another layout.
class TableRows {
public:
    /// @param older  null where there was no other
    TableRows(SQLite::Database& db, const TableShape& shape, const TableShape* older)
        : m_shape(shape)
        , m_older(older)
        , m_rows(db, shape)
    {
        if (older != nullptr)
            m_olderRows.emplace(db, *older);
    }

    bool fits(const StoredRow& row) const { return m_shape.fits(row) || isOlder(row); }
    /// With a value for every column.
    bool fitsWhole(const StoredRow& row) const
    {
        return (row.values.size() == m_shape.columns.size() && m_shape.fits(row))
            || (isOlder(row) && row.values.size() == m_older->columns.size());
    }
    bool write(const StoredRow& row) { return isOlder(row) ? m_olderRows->write(row) : m_rows.write(row); }

private:
    /// No row fits both.
    bool isOlder(const StoredRow& row) const { return m_older != nullptr && m_older->fits(row); }

    const TableShape& m_shape;
    const TableShape* m_older;
    RowWriter m_rows;
    std::optional<RowWriter> m_olderRows;
};

/// Copies the rows of every table that we know. Those of the older layout go to tables beside, until all are
/// there.
class TableCopier {
public:
    TableCopier(const PageFile& file, SQLite::Database& db, int version, const Progress& progress)
        : m_reader(file)
        , m_db(db)
        , m_shapes(tableShapes(db))
        , m_version(version)
        , m_progress(progress)
        , m_pages(file.pageCount())
    {
        if (!db.tableExists("segment"))
            return; // a file of version 1
        createOlderSegmentsBeside(db);
        for (TableShape& shape : tableShapes(db))
            if (shape.name.ends_with("_2"))
                m_older.emplace(shape.name.substr(0, shape.name.size() - 2), std::move(shape));
    }

    /// Errors: CorruptFile (nothing was found), Cancelled.
    Result<void> copyAll(RescueReport& report)
    {
        Contents contents = readContents(m_reader);
        // A file of before has none of these, and has lost none.
        const bool none = std::ranges::none_of(tablesOfVersion4,
            [&](std::string_view name) { return contents.tables.contains(std::string(name)); });
        if (m_version < 4 || (contents.complete && none))
            std::erase_if(
                m_shapes, [](const TableShape& shape) { return isOneOf(tablesOfVersion4, shape.name); });
        if (!contents.complete && addUsualPlaces(contents))
            report.notes.emplace_back(
                "A part of the file's table of contents could not be read; what it names was found where "
                "this program puts it.");
        else if (!contents.complete)
            report.notes.emplace_back("A part of the file's table of contents could not be read.");
        for (const TableShape& shape : m_shapes)
            copyTable(shape, contents);
        for (const TableShape& shape : m_shapes)
            fillFromIndex(shape, contents);
        for (const TableShape& shape : m_shapes)
            adoptOrphans(shape);
        if (m_cancelled)
            return fail(ErrorCode::Cancelled, "Stopped. Nothing was written.");
        if (!m_older.empty())
            takeOlderSegments(m_db, DamagedBlocks::Keep);
        if (std::ranges::all_of(m_copied, [](const auto& table) { return table.second.rows == 0; }))
            return fail(ErrorCode::CorruptFile,
                "Nothing in this file can be read as a part of a project. Go back to a copy of it.");
        for (const TableShape& shape : m_shapes) {
            report.tables.push_back(account(shape));
            if (m_copied.at(shape.name).missing)
                report.notes.push_back("The " + tableWords(shape.name) + " is missing from the file.");
        }
        return {};
    }

private:
    struct Copied {
        std::int64_t rows = 0;
        std::int64_t refused = 0;
        TreeLoss loss;
        bool missing = false; ///< the table of contents does not say where it is
    };

    /// Trees that the table of contents has lost begin where they begin in every file that was made in the
    /// same order: in the new one. Not where the known ones tell another story.
    bool addUsualPlaces(Contents& contents)
    {
        SQLite::Statement fresh(m_db, "SELECT type, name, rootpage FROM sqlite_schema WHERE rootpage > 0");
        Contents usual;
        while (fresh.executeStep())
            (textOf(fresh.getColumn(0)) == "table" ? usual.tables : usual.indexes)
                .emplace(textOf(fresh.getColumn(1)), std::uint32_t(fresh.getColumn(2).getInt64()));
        const auto agrees = [](const auto& known, const auto& expected) {
            return std::ranges::all_of(known, [&](const auto& tree) {
                const auto found = expected.find(tree.first);
                return found != expected.end() && found->second == tree.second;
            });
        };
        if (!agrees(contents.tables, usual.tables) || !agrees(contents.indexes, usual.indexes))
            return false;
        contents.tables = std::move(usual.tables);
        contents.indexes = std::move(usual.indexes);
        return true;
    }

    TableRows rowsOf(const TableShape& shape)
    {
        const auto older = m_older.find(shape.name);
        return { m_db, shape, older == m_older.end() ? nullptr : &older->second };
    }

    TellRow writer(TableRows& rows, Copied& copied)
    {
        return [this, &rows, &copied](const StoredRow& row) {
            ++(rows.write(row) ? copied.rows : copied.refused);
            if (++m_told % 1024 == 0 && !goOn(m_progress, m_reader.pagesSeen(), m_pages))
                m_cancelled = true;
            return !m_cancelled;
        };
    }

    void copyTable(const TableShape& shape, const Contents& contents)
    {
        Copied& copied = m_copied[shape.name];
        const auto root = contents.tables.find(shape.name);
        if (root == contents.tables.end()) {
            copied.missing = true;
            return;
        }
        TableRows rows = rowsOf(shape);
        copied.loss = m_reader.walk(
            root->second, shape.kind, [&](const StoredRow& row) { return rows.fits(row); },
            writer(rows, copied));
    }

    /// Not of a table that this version of the file does not have.
    bool lostPages(const std::string& table) const
    {
        const auto copied = m_copied.find(table);
        return copied != m_copied.end() && (copied->second.missing || copied->second.loss.pages > 0);
    }

    /// Pages that hung below a damaged one: rows that fit no other table than this one belong to it.
    void adoptOrphans(const TableShape& shape)
    {
        if (!lostPages(shape.name) || isOneOf(changingTables, shape.name) || m_cancelled)
            return;
        TableRows rows = rowsOf(shape);
        Copied& copied = m_copied.at(shape.name);
        const auto fitsOnlyThis = [&](const StoredRow& row) {
            return rows.fitsWhole(row) && std::ranges::none_of(m_shapes, [&](const TableShape& other) {
                return other.name != shape.name && other.kind == shape.kind && lostPages(other.name)
                    && other.fits(row);
            });
        };
        m_reader.tellOrphans(shape.kind, fitsOnlyThis, [&](const StoredRow& row) {
            if (rows.write(row))
                ++copied.rows;
            return true;
        });
    }

    /// The texts of a dictionary stand in its index a second time.
    void fillFromIndex(const TableShape& shape, const Contents& contents)
    {
        const auto index = contents.indexes.find("sqlite_autoindex_" + shape.name + "_1");
        if (index == contents.indexes.end() || !isOneOf(dictionaries, shape.name) || m_cancelled)
            return;
        Copied& copied = m_copied.at(shape.name);
        if (!lostPages(shape.name) && copied.loss.rows == 0 && copied.refused == 0)
            return;
        SQLite::Statement insert(m_db, "INSERT OR IGNORE INTO " + shape.name + "(id, text) VALUES(?, ?)");
        const auto fits = [](const StoredRow& row) {
            return row.values.size() == 2 && row.values[0].kind == StoredValue::Kind::Text
                && row.values[1].kind == StoredValue::Kind::Integer;
        };
        (void)m_reader.walk(index->second, TreeKind::Index, fits, [&](const StoredRow& row) {
            insert.bind(1, row.values[1].integer);
            insert.bind(2, std::string(row.values[0].bytes));
            copied.rows += insert.exec();
            insert.reset();
            return true;
        });
    }

    /// How many rows there should be; empty where nothing says so.
    std::optional<std::int64_t> expected(const TableShape& shape)
    {
        for (const auto& [table, column] : countedByImports)
            if (shape.name == table && !lostPages("batch"))
                return m_db.execAndGet(fmt::format("SELECT coalesce(sum({}), 0) FROM batch", column))
                           .getInt64()
                    - rowsInSegments(shape.name);
        if (isOneOf(numberedTables, shape.name)) {
            const auto most = m_db.execAndGet("SELECT coalesce(max(id), -1) FROM " + shape.name).getInt64();
            const auto least = shape.name == "history" ? 0 : 1;
            return most > std::int64_t(m_pages) * 4096 ? std::nullopt : std::optional(most - least + 1);
        }
        return {};
    }

    std::int64_t rowsInSegments(const std::string& table)
    {
        if (!m_copied.contains("segment"))
            return 0; // a file of version 1
        return m_db
            .execAndGet(fmt::format("SELECT coalesce(sum(rows), 0) FROM segment WHERE kind = '{}'", table))
            .getInt64();
    }

    RescuedTable account(const TableShape& shape)
    {
        const Copied& copied = m_copied.at(shape.name);
        RescuedTable out { shape.name, copied.rows, copied.refused + copied.loss.rows, false,
            copied.loss.pages, tableWords(shape.name) };
        // Segments whose head is lost are missing among the events, which may have lost nothing else.
        const bool isBulk
            = std::ranges::any_of(bulkKinds, [&](const BulkKind* kind) { return shape.name == kind->name; });
        if (!lostPages(shape.name) && !(isBulk && lostPages("segment")))
            return out;
        const auto wanted = expected(shape);
        if (wanted && *wanted > copied.rows) {
            out.lost = std::max(out.lost, *wanted - copied.rows);
        } else if (!wanted) {
            out.isEstimate = true;
            out.lost += copied.loss.pages
                * std::max<std::int64_t>(1, copied.rows / std::max<std::int64_t>(1, copied.loss.pagesRead));
        }
        return out;
    }

    TreeReader m_reader;
    SQLite::Database& m_db;
    std::vector<TableShape> m_shapes;
    std::map<std::string, TableShape> m_older; ///< of tables whose layout was another once
    int m_version;
    const Progress& m_progress;
    std::uint32_t m_pages;
    std::map<std::string, Copied> m_copied;
    std::int64_t m_told = 0;
    bool m_cancelled = false;
};

/// A file that is nobody's yet: speed before safety, it is synced as a whole before it gets its name.
SQLite::Database scratchDatabase(const fs::path& file)
{
    SQLite::Database db = openConnection(file, OpenAs::Create);
    db.exec("PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
    db.execAndGet("PRAGMA journal_mode = MEMORY");
    return db;
}

/// What people call events, exposures and basket lines, wherever they lie. Where the imports' own counts are
/// whole they tell what is lost, also with the heads of segments.
void countBulkRows(SQLite::Database& db, RescueReport& report)
{
    const auto batches = std::ranges::find(report.tables, "batch", &RescuedTable::name);
    const bool counted = batches != report.tables.end() && batches->lost == 0 && batches->damagedPages == 0;
    for (RescuedTable& table : report.tables)
        for (const BulkKind* kind : bulkKinds) {
            if (table.name != kind->name)
                continue;
            table.rows
                = db.execAndGet(
                        fmt::format("SELECT (SELECT count(*) FROM {0}) + (SELECT coalesce(sum(rows), 0) "
                                    "FROM segment WHERE kind = '{0}')",
                            kind->name))
                      .getInt64();
            if (!counted)
                continue;
            const std::int64_t wanted
                = db.execAndGet(fmt::format("SELECT coalesce(sum(max(0, min({}, {}))), 0) FROM batch",
                                    kind->counted, mostRowsOfAnImport))
                      .getInt64();
            table.lost = std::max(std::int64_t(0), wanted - table.rows);
            table.isEstimate = false;
        }
}

Result<RescueReport> rescueInto(const fs::path& damaged, const fs::path& part, const Progress& progress)
{
    auto pages = PageFile::open(damaged);
    if (!pages)
        return fail(pages.error());
    int version = pages->userVersion();
    if (version > schemaVersion && version <= likelyVersions)
        return fail(ErrorCode::NewerVersion,
            "A later version of Offerwright made this project. Update the program to rescue it.",
            damaged.filename().string());
    if (version < 1 || version > schemaVersion)
        version = schemaVersion; // the header is damaged
    RescueReport report;
    SQLite::Database db = scratchDatabase(part);
    SQLite::Transaction transaction(db);
    createSchema(db, version == 1 ? 1 : schemaVersion); // from version 2 on rows of either layout are taken
    if (auto copied = TableCopier(*pages, db, version, progress).copyAll(report); !copied) {
        copied.error().at = damaged.filename().string();
        return fail(copied.error());
    }
    runSteps(db, migrationSteps());
    repairSegments(db, report);
    repairReferences(db, report);
    repairReleases(db, report);
    repairObjects(db, damaged.stem().string(), report);
    repairHistory(db, report);
    countBulkRows(db, report);
    repairBulkCounts(db);
    if (!report.isComplete())
        repairCounts(db);
    transaction.commit();
    return report;
}

std::string listed(const std::vector<std::string>& parts)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
        out += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return out;
}

}

std::int64_t RescueReport::rowsLost() const
{
    std::int64_t sum = 0;
    for (const RescuedTable& table : tables)
        if (!isOneOf(notData, table.name))
            sum += table.lost;
    return sum;
}

bool RescueReport::isComplete() const
{
    return objects.empty() && historyLost == 0 && notes.empty()
        && std::ranges::all_of(
            tables, [](const RescuedTable& t) { return t.lost == 0 && t.damagedPages == 0; });
}

std::string RescueReport::summary() const
{
    std::vector<std::string> parts;
    const auto missing = std::ranges::count(objects, false, &LostObject::restored);
    if (missing > 0)
        parts.push_back(counted(missing, "object", "objects"));
    if (const auto rows = rowsLost(); rows > 0)
        parts.push_back((std::ranges::any_of(tables, &RescuedTable::isEstimate) ? "about " : "")
            + counted(rows, "row", "rows"));
    if (historyLost > 0)
        parts.push_back(counted(historyLost, "step of the history", "steps of the history"));
    if (parts.empty())
        return isComplete() ? "Everything in it could be read."
                            : "All that people wrote in it could be read.";
    const bool one = parts.size() == 1 && (parts[0].starts_with("1 ") || parts[0].starts_with("about 1 "));
    return listed(parts) + (one ? " is missing." : " are missing.");
}

Result<RescueReport> rescue(const fs::path& damaged, const fs::path& copy, const Progress& progress)
{
    std::error_code ec;
    if (fs::exists(copy, ec))
        return fail(ErrorCode::Io, "There is a file of this name already. Choose another.", copy.string());
    for (const char* suffix : { "-wal", "-journal" }) // SQLite would take it for the copy's
        if (fs::exists(fs::path(copy) += suffix, ec))
            return fail(ErrorCode::Io, "There is a log of another project beside it. Choose another name.",
                (fs::path(copy) += suffix).string());
    if (auto looked = refuseForeign(damaged, "a project"); !looked)
        return fail(looked.error());
    std::optional<WriteLock> lock; // nobody folds a log into the file while we read it
    if (auto taken = WriteLock::take(damaged); taken)
        lock = std::move(*taken);
    else if (taken.error().code == ErrorCode::Conflict)
        return fail(taken.error());

    fs::path part = copy;
    part += ".part";
    fs::remove(part, ec);
    auto report = guarded(part, [&] { return rescueInto(damaged, part, progress); });
    if (report)
        if (auto placed = putInPlace(part, copy, IfThere::Refuse); !placed)
            report = fail(placed.error());
    if (!report)
        for (const char* suffix : { "", "-journal" })
            fs::remove(fs::path(part) += suffix, ec);
    return report;
}

}
