// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_fwd.h"
#include "base/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace ow {

struct JsonLimits {
    std::size_t bytes = std::size_t(1) << 30; ///< longest text
    int depth = 128; ///< deepest nesting; keeps every later recursion short
};

/// Parses one JSON document (RFC 8259, UTF-8). An object that has a key twice is an error: which of the two would hold?
/// Errors: InvalidInput, `at` = "line:column" of the fault. Never throws.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const JsonLimits& limits = {});

/// RFC 8785 canonical form: keys sorted by UTF-16 units, ECMAScript numbers, no space. The same document, the same bytes.
/// NaN and infinities cannot be said in JSON and are a broken invariant (throws std::invalid_argument).
std::string canonicalJson(const Json& value);

/// A double as ECMAScript prints it (the shortest digits that read back the same): what RFC 8785 asks for. NaN and
/// infinities print as "NaN", "Infinity", "-Infinity".
std::string formatDouble(double value);
/// The same, appended.
void appendDouble(double value, std::string& out);

}
