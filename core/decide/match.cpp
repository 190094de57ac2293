// SPDX-License-Identifier: Apache-2.0
#include "decide/match.h"

#include "base/parallel.h"
#include "decide/run.h"

#include <atomic>

namespace ow::decide {

namespace {

bool seesEvent(expr::Place place)
{
    return place == expr::Place::FactEvent || place == expr::Place::SequenceEvent;
}

}

Result<MatchCount> countMatches(const CompiledPack& pack, std::span<const Request> requests,
    std::string_view expression, expr::Place place, Index offer, const Progress& progress, unsigned threads)
{
    if (seesEvent(place))
        return fail(
            ErrorCode::Unsupported, "A condition over single events cannot be counted over customers");
    const auto program = expr::compile(expression, pack.names.at(place), expr::Kind::Bool);
    if (!program)
        return fail(program.error().toError());
    std::atomic<std::int64_t> matched = 0;
    std::atomic<std::int64_t> failed = 0;
    std::atomic<std::int64_t> done = 0;
    const DecideOptions options;
    const bool complete = forChunks(
        requests.size(), 256, threads, [&](std::size_t, std::size_t begin, std::size_t end) {
            thread_local Scratch scratch;
            for (std::size_t i = begin; i < end; ++i) {
                const expr::Value value = Run(pack, requests[i], scratch, options).evaluate(*program, offer);
                matched += value.isTrue() ? 1 : 0;
                failed += value.isError() ? 1 : 0;
            }
            return goOn(progress, done += std::int64_t(end - begin), std::int64_t(requests.size()));
        });
    if (!complete)
        return fail(ErrorCode::Cancelled, "Counting was stopped");
    return MatchCount { matched, failed, std::int64_t(requests.size()) };
}

}
