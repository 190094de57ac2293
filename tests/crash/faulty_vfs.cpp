// SPDX-License-Identifier: GPL-3.0-or-later
#include "crash/faulty_vfs.h"

#include "base/random.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <list>
#include <mutex>
#include <optional>
#include <set>
#include <sqlite3.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace crash {

namespace {

constexpr sqlite3_int64 sector = 512; ///< what a disk writes whole or not at all

/// What stood in a file before a write that was not synced yet.
struct Unsynced {
    const char* file; ///< interned: all descriptors of a file have one name, and one sync serves them all
    sqlite3_int64 offset;
    std::string before; ///< up to the file's end of then
    sqlite3_int64 size; ///< of the file, before
    sqlite3_int64 length; ///< of the write
};

struct State {
    Fault fault;
    sqlite3_vfs* real = nullptr;
    std::mutex mutex;
    std::uint64_t calls = 0;
    std::list<Unsynced> unsynced;
    std::optional<ow::Philox> random;
    std::set<std::string> names;
};

State& state()
{
    static State s;
    return s;
}

/// SQLite allocates szOsFile bytes: ours, then the real file's.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
    const char* name;
};

sqlite3_file* realOf(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
const char* nameOf(sqlite3_file* file) { return reinterpret_cast<File*>(file)->name; }

[[noreturn]] void die() { ::_exit(9); }

/// Takes back a random part of what was written since the last sync, newest first, then dies.
[[noreturn]] void losePower()
{
    State& s = state();
    for (auto entry = s.unsynced.rbegin(); entry != s.unsynced.rend(); ++entry) {
        const int file = ::open(entry->file, O_WRONLY | O_CLOEXEC);
        if (file < 0)
            continue; // removed meanwhile
        const auto known = sqlite3_int64(entry->before.size());
        for (sqlite3_int64 at = 0; at < entry->length; at += sector) {
            if (s.random->bernoulli(0.5))
                continue; // this sector had reached the disk
            const auto end = std::min(at + sector, entry->length);
            std::string old(std::size_t(end - at), '\0'); // beyond the old end: zeros
            for (auto i = at; i < std::min(end, known); ++i)
                old[std::size_t(i - at)] = entry->before[std::size_t(i)];
            (void)!::pwrite(file, old.data(), old.size(), entry->offset + at);
        }
        // The new length is metadata of the file system: it may be lost as well.
        if (entry->offset + entry->length > entry->size && s.random->bernoulli(0.3))
            (void)!::ftruncate(file, entry->size);
        ::close(file);
    }
    die();
}

enum class Now { Goes, Fails, Cuts };

/// Counts the call and says what becomes of it. Does not come back from a loss of power.
Now next()
{
    State& s = state();
    ++s.calls;
    if (s.fault.kind == Fault::Kind::None || s.calls < s.fault.call)
        return Now::Goes;
    switch (s.fault.kind) {
    case Fault::Kind::Fail:
        return s.calls < s.fault.call + s.fault.calls ? Now::Fails : Now::Goes;
    case Fault::Kind::Cut:
        return Now::Cuts;
    default:
        losePower();
    }
}

void remember(sqlite3_file* file, int length, sqlite3_int64 offset)
{
    sqlite3_file* real = realOf(file);
    State& s = state();
    if (s.fault.kind != Fault::Kind::PowerLoss)
        return;
    Unsynced entry { nameOf(file), offset, {}, 0, length };
    (void)real->pMethods->xFileSize(real, &entry.size);
    const auto there = std::clamp<sqlite3_int64>(entry.size - offset, 0, length);
    entry.before.resize(std::size_t(there));
    if (there > 0)
        (void)real->pMethods->xRead(real, entry.before.data(), int(there), offset);
    s.unsynced.push_back(std::move(entry));
}

int write(sqlite3_file* file, const void* bytes, int length, sqlite3_int64 offset)
{
    State& s = state();
    const std::lock_guard lock(s.mutex);
    sqlite3_file* real = realOf(file);
    switch (next()) {
    case Now::Fails:
        return s.fault.seed % 2 == 0 ? SQLITE_IOERR_WRITE : SQLITE_FULL;
    case Now::Cuts:
        (void)real->pMethods->xWrite(real, bytes, int(s.random->below(std::uint64_t(length))), offset);
        die();
    case Now::Goes:
        break;
    }
    remember(file, length, offset);
    return real->pMethods->xWrite(real, bytes, length, offset);
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    State& s = state();
    const std::lock_guard lock(s.mutex);
    sqlite3_file* real = realOf(file);
    switch (next()) {
    case Now::Fails:
        return SQLITE_IOERR_TRUNCATE;
    case Now::Cuts:
        die();
    case Now::Goes:
        break;
    }
    sqlite3_int64 now = 0;
    (void)real->pMethods->xFileSize(real, &now);
    if (now > size)
        remember(file, int(now - size), size); // written back, the file grows to its old length
    return real->pMethods->xTruncate(real, size);
}

int sync(sqlite3_file* file, int flags)
{
    State& s = state();
    const std::lock_guard lock(s.mutex);
    sqlite3_file* real = realOf(file);
    switch (next()) {
    case Now::Fails:
        return SQLITE_IOERR_FSYNC;
    case Now::Cuts:
        die();
    case Now::Goes:
        break;
    }
    std::erase_if(s.unsynced, [&](const Unsynced& u) { return u.file == nameOf(file); });
    return real->pMethods->xSync(real, flags);
}

// The rest goes straight through. Closing does not sync.
int close(sqlite3_file* f) { return realOf(f)->pMethods->xClose(realOf(f)); }
int read(sqlite3_file* f, void* to, int n, sqlite3_int64 at)
{
    return realOf(f)->pMethods->xRead(realOf(f), to, n, at);
}
int fileSize(sqlite3_file* f, sqlite3_int64* size) { return realOf(f)->pMethods->xFileSize(realOf(f), size); }
int lock(sqlite3_file* f, int level) { return realOf(f)->pMethods->xLock(realOf(f), level); }
int unlock(sqlite3_file* f, int level) { return realOf(f)->pMethods->xUnlock(realOf(f), level); }
int checkLock(sqlite3_file* f, int* out) { return realOf(f)->pMethods->xCheckReservedLock(realOf(f), out); }
int control(sqlite3_file* f, int op, void* arg)
{
    return realOf(f)->pMethods->xFileControl(realOf(f), op, arg);
}
int sectorSize(sqlite3_file* f) { return realOf(f)->pMethods->xSectorSize(realOf(f)); }
/// A disk without promises: writes may tear and come in any order.
int characteristics(sqlite3_file*) { return 0; }
int shmMap(sqlite3_file* f, int region, int size, int extend, void volatile** out)
{
    return realOf(f)->pMethods->xShmMap(realOf(f), region, size, extend, out);
}
int shmLock(sqlite3_file* f, int offset, int n, int flags)
{
    return realOf(f)->pMethods->xShmLock(realOf(f), offset, n, flags);
}
void shmBarrier(sqlite3_file* f) { realOf(f)->pMethods->xShmBarrier(realOf(f)); }
int shmUnmap(sqlite3_file* f, int remove) { return realOf(f)->pMethods->xShmUnmap(realOf(f), remove); }

/// Version 2: with shared memory for the write-ahead log, without mapped pages, which would pass us by.
constexpr sqlite3_io_methods methods { 2, close, read, write, truncate, sync, fileSize, lock, unlock,
    checkLock, control, sectorSize, characteristics, shmMap, shmLock, shmBarrier, shmUnmap, nullptr,
    nullptr };

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    sqlite3_vfs* real = state().real;
    auto* ours = reinterpret_cast<File*>(file);
    ours->base.pMethods = nullptr;
    ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
    ours->name = state().names.insert(name == nullptr ? "" : name).first->c_str();
    const int code = real->xOpen(real, name, ours->real, flags, outFlags);
    if (ours->real->pMethods != nullptr)
        ours->base.pMethods = &methods;
    return code;
}

}

void installFaultyVfs(const Fault& fault)
{
    State& s = state();
    s.fault = fault;
    s.random.emplace(fault.seed);
    s.real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs ours = *s.real; // its other functions know nothing of files
    ours.szOsFile = int(sizeof(File)) + s.real->szOsFile;
    ours.zName = "faulty";
    ours.pNext = nullptr;
    ours.xOpen = open;
    sqlite3_vfs_register(&ours, 1);
}

std::uint64_t faultyVfsCalls() { return state().calls; }

}
