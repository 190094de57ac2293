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
/// - product page: the first view of each session; cart: the last cart_added before checkout or the session's
/// end;
///   checkout: checkout_started; order page: a minute after the order;
/// - sent (channels email, sms, push): 20 h after an order, 3 h after a resolved case, 1 h after
/// contract_ending, 24 h after an
///   accessory search of the sequence rules' kind, and every 14th day at a time of the customer's own;
/// - app: app_opened.
/// Placements are told apart by id ("pdp", "cart", "checkout", "order_page") and else by their channel
/// ("email", "app", "sms", "push"); a placement of another name and channel gets the session's last view.
/// Only moments in (from, until].
std::vector<Moment> moments(
    const model::Policy& policy, const Person& person, Timestamp from, Timestamp until);

}
