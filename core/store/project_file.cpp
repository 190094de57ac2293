// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project_file.h"

#include "store/file_words.h"
#include "store/migration.h"
#include "store/page_file.h"
#include "store/schema.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t quickCheckBelow = 4
    << 20; ///< bytes; a check reads every page: 4 MB take some milliseconds
constexpr std::string_view sqliteMagic("SQLite format 3\0", 16);

struct Kind {
    std::string_view magic;
    std::string_view name;
};
constexpr std::array<Kind, 9> kinds { { { "\x89PNG", "a PNG picture" }, { "\xFF\xD8\xFF", "a JPEG picture" },
    { "GIF8", "a GIF picture" }, { "%PDF", "a PDF document" },
    { "PK\x03\x04", "a ZIP archive or office document" }, { "\x1F\x8B", "a gzip archive" },
    { "{", "a JSON text" }, { "[", "a JSON text" }, { "<", "an XML or HTML text" } } };

std::string describe(std::string_view head)
{
    for (const Kind& kind : kinds)
        if (head.starts_with(kind.magic))
            return std::string(kind.name);
    return "no Offerwright project";
}

std::uint32_t word(std::string_view head, std::size_t at)
{
    return std::uint32_t(
        bigEndian({ reinterpret_cast<const std::uint8_t*>(head.data()), head.size() }, at, 4));
}

fs::path besides(const fs::path& file, const char* suffix)
{
    fs::path out = file;
    out += suffix;
    return out;
}

/// Whether pages are missing at the end. SQLite would read a cut last page as if it ended in zeros. While a
/// -wal waits to be folded in, the header may rightly speak of more pages than there are.
bool isCutOff(const fs::path& file, std::string_view head)
{
    std::error_code ec;
    if (fs::file_size(besides(file, "-wal"), ec) > 0 && !ec)
        return false;
    const std::uintmax_t size = fs::file_size(file, ec);
    std::uintmax_t pageSize = word(head, 16) >> 16;
    pageSize = pageSize == 1 ? 65536 : pageSize;
    const bool countHolds = word(head, 24) == word(head, 92);
    return pageSize < 512 || size % pageSize != 0 || (countHolds && size / pageSize < word(head, 28));
}

/// What can be told from the first bytes, in words that help; SQLite would say "not a database" or, of an
/// empty file, nothing at all.
Result<void> lookAtHead(const fs::path& file)
{
    const std::string name = file.filename().string();
    std::error_code ec;
    const fs::file_status status = fs::status(file, ec);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::NotFound, "There is no such file.", file.string());
    if (ec)
        return fail(ErrorCode::Io, "The file cannot be looked at: " + ec.message() + ".", file.string());
    if (status.type() == fs::file_type::directory)
        return fail(ErrorCode::InvalidInput,
            "This is a folder, not a project. Name a file that ends in .offerwright.", name);
    if (status.type() != fs::file_type::regular)
        return fail(ErrorCode::InvalidInput, "This is no regular file.", name);

    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(
            ErrorCode::Io, std::string("The file cannot be read: ") + std::strerror(errno) + ".", name);
    std::array<char, 100> bytes {};
    in.read(bytes.data(), bytes.size());
    const std::string_view head(bytes.data(), std::size_t(in.gcount()));
    if (head.empty())
        return fail(ErrorCode::InvalidInput, "The file is empty: no project was ever saved in it.", name);
    if (!head.starts_with(sqliteMagic)) {
        if (sqliteMagic.starts_with(head))
            return fail(ErrorCode::CorruptFile,
                "The file is cut off after a few bytes. Go back to a copy of it.", name);
        if (head.size() == bytes.size() && word(head, 68) == std::uint32_t(applicationId))
            return fail(ErrorCode::CorruptFile, "The first page of the project file is damaged.", name);
        return fail(ErrorCode::InvalidInput,
            "This is " + describe(head) + ", not a project. To bring its data in, import it.", name);
    }
    if (head.size() < bytes.size())
        return fail(
            ErrorCode::CorruptFile, "The file is cut off after a few bytes. Go back to a copy of it.", name);
    if (word(head, 68) != std::uint32_t(applicationId))
        return fail(ErrorCode::InvalidInput,
            "This is an SQLite database of another program, not an Offerwright project.", name);
    if (isCutOff(file, head))
        return fail(ErrorCode::CorruptFile, "The end of the project file is missing.", name);
    return {};
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
            "The folder of this project cannot be written. Save a copy elsewhere to edit it." };
    }
    if (!mayWrite(file))
        return { OpenAs::ReadOnly, "This project file is write-protected. Save a copy to edit it." };
    return { OpenAs::ReadWrite, {} };
}

/// A project of ours has neither; somebody else's idea must not run when we read a table.
void refuseTriggers(SQLite::Database& db)
{
    const int count
        = db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')").getInt();
    if (count > 0)
        throw FileDamage(std::string("The file holds triggers or views, which no project has. ") + rescueAdvice);
}

void refuseMissingTables(SQLite::Database& db)
{
    SQLite::Statement there(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
    for (const std::string_view name : tableNames(db.execAndGet("PRAGMA user_version").getInt())) {
        bindText(there, 1, name);
        if (!there.executeStep())
            throw FileDamage("The " + tableWords(name) + " is missing from the project file. " + rescueAdvice);
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

/// Throws where the file has what no project has, or where a quick look finds a page damaged.
void lookInside(SQLite::Database& db, const fs::path& file)
{
    refuseTriggers(db);
    refuseMissingTables(db);
    std::error_code ec;
    if (fs::file_size(file, ec) < quickCheckBelow)
        quickCheck(db, file);
}

/// An older version that cannot be brought up to date where it lies.
Result<OpenedFile> migratedElsewhere(OpenedFile older, const fs::path& file)
{
    auto scratch = ScratchFile::make(file);
    if (!scratch)
        return fail(scratch.error());
    const fs::path copy = scratch->path();
    if (auto done = migrateInto(file, copy); !done)
        return fail(done.error());
    OpenedFile out { std::move(*scratch), openConnection(copy, OpenAs::ReadOnly), OpenAs::ReadOnly,
        std::move(older.readOnlyReason), {}, false };
    return onlyReading(std::move(out));
}

/// With the write lock held: as this program writes it.
Result<OpenedFile> broughtUp(OpenedFile older, const fs::path& file)
{
    auto lock = std::move(older.lock);
    {
        const SQLite::Database closed = std::move(older.db); // the migration wants the file for itself
    }
    if (auto done = migrateFile(file); !done)
        return fail(done.error());
    return OpenedFile { {}, openConnection(file, OpenAs::ReadWrite), OpenAs::ReadWrite, {}, std::move(lock),
        false };
}

}

Result<OpenedFile> openProjectFile(const fs::path& file, Access access)
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
            return older ? migratedElsewhere(std::move(out), file) : Result<OpenedFile>(std::move(out));
        if (access == Access::View) {
            // Who only reads does not take the file away from those who work with an older program.
            out.readOnlyReason = "The project was opened to be read.";
            return older ? migratedElsewhere(std::move(out), file)
                         : Result<OpenedFile>(onlyReading(std::move(out)));
        }
        if (auto lock = WriteLock::take(file)) {
            out.lock = std::move(*lock);
        } else {
            out.readOnlyReason = lock.error().message;
            out.heldElsewhere = lock.error().code == ErrorCode::Conflict;
            return older ? migratedElsewhere(std::move(out), file)
                         : Result<OpenedFile>(onlyReading(std::move(out)));
        }
        if (older) {
            auto fresh = broughtUp(std::move(out), file);
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
        return onlyReading({ std::move(scratch), openConnection(copy, OpenAs::ReadOnly), OpenAs::ReadOnly,
            std::move(readOnlyReason), {}, false });
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
    return true;
}

}
