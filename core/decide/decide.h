// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/compiled_pack.h"
#include "decide/decision.h"
#include "decide/request.h"
#include "decide/scratch.h"

namespace ow::decide {

struct DecideOptions {
    bool explain = false; ///< fill Decision::considered and ::facts
    bool because = true; ///< write the sentences; a simulation that only counts needs none
};

/// The one engine: a pure function of pack and request. Thread-safe on a shared pack, given a Scratch of its
/// own. The decision lives in the scratch until that is used again; a copy of it is a value of its own. The
/// scratch keeps its memory, too: once it has seen the largest of its requests, deciding allocates nothing.
const Decision& decide(
    const CompiledPack& pack, const Request& request, Scratch& scratch, const DecideOptions& options = {});

}
