// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/command.h"

#include <QString>

#include <string>
#include <vector>

// What a person did to an offer, as commands with a sentence for the history. Pure; GUI thread (titles are
// translated).

namespace ow::ui {

/// "Price of USB-C dock: 199.00 → 189.00". Names the first field that differs and how many more do. `after`
/// keeps `before`'s id.
store::Command changeOffer(const model::Offer& before, const model::Offer& after, const model::Draft& draft);

/// A new draft offer with an id of its own made of `name`.
model::Offer newOffer(const std::string& name, model::OfferKind kind, const model::Draft& draft);
store::Command addOffer(const model::Offer& offer);

/// A copy, as a draft of its own id and "(copy)" in its name.
model::Offer copyOfOffer(const model::Offer& offer, const model::Draft& draft);

/// Takes the offer away and, in the same step, out of every cell, scope, group and "replaced by" that names
/// it; sequences and experiments of it go too. What would be left empty goes away as well.
store::Command removeOffer(const std::string& id, const model::Draft& draft);

/// Where an offer is used: "Onboarding × save time", "Cap asks_week", … in the order of the screens.
struct OfferUse {
    std::string objectKind;
    std::string objectId;
    QString text;
};
std::vector<OfferUse> usesOfOffer(const std::string& id, const model::Draft& draft);

}
