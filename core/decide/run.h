// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/decide.h"

#include <span>

namespace ow::decide {

/// One decision in the making: the steps of DECISION.md section 4, in their order. Steps are in step_*.cpp.
///
/// What nobody looks at is not made: names and facts are bound when something reads them (need()), and
/// without DecideOptions::explain a candidate that one filter blocks is put through no other. Both ways
/// choose the same.
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
    void begin();
    void need(Needs n)
    {
        if ((n & ~m_have) != 0)
            make(n & ~m_have);
    }
    void make(Needs missing);
    void bindNames();
    void sumCart();
    void bindCart();
    void findKeptPurchases();
    void markOwned();
    void bindOwned();
    void bindProduct(std::uint32_t slot, Index product);
    void bindOffer(Index offer);
    void bindWholeOffer(Index offer);
    void bindShownOffer(Index index, std::string_view shownName, const ChosenOffer& out);
    void bindEvent(const EventRow& event, unsigned fields);
    Value field(const EventRow& event, std::size_t i) const;
    void bindList(std::uint32_t slot, std::size_t first);
    void appendOnce(std::size_t first, const Value& value);
    /// From now on expressions see this offer (may be none) and this anchor.
    void setCandidate(Index offer, Index anchor);

    // step_facts.cpp
    void computeEagerFacts();
    void computeFact(std::size_t i);
    Value aggregate(const CompiledFact& fact, const FactPath& path);
    void chooseStage();

    // step_candidates.cpp
    void findCandidates();
    void addFromMatrix();
    void listAnchors();
    void addFromAnchor(Index rank);
    void addTriggered();
    Index anchorOtherwise() const;
    void add(Index offer, double fit, Origin origin, Index anchor, Index rank);

    // step_pass.cpp: the short way through the filters
    bool isClosed();
    void passCandidates();
    bool passes(const Candidate& c);
    bool passesRules(const Candidate& c, const OfferRow& row);

    // step_filters.cpp: the whole record
    void filterCandidates();
    void filterOffer(Candidate& c, const CompiledOffer& offer);
    void filterRules(const Candidate& c, const CompiledOffer& offer);
    void filterHistory(const Candidate& c, const CompiledOffer& offer);
    bool suppressed(Index rule);
    bool readPropensity(Candidate& c);
    bool ownsAll(const OfferRow& offer);
    bool hasSubstitute(const OfferRow& offer);
    void markReplaced();
    void markReplacedBy(Index product);
    bool outOfStock(const CompiledOffer& offer) const;
    bool cartMarginTooLow(Index offer);
    void block(Filter filter, std::string_view rule = {}) { m_s.blocks.push_back({ filter, rule }); }

    // step_history.cpp: rules over what was shown before
    std::int64_t capCount(Index cap);
    bool capReached(Index cap) { return capCount(cap) >= m_p.pack.caps[cap].limit; }
    bool coolingDown(Index rule, Index offer);
    bool sequenceOpen(Index rule);
    bool latest(const CompiledSequence& s, const model::SequenceRule& rule, std::int64_t& out);
    bool shownInGroup(Index group, Index offer) const;

    // step_choice.cpp
    void scoreCandidates();
    void choose();
    bool fitsWithTaken(const Candidate& c);
    void answer();
    bool drawArms(const CompiledOffer& offer);
    void present(const Candidate& c, ChosenOffer& out);
    bool inHoldout() const;
    std::int64_t bucket(std::string_view id, std::string_view salt, model::Unit unit) const;
    void explain();

    // step_predicates.cpp: conditions, conjunct by conjunct
    void forgetAnswers();
    bool holds(const Condition& c) { return !c.never && allHold(c.code); }
    /// Whether each of these is true: ConjunctCode.
    bool allHold(std::span<const std::uint64_t> code);
    /// Whether it is not false: true, or an error.
    bool holdsOrFails(const Condition& c);
    Answer ask(Index predicate);
    Answer askAnew(Index predicate);
    /// A bool or a number: what evaluating it took of the arena is given back.
    Value number(expr::CodeRef program);

    const CompiledPack& m_p;
    const Paths& m_paths;
    const Request& m_r;
    const History& m_history;
    Scratch& m_s;
    const DecideOptions& m_options;
    std::span<const HistoryExposure> m_exposures; ///< until now
    std::int64_t m_now;
    Needs m_have = 0; ///< what of the names and facts is there
    std::int64_t m_cartValue = 0, m_cartCost = 0, m_cartPieces = 0;
    Index m_stage = none, m_motivation = none, m_cell = none;
    Index m_otherwise = none; ///< the anchor of those not met by adjacency
    Index m_offer = none, m_anchor = none; ///< that expressions see
    bool m_consent = false;
    bool m_closed = false; ///< no candidate can pass
    bool m_met = false; ///< there was a candidate
    bool m_belowFloor = false; ///< there was one below it
    bool m_ownedMarked = false, m_replacedMarked = false, m_cartSummed = false;
    Decision& m_d;
};

}
