// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/compiled_pack.h"
#include "decide/request.h"

#include <string>
#include <vector>

namespace ow::decide {

/// What keeps an offer from ever being chosen in the request's placement, whatever the customer, the history,
/// the cart and the time (from now on) are: "status", "placement", "when", "no_candidate", …; empty = nothing
/// could be proved. An expression counts where it reads only the offer, the placement, bools and closed
/// strings, and was tried with all their values.
std::vector<std::string> provedObstacles(const CompiledPack& pack, const Request& request, Index offer);

}
