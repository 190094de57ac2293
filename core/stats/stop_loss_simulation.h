// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "stats/stop_loss.h"

#include <cstdint>

namespace ow::stats {

/// Which rule decides.
enum class StopRule {
    StopLoss, ///< ours, in the configuration's mode
    PointAtTwo, ///< for comparison: at cycle 2 keep if both point estimates clear their threshold, else kill
    WeeklyZ, ///< for comparison: each week keep if both z-tests say better at 5 %, kill if one says worse
};

/// The world to try a rule in: cumulative means of normal increments, as STATISTICS 5.3 describes.
struct StopLossWorld {
    double lift = 0, margin = 0, guardrail = 0; ///< true effects; every configured guardrail has the same
    double correlation = 0.5; ///< of lift and margin; guardrails are independent
    double sdLift = 1, sdMargin = 1, sdGuardrail = 1; ///< of one unit
    std::int64_t unitsPerArm = 1000; ///< new ones in each cycle
};

struct StopLossRates {
    std::int64_t replications = 0;
    double keep = 0, killBelow = 0, killGuardrail = 0, notProven = 0,
           review = 0; ///< shares; the rest never ended
    double meanCycles = 0;
};

/// How often a rule keeps and kills, over `replications` seeded runs; the same for any number of threads.
/// Errors: InvalidInput (the configuration's problem), Cancelled.
[[nodiscard]] Result<StopLossRates> simulateStopLoss(StopRule rule, const StopLossConfig& config,
    const StopLossWorld& world, std::int64_t replications, std::uint64_t seed, unsigned threads = 0,
    const Progress& progress = {});

}
