// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pack.h"
#include "score/log.h"
#include "score/purchases.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace ow::score {

/// The lengths of time a scorecard is made of. Frozen before the first exposure: changing one is a new
/// experiment.
struct Windows {
    Duration atTheShelf = hours(24); ///< attach window W of placements pdp, cart, checkout
    Duration elsewhere = days(7); ///< W of every other placement
    std::map<std::string, Duration> ofOffer; ///< overrides W by offer id
    Duration margin = days(7); ///< whose orders count for margin and returns (customers as units)
    Duration marginOfIntent
        = hours(24); ///< the same where intents are the units: longer would count the next intent
    Duration core = hours(24); ///< core conversion
    Duration returns = days(30); ///< R
    Duration cycle = days(7);

    Duration attach(const std::string& offer, const std::string& placement) const;
};

/// A decision that chose the offer, shown or withheld: the first exposure row of (customer, offer, intent).
struct Opportunity {
    NameId customer = noName;
    NameId intent = noName;
    NameId offer = noName;
    NameId placement = noName;
    NameId arm = noName;
    NameId experiment = noName;
    Timestamp at;
    Duration window; ///< lines in [at, at + window) may be credited
    std::uint32_t exposures = 0; ///< rows of it, this one included
    std::uint32_t shown = 0; ///< rows that were not withheld
    bool clicked = false;
    bool accepted = false;
    bool declined = false;
    std::int64_t creditedQty = 0; ///< pieces of credited lines that were kept
};

/// Which SKUs count as "took the offer": its items, without the anchors that the customer was buying anyway
/// (they count only where an offer has nothing else).
class OfferItems {
public:
    OfferItems(const model::Policy& policy, const Log& log);

    /// Offers that hold the SKU; empty for the ordinary rest of the shop.
    const std::vector<NameId>& offersOf(NameId sku) const;
    bool holds(NameId offer, NameId sku) const;
    /// In any offer, as item or anchor: its lines say nothing about the core sale.
    bool isOffered(NameId sku) const { return sku < m_offered.size() && m_offered[sku]; }

private:
    std::vector<std::vector<NameId>> m_offersOfSku; // by sku
    std::vector<bool> m_offered; // by sku
};

/// Every opportunity, ordered by customer, time, then the offer's id (bytes). O(n log n).
std::vector<Opportunity> findOpportunities(const Log& log, const Windows& windows);

/// Credits each line to the latest opportunity before it, shown or withheld, among offers that hold its SKU
/// and whose window holds it; ties go to the smaller offer id. Each line is credited at most once, by the
/// same rule in every arm; no click is needed. `lines` as netPurchases() returns them. O(n log n). These
/// credits describe all opportunities; verdicts look at first opportunities (score/units.h).
void creditLines(std::vector<Opportunity>& opportunities, const std::vector<Purchase>& lines,
    const OfferItems& items, const Log& log);

}
