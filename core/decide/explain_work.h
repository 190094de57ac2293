// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/explain_case.h"
#include "decide/explain_trace.h"
#include "decide/explanation.h"

namespace ow::decide {

/// What an Explainer works with; the reasons of each kind are in explain_*.cpp.
class Explainer::Work {
public:
    explicit Work(const CompiledPack& pack)
        : m_p(pack)
        , m_names(pack)
        , m_tracer(pack)
    {
    }

    Explanation explain(const Request& request);
    Result<OfferExplanation> explain(const Request& request, std::string_view offer);

private:
    void decideAndLook(const Request& request, Case& c);
    OfferExplanation considered(Case& c, const Considered& considered);
    OfferExplanation absent(Case& c, Index offer);
    Reason reasonOf(Case& c, const Considered& considered, const Block& block);

    // explain_offer.cpp: what the offer itself and the shop say
    Reason status(const model::Offer& offer) const;
    Reason validity(const Case& c, const model::Offer& offer) const;
    Reason placement(const Case& c, const model::Offer& offer) const;
    Reason consent(const Case& c);
    Reason suppress(const Case& c, std::string_view rule);
    Reason when(const Case& c, const model::Offer& offer);
    Reason owned(const Case& c, const CompiledOffer& offer) const;
    Reason substitute(const Case& c, const CompiledOffer& offer) const;
    Reason stock(const CompiledOffer& offer) const;
    Reason margin(const Case& c, const CompiledOffer& offer) const;
    Reason discount(const CompiledOffer& offer) const;

    // explain_history.cpp: rules over what was shown before
    Reason cap(const Case& c, std::string_view rule) const;
    Reason cooldown(const Case& c, std::string_view rule, Index offer) const;
    Reason sequence(Case& c, std::string_view rule);
    Reason exclusive(const Case& c, std::string_view rule, Index offer) const;

    // explain_choice.cpp: figures and what was preferred
    Reason propensity(const Case& c, const model::Offer& offer);
    Reason score(Case& c, const Considered& considered);
    Reason floor(Case& c, const Considered& considered);
    std::vector<Reason> outranked(const Case& c, const Considered& considered) const;

    OtherOffer other(const HistoryExposure& exposure, model::Outcome outcome) const;
    std::string placementName(const Case& c) const { return m_p.pack.placements[c.request.placement].id; }

    const CompiledPack& m_p;
    NameLists m_names;
    Tracer m_tracer;
    Scratch m_scratch;
    Decision m_decision;
};

/// The first instant of the calendar unit after the one that holds t.
Timestamp nextUnit(Timestamp t, model::Calendar unit, std::string_view zone);
/// From when a cap would let one more through if only time passed; nothing where it never would. `counted`:
/// the times that count now.
std::optional<Timestamp> capFrees(
    const model::Cap& cap, std::vector<std::int64_t> counted, Timestamp now, std::string_view zone);

std::string inQuotes(std::string_view text);
std::string percent(std::int64_t basisPoints); ///< "68.00 %"

}
