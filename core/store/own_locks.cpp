// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/own_locks.h"

#include <cerrno>
#include <cstdarg>
#include <fcntl.h>
#include <sqlite3.h>

namespace ow::store {

namespace {

#ifdef F_OFD_SETLK

/// fcntl() as SQLite's unix VFS calls it. SQLite keeps count of its connections to a file by itself and asks
/// the system once for all of them, so that descriptors of one process do not meet each other here.
int fcntlWithOwnLocks(int descriptor, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    int result = 0;
    if (command == F_SETLK || command == F_GETLK) {
        auto* lock = va_arg(arguments, struct flock*);
        struct flock own = *lock;
        own.l_pid = 0; // must be
        result = ::fcntl(descriptor, command == F_SETLK ? F_OFD_SETLK : F_OFD_GETLK, &own);
        if (result == -1 && errno == EINVAL)
            result = ::fcntl(descriptor, command, lock); // a system without them
        else if (command == F_GETLK)
            *lock = own;
    } else { // whatever else it asks has a number or nothing behind it
        result = ::fcntl(descriptor, command, va_arg(arguments, long));
    }
    va_end(arguments);
    return result;
}

bool replaceFcntl()
{
    sqlite3_vfs* vfs = sqlite3_vfs_find("unix");
    if (vfs == nullptr || vfs->iVersion < 3 || vfs->xSetSystemCall == nullptr)
        return false;
    return vfs->xSetSystemCall(vfs, "fcntl", reinterpret_cast<sqlite3_syscall_ptr>(&fcntlWithOwnLocks))
        == SQLITE_OK;
}

#else

bool replaceFcntl() { return false; }

#endif

}

void keepLocksThroughCloses()
{
    static const bool done = replaceFcntl();
    (void)done;
}

}
