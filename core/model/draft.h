// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/pack.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ow::model {

/// Why a cell holds what it holds: PRODUCT.md's "notes, tickets, searches, click sequences".
struct CellEvidence {
    std::string kind; ///< note, ticket, search, clicks, interview
    std::string text;
    std::string source; ///< where it was found; free text

    friend bool operator==(const CellEvidence&, const CellEvidence&) = default;
};

/// What a person decided about an edge. A mined edge without a decision is a suggestion and not in the draft.
enum class EdgeState { Accepted, Rejected };

struct EdgeDecision {
    EdgeState state = EdgeState::Accepted;
    bool drawn = false; ///< by hand, not mined
    std::string note;

    friend bool operator==(const EdgeDecision&, const EdgeDecision&) = default;
};

/// What a killed or kept offer taught: PRODUCT.md, "learning".
struct Learning {
    std::string id;
    std::string offer;
    std::string about; ///< placement, message, price or audience
    std::string believed;
    std::string saw;
    std::string next;

    friend bool operator==(const Learning&, const Learning&) = default;
};

/// All that people author in a project, as one immutable value. `policy.adjacency` holds the accepted edges only, in
/// the order of edgeId(). The catalogue and the histories are bulk data and live beside it (store/project.h).
struct Draft {
    Policy policy;
    std::map<std::pair<std::string, std::string>, std::vector<CellEvidence>> evidence; ///< by (stage, motivation)
    std::map<std::string, std::pair<Edge, EdgeDecision>> edges; ///< by edgeId(): accepted and rejected ones
    std::map<std::string, std::string> titles; ///< what screens call a stage, motivation, fact, placement: id -> title
    std::vector<Learning> learnings;

    friend bool operator==(const Draft&, const Draft&) = default;
};

using DraftSnapshot = std::shared_ptr<const Draft>;
using CatalogueSnapshot = std::shared_ptr<const Catalogue>;

/// "complement|sku:A|sku:B"; a substitute edge reads both ways and has its smaller end first.
std::string edgeId(EdgeKind kind, const EdgeEnd& from, const EdgeEnd& to);
std::string edgeId(const Edge& edge);

}
