// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite.h"

#include <filesystem>
#include <string>

namespace ow::store {

/// A project's file, opened and found to be one.
struct OpenedFile {
    SQLite::Database db;
    OpenAs as = OpenAs::ReadWrite;
    std::string readOnlyReason; ///< empty = may be written
};

/// Makes the file with an empty schema. Errors: Io (exists already, no folder, no permission, disk full);
/// leaves nothing behind then.
[[nodiscard]] Result<OpenedFile> createProjectFile(const std::filesystem::path& file);

/// Looks at the file before SQLite does and says what it is where it is no project. Does not change the file,
/// except for a migration of an older version. Errors: NotFound, Io, InvalidInput (not a project),
/// CorruptFile.
[[nodiscard]] Result<OpenedFile> openProjectFile(const std::filesystem::path& file);

}
