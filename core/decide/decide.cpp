// SPDX-License-Identifier: Apache-2.0
#include "decide/decide.h"

#include "base/parallel.h"
#include "decide/run.h"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <vector>

namespace ow::decide {

namespace {

const History noHistory;

}

Run::Run(const CompiledPack& pack, const Request& request, Scratch& scratch, const DecideOptions& options)
    : m_p(pack)
    , m_paths(pack.paths)
    , m_r(request)
    , m_history(request.history != nullptr ? *request.history : noHistory)
    , m_s(scratch)
    , m_options(options)
    , m_now(request.now.ms)
    , m_d(scratch.decision)
{
    m_r.prefetchParts();
    if (request.placement >= pack.pack.placements.size())
        throw std::logic_error("a request without placement cannot be decided");
    if (!m_history.isSorted())
        throw std::logic_error("a history must be sorted before it is decided with: History::sort()");
    forgetAnswers();
}

const Decision& Run::decide()
{
    begin();
    chooseStage();
    m_consent = holds(m_p.consents[m_p.placementChannels[m_r.placement]]);
    m_closed = !m_options.explain && isClosed();
    findCandidates();
    if (m_options.explain)
        filterCandidates();
    else
        passCandidates();
    scoreCandidates();
    choose();
    answer();
    if (m_options.explain)
        explain();
    return m_d;
}

std::span<expr::Value> Run::bind(Index offer)
{
    begin();
    chooseStage();
    listAnchors();
    setCandidate(offer, anchorOtherwise());
    need(needs::names | m_paths.allFacts);
    bindWholeOffer(offer);
    return m_s.values;
}

expr::Value Run::evaluate(const expr::Program& program, Index offer)
{
    return program.evaluate(bind(offer), m_s.arena);
}

const Decision& decide(
    const CompiledPack& pack, const Request& request, Scratch& scratch, const DecideOptions& options)
{
    return Run(pack, request, scratch, options).decide();
}

bool decideAll(const CompiledPack& pack, std::span<const Request> requests,
    const std::function<void(std::size_t, const Decision&)>& visit, const DecideOptions& options,
    unsigned threads, const Progress& progress)
{
    constexpr std::size_t perChunk = 256;
    const std::size_t chunks = (requests.size() + perChunk - 1) / perChunk;
    const std::size_t workers = std::max<std::size_t>(std::min<std::size_t>(workerCount(threads), chunks), 1);
    std::vector<Scratch> scratches(workers); // by worker, so that each warms up once
    std::atomic<std::size_t> next { 0 };
    std::atomic<std::int64_t> done { 0 };
    return forChunks(workers, 1, unsigned(workers), [&](std::size_t worker, std::size_t, std::size_t) {
        for (std::size_t begin = perChunk * next++; begin < requests.size(); begin = perChunk * next++) {
            const std::size_t end = std::min(begin + perChunk, requests.size());
            for (std::size_t i = begin; i < end; ++i) {
                // Requests that were read long ago are in no cache: ask for the next one while this one is
                // decided, and for what leads to it one earlier.
                if (i + 2 < end)
                    requests[i + 2].prefetch();
                if (i + 1 < end)
                    requests[i + 1].prefetchParts();
                visit(i, decide(pack, requests[i], scratches[worker], options));
            }
            if (!goOn(progress, done += std::int64_t(end - begin), std::int64_t(requests.size())))
                return false;
        }
        return true;
    });
}

}
