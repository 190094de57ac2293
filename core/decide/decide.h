// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "decide/compiled_pack.h"
#include "decide/decision.h"
#include "decide/request.h"
#include "decide/scratch.h"

#include <cstddef>
#include <functional>
#include <span>

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

/// Decides them all on up to `threads` threads (0 = one per core), each with a Scratch of its own: visit(i,
/// decision) is called once for each request, from any of the threads and in any order; the decision is the
/// one of requests[i] and lasts until visit returns. An exception in visit is rethrown here. Returns whether
/// it was not stopped.
bool decideAll(const CompiledPack& pack, std::span<const Request> requests,
    const std::function<void(std::size_t, const Decision&)>& visit, const DecideOptions& options = {},
    unsigned threads = 0, const Progress& progress = {});

}
