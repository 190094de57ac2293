// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pack.h"
#include "store/object_set.h"

#include <optional>
#include <string>
#include <vector>

namespace ow::release {

/// One difference in meaning between two versions.
struct Difference {
    enum class What { Added, Removed, Changed, Reordered };
    What what = What::Changed;
    std::string kind; ///< offer, cell, edge, fact, cap, … as in store/object_kinds.h; "product"; "settings"
    std::string id; ///< of the object; an edge's as edgeId() says, a cell's "stage|motivation"
    std::string
        field; ///< key path inside the object, as in the pack: "limit", "rank.floor"; "" where all of it is
    std::string before; ///< in words ("199.99 USD", "15 %", "7d"); "" where it was not there
    std::string after;
    std::string beforeJson; ///< the value itself, canonical JSON; "" where it was not there
    std::string afterJson;
    std::string name; ///< of the object in words: "cap asks_week", "cell Trial × Save time"
    std::string text; ///< what happened to it: "3 → 2", "accepted", "is new"
    std::string sentence; ///< both: "cap asks_week: 3 → 2", "edge laptop → dock: accepted"

    friend bool operator==(const Difference&, const Difference&) = default;
};

/// One side of a comparison.
struct Version {
    store::ObjectSet objects;
    std::optional<std::vector<model::Product>> products; ///< none = it says nothing of products
    bool isPack = false; ///< it holds what engines read, and none of what only people do
};

Version versionOf(const model::Policy& policy);
Version versionOf(const model::Pack& pack);

/// What b says that a does not and the other way round, grouped by kind in the order of a pack's keys, then
/// by id. Order counts only where the engine reads it: facts, stages, motivations, a cell's offers. Where one
/// side is a pack, what a pack cannot hold (titles, evidence, learnings, rejected edges) does not count;
/// products count where both sides tell of them. Equal versions: nothing. Names of matrix rows and columns
/// come from either side's titles. The one place that compares: screens and the command line ask here.
std::vector<Difference> diff(const Version& a, const Version& b);

std::vector<Difference> diff(const model::Policy& a, const model::Policy& b);

/// Also products; versions and release times do not count.
std::vector<Difference> diff(const model::Pack& a, const model::Pack& b);

}
