// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace ow::stats {

/// Every estimator by the name and keys of the documentation: what `offerwright stat NAME` reads and prints.
std::vector<std::string> estimatorNames();

/// Runs the estimator on a JSON object and answers with one: `status`, `reason`, `notes` and its numbers;
/// infinities are the strings "inf" and "-inf", numbers that do not exist null. Keys that the estimator does
/// not know are ignored. Errors: NotFound (no such estimator), InvalidInput (a key missing or of the wrong
/// type; `at` names it). Data that cannot be true (a count above its total) are an answer with the status
/// "invalid", not an error.
[[nodiscard]] Result<Json> estimate(std::string_view name, const Json& input);

}
