// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_file.h"

#include "store/check_file.h"
#include "store/file_head.h"
#include "store/file_words.h"
#include "store/migration.h"
#include "store/schema.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

fs::path besides(const fs::path& file, const char* suffix)
{
    fs::path out = file;
    out += suffix;
    return out;
}

/// By the effective user, as open() judges.
bool mayWrite(const fs::path& path) { return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0; }

/// How the file may be opened, and why not for writing.
std::pair<OpenAs, std::string> rights(const fs::path& file)
{
    const fs::path folder = fs::absolute(file).parent_path();
    std::error_code ec;
    if (!mayWrite(folder)) {
        // Without a way to write -shm only an immutable view works; what a crash left in a -wal needs the
        // real one.
        const auto wal = fs::file_size(besides(file, "-wal"), ec);
        return { !ec && wal > 0 ? OpenAs::ReadOnly : OpenAs::Immutable,
            "The folder of this project cannot be written. Copy it to another folder to edit it." };
    }
    if (!mayWrite(file))
        return { OpenAs::ReadOnly,
            "This project file is write-protected. Copy it to edit it, or give yourself the right to write "
            "it." };
    return { OpenAs::ReadWrite, {} };
}

/// A project of ours has neither; somebody else's idea must not run when we read a table.
void refuseTriggers(SQLite::Database& db)
{
    const int count
        = db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')").getInt();
    if (count > 0)
        throw FileDamage(
            std::string("The file holds triggers or views, which no project has. ") + rescueAdvice);
}

void refuseMissingTables(SQLite::Database& db)
{
    SQLite::Statement there(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    for (const std::string_view name : tableNames(db.execAndGet("PRAGMA user_version").getInt())) {
        bindText(there, 1, name);
        if (!there.executeStep())
            throw FileDamage(
                "The " + tableWords(name) + " is missing from the project file. " + rescueAdvice);
        there.reset();
    }
}

/// WAL, which is persistent in the header; on a drive that other machines write too, where its shared memory
/// does not work, the rollback journal. Where somebody reads just now the file keeps what it has until the
/// next opening.
void chooseJournal(SQLite::Database& db, const fs::path& file)
{
    const char* const wanted = isOnNetworkDrive(file) ? "delete" : "wal";
    try {
        if (db.execAndGet("PRAGMA journal_mode").getString() != wanted)
            db.execAndGet(std::string("PRAGMA journal_mode = ") + wanted);
    } catch (const SQLite::Exception& failure) {
        if ((failure.getErrorCode() & 0xFF) != SQLITE_BUSY)
            throw;
    }
}

/// From the refusal, which says who has it, the sentence for who only looks on.
std::string followed(const std::string& refusal)
{
    return refusal.substr(0, refusal.find(". "))
        + ". It is shown as it is there, and can be edited here when it is closed there.";
}

/// The connection stays one that could write, since reading a write-ahead log needs its shared memory; the
/// statement forbids it.
OpenedFile onlyReading(OpenedFile out)
{
    out.db.exec("PRAGMA query_only = ON");
    return out;
}

void quickCheck(SQLite::Database& db, const fs::path& file)
{
    if (db.execAndGet("PRAGMA quick_check(1)").getString() == "ok")
        return;
    const auto faults = pageFaults(db, file);
    throw FileDamage("The project file is damaged" + firstOf(faults) + ". " + rescueAdvice);
}

}

Result<OpenedFile> createProjectFile(const fs::path& file)
{
    std::error_code ec;
    if (fs::exists(file, ec))
        return fail(ErrorCode::Io, "There is a file of this name already. Choose another name or open it.",
            file.string());
    const fs::path folder = fs::absolute(file).parent_path();
    if (!fs::is_directory(folder, ec))
        return fail(
            ErrorCode::Io, "There is no folder " + folder.string() + ". Make it first.", file.string());
    if (!mayWrite(folder))
        return fail(ErrorCode::Io, "The folder " + folder.string() + " cannot be written.", file.string());

    auto made = guarded(file, [&]() -> Result<OpenedFile> {
        auto lock = WriteLock::take(file);
        if (!lock)
            return fail(std::move(lock.error()));
        OpenedFile out { {}, openConnection(file, OpenAs::Create), OpenAs::ReadWrite, {}, std::move(*lock),
            false };
        SQLite::Transaction transaction(out.db);
        createSchema(out.db);
        transaction.commit();
        chooseJournal(out.db, file);
        return out;
    });
    if (!made)
        for (const char* suffix : { "", "-wal", "-shm", "-journal" })
            fs::remove(besides(file, suffix), ec);
    return made;
}

namespace {

/// What people authored, and what says which data there is: small whatever the data.
void checkAuthored(SQLite::Database& db, const fs::path& file)
{
    for (const char* table : { "meta", "object", "history", "change", "release", "batch" })
        if (db.execAndGet(std::string("PRAGMA quick_check('") + table + "')").getString() != "ok") {
            const auto faults = pageFaults(db, file);
            throw FileDamage("The project file is damaged" + firstOf(faults) + ". " + rescueAdvice);
        }
}

/// Throws where the file has what no project has, or where a quick look finds a page damaged. Of a great file
/// only what people authored is looked at: reading the rest takes as long as importing it did, see
/// Project::distrust().
void lookInside(SQLite::Database& db, const fs::path& file)
{
    refuseTriggers(db);
    refuseMissingTables(db);
    std::error_code ec;
    if (fs::file_size(file, ec) < checkedOnOpenBelow)
        quickCheck(db, file);
    else
        checkAuthored(db, file);
}

/// An older version that cannot be brought up to date where it lies.
Result<OpenedFile> migratedElsewhere(OpenedFile older, const fs::path& file, const Progress& progress)
{
    auto scratch = ScratchFile::make(file);
    if (!scratch)
        return fail(scratch.error());
    const fs::path copy = scratch->path();
    if (auto done = migrateInto(file, copy, migrationSteps(), progress); !done)
        return fail(done.error());
    OpenedFile out { std::make_shared<ScratchFile>(std::move(*scratch)),
        openConnection(copy, OpenAs::ReadOnly), OpenAs::ReadOnly, std::move(older.readOnlyReason), {},
        false };
    return onlyReading(std::move(out));
}

/// With the write lock held: as this program writes it.
Result<OpenedFile> broughtUp(OpenedFile older, const fs::path& file, const Progress& progress)
{
    auto lock = std::move(older.lock);
    {
        const SQLite::Database closed = std::move(older.db); // the migration wants the file for itself
    }
    if (auto done = migrateFile(file, migrationSteps(), progress); !done)
        return fail(done.error());
    return OpenedFile { {}, openConnection(file, OpenAs::ReadWrite), OpenAs::ReadWrite, {}, std::move(lock),
        false };
}

}

Result<OpenedFile> openProjectFile(const fs::path& file, Access access, const Progress& progress)
{
    if (auto looked = lookAtHead(file); !looked)
        return fail(looked.error());
    return guarded(file, [&]() -> Result<OpenedFile> {
        auto [as, reason] = rights(file);
        OpenedFile out { {}, openConnection(file, as), as, reason, {}, false };
        foldLogOnClose(out.db, false); // until it is known to be sound
        const int version = out.db.execAndGet("PRAGMA user_version").getInt();
        if (version > schemaVersion) {
            out.readOnlyReason
                = fmt::format("A later version of Offerwright made this project (file version {}, this "
                              "program knows {}). It is shown read-only; update the program to edit it.",
                    version, schemaVersion);
            return out;
        }
        if (version < 1)
            return fail(ErrorCode::CorruptFile, "The file calls itself a project but names no version.",
                file.filename().string());
        lookInside(out.db, file);
        const bool older = version < schemaVersion;
        if (!out.readOnlyReason.empty())
            return older ? migratedElsewhere(std::move(out), file, progress)
                         : Result<OpenedFile>(std::move(out));
        if (access == Access::View) {
            // Who only reads does not take the file away from those who work with an older program.
            out.readOnlyReason = "The project was opened to be read.";
            return older ? migratedElsewhere(std::move(out), file, progress)
                         : Result<OpenedFile>(onlyReading(std::move(out)));
        }
        if (auto lock = WriteLock::take(file)) {
            out.lock = std::move(*lock);
        } else {
            out.refusal = lock.error().message;
            out.heldElsewhere = lock.error().code == ErrorCode::Conflict;
            out.readOnlyReason = out.heldElsewhere ? followed(out.refusal) : out.refusal;
            return older ? migratedElsewhere(std::move(out), file, progress)
                         : Result<OpenedFile>(onlyReading(std::move(out)));
        }
        if (older) {
            auto fresh = broughtUp(std::move(out), file, progress);
            if (!fresh)
                return fresh;
            out = std::move(*fresh);
        }
        chooseJournal(out.db, file);
        return out;
    });
}

void foldLogOnClose(SQLite::Database& db, bool fold)
{
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, fold ? 0 : 1, nullptr);
}

Result<OpenedFile> openRescuedFile(ScratchFile scratch, std::string readOnlyReason)
{
    const fs::path copy = scratch.path();
    return guarded(copy, [&] {
        return onlyReading({ std::make_shared<ScratchFile>(std::move(scratch)),
            openConnection(copy, OpenAs::ReadOnly), OpenAs::ReadOnly, std::move(readOnlyReason), {}, false });
    });
}

bool takeOver(OpenedFile& opened, const fs::path& file)
{
    auto lock = WriteLock::take(file);
    if (!lock)
        return false;
    opened.db.exec("PRAGMA query_only = OFF");
    chooseJournal(opened.db, file);
    opened.lock = std::move(*lock);
    opened.heldElsewhere = false;
    opened.readOnlyReason.clear();
    opened.refusal.clear();
    return true;
}

}
