// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace crash {

/// What goes wrong, and when. Calls are SQLite's writes, syncs and truncations of any file of the process.
struct Fault {
    enum class Kind {
        None,
        Fail, ///< the call answers with an I/O error (or a full disk) and the program goes on
        Cut, ///< a write reaches the disk in part and the program dies
        PowerLoss, ///< the program dies, and of what was not synced some sectors never reached the disk
    };
    Kind kind = Kind::None;
    std::uint64_t call = 0; ///< the one that fails, counted from 1
    std::uint64_t calls = 1; ///< Fail: how many in a row
    std::uint64_t seed = 0; ///< which part is cut, which sectors are lost
};

/// Puts an I/O layer between SQLite and the disk that fails as told; it becomes the default for connections
/// opened later. Call once, before any. Cut and PowerLoss end the process by _exit(9).
void installFaultyVfs(const Fault& fault);

/// Calls so far.
std::uint64_t faultyVfsCalls();

}
