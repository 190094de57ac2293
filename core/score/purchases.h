// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "score/log.h"

#include <vector>

namespace ow::score {

/// A purchased line net of what came back, in minor units. Refunds belong to their line, in its arm, never to
/// the period they happen in.
struct Purchase {
    NameId customer = noName;
    NameId sku = noName;
    NameId order = noName;
    Timestamp at;
    std::int64_t qty = 0;
    std::int64_t returnedQty = 0; ///< within the return window
    double netRevenue = 0; ///< paid less refunded
    double contribution
        = 0; ///< netRevenue − cost of the pieces kept; open lines less what will come back on average
    bool costKnown = true; ///< false: the catalogue has no such SKU, contribution says nothing
    bool open = false; ///< its return window had not ended by the data end

    bool kept() const { return qty > returnedQty; }
};

/// Nets each purchase with the customer's later returns of the same SKU: first those that name the same
/// order, else the latest line before the return that still has pieces. A return without an amount refunds
/// its share of the price paid. Open lines carry the accrual of the documentation (section 1, "Maturity"):
/// pieces not yet returned × the SKU's historical return rate over all customers × what a return loses; the
/// same in both arms. Ordered by customer, then time. O(n log n).
std::vector<Purchase> netPurchases(const Log& log, const model::Catalogue& catalogue, Duration returnWindow);

}
