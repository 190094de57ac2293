// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"
#include "ui/widgets/plot_spec.h"

namespace ow::ui {

/// Attach rate by week of the first opportunity, both arms with their bands.
LineChart weeklyChart(const score::OfferScore& offer, const score::Scorecard& card);
/// Lift of all weeks so far, with the interval that may be read at every one.
LineChart liftToDateChart(const score::OfferScore& offer, const score::Scorecard& card);
/// Lift by segment; flagged ones in the accent.
ForestChart forestChart(const score::Forest& forest, const score::Scorecard& card);

}
