// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>

namespace ow::expr {

/// Something wrong in an expression's text. Codes are stable: syntax, too_long, too_deep, literal,
/// unknown_name, unknown_function, arguments, type, result_type; what CEL has and this subset leaves out
/// begins with "unsupported"; never_true is a warning.
struct Problem {
    enum class Severity { Error, Warning };

    std::uint32_t begin = 0; ///< byte offsets into the text, end behind the last byte
    std::uint32_t end = 0;
    std::string code;
    std::string message;
    std::string hint; ///< "did you mean customer.segment?"; may be empty
    Severity severity = Severity::Error;

    bool isError() const { return severity == Severity::Error; }
    /// As the program's common error; `at` names the expression's place (a key path).
    Error toError(std::string at = {}) const;
};

}
