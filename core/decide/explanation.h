// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"
#include "base/time.h"
#include "decide/decision.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Why not: for every candidate everything that blocked it, with what was read and found. It is worked out
// after the decision, from the same pack and request, so that deciding itself pays nothing for it.

namespace ow::decide {

class CompiledPack;
struct Request;

/// A name that an expression read, and its value as JSON text: `customer.segment` = "new".
struct Reading {
    std::string name;
    std::string value;
};

/// A part of an expression that decided it: a conjunct that is not true, or a disjunct (of a suppression)
/// that is.
struct Clause {
    std::string text; ///< the author's words
    std::uint32_t begin = 0; ///< byte offsets in the whole expression
    std::uint32_t end = 0;
    std::vector<std::string> names; ///< that this part reads; their values are in ExpressionTrace::reads
    std::string error; ///< "" or an error's stable name, "division_by_zero"
    std::string errorSentence;
    std::string errorText; ///< where in the expression it failed
    std::uint32_t errorBegin = 0;
    std::uint32_t errorEnd = 0;
};

struct ExpressionTrace {
    std::string text; ///< the whole expression
    std::string value; ///< what it gave, as JSON text; "" where it failed
    std::vector<Clause> clauses;
    std::vector<Reading> reads; ///< all that the whole expression may read
};

/// An exposure that counts, or an offer that was preferred.
struct OtherOffer {
    std::string offer; ///< "" = the pack has it no longer
    std::optional<Timestamp> at; ///< the time that counts
    std::optional<double> score;
};

/// One thing that stands in an offer's way, with its figures. Which fields are set follows from `kind`.
struct Reason {
    /// A filter's name (DECISION.md 4.3); `outranked`; of offers that are no candidates `matrix adjacency
    /// trigger`.
    std::string kind;
    std::string rule; ///< the id of the rule, "" for kinds that stand alone
    std::string sentence; ///< for a person, in English
    std::optional<ExpressionTrace> expression; ///< consent, suppress, when, propensity, score, trigger
    std::optional<std::int64_t> found; ///< cap: how many; stock: pieces; margin, discount: basis points
    std::optional<std::int64_t> limit; ///< cap: allowed; stock: needed; margin, discount: the guardrail
    std::optional<double> score; ///< floor, outranked
    std::optional<double> floor;
    std::string outcome; ///< cap, cooldown, sequence: what is counted or gone after: "shown", an event type
    std::string length; ///< cap: "7d" or a calendar unit; cooldown, exclusive, substitute: a duration
    std::string least; ///< sequence: its min
    std::string most; ///< sequence: its max, "" = none
    bool calendar = false; ///< `length` is a calendar unit
    std::vector<OtherOffer> others; ///< cap, cooldown, exclusive: what counts; outranked: what was preferred
    std::string product; ///< owned, substitute, stock: the sku it is about
    std::string item; ///< substitute: the offer's own sku that it replaces
    std::string detail; ///< status: the status; outranked: slots exclusive role cap; substitute: cart owned
    std::optional<Timestamp> since; ///< the time it goes back to
    std::optional<Timestamp> opens; ///< from when it no longer blocks, if nothing happens but time passing
    std::optional<Timestamp> closes; ///< until when it then stays open (validity, sequence)

    /// As in `blocked_by`: "cap:asks_week".
    std::string code() const { return rule.empty() || kind == "outranked" ? kind : kind + ':' + rule; }
};

struct OfferExplanation {
    std::string offer;
    std::string name;
    bool candidate = true; ///< false: nothing led to it, `reasons` say why not
    Verdict verdict = Verdict::Blocked;
    Origin origin = Origin::Matrix;
    double fit = 0;
    std::string anchor; ///< a sku or ""
    double propensity = 0;
    double score = 0;
    std::vector<Reason> reasons; ///< in the contract's order; empty where it was chosen
};

struct Explanation {
    std::string stage, motivation;
    std::vector<OfferExplanation> offers; ///< every candidate, by id
};

/// Explains decisions with one pack, which must outlive it. What it compiles it keeps: one per thread.
class Explainer {
public:
    explicit Explainer(const CompiledPack& pack);
    ~Explainer();
    Explainer(Explainer&&) noexcept;
    Explainer& operator=(Explainer&&) noexcept;

    /// Every candidate.
    Explanation explain(const Request& request);
    /// One offer, candidate or not. Errors: NotFound where the pack has no such offer.
    [[nodiscard]] Result<OfferExplanation> explain(const Request& request, std::string_view offer);

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

Explanation explain(const CompiledPack& pack, const Request& request);

/// For the key "explain" of a decision's JSON: {"candidates": […]}, each with its `reasons`.
Json writeExplanation(const Explanation& explanation);
Json writeExplanation(const OfferExplanation& offer);

}
