// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/importer.h"
#include "ingest/preset.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// A cell that could not be imported.
struct CellProblem {
    std::size_t row = 0; ///< index into DryRun::rows
    std::string field; ///< "" = the row as a whole
    std::string value; ///< as mapped
    std::string reason; ///< "is no time"
};

/// What an import would make of a file's first rows.
struct DryRun {
    std::string preset;
    FileForm form;
    std::vector<std::string> fields; ///< columns of `rows`: ours with a mapping, the file's without
    std::vector<std::vector<std::string>> rows; ///< at most 100
    std::vector<std::int64_t> numbers; ///< of the rows in the file
    std::vector<CellProblem> problems;
    std::int64_t stored = 0; ///< of these rows
    std::int64_t rejected = 0;
    std::int64_t duplicates = 0;
    std::vector<std::string> notes;
    std::vector<LeftOutColumn> personal {}; ///< columns of personal data, left out or kept
    std::map<PersonalData, std::int64_t> idKinds {}; ///< of ids: how many are addresses or numbers of people
};

/// Reads the first rows as importFiles() would, into nothing. Leaves no trace. Any thread.
/// @param context  of importContext(), or emptyContext() where there is no project
/// Errors: as importFiles().
[[nodiscard]] Result<DryRun> dryRun(const ImportContext& context, std::string_view kind,
    std::string_view preset, const std::filesystem::path& file, const ImportOptions& options = {},
    std::size_t most = 100);

/// The context with what the options say besides: time zone, share of costs.
ImportContext contextFor(ImportContext context, const ImportOptions& options);
/// What an import needs to know of a project. On the project's thread. Errors: Io.
[[nodiscard]] Result<ImportContext> importContext(store::Project& project, const ImportOptions& options = {});
/// Of a project without anything in it.
ImportContext emptyContext(std::string currency = "EUR", std::string timezone = "UTC");

}
