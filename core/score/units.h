// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/opportunities.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::score {

/// What was randomised for one comparison: the global holdout, or an experiment with an arm that withholds
/// the offer.
struct Design {
    std::string experiment; ///< "" = the global holdout
    model::Unit unit = model::Unit::Customer;
    std::vector<std::string> control; ///< arms that were withheld; every other arm of the design is treatment
    std::optional<double> treatmentShare; ///< as configured, of 1; empty = the rules name no holdout
};

/// The design that an offer's verdict stands on: its experiment with a withholding arm, else the global
/// holdout.
Design designOf(const model::Policy& policy, const std::string& offer);
Design holdoutDesign(const model::Policy& policy);

/// One randomised unit with its outcomes, anchored at its first opportunity t0.
///
/// `attached` asks whether a kept line of the offer was bought in [t0, t0 + W), whoever asked again in
/// between. Taking the *credited* line of the first opportunity instead would compare different things:
/// withheld offers use up no cap and no cooldown, so the holdout has more second opportunities, and those
/// would take credit from its first ones.
struct Unit {
    NameId customer = noName;
    NameId intent = noName; ///< noName where customers are the units
    NameId placement = noName; ///< of the first opportunity
    Timestamp t0;
    bool treated = false;
    bool attached = false;
    bool coreOrder = false; ///< an order with a line outside every offer, in the same intent or within 24 h
    bool open = false; ///< some line of the margin window can still come back
    bool costUnknown = false; ///< some line of the margin window has no cost in the catalogue
    double margin = 0; ///< contribution of all orders in [t0, t0 + margin window), minor units
    double soldQty = 0; ///< pieces bought in that window
    double returnedQty = 0; ///< of those, back within R
    std::uint32_t opportunities = 0; ///< of the offer in question (of any, overall) in the whole log
};

struct Population {
    std::vector<Unit> units; ///< by customer, then t0
    std::int64_t crossed = 0; ///< units seen in both arms: left out
};

/// What every population of one log is drawn from.
struct Study {
    const Log& log;
    const Windows& windows;
    const OfferItems& items;
    const std::vector<Opportunity>& opportunities; ///< findOpportunities()
    const std::vector<Purchase>& lines; ///< netPurchases()
};

/// The units whose first opportunity of any offer is `offer`; with an experiment, those of it from their
/// first opportunity of `offer` on. `offer` = noName: every unit, whatever it was first offered. O(n).
Population findUnits(const Study& study, const Design& design, NameId offer);

}
