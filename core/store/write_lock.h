// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>

namespace ow::store {

/// The right to write a project: one program at a time holds it, and the system takes it back when that
/// program ends, however it ends. It is a lock on a small file beside the project (NAME.offerwright-lock),
/// not on the project itself: SQLite's own locks would be lost with any descriptor of the project that we
/// closed. The file says who holds it.
class WriteLock {
public:
    /// Errors: Conflict (another program has it: the sentence says which and since when), Io (the drive knows
    /// no locks, or the folder cannot be written).
    [[nodiscard]] static Result<WriteLock> take(const std::filesystem::path& project);

    WriteLock(WriteLock&& other) noexcept;
    WriteLock& operator=(WriteLock&& other) noexcept;
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;
    ~WriteLock();

private:
    WriteLock(std::filesystem::path file, int descriptor);

    std::filesystem::path m_file;
    int m_descriptor = -1;
};

/// Whether the file lies on a drive that other machines write too (NFS, SMB, …), where SQLite's shared memory
/// does not work. False where it cannot be told.
bool isOnNetworkDrive(const std::filesystem::path& file);

/// The same by the kernel's number of a file system (statfs: f_type).
bool isNetworkFileSystem(std::uint32_t type);

}
