// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/pack.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ow::price {

/// One offer's numbers, as DECISION.md section 3 defines them for `offer.` in expressions: the screens show
/// what the engine will compute. Money in minor units, ratios in basis points truncated toward zero.
struct OfferPrice {
    Money listPrice; ///< sum of price * qty of the items
    Money cost; ///< sum of cost * qty of the items
    Money price; ///< what the offer asks
    std::int64_t discountBp = 0; ///< of the list price; 0 where the offer asks as much or more
    Money margin; ///< price - cost; negative = it loses money
    std::int64_t marginBp = 0; ///< of the price; 0 where the price is 0
    /// Items the catalogue does not have, in the offer's order: they count as 0 above, and the pack would be
    /// refused.
    std::vector<std::string> unknownSkus;

    friend bool operator==(const OfferPrice&, const OfferPrice&) = default;
};

/// (list - price) * 10000 / list, 0 if list <= price. Wide inside: does not overflow for any catalogue price.
std::int64_t discountBp(Money listPrice, Money price);

/// margin * 10000 / price, 0 if the price is 0.
std::int64_t marginBp(Money margin, Money price);

/// Pure; any thread.
OfferPrice priceOf(const model::Offer& offer, const model::Catalogue& catalogue);

}
