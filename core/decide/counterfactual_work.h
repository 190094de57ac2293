// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decide/counterfactual.h"
#include "decide/counterfactual_apply.h"
#include "decide/counterfactual_changes.h"
#include "decide/counterfactual_words.h"
#include "decide/decide.h"

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ow::decide {

/// Level by level: all single parts, then what they lead to. A change that helps has to touch something that
/// stands in the way, so each step derives its parts from one obstacle alone, the one with the fewest of
/// them; of the parts that leave the offer in the same state only the smallest is gone on from.
class CounterfactualSearch::Work {
public:
    explicit Work(const CompiledPack& pack)
        : m_p(pack)
        , m_table(pack)
        , m_source(pack, m_table)
    {
    }
    Result<Counterfactual> find(const Request& request, std::string_view offer,
        const CounterfactualOptions& options, const Progress& progress);

private:
    using Parts = std::vector<const Change*>;

    /// What became of the offer.
    struct State {
        bool chosen = false;
        bool withheld = false;
        bool candidate = false;
        std::vector<std::string> blockers;
        std::vector<Index> involved; ///< candidates; sorted
        std::string facts; ///< their values, to see what a change did

        std::size_t distance() const { return chosen ? 0 : !candidate ? 50 : blockers.size(); }
    };
    struct Node {
        Parts parts;
        State state;
        ChangeCost cost;
    };

    State stateWith(const Parts& parts);
    bool works(const Parts& parts) { return stateWith(parts).chosen; }
    bool mayGoOn();

    // counterfactual.cpp
    bool level(const std::vector<Node>& from, std::int64_t budget, std::vector<Node>& reached);
    void expand(const Node& node, std::vector<Node>& reached);
    bool tryPart(const Node& node, const Change* part, std::vector<Node>& reached);
    void tryTimes(const Node& node, const Standpoint& at, std::vector<Node>& reached);
    std::vector<Node> frontier(std::vector<Node> reached);
    std::vector<Influence> obstacles(const State& state) const;
    Influence influenceOf(const std::string& blocker) const;
    static bool fits(const Parts& parts, const Change& part);
    const Change* keep(Change change);
    void found(Parts parts);
    static bool beyond(const Change& c, const Change& known);

    // counterfactual_refine.cpp
    Parts refined(Parts parts);
    Parts minimal(Parts parts);
    void nearer(Parts& parts, std::size_t which);

    const CompiledPack& m_p;
    InfluenceTable m_table;
    ChangeSource m_source;
    Scratch m_scratch;

    // of one search
    ChangedRequest* m_changed = nullptr;
    Index m_offer = none;
    Timestamp m_now;
    const Progress* m_progress = nullptr;
    std::int64_t m_decisions = 0, m_budget = 0, m_stopAt = 0, m_tell = 0;
    bool m_cancelled = false;
    bool m_pruned = false; ///< something was not gone on from
    std::deque<Change> m_pool;
    std::set<std::string> m_seen; ///< changes of more than one part that were tried
    std::optional<Node> m_best;
};

}
