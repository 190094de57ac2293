// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ow::store {

/// Lets SQLite's locks belong to its own open files instead of to the process, from now on and for the whole
/// process.
///
/// POSIX takes all of a process's locks on a file away as soon as any part of the process closes that file: a
/// file dialog that looks into it to tell its type, say, or a library that reads its first bytes. Then
/// another program may tidy the write-ahead log away from under us, and steps that were acknowledged are
/// lost. Locks of open file descriptions (Linux since 3.15, fcntl(2) "Open file description locks") stay;
/// towards other programs they are the same locks. Where the system has none, nothing changes. Any thread;
/// cheap when it was done.
void keepLocksThroughCloses();

}
