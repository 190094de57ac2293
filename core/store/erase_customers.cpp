// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erase_customers.h"

#include "store/erase_in.h"
#include "store/file_words.h"
#include "store/project_file.h"
#include "store/put_in_place.h"
#include "store/vacuum_into.h"

#include <sys/stat.h>

#include <algorithm>
#include <fcntl.h>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

/// The two files that are written beside the project: the second is the first, erased from and without gaps.
struct Copies {
    explicit Copies(const fs::path& file)
        : worked(fs::path(file) += "-erasing")
        , compact(fs::path(file) += "-erased")
    {
        removeAll(); // of an attempt that was cut short
    }
    ~Copies() { removeAll(); }
    Copies(const Copies&) = delete;
    Copies& operator=(const Copies&) = delete;

    static void remove(const fs::path& file)
    {
        std::error_code ec;
        for (const char* suffix : { "", "-journal", "-wal", "-shm" })
            fs::remove(fs::path(file) += suffix, ec);
    }
    void removeAll() const
    {
        remove(worked);
        remove(compact);
    }

    fs::path worked;
    fs::path compact;
};

/// With the rights of the project from the beginning: what lies beside it must not be readable for more
/// people.
Result<void> makeLike(const fs::path& file, const fs::path& like)
{
    struct stat about { };
    const int made = ::stat(like.c_str(), &about) == 0
        ? ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)
        : -1;
    if (made < 0)
        return fail(ErrorCode::Io, "No file can be written beside the project, which erasing needs.",
            file.filename().string());
    (void)!::fchown(made, about.st_uid, about.st_gid); // only root may give files away
    (void)::fchmod(made, about.st_mode & 07777);
    ::close(made);
    return {};
}

/// A third of the whole work.
Progress part(const Progress& progress, std::int64_t number)
{
    if (!progress)
        return {};
    return [&progress, number](std::int64_t done, std::int64_t total) {
        constexpr std::int64_t each = 1'000;
        const std::int64_t share
            = total > 0 ? std::min(each, std::int64_t(double(done) / double(total) * each)) : 0;
        return progress(number * each + share, 3 * each);
    };
}

/// Nobody else reads or writes it until the connection closes, and no log lies beside it: one that stayed
/// would be folded into the file that takes this one's place.
Result<void> holdAlone(SQLite::Database& db, const fs::path& file)
{
    try {
        if (db.execAndGet("PRAGMA journal_mode = delete").getString() == "delete") {
            db.execAndGet("PRAGMA locking_mode = exclusive");
            db.exec("BEGIN EXCLUSIVE; COMMIT");
            return {};
        }
    } catch (const SQLite::Exception& failure) {
        if ((failure.getErrorCode() & 0xFF) != SQLITE_BUSY)
            throw;
    }
    return fail(ErrorCode::Conflict,
        "Somebody is reading the project. Close it everywhere, and wait for what runs with it, then erase "
        "again. "
        "Nothing was changed.",
        file.filename().string());
}

/// The copy gets its safety when it is whole.
Result<ErasureReport> eraseFrom(const fs::path& copy, const ErasureRequest& request, const Progress& progress)
{
    SQLite::Database db = openConnection(copy, OpenAs::ReadWrite);
    db.exec("PRAGMA synchronous = OFF");
    db.execAndGet("PRAGMA journal_mode = MEMORY");
    SQLite::Transaction transaction(db);
    auto report = eraseIn(db, request, progress);
    if (report)
        transaction.commit();
    return report;
}

Result<void> compact(const Copies& copies, const Progress& progress)
{
    SQLite::Database db = openConnection(copies.worked, OpenAs::ReadOnly);
    return vacuumInto(db, copies.compact, progress);
}

Result<ErasureReport> eraseBeside(
    SQLite::Database& old, const fs::path& file, const ErasureRequest& request, const Progress& progress)
{
    const Copies copies(file);
    for (const fs::path& copy : { copies.worked, copies.compact })
        if (auto made = makeLike(copy, file); !made)
            return fail(made.error());
    if (auto copied = vacuumInto(old, copies.worked, part(progress, 0)); !copied)
        return fail(copied.error());
    auto report = eraseFrom(copies.worked, request, part(progress, 1));
    if (!report)
        return report;
    if (auto done = compact(copies, part(progress, 2)); !done)
        return fail(done.error());
    {
        SQLite::Database fresh = openConnection(copies.compact, OpenAs::ReadOnly);
        if (const auto faults = pageFaults(fresh, copies.compact); !faults.empty())
            return fail(ErrorCode::Io,
                "What was written beside the project is damaged (" + faults.front()
                    + "): the disk may be failing. Nothing was changed.",
                file.filename().string());
    }
    if (!goOn(progress, 3'000, 3'000)) // the last moment
        return fail(ErrorCode::Cancelled, "Stopped. Nothing was erased.", file.filename().string());
    std::error_code ec;
    report->bytesBefore = std::int64_t(fs::file_size(file, ec));
    report->bytesAfter = std::int64_t(fs::file_size(copies.compact, ec));
    // Before the name changes hands: a program that is killed then must not leave what was erased beside it.
    Copies::remove(copies.worked);
    if (auto placed = putInPlace(copies.compact, file, IfThere::Replace); !placed)
        return fail(placed.error());
    return report;
}

}

Result<ErasureReport> eraseCustomers(
    const fs::path& name, const ErasureRequest& request, const Progress& progress)
{
    if (request.persons.empty()
        || std::ranges::any_of(request.persons, [](const ErasedPerson& p) { return p.id.empty(); }))
        return fail(ErrorCode::InvalidInput, "Say which customer to erase: an id is not empty.");
    std::error_code ec;
    fs::path file = fs::canonical(name, ec); // a link goes on pointing to the project
    if (ec)
        file = name;
    auto opened = openProjectFile(file, Access::Edit, {});
    if (!opened)
        return fail(opened.error());
    if (!opened->readOnlyReason.empty())
        return fail(opened->heldElsewhere ? ErrorCode::Conflict : ErrorCode::ReadOnly,
            opened->refusal.empty() ? opened->readOnlyReason : opened->refusal, file.filename().string());
    return guarded(file, [&]() -> Result<ErasureReport> {
        if (auto alone = holdAlone(opened->db, file); !alone)
            return fail(alone.error());
        return eraseBeside(opened->db, file, request, progress);
    });
}

}
