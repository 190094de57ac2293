// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/time.h"
#include "ingest/import_totals.h"
#include "ingest/mapping.h"
#include "ingest/row_sink.h"
#include "ingest/table_source.h"
#include "store/bulk_reader.h"
#include "store/project.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ow::ingest {

/// How files are read; `timezone` is of times without one, "" = the project's.
struct ImportOptions : TableOptions {
    /// Reads the files by a mapping instead of a preset, which then must be "". What the mapping says of the
    /// files' form holds where these options say nothing.
    std::shared_ptr<const Mapping> mapping;
    std::map<std::string, std::filesystem::path>
        joins; ///< a joined file's name in the mapping -> where it is
    std::filesystem::path
        pseudonymKey; ///< customers' ids are replaced (ingest/pseudonyms.h); empty = they stay
    bool keepPersonal = false; ///< columns that tell who somebody is are not left out
    std::set<std::string> keepColumns {}; ///< of them only these, by their names in the file
    int costShareBp = 0; ///< where files name no costs: this share of the price (0 … 10,000 basis points)
};

/// What an import did. rows = stored + rejected + duplicates, in total and for each file.
struct ImportReport {
    store::ImportRecord record; ///< id 0 where nothing was imported because all of it is there already
    std::vector<FileReport> files;
    std::int64_t rows = 0;
    std::int64_t stored = 0;
    std::int64_t rejected = 0;
    std::int64_t duplicates = 0;
    std::map<std::string, std::int64_t> reasons; ///< why rows were rejected -> how many
    store::Counts before; ///< what the project held …
    store::Counts after; ///< … and holds
    std::optional<Timestamp> dataEnd; ///< the latest time in the project now
    std::vector<std::string> notes; ///< sentences that a person should read
    ImportTotals totals; ///< of what went in, as far as each row was stored at once
    std::vector<Finding> findings; ///< what looks wrong in them
};

/// Reads files into the project: one transaction, one history row. Nothing is changed unless all files could
/// be read to their ends; broken rows are no failure but are kept with their reasons. Files that the project
/// has already (the same bytes, imported and not undone) change nothing: all their rows are duplicates.
///
/// @param kind    "" or one of products, customers, events, exposures, baskets: narrows the choice of presets
/// @param preset  a name of ingest/preset.h; "" = the first that fits the first file's header
/// @param progress told bytes of the files read, and their sum
/// To be called on the project's thread; see importInto() for jobs.
/// Errors: NotFound, Io, InvalidInput (no preset fits, a column is missing), CorruptFile, ReadOnly, Conflict,
/// Cancelled, Unsupported. `at` names the file.
[[nodiscard]] Result<ImportReport> importFiles(store::Project& project, std::string_view kind,
    std::string_view preset, const std::vector<std::filesystem::path>& files,
    const ImportOptions& options = {}, const Progress& progress = {});

/// What importInto() needs of a project, taken on the project's thread.
struct ImportTarget {
    std::unique_ptr<store::BulkWriter> writer;
    std::unique_ptr<store::BulkReader> reader;
    model::DraftSnapshot draft;
    model::CatalogueSnapshot catalogue;
};
[[nodiscard]] Result<ImportTarget> prepareImport(store::Project& project);

/// The long part of importFiles(), for any thread. Project::refresh() on its own thread afterwards; `before`
/// and `after` of the report are then the caller's to fill.
[[nodiscard]] Result<ImportReport> importInto(ImportTarget target, std::string_view kind,
    std::string_view preset, const std::vector<std::filesystem::path>& files, const ImportOptions& options,
    const Progress& progress);

/// What a file looks like before it is imported.
struct Preview {
    std::string preset; ///< "" = none fits
    std::string kind;
    char separator = ','; ///< form.separator
    FileForm form; ///< all that was found of how the file is written, and why
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows; ///< the first ones, at most 100
    std::vector<std::string> problems; ///< of broken rows among them: "row 7: …"
};
/// Errors: as openTable().
[[nodiscard]] Result<Preview> preview(const std::filesystem::path& file, const ImportOptions& options = {});

}
