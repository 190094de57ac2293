// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/mending.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace ow::ingest {

// Rejected rows as CSV for a spreadsheet: in front the columns rejected_row (by which the row is known on the
// way back), rejected_file, rejected_line, rejected_column and rejected_reason, then those of the file. On
// the way back only rejected_row is read of the first; rows that were deleted stay rejected.

/// Answers how many rows were written: those whose cells are all there. UTF-8, commas. Errors: Io, Cancelled.
[[nodiscard]] Result<std::int64_t> writeRejected(const store::BulkReader& reader, const Mending& mending,
    const std::filesystem::path& file, const Progress& progress = {});

/// The rows of such a file with what was changed in it. Separator and encoding are found, as spreadsheets
/// change them. Errors: as openTable(); InvalidInput (no column rejected_row, a row that is not rejected, a
/// broken row), `at` the file and row.
[[nodiscard]] Result<std::vector<MendRow>> readRejected(const store::BulkReader& reader,
    const Mending& mending, const std::filesystem::path& file, const TableOptions& options = {});

/// All rows that can be tried again as they are, for instance through another mapping.
std::vector<MendRow> allRejected(const store::BulkReader& reader, const Mending& mending);

}
