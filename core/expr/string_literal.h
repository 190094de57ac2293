// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ow::expr {

struct StringLiteral {
    std::string value; ///< UTF-8
    std::size_t end = 0; ///< behind the closing quote, or where reading stopped
    std::string problem; ///< empty = read well
};

/// Reads a CEL string from its opening quote on: ' or ", triple or not, raw or with escapes.
StringLiteral readStringLiteral(std::string_view text, std::size_t quote, bool raw);

/// A string as a literal in double quotes, escaped where it must be.
std::string quoted(std::string_view value);

}
