// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace ow {

/// An amount in minor units (cents) of the one currency that its pack or project names. Exact: never a double.
/// Plain arithmetic is for sums that cannot overflow (catalogue prices are checked to |minor| <= 10^15 at the door).
struct Money {
    std::int64_t minor = 0;

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return { a.minor + b.minor }; }
    friend constexpr Money operator-(Money a, Money b) { return { a.minor - b.minor }; }
    friend constexpr Money operator*(Money a, std::int64_t n) { return { a.minor * n }; }
    constexpr Money& operator+=(Money b)
    {
        minor += b.minor;
        return *this;
    }
};

/// Digits after the point that ISO 4217 gives the currency: JPY 0, KWD 3; 2 where it gives none or the code is unknown.
int currencyDecimals(std::string_view currency);

/// "12.34" with as many decimals as the currency has, a leading "-" if negative. No grouping, no symbol: this is
/// what `{path}` in a because prints; screens format by locale instead.
std::string formatMoney(Money amount, std::string_view currency);
/// The same, appended; `decimals` as of currencyDecimals().
void appendMoney(Money amount, int decimals, std::string& out);

/// "12.34", "12,34" (decimalComma), "-3": to minor units. More decimals than the currency has round half away from
/// zero. Errors: InvalidInput with what was read.
[[nodiscard]] Result<Money> parseMoney(std::string_view text, std::string_view currency, bool decimalComma = false);

}
