// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "store/sqlite.h"

#include <filesystem>

namespace ow::store {

/// Writes a compact copy of the database, which must not be there yet; tells bytes written of bytes to be
/// written at most. Nothing is left of it on failure. Not on the disk yet: see syncToDisk(). Errors:
/// Cancelled. Throws SQLite::Exception.
[[nodiscard]] Result<void> vacuumInto(
    SQLite::Database& db, const std::filesystem::path& copy, const Progress& progress = {});

/// The same, and only when it is whole and on the disk does it get its name. What a killed program leaves is
/// called NAME.part. Errors: Io (also: there already), Cancelled. Throws SQLite::Exception.
[[nodiscard]] Result<void> copyInto(
    SQLite::Database& db, const std::filesystem::path& copy, const Progress& progress = {});

}
