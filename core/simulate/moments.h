// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pack.h"
#include "simulate/population.h"

#include <string>
#include <vector>

namespace ow::simulate {

/// A point in a real history where production would have asked for a decision.
struct Moment {
    Timestamp at;
    std::string placement;
    std::string intent; ///< the session's id, or "mail-…" for what is sent
    std::string focus; ///< SKU looked at; "" = none
    std::vector<model::OfferItem> cart; ///< in the order of adding
};

/// Where the pack's placements meet the history, oldest first, one per placement and session:
/// - "pdp": the first view of each session; "cart": the last cart edit before checkout, order or the
/// session's end
///   (orders without carts, as on invoices: a second before the order, its lines in the cart); "checkout":
///   checkout_started; "order_page": a minute after the order;
/// - channel email: 20 h after an order, 3 h after a resolved case, 1 h after contract_ending, 24 h after a
/// search for a
///   "kit", and every 14th day at a time of the customer's own;
/// - channels sms and push: after a resolved case and contract_ending, and half-way between two letters;
/// - channel app: app_opened, and 3 h after a resolved case; any other placement: the session's last view.
/// Only moments in (from, until].
std::vector<Moment> moments(
    const model::Policy& policy, const Person& person, Timestamp from, Timestamp until);

}
