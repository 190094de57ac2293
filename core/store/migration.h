// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "store/schema.h"

#include <filesystem>

namespace ow::store {

/// Brings a project of an older version up to version steps.size() + 1: on a copy beside it (NAME-migrating),
/// which takes the file's place when it has been verified and is on the disk. Whenever the program or the
/// power ends, the name stands for the old file or for the new one, whole. What a -wal holds is folded in
/// first. The caller holds the write lock and has no connection open. Errors: Conflict (somebody reads or
/// writes the file), Io (a full disk), CorruptFile (the file, or what became of it; the file is as it was
/// then), Cancelled (likewise).
[[nodiscard]] Result<void> migrateFile(const std::filesystem::path& file,
    const std::vector<MigrationStep>& steps = migrationSteps(), const Progress& progress = {});

/// The same into a new file, for a project that cannot be written: `file` stays as it is.
[[nodiscard]] Result<void> migrateInto(const std::filesystem::path& file, const std::filesystem::path& copy,
    const std::vector<MigrationStep>& steps = migrationSteps(), const Progress& progress = {});

}
