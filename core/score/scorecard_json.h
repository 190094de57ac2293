// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "score/scorecard.h"

namespace ow::score {

/// The whole card as one JSON object: estimator names and units as in STATISTICS.md (rates as fractions,
/// money in minor units), every number beside its inputs; a number that cannot be had is null, with its
/// `status` and `reason`.
Json toJson(const Scorecard& card);

}
