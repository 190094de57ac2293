// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "base/money.h"
#include "base/reused.h"
#include "decide/index.h"
#include "model/pack.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ow::decide {

enum class Origin { Matrix, Adjacency, Trigger };
enum class Verdict { Chosen, Blocked, Outranked };

/// What may block a candidate, in the order in which it is recorded.
enum class Filter {
    Status,
    Validity,
    Placement,
    Consent,
    Suppress,
    When,
    Owned,
    Substitute,
    Stock,
    Margin,
    Discount,
    Cap,
    Cooldown,
    Sequence,
    Exclusive,
    Propensity,
    Score,
    Floor
};

std::string_view name(Origin);
std::string_view name(Verdict);
std::string_view name(Filter);

/// One filter that blocked; `rule` is its id, "" for kinds that stand alone.
struct Block {
    Filter filter = Filter::Status;
    std::string_view rule;

    std::string text() const; ///< "cap:asks_week"
};

struct ChosenOffer {
    Index offer = none; ///< in CompiledPack::offers
    std::string_view id;
    double score = 0;
    Money price; ///< as shown: an experiment's arm may have changed it
    Origin origin = Origin::Matrix;
    double fit = 0;
    double propensity = 0;
    Index anchor = none; ///< in CompiledPack::products
    std::string_view anchorSku;
    std::string_view benefit;
    std::string because; ///< empty where DecideOptions::because is false
    std::vector<std::pair<std::string_view, std::string_view>> variants; ///< experiment, arm ("" = none)

    void clear(); ///< for Reused: empty again, its memory kept
};

struct Considered {
    Index offer = none;
    std::string_view id;
    Verdict verdict = Verdict::Outranked;
    std::vector<Block> blockedBy;
    Origin origin = Origin::Matrix; ///< how it was met; the rest is for explaining, not part of the JSON
    double fit = 0;
    Index anchor = none; ///< in CompiledPack::products
    double propensity = 0; ///< 0 where its expression failed
    double score = 0; ///< 0 where a filter, the score itself or the floor blocked it

    void clear();
};

/// A fact as it was printed.
struct FactText {
    std::string_view id;
    std::string value;

    void clear() { value.clear(); }
};

/// The answer (DECISION.md, section 5). Its string_views are of the compiled pack, which must outlive it. A
/// copy owns everything else.
struct Decision {
    std::string_view arm; ///< "treatment" or "holdout"
    std::string_view stage, motivation; ///< "" = none
    Reused<ChosenOffer> offers; ///< best first
    Reused<ChosenOffer> withheld; ///< chosen, and not shown: holdout, or an arm that withholds
    Reused<Considered> considered; ///< every candidate by id; only where DecideOptions::explain asks for it
    std::string_view noneBecause; ///< "", "no_candidate", "below_floor", "all_blocked"
    std::vector<std::string_view> warnings; ///< ids of facts that failed
    Reused<FactText> facts; ///< in declared order; only with explain

    void clear(); ///< as a new one, its memory kept
};

/// What appendDecision() (decide/decision_writer.h) writes, as a tree.
Json writeDecision(const Decision& decision, bool explain);

}
