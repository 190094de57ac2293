// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"

#include <string>
#include <string_view>

namespace ow::release {

/// A pack value as a person reads it, by the key it stands under: "price" is money, "…_bp" a percentage, a
/// scope a phrase, lists are joined by ", ". Null prints as "none".
std::string words(std::string_view key, const Json& value, std::string_view currency);

/// "cap" -> "Cap", "customer_attribute" -> "Customer attribute".
std::string kindTitle(std::string_view kind);

/// A key as words: "max_offers" -> "max offers", "for" -> "length", "when" -> "condition".
std::string fieldTitle(std::string_view key);

}
