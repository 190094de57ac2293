// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "mine/adjacency.h"

#include <string>
#include <string_view>

namespace ow::mine {

/// The evidence of one pair as it is kept with the edge (store::MinedEdge::evidence): canonical JSON
/// {"buy": {n_ab, n_a, n_b, n, expected, adjusted_lift, p, q, support, confidence_ab, confidence_ba, lift,
/// g2, g2_p, npmi, yule_q}, "view": {…}, "choice": {…}, "sequence": {n_forward, n_backward, ratio, lower,
/// upper, p, q, lag: [25 %, 50 %, 75 %]}, "class": "complement", "weight": 0.4}; names as in STATISTICS.md,
/// section 8; what is not known is absent; an infinite ratio is "inf".
std::string evidenceJson(const MinedPair& pair);

/// The same back; a and b stay 0. Unknown keys are skipped, so that older programs read newer files.
/// Errors: InvalidInput.
[[nodiscard]] Result<MinedPair> readEvidence(std::string_view json);

}
