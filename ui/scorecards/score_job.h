// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "model/draft.h"
#include "score/log.h"
#include "score/scorecard.h"

#include <memory>
#include <string>

namespace ow::store {
class BulkReader;
}

namespace ow::ui {

/// What a background run needs; copies and snapshots only.
struct ScoreQuestion {
    std::shared_ptr<store::BulkReader> reader; ///< used on the job's thread alone; null where `log` is there
    std::shared_ptr<const score::Log> log; ///< read before: only the rules or the segments changed
    model::DraftSnapshot draft;
    model::CatalogueSnapshot catalogue;
    std::string by; ///< wanted segments; where the data have none of that name, placements
};

struct ScoreAnswer {
    std::shared_ptr<const score::Log> log;
    std::shared_ptr<const score::Scorecard> card; ///< null on failure
    Error error;
};

/// Reads and scores. Any thread.
ScoreAnswer runScore(const ScoreQuestion& question, const Progress& progress);

}
