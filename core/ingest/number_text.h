// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/file_form.h"

#include <optional>
#include <string>
#include <string_view>

namespace ow::ingest {

/// Whether the text is digits in groups of three, maybe with a sign: "1,250", "12,345,678".
bool isGrouped(std::string_view text, char mark);

/// A number as people write it, as machines do: "1.234,5" -> "1234.5", "(12)" and "12-" -> "-12". Groups of
/// three may be set apart by the other mark, a space (also the unbreakable and the thin one) or an
/// apostrophe. Empty where it is no number.
std::optional<std::string> plainNumber(std::string_view text, DecimalMark mark);

/// What an amount is without its accountants' minus ("(12.50)", "12.50-") and its groups' spaces and
/// apostrophes.
std::string withoutOrnaments(std::string_view amount);

}
