// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "signal/ready_signal.h"
#include "simulate/population.h"

#include <span>
#include <vector>

namespace ow::signal {

/// A signal as it would be: some settings, whether or not it was adopted.
struct Trial {
    const ReadySignal* signal = nullptr;
    Settings settings;
    bool own = false; ///< the draft's own fact of that id is asked instead
};

/// How many people have each signal at each of some instants.
struct Courses {
    std::vector<std::vector<std::int64_t>> having; ///< by trial, then by instant
    std::int64_t people = 0; ///< who were asked; without those with attributes the draft does not allow
};

/// Asks everybody at every instant, with what had happened until then. The product looked at (`focus`) is the
/// one viewed last until then. Any thread. Errors: InvalidInput (a fact of the draft is wrong), Cancelled.
[[nodiscard]] Result<Courses> countSignals(const model::Draft& draft, const model::Catalogue& catalogue,
    const simulate::Population& people, std::span<const Trial> trials, std::span<const Timestamp> instants,
    const Progress& progress = {}, unsigned threads = 1);

/// `count` instants a week apart, the last of them `end`.
std::vector<Timestamp> weeksUntil(Timestamp end, std::size_t count);

}
