// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/progress.h"
#include "decide/compiled_pack.h"
#include "decide/request.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ow::decide {

struct MatchCount {
    std::int64_t matched = 0;
    std::int64_t failed = 0; ///< the expression has an error for these: they do not match
    std::int64_t total = 0;
};

/// For how many of the requests a condition holds, while somebody types it. It sees the names of its place in
/// the pack, with facts, stage and motivation computed for each request. Where the place sees an offer,
/// `offer` says which (none = the expression must not depend on it: its names are then empty). Errors:
/// InvalidInput with the expression's first problem; Unsupported for places that see single events.
[[nodiscard]] Result<MatchCount> countMatches(const CompiledPack& pack, std::span<const Request> requests,
    std::string_view expression, expr::Place place, Index offer = none, const Progress& progress = {},
    unsigned threads = 0);

/// The same for several expressions over the same place and no offer, for the price of little more than one.
/// In the order of the expressions; an error names the first that is wrong.
[[nodiscard]] Result<std::vector<MatchCount>> countMatches(const CompiledPack& pack,
    std::span<const Request> requests, std::span<const std::string> expressions, expr::Place place,
    const Progress& progress = {}, unsigned threads = 0);

struct EligibleCount {
    std::vector<std::int64_t> byOffer; ///< by offer: the requests for which its `when` holds
    std::int64_t forNobody = 0; ///< requests for which no offer's `when` holds
    std::int64_t total = 0;
};

/// For how many of the requests each offer's `when` holds, whether or not it would be a candidate: who could
/// be reached at all. Asked of all offers at once (decide/eligibility.h). Error: Cancelled.
[[nodiscard]] Result<EligibleCount> countEligible(const CompiledPack& pack, std::span<const Request> requests,
    const Progress& progress = {}, unsigned threads = 0);

}
