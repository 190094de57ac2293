// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pack.h"

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
    std::string sentence; ///< "Cap asks_week: limit 3 → 2"

    friend bool operator==(const Difference&, const Difference&) = default;
};

/// What b says that a does not and the other way round, grouped by kind in the order of a pack's keys, then
/// by id. Order counts only where the engine reads it: facts, stages, motivations, a cell's offers. Equal
/// policies: nothing.
std::vector<Difference> diff(const model::Policy& a, const model::Policy& b);

/// Also products; versions and release times do not count.
std::vector<Difference> diff(const model::Pack& a, const model::Pack& b);

}
