// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"
#include "score/units.h"

namespace ow::score {

/// Which part of the log counts: whole cycles from `start`, each with its longest window ended by the data
/// end.
struct Span {
    Timestamp start;
    Timestamp dataEnd;
    Duration cycle;
    Duration horizon; ///< the longest window
    int cycles = 0;

    int cycleOf(Timestamp at) const { return int((at - start).ms / cycle.ms) + 1; } ///< 1-based
    bool counts(Timestamp at) const { return cycleOf(at) <= cycles; }
};

/// Everything about one offer (noName: all together) but its segments' q-values, which need all offers.
OfferScore scoreOffer(
    const Study& study, const Design& design, NameId offer, const Span& span, const Options& options);

/// The lift by segment of `by`, the smaller segments pooled as "other". `units` as they count for the offer.
Forest forestOf(const Study& study, const std::vector<Unit>& units, model::Unit unit, const Options& options);

/// Adjusts the segments' p-values over all offers of the card (BH) and flags.
void adjustForests(std::vector<OfferScore*> offers, double fdr);

}
