// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/offer_score.h"

namespace ow::score {

/// Runs the stop-loss rule (stats/stop_loss.h) over the whole cycles, one look each, with the units of the
/// cycles so far. Guardrails are core conversion and, where customers are the units, returns. Past looks are
/// repeated with what is known today about returns. `byCycle`: units in the order of their cycles. Empty
/// without a look.
std::optional<Verdict> verdictOf(const std::vector<Unit>& byCycle, const Design& design, const Study& study,
    const Span& span, const Options& options);

}
