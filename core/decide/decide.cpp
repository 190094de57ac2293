// SPDX-License-Identifier: Apache-2.0
#include "decide/decide.h"

#include "decide/run.h"

#include <stdexcept>

namespace ow::decide {

Run::Run(const CompiledPack& pack, const Request& request, Scratch& scratch, const DecideOptions& options)
    : m_p(pack)
    , m_r(request)
    , m_s(scratch)
    , m_options(options)
    , m_now(request.now.ms)
    , m_d(scratch.decision)
{
    if (request.placement >= pack.pack.placements.size())
        throw std::logic_error("a request without placement cannot be decided");
    if (request.history != nullptr) {
        m_events = request.history->eventsUntil(request.now);
        m_exposures = request.history->exposuresUntil(request.now);
    }
    forgetAnswers();
}

const Decision& Run::decide()
{
    m_s.arena.reset();
    m_d.clear();
    bindNames();
    computeFacts();
    chooseStage();
    findCandidates();
    filterCandidates();
    scoreCandidates();
    choose();
    answer();
    if (m_options.explain)
        explain();
    return m_d;
}

std::span<expr::Value> Run::bind(Index offer)
{
    m_s.arena.reset();
    m_d.clear();
    bindNames();
    computeFacts();
    chooseStage();
    listAnchors();
    bindProduct(m_p.nameSlots.anchor, anchorOtherwise());
    if (offer != none)
        bindOffer(offer);
    else
        clearOffer();
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

}
