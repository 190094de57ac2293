// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/vacuum_into.h"

#include "store/put_in_place.h"

#include <algorithm>
#include <atomic>
#include <sqlite3.h>
#include <string>
#include <unistd.h>

namespace ow::store {

namespace fs = std::filesystem;

namespace {

constexpr int stepsBetween = 500; ///< of SQLite's machine: some hundred rows, or 5 MB of packed blocks

/// Asks, while it lives, whether the connection's work is to go on.
class Watch {
public:
    Watch(SQLite::Database& db, fs::path copy, const Progress& progress)
        : m_db(db)
        , m_copy(std::move(copy))
        , m_progress(progress)
        , m_total(bytesOf(db))
    {
        if (m_progress)
            sqlite3_progress_handler(db.getHandle(), stepsBetween, &Watch::ask, this);
    }
    ~Watch() { sqlite3_progress_handler(m_db.getHandle(), 0, nullptr, nullptr); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    bool stopped() const { return m_stopped; }

private:
    static std::int64_t bytesOf(SQLite::Database& db)
    {
        const auto number = [&](const char* pragma) { return db.execAndGet(pragma).getInt64(); };
        return number("PRAGMA page_size") * (number("PRAGMA page_count") - number("PRAGMA freelist_count"));
    }

    static int ask(void* self)
    {
        auto& watch = *static_cast<Watch*>(self);
        std::error_code ec;
        const auto size = fs::file_size(watch.m_copy, ec);
        const std::int64_t done = ec ? 0 : std::min(std::int64_t(size), watch.m_total);
        watch.m_stopped = watch.m_stopped || !watch.m_progress(done, watch.m_total);
        return watch.m_stopped ? 1 : 0;
    }

    SQLite::Database& m_db;
    fs::path m_copy;
    const Progress& m_progress;
    std::int64_t m_total;
    bool m_stopped = false;
};

/// Another one for every copy that is being made at the same time.
fs::path partOf(const fs::path& copy)
{
    static std::atomic<int> count = 0;
    return fs::path(copy) += "." + std::to_string(::getpid()) + "-" + std::to_string(++count) + ".part";
}

void removeWithLog(const fs::path& file)
{
    std::error_code ec;
    for (const char* suffix : { "", "-journal" })
        fs::remove(fs::path(file) += suffix, ec);
}

}

Result<void> vacuumInto(SQLite::Database& db, const fs::path& copy, const Progress& progress)
{
    const Watch watch(db, copy, progress);
    try {
        SQLite::Statement into(db, "VACUUM INTO ?");
        into.bind(1, copy.string());
        into.exec();
    } catch (const SQLite::Exception&) {
        removeWithLog(copy);
        if (watch.stopped())
            return fail(ErrorCode::Cancelled, "Stopped. Nothing was written.", copy.filename().string());
        throw;
    }
    return {};
}

Result<void> copyInto(SQLite::Database& db, const fs::path& copy, const Progress& progress)
{
    std::error_code ec;
    if (fs::exists(copy, ec))
        return fail(ErrorCode::Io, "There is a file of this name already. Choose another.", copy.string());
    const fs::path part = partOf(copy);
    removeWithLog(part); // of an attempt that was cut short
    if (auto done = vacuumInto(db, part, progress); !done)
        return done;
    auto placed = putInPlace(part, copy, IfThere::Refuse);
    if (!placed)
        removeWithLog(part);
    return placed;
}

}
