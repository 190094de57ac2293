// SPDX-License-Identifier: Apache-2.0
#include "decide/match.h"

#include "base/parallel.h"
#include "decide/eligibility.h"
#include "decide/run.h"

#include <bit>
#include <mutex>

namespace ow::decide {

namespace {

bool seesEvent(expr::Place place)
{
    return place == expr::Place::FactEvent || place == expr::Place::SequenceEvent;
}

/// One thread's counting.
struct EligibleBits {
    explicit EligibleBits(const EligibilityIndex& all)
        : index(all)
        , byBit(all.words() * 64)
        , bits(all.words())
    {
    }

    void count(std::span<expr::Value> values)
    {
        index.encode(values, codes);
        arena.reset();
        index.eligible(codes, values, arena, bits);
        bool any = false;
        for (std::size_t w = 0; w < bits.size(); ++w) {
            for (std::uint64_t left = bits[w]; left != 0; left &= left - 1)
                ++byBit[w * 64 + std::size_t(std::countr_zero(left))];
            any = any || bits[w] != 0;
        }
        forNobody += any ? 0 : 1;
    }

    const EligibilityIndex& index;
    std::vector<std::int64_t> byBit;
    std::vector<std::uint64_t> bits;
    std::int64_t forNobody = 0;
    EligibilityIndex::Codes codes;
    expr::Arena arena;
};

}

namespace {

Result<std::vector<MatchCount>> count(const CompiledPack& pack, std::span<const Request> requests,
    std::span<const std::string> expressions, expr::Place place, Index offer, const Progress& progress,
    unsigned threads)
{
    if (seesEvent(place))
        return fail(
            ErrorCode::Unsupported, "A condition over single events cannot be counted over customers");
    std::vector<expr::Program> programs;
    for (const std::string& expression : expressions) {
        auto program = expr::compile(expression, pack.names.at(place), expr::Kind::Bool);
        if (!program)
            return fail(program.error().toError());
        programs.push_back(std::move(*program));
    }
    std::vector<MatchCount> out(programs.size(), MatchCount { 0, 0, std::int64_t(requests.size()) });
    std::mutex adding;
    std::int64_t done = 0;
    const DecideOptions options;
    const bool complete = forChunks(
        requests.size(), 256, threads, [&](std::size_t, std::size_t begin, std::size_t end) {
            thread_local Scratch scratch;
            std::vector<MatchCount> part(programs.size());
            for (const Request& request : requests.subspan(begin, end - begin)) {
                const std::span<const expr::Value> values = Run(pack, request, scratch, options).bind(offer);
                for (std::size_t i = 0; i < programs.size(); ++i) {
                    const expr::Value value = programs[i].evaluate(values, scratch.arena);
                    part[i].matched += value.isTrue() ? 1 : 0;
                    part[i].failed += value.isError() ? 1 : 0;
                }
            }
            const std::lock_guard lock(adding);
            for (std::size_t i = 0; i < part.size(); ++i) {
                out[i].matched += part[i].matched;
                out[i].failed += part[i].failed;
            }
            done += std::int64_t(end - begin);
            return goOn(progress, done, std::int64_t(requests.size()));
        });
    if (!complete)
        return fail(ErrorCode::Cancelled, "Counting was stopped");
    return out;
}

}

Result<MatchCount> countMatches(const CompiledPack& pack, std::span<const Request> requests,
    std::string_view expression, expr::Place place, Index offer, const Progress& progress, unsigned threads)
{
    const std::string text(expression);
    const auto counts = count(pack, requests, std::span(&text, 1), place, offer, progress, threads);
    if (!counts)
        return fail(counts.error());
    return counts->front();
}

Result<std::vector<MatchCount>> countMatches(const CompiledPack& pack, std::span<const Request> requests,
    std::span<const std::string> expressions, expr::Place place, const Progress& progress, unsigned threads)
{
    return count(pack, requests, expressions, place, none, progress, threads);
}

Result<EligibleCount> countEligible(
    const CompiledPack& pack, std::span<const Request> requests, const Progress& progress, unsigned threads)
{
    const EligibilityIndex index(pack);
    EligibleCount out { std::vector<std::int64_t>(pack.offers.size()), 0, std::int64_t(requests.size()) };
    std::mutex adding;
    std::int64_t done = 0;
    const DecideOptions options;
    const bool complete
        = forChunks(requests.size(), 1024, threads, [&](std::size_t, std::size_t begin, std::size_t end) {
              Scratch scratch;
              EligibleBits bits(index);
              for (const Request& request : requests.subspan(begin, end - begin))
                  bits.count(Run(pack, request, scratch, options).bind(none));
              const std::lock_guard lock(adding);
              for (std::size_t bit = 0; bit < out.byOffer.size(); ++bit)
                  out.byOffer[index.offerAt(bit)] += bits.byBit[bit];
              out.forNobody += bits.forNobody;
              done += std::int64_t(end - begin);
              return goOn(progress, done, out.total);
          });
    if (!complete)
        return fail(ErrorCode::Cancelled, "Counting was stopped");
    return out;
}

}
