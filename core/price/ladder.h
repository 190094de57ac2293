// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/pack.h"
#include "price/guardrail.h"
#include "price/offer_price.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::price {

/// One tier's place in a good-better-best ladder.
struct Rung {
    model::Tier tier = model::Tier::Starter;
    std::string offer; ///< id; "" = nobody stands here yet
    std::string name;
    OfferPrice price;
    std::vector<GuardrailCheck> checks;
};

/// One product over the three tiers: how many pieces each includes, 0 = not included.
struct LadderRow {
    std::string sku;
    std::string title; ///< the catalogue's, or the SKU where it is unknown
    std::array<std::int64_t, 3> qty {};
    std::array<bool, 3> anchor {}; ///< sold at full price in that tier
};

/// Starter, advanced and pro of one family of offers, items aligned row by row: what all tiers hold comes
/// first.
struct Ladder {
    std::array<Rung, 3> rungs;
    std::vector<LadderRow> rows;
};

/// The ladder that `offerId` belongs to: offers that share an item with it or stand in an exclusive group
/// with it (alternatives of each other), one per tier. The offer itself holds its own tier; otherwise one of
/// the same mission wins over others, then an active one, then the first in the draft's order. An offer
/// without a tier has none. Pure; any thread.
std::optional<Ladder> ladderOf(
    const std::string& offerId, const model::Policy& policy, const model::Catalogue& catalogue);

}
