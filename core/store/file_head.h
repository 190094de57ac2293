// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace ow::store {

/// What can be told from the first bytes, before SQLite sees the file, in words that help. Errors: NotFound,
/// Io, InvalidInput (no project: says what it is), CorruptFile (a project that is cut off, or whose beginning
/// is damaged while what follows looks like one: it can be rescued).
[[nodiscard]] Result<void> lookAtHead(const std::filesystem::path& file);

/// The version that the file's header names; 0 where it is no project.
int versionInHead(const std::filesystem::path& file);

/// Whether to open the file as a project: it is one, is a damaged one, or begins as any database does.
bool isProjectFile(const std::filesystem::path& file);

}
