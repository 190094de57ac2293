// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"

#include <string>
#include <string_view>

namespace ow::release {

/// A pack value as a person reads it, by the key it stands under: "price" is money, "…_bp" a percentage, a
/// scope a phrase, lists are joined by ", ". Null prints as "none", or as the default of a field that has
/// one.
std::string words(std::string_view key, const Json& value, std::string_view currency);

/// The same within a sentence: what people wrote stands in quotation marks, so that it is seen where it ends.
std::string quotedWords(std::string_view key, const Json& value, std::string_view currency);

/// A key as words: "max_offers" -> "max offers", "for" -> "length", "when" -> "condition".
std::string fieldTitle(std::string_view key);

/// A key path inside an object as words: "offers[dock].fit" -> "dock fit"; "" for what the object is mainly
/// about, such as a cap's limit.
std::string fieldWords(std::string_view kind, std::string_view path);

/// The key that says what a value at the path is: "offers[dock].fit" -> "fit", "placements[cart]" ->
/// "placements".
std::string lastKey(std::string_view path);

}
