// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/value_filter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ow::store {

/// The values that a person means by one: 2026-05 is a month of milliseconds, 10.555 lies between two cents
/// (then low = high + 1).
struct Literal {
    std::int64_t low = 0;
    std::int64_t high = 0;
    double real = 0; ///< of FieldType::Real, the others are not set then
};

/// A value of the form's type. Errors: InvalidInput with what to write.
[[nodiscard]] Result<Literal> parseLiteral(std::string_view text, const FilterForm& form);

/// A number as people write it, as machines do: "1.234,5" -> "1234.5"; "€ 1,250" -> "1250". Empty where it is
/// none.
std::optional<std::string> machineNumber(std::string_view text, bool decimalComma);

/// Without blanks at both ends.
std::string_view trimmed(std::string_view text);

}
