// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"
#include "score/units.h"

namespace ow::score {

/// χ² of unit counts against the configured shares, over all units (young ones too), and over slices by
/// placement and by first-seen day to point at the cause (Bonferroni; slices that expect fewer than 5 in an
/// arm are left out).
SampleRatio sampleRatio(const Population& population, const Design& design, const Log& log);

}
