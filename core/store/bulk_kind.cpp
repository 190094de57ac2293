// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_kind.h"

namespace ow::store {

namespace {

constexpr std::array<BulkColumn, 8> eventColumns { { { "customer", Coded::Customer }, { "at" },
    { "type", Coded::Word }, { "sku", Coded::Sku }, { "qty" }, { "value" }, { "channel", Coded::Word },
    { "session", Coded::Session } } };

constexpr std::array<BulkColumn, 12> exposureColumns { { { "customer", Coded::Customer }, { "at" },
    { "offer", Coded::Word }, { "placement", Coded::Word }, { "intent", Coded::Session },
    { "arm", Coded::Word }, { "experiment", Coded::Word }, { "flags" }, { "clicked" }, { "accepted" },
    { "declined" }, { "returned" } } };

constexpr std::array<BulkColumn, 2> basketColumns { { { "basket", Coded::Session }, { "sku", Coded::Sku } } };

}

const BulkKind eventKind { "event", "Events", "events", eventColumns,
    "customer, at, type, sku, qty, value, channel, session",
    "INSERT INTO event(customer, at, type, sku, qty, value, channel, session, seq, batch, text) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    true };

const BulkKind exposureKind { "exposure", "Exposures", "exposures", exposureColumns,
    "customer, at, offer, placement, intent, arm, experiment, "
    "(withheld <> 0) + 2 * (clicked IS NOT NULL) + 4 * (accepted IS NOT NULL) + 8 * (declined IS NOT NULL) "
    "+ 16 * (returned IS NOT NULL), "
    "ifnull(clicked, 0), ifnull(accepted, 0), ifnull(declined, 0), ifnull(returned, 0)",
    "INSERT INTO exposure(customer, at, offer, placement, intent, arm, experiment, withheld, clicked, "
    "accepted, "
    "declined, returned, seq, batch) "
    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 & 1, iif(?8 & 2, ?9, NULL), iif(?8 & 4, ?10, NULL), "
    "iif(?8 & 8, ?11, NULL), iif(?8 & 16, ?12, NULL), ?13, ?14)",
    false };

const BulkKind basketKind { "basket_line", "Basket lines", "basket_lines", basketColumns, "basket, sku",
    "INSERT OR IGNORE INTO basket_line(basket, sku, batch) VALUES(?1, ?2, ?4)", false };

}
