// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/decide.h"

#include <span>

namespace ow::decide {

/// One decision in the making: the steps of DECISION.md section 4, in their order. Steps are in step_*.cpp.
class Run {
public:
    Run(const CompiledPack& pack, const Request& request, Scratch& scratch, const DecideOptions& options);
    const Decision& decide();
    /// What this request's expressions see, by slot: every fact, stage and motivation, and the anchor of
    /// those not met by adjacency. `offer` may be none. Good until the scratch is used again.
    std::span<expr::Value> bind(Index offer);
    /// One more expression over that.
    expr::Value evaluate(const expr::Program& program, Index offer);

private:
    using Value = expr::Value;

    // step_names.cpp: what expressions see of the request
    void bindNames();
    void bindCart();
    void findKeptPurchases();
    void bindOwned();
    void bindProduct(std::uint32_t slot, Index product);
    void bindOffer(Index offer);
    void clearOffer();
    void bindEvent(const HistoryEvent& event);
    void bindList(std::uint32_t slot, std::size_t first);
    void appendOnce(std::size_t first, const Value& value);

    // step_facts.cpp
    void computeFacts();
    Value aggregate(const CompiledFact& fact);
    Value foldNumbers(const CompiledFact& fact, std::span<const HistoryEvent> events);
    Value countDistinct(const CompiledFact& fact, std::span<const HistoryEvent> events);
    bool matches(const CompiledFact& fact, const HistoryEvent& event);
    void chooseStage();

    // step_candidates.cpp
    void findCandidates();
    void addFromMatrix();
    void listAnchors();
    void addFromAnchor(Index rank);
    void addTriggered();
    Index anchorOtherwise() const;
    void add(Index offer, double fit, Origin origin, Index anchor, Index rank);

    // step_filters.cpp
    void filterCandidates();
    void filterOffer(Candidate& c, const CompiledOffer& offer);
    void filterRules(const Candidate& c, const CompiledOffer& offer);
    void filterHistory(const Candidate& c, const CompiledOffer& offer);
    bool suppressed(Index rule, const CompiledSuppression& s);
    bool ownsAll(const CompiledOffer& offer) const;
    bool hasSubstitute(const CompiledOffer& offer) const;
    bool outOfStock(const CompiledOffer& offer) const;
    bool cartMarginTooLow(const CompiledOffer& offer) const;
    void block(Filter filter, std::string_view rule = {}) { m_s.blocks.push_back({ filter, rule }); }

    // step_history.cpp: rules over what was shown before
    std::int64_t capCount(Index cap);
    bool coolingDown(Index rule, Index offer) const;
    bool sequenceOpen(Index rule);
    bool latest(const CompiledSequence& s, const model::SequenceRule& rule, std::int64_t& out);
    bool shownInGroup(Index group, Index offer) const;

    // step_choice.cpp
    void scoreCandidates();
    void choose();
    bool fitsWithTaken(const Candidate& c) const;
    void answer();
    bool drawArms(const CompiledOffer& offer);
    void present(const Candidate& c, ChosenOffer& out);
    bool inHoldout() const;
    std::int64_t bucket(std::string_view id, std::string_view salt, model::Unit unit) const;
    void explain();

    // step_predicates.cpp: conditions, conjunct by conjunct
    void forgetAnswers();
    bool holds(const Condition& c);
    /// Whether it is not false: true, or an error.
    bool holdsOrFails(const Condition& c);
    Answer ask(Index predicate);
    Answer askAnew(Index predicate);

    const CompiledPack& m_p;
    const Request& m_r;
    Scratch& m_s;
    const DecideOptions& m_options;
    std::span<const HistoryEvent> m_events; ///< until now
    std::span<const HistoryExposure> m_exposures;
    std::int64_t m_now;
    std::int64_t m_cartValue = 0, m_cartCost = 0;
    Index m_stage = none, m_motivation = none, m_cell = none;
    Index m_otherwise = none; ///< the anchor of those not met by adjacency
    bool m_consent = false;
    Decision& m_d;
};

}
