// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migration.h"

#include "store/batches.h"
#include "store/file_words.h"
#include "store/object_kinds.h"
#include "store/put_in_place.h"
#include "store/vacuum_into.h"

#include <sys/stat.h>

#include <array>
#include <sqlite3.h>
#include <unistd.h>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

/// What must be the same before and after.
struct Inventory {
    std::array<std::int64_t, 7> counts {};
    std::int64_t objects = 0;
    std::int64_t steps = 0;
    std::int64_t releases = 0;
    std::int64_t imports = 0;
    std::int64_t head = 0;
    std::array<std::int64_t, 3> segments {}; ///< how many, their rows, their columns
    friend bool operator==(const Inventory&, const Inventory&) = default;
};

/// Blocks of great imports, which no count of the imports' own tells.
std::array<std::int64_t, 3> segmentsOf(SQLite::Database& db)
{
    if (!db.tableExists("segment"))
        return {};
    const auto number = [&](const char* sql) { return db.execAndGet(sql).getInt64(); };
    return { number("SELECT count(*) FROM segment"), number("SELECT coalesce(sum(rows), 0) FROM segment"),
        number("SELECT count(*) FROM segment_column WHERE id / 16 IN (SELECT id FROM segment)") };
}

Inventory inventoryOf(SQLite::Database& db)
{
    const Counts c = readCounts(db);
    const auto rows = [&](const char* table) {
        return db.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt64();
    };
    return { { c.products, c.customers, c.events, c.exposures, c.basketLines, c.minedEdges, c.rejectedRows },
        rows("object"), rows("history"), rows("release"), rows("batch"),
        db.execAndGet("SELECT value FROM meta WHERE name = 'head'").getInt64(), segmentsOf(db) };
}

Error notVerified(const fs::path& file, const std::string& why)
{
    return { ErrorCode::CorruptFile,
        "The project could not be brought to this version of the program (" + why
            + "). It was not changed. Check it with offerwright check-file.",
        file.filename().string() };
}

/// Every page, every object, and as much of everything as there was before.
Result<void> verify(SQLite::Database& db, const Inventory& before, const fs::path& file, const fs::path& copy)
{
    if (const auto faults = pageFaults(db, copy); !faults.empty())
        return fail(notVerified(file, faults.front()));
    DraftState scratch;
    SQLite::Statement objects(db, "SELECT kind, id, position, body FROM object ORDER BY kind, position, id");
    while (objects.executeStep()) {
        const ObjectKey key { textOf(objects.getColumn(0)), textOf(objects.getColumn(1)) };
        if (auto done = scratch.set(key, objects.getColumn(2).getDouble(), textOf(objects.getColumn(3)));
            !done)
            return fail(notVerified(file, done.error().text()));
    }
    if (!(inventoryOf(db) == before))
        return fail(notVerified(file, "something would have been lost"));
    return {};
}

/// Runs the steps on the finished copy. Its safety does not matter until it has its name.
Result<void> bringUp(const fs::path& copy, const std::vector<MigrationStep>& steps, const Inventory& before,
    const fs::path& file, const Progress& progress)
{
    SQLite::Database db = openConnection(copy, OpenAs::ReadWrite);
    db.exec("PRAGMA synchronous = OFF");
    db.execAndGet("PRAGMA journal_mode = MEMORY");
    db.exec("PRAGMA foreign_keys = OFF");
    SQLite::Transaction transaction(db);
    runSteps(db, steps);
    if (!goOn(progress, 1, 1))
        return fail(ErrorCode::Cancelled, "Stopped. The project is as it was.", file.filename().string());
    if (auto verified = verify(db, before, file, copy); !verified)
        return verified;
    transaction.commit();
    if (!goOn(progress, 1, 1)) // the last moment: it gets its name next
        return fail(ErrorCode::Cancelled, "Stopped. The project is as it was.", file.filename().string());
    return {};
}

/// As the old file: who may read and write it.
void takeRights(const fs::path& from, const fs::path& to)
{
    struct stat about { };
    if (::stat(from.c_str(), &about) != 0)
        return;
    (void)!::chown(to.c_str(), about.st_uid, about.st_gid); // only root may give files away
    (void)::chmod(to.c_str(), about.st_mode & 07777);
}

/// Nobody else reads or writes it until the connection closes, and no log lies beside it: one that stayed
/// would be folded into the file that takes this one's place.
void holdAlone(SQLite::Database& db)
{
    if (db.execAndGet("PRAGMA journal_mode = delete").getString() != "delete")
        throw SQLite::Exception("the log is in use", SQLITE_BUSY);
    db.execAndGet("PRAGMA locking_mode = exclusive");
    db.exec("BEGIN EXCLUSIVE; COMMIT");
}

Result<void> migrateBeside(const fs::path& file, const fs::path& copy,
    const std::vector<MigrationStep>& steps, const Progress& progress)
{
    SQLite::Database old = openConnection(file, OpenAs::ReadWrite);
    holdAlone(old);
    if (std::size_t(old.execAndGet("PRAGMA user_version").getInt()) > steps.size())
        return {}; // another program has done it
    const Inventory before = inventoryOf(old);
    if (auto copied = vacuumInto(old, copy, progress); !copied)
        return copied;
    if (auto done = bringUp(copy, steps, before, file, progress); !done)
        return done;
    takeRights(file, copy);
    return putInPlace(copy, file, IfThere::Replace);
}

void removeCopy(const fs::path& copy)
{
    std::error_code ec;
    for (const char* suffix : { "", "-journal", "-wal", "-shm" })
        fs::remove(fs::path(copy) += suffix, ec);
}

}

Result<void> migrateFile(
    const fs::path& name, const std::vector<MigrationStep>& steps, const Progress& progress)
{
    std::error_code ec;
    fs::path file = fs::canonical(name, ec); // a link goes on pointing to the project
    if (ec)
        file = name;
    const fs::path copy = fs::path(file) += "-migrating";
    removeCopy(copy); // of an attempt that was cut short
    auto done = guarded(file, [&] { return migrateBeside(file, copy, steps, progress); });
    if (!done)
        removeCopy(copy);
    return done;
}

Result<void> migrateInto(const fs::path& file, const fs::path& copy, const std::vector<MigrationStep>& steps,
    const Progress& progress)
{
    auto done = guarded(file, [&]() -> Result<void> {
        SQLite::Database old = openConnection(file, OpenAs::ReadOnly);
        const Inventory before = inventoryOf(old);
        if (auto copied = vacuumInto(old, copy, progress); !copied)
            return copied;
        return bringUp(copy, steps, before, file, progress);
    });
    if (!done)
        removeCopy(copy);
    return done;
}

}
