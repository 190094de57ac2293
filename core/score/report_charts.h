// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <string>

// The report's charts as SVG text: treatment in the accent, holdout in grey, bands at 18 %, direct labels,
// the zero line always drawn, axes with their units. Empty where there is nothing to draw.

namespace ow::score {

/// Attach rate by week in both arms, with Wilson bands.
std::string weeklySvg(const OfferScore& offer);
/// One row per segment: the lift with its interval; flagged ones in the accent.
std::string forestSvg(const Forest& forest);
/// A single effect as a bar on a symmetric scale of `reach` (stored units) each side of zero.
std::string effectSvg(const Measure& m, double reach);
/// How far the widest interval of that metric reaches from zero over all offers; a nice number, > 0.
double effectReach(const Scorecard& card, Metric metric);

}
