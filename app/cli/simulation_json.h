// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "simulate/compare.h"
#include "simulate/replay.h"

#include <string>
#include <string_view>

namespace ow::cli {

/// A replay's figures; without the exposures.
Json toJson(const simulate::ReplayResult& result);
Json toJson(const simulate::Comparison& comparison);
Json toJson(const simulate::Figure& figure);

/// The same for a person, some lines of text. `currency` for money.
std::string toText(const simulate::ReplayResult& result, std::string_view currency);
std::string toText(const simulate::Comparison& comparison, std::string_view currency);

}
