// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/offer_score.h"

namespace ow::score {

/// Runs the stop-loss rule (stats/stop_loss.h) over the cycles, one look each, with the units known at its
/// end. Looks use what is known today about returns. Empty without a whole cycle.
std::optional<Verdict> verdictOf(
    const OfferScore& score, const std::vector<Unit>& units, const Span& span, const Options& options);

}
