// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/workload.h"
#include "decide/decide.h"

#include <memory>
#include <vector>

namespace ow::bench {

/// A workload ready to be timed: its pack compiled, its requests read from their JSON.
struct Prepared {
    Workload workload;
    std::shared_ptr<const decide::CompiledPack> pack;
    std::vector<decide::Request> requests;
};

/// Throws where the engine refuses our own pack or request.
Prepared prepare(std::size_t offers, std::size_t requests);

/// prepare() with as many requests as no cache holds; made once for each number of offers. Not thread-safe.
const Prepared& prepared(std::size_t offers);

/// What offers' conditions see of a request, by slot: its attributes and, as deciding computes them, its
/// facts.
std::vector<expr::Value> conditionValues(const decide::CompiledPack& pack, const decide::Request& request);

}
