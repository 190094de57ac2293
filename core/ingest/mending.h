// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/cells_table.h"
#include "ingest/importer.h"
#include "ingest/preset.h"
#include "store/bulk_reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::ingest {

/// A rejected row on its way back.
struct MendRow {
    std::size_t file = 0; ///< index into ImportForm::files
    CellsRow row; ///< cells by the file's own columns
    std::string column; ///< of the complaint: a column of the file as far as one can be told, else a field;
                        ///< "" = the row
    std::string reason;
    std::string text; ///< as it was read
    bool whole = true; ///< false: the cells are not all there; `why` says so
    std::string why;

    static constexpr std::size_t none = std::size_t(-1);
    std::size_t fault = none; ///< the cell that the complaint is about
};

/// What became of a row, or would become of it.
struct RowFate {
    bool taken = false; ///< stored, or there already
    bool duplicate = false;
    std::string column; ///< as in store::RejectedRow
    std::string reason;
    std::size_t fault = MendRow::none; ///< the cell, in the file's columns
};

/// The rejected rows of an import and all that is needed to try them again. A value; any thread.
struct Mending {
    store::ImportRecord import;
    ImportForm form;

    /// Errors: NotFound (no such import; an older program made it), Conflict (it was undone), InvalidInput,
    /// Io.
    [[nodiscard]] static Result<Mending> open(const store::BulkReader& reader, std::int64_t importId);

    /// Those that are rejected still, in their order.
    std::vector<MendRow> rows(const store::BulkReader& reader, std::int64_t first, std::int64_t limit) const;
    /// The columns of all its files: those of the first, then what others have besides.
    std::vector<std::string> columns() const;
    /// By file: where each of its columns is among columns().
    std::vector<std::vector<std::size_t>> places() const;
    /// Which cell of a file a complaint is about, whether it names a field or a column.
    std::size_t cellOf(std::size_t file, const std::string& complaint) const;
    /// How to read its rows once more: what the import said, and another mapping or other joined files where
    /// `said` has them. Errors: InvalidInput (a mapping for another kind of data).
    [[nodiscard]] Result<ImportOptions> options(const ImportOptions& said) const;
};

/// What would become of the rows now, by their order; the rows that are in the project already pass for
/// taken. Nothing is changed. Any thread. Errors: as importFiles(), for what is wrong with all of them.
[[nodiscard]] Result<std::vector<RowFate>> tryRows(const ImportContext& context, const Mending& mending,
    const std::vector<MendRow>& rows, const ImportOptions& said = {});

/// Takes in what can be taken of the rows, as an import of its own: one transaction, one history row. Rows
/// that are stored or found in the project count no longer as rejected in the import they come from, until
/// this one is undone; those that are rejected once more stay there as they are. rows = stored + rejected +
/// duplicates in the report, and its record holds what was taken. Where nothing can be taken, nothing is
/// changed and the record's id is 0. Errors: as importInto().
[[nodiscard]] Result<ImportReport> retryInto(ImportTarget target, const Mending& mending,
    std::vector<MendRow> rows, const ImportOptions& said = {}, const Progress& progress = {});
/// The same on the project's thread.
[[nodiscard]] Result<ImportReport> retryRows(store::Project& project, const Mending& mending,
    std::vector<MendRow> rows, const ImportOptions& said = {}, const Progress& progress = {});

}
