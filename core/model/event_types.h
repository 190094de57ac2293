// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace ow::model {

/// The event types the workbench knows (DECISION.md, section 2). The list is open: others may occur in data and rules.
inline constexpr std::array<std::string_view, 20> knownEventTypes { "product_viewed", "search", "wishlist_added",
    "cart_added", "cart_removed", "checkout_started", "purchased", "returned", "case_opened", "case_resolved", "survey",
    "howto_read", "email_clicked", "app_opened", "page_viewed", "trial_started", "contract_started", "contract_ending",
    "feature_used", "price_dropped" };

/// What Event::value is, for all types, in files and on screens: money in minor units, but of a survey its score.
constexpr bool valueIsMoney(std::string_view type) { return type != "survey"; }

}
