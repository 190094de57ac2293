// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "store/project.h"
#include "store/scratch_file.h"
#include "store/sqlite.h"
#include "store/write_lock.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace ow::store {

/// A project's file, opened and found to be one.
struct OpenedFile {
    /// Where it is read from instead, where it cannot be read as it lies; copies that are being made of it
    /// hold it, too. First, so that it goes away last.
    std::shared_ptr<const ScratchFile> scratch {};
    SQLite::Database db;
    OpenAs as = OpenAs::ReadWrite;
    std::string readOnlyReason; ///< for who looks at it; empty = may be written
    std::optional<WriteLock> lock; ///< held while it may be written
    bool heldElsewhere = false; ///< read-only because another program writes it
    std::string refusal {}; ///< what a refused edit says where that is another sentence than readOnlyReason
};

/// Makes the file with an empty schema. Errors: Io (exists already, no folder, no permission, disk full);
/// leaves nothing behind then.
[[nodiscard]] Result<OpenedFile> createProjectFile(const std::filesystem::path& file);

/// To edit: takes the right to write; where another program has it, the file is opened to be read.
/// Looks at the file before SQLite does and says what it is where it is no project. Does not change the file,
/// except for a migration of an older version (store/migration.h; where the file cannot be written or is only
/// to be read, a scratch copy is migrated). Closing it leaves a -wal as it is, see foldLogOnClose(). Errors:
/// NotFound, Io, InvalidInput (not a project), CorruptFile, Cancelled (while it was migrated).
[[nodiscard]] Result<OpenedFile> openProjectFile(
    const std::filesystem::path& file, Access access, const Progress& progress = {});

/// Whether the connection, if it is the last, folds a -wal into the file when it closes: not into one that is
/// damaged. False after openProjectFile(); to be switched on when everything could be read.
void foldLogOnClose(SQLite::Database& db, bool fold);

/// The connection of a project that was rescued into a scratch file, to be read only.
[[nodiscard]] Result<OpenedFile> openRescuedFile(ScratchFile scratch, std::string readOnlyReason);

/// Takes the right to write for a file that was opened to be read because another program had it. False where
/// it still has.
[[nodiscard]] bool takeOver(OpenedFile& opened, const std::filesystem::path& file);

}
