// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/importer.h"
#include "ingest/preset.h"
#include "ingest/table_source.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// A file as an import reads it: opened with what the options and their mapping say, and seen through the
/// mapping. Joined files are where the options say, else beside the file. Errors: as openTable() and
/// MappedTable::open(), `at` the file.
/// @param timezone  the project's
/// @param progress  asked while joined files are read
/// @param print  as of openTable(); joined files are not told
[[nodiscard]] Result<std::unique_ptr<TableSource>> openForImport(const std::filesystem::path& file,
    const ImportOptions& options, const std::string& timezone, const Progress& progress = {},
    FilesPrint* print = nullptr);

/// Where the files are that the options' mapping joins, in its order: where the options say, else beside
/// `file`. Errors: InvalidInput (the mapping names a file elsewhere, which it may not by itself).
[[nodiscard]] Result<std::vector<std::filesystem::path>> joinedFiles(
    const std::filesystem::path& file, const ImportOptions& options);

/// Which preset reads the table: the mapping's kind's general one; the one that is named; the first that
/// fits. Errors: NotFound, InvalidInput (none fits; a preset named beside a mapping; another kind than the
/// mapping's).
[[nodiscard]] Result<const Preset*> choosePreset(
    const TableSource& table, std::string_view kind, std::string_view name, const ImportOptions& options);

/// The error with the file's name where it has no place yet.
Error atFile(Error error, const std::string& file);

}
