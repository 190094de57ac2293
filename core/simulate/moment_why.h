// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decide/counterfactual.h"
#include "decide/explanation.h"
#include "simulate/replay.h"

#include <vector>

namespace ow::simulate {

/// What more there is to say of one decision of a replay.
struct MomentWhy {
    decide::Explanation explanation; ///< every candidate
    std::vector<decide::Counterfactual> changes; ///< of those that were not chosen, in the same order
};

/// Replays one customer until its `moment`-th moment and explains the decision there, with what would have
/// had to be otherwise for each candidate that was not chosen. Takes some milliseconds for each of those: for
/// a job. Errors: NotFound, Cancelled.
[[nodiscard]] Result<MomentWhy> whyAt(const decide::CompiledPack& pack, const Population& population,
    const ReplayOptions& options, std::string_view customer, std::size_t moment,
    const Progress& progress = {});

}
