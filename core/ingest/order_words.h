// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace ow::ingest {

/// What an order's status says of its lines.
enum class OrderFate {
    Bought, ///< also of every word that is not known
    GivenBack, ///< refunded or returned as a whole
    NotBought, ///< cancelled, failed, expired, not yet paid at a checkout, a draft
};

/// However it is written ("wc-on-hold", "On hold"), in English, German, French, Spanish, Italian and Dutch.
OrderFate orderFate(std::string_view status);

}
