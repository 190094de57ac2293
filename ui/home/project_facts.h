// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/time.h"
#include "model/draft.h"
#include "store/project.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace ow::ui {

/// What Home says about a project beyond its counts; read in the background.
struct ProjectFacts {
    std::optional<Timestamp> dataEnd;
    std::int64_t shown = 0; ///< offers shown in the four weeks before dataEnd, withheld ones not counted
    std::int64_t accepted = 0; ///< of them accepted
    std::int64_t withoutCost = 0; ///< products whose margin cannot be known
    std::int64_t activeOffers = 0;
    std::int64_t filledCells = 0;
    std::int64_t allCells = 0;
    bool read = false; ///< false = the file could not be read
};

/// Reads the exposures once. Any thread (takes its own reader).
ProjectFacts projectFacts(store::BulkReader& reader, const model::Draft& draft,
    const model::Catalogue& catalogue, const Progress& progress);

}
