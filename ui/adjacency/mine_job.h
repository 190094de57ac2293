// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "mine/adjacency.h"
#include "store/bulk_reader.h"
#include "store/bulk_writer.h"

#include <memory>

namespace ow::ui {

/// What mining found, counted by what it is.
struct Mined {
    std::shared_ptr<const mine::AdjacencyEvidence> evidence;
    std::int64_t complements = 0;
    std::int64_t substitutes = 0;
    std::int64_t undecided = 0;
    std::size_t perProduct = 0; ///< as asked: what storeMined() keeps
};

/// Reads the project's baskets, views and dated purchases and mines them. For a job. Errors: the reader's,
/// NotFound where there are no baskets, Cancelled.
[[nodiscard]] Result<Mined> mineProject(
    const store::BulkReader& reader, const mine::MineOptions& options, const Progress& progress);

/// Stores what is worth a look as one undoable history row. For a job. Errors: Io.
[[nodiscard]] Result<store::ImportRecord> storeMined(
    store::BulkWriter& writer, const Mined& mined, const std::string& title);

}
