// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "model/draft.h"
#include "simulate/replay.h"
#include "store/bulk_reader.h"

#include <memory>

namespace ow::ui {

/// A finished simulation with everything that its screens ask about. Immutable, shared with jobs.
struct SimRun {
    model::DraftSnapshot draft;
    model::CatalogueSnapshot catalogue;
    std::shared_ptr<const decide::CompiledPack> pack;
    simulate::PopulationSnapshot population;
    simulate::ReplayResult result;
};
using SimSnapshot = std::shared_ptr<const SimRun>;

/// Compiles the draft, loads the customers (or takes `known` where it holds them already) and replays. For a
/// job. Errors: those of release::compile, the reader, NotFound where there are no events, Cancelled.
[[nodiscard]] Result<SimSnapshot> runSimulation(const model::DraftSnapshot& draft,
    const model::CatalogueSnapshot& catalogue, const store::BulkReader& reader,
    const simulate::ReplayOptions& options, const simulate::PopulationSnapshot& known,
    const Progress& progress);

}
