// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/importer.h"
#include "ingest/table_source.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ow::ingest {

/// An import of tables that are at hand, seen through their mapping already.
struct TablesImport {
    std::string kind;
    std::string preset; ///< "" where the options have a mapping
    std::string source; ///< as store::ImportRecord has it
    /// Puts a writer in front of the one that all goes to.
    std::function<std::unique_ptr<store::BulkWriter>(std::unique_ptr<store::BulkWriter>)> around;
    /// When every row is settled: whether to keep what was read.
    std::function<bool(store::BulkWriter&, const ImportReport&)> mayCommit;
    std::function<std::string(const ImportReport&)> title; ///< of the history row
};

/// As importInto(); where mayCommit() says no, the report's record has the id 0 and nothing was changed.
[[nodiscard]] Result<ImportReport> importTables(ImportTarget target,
    std::vector<std::unique_ptr<TableSource>> tables, const ImportOptions& options, const TablesImport& what,
    const Progress& progress);

}
