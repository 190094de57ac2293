// SPDX-License-Identifier: Apache-2.0
#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace ow {

namespace {

// ISO 4217:2015 active codes whose minor unit is not 2; "N.A." entries keep 2 as DECISION.md says.
constexpr std::array<std::string_view, 16> noDecimals = { "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
    "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF" };
constexpr std::array<std::string_view, 7> threeDecimals = { "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND" };
constexpr std::int64_t largest = 1'000'000'000'000'000;

}

int currencyDecimals(std::string_view currency)
{
    if (currency == "EUR" || currency == "USD") // nearly always, and asked for every amount of a file
        return 2;
    if (currency == "XPF" || std::ranges::find(noDecimals, currency) != noDecimals.end())
        return 0;
    if (std::ranges::find(threeDecimals, currency) != threeDecimals.end())
        return 3;
    if (currency == "CLF" || currency == "UYW")
        return 4;
    return 2;
}

std::string formatMoney(Money amount, std::string_view currency)
{
    std::string out;
    appendMoney(amount, currencyDecimals(currency), out);
    return out;
}

void appendMoney(Money amount, int decimals, std::string& out)
{
    // Unsigned, so that the most negative amount has a magnitude too.
    const bool negative = amount.minor < 0;
    const auto magnitude = negative ? std::uint64_t(0) - std::uint64_t(amount.minor) : std::uint64_t(amount.minor);
    char digits[24];
    const auto count = int(std::to_chars(digits, digits + sizeof digits, magnitude).ptr - digits);
    if (negative)
        out += '-';
    if (decimals == 0) {
        out.append(digits, std::size_t(count));
        return;
    }
    const int whole = std::max(count - decimals, 0);
    if (whole == 0)
        out += '0';
    out.append(digits, std::size_t(whole));
    out += '.';
    out.append(std::size_t(std::max(decimals - count, 0)), '0');
    out.append(digits + whole, std::size_t(count - whole));
}

Result<Money> parseMoney(std::string_view text, std::string_view currency, bool decimalComma)
{
    const auto bad = [&] { return fail(ErrorCode::InvalidInput, fmt::format("\"{}\" is not an amount of money", text.substr(0, 40))); };
    std::string_view rest = text;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+'))
        rest.remove_prefix(1);
    const int decimals = currencyDecimals(currency);
    const char point = decimalComma ? ',' : '.';
    std::int64_t minor = 0;
    int after = -1; // digits read behind the point; -1 before it
    bool digits = false;
    bool roundUp = false;
    for (const char c : rest) {
        if (c == point && after < 0) {
            after = 0;
            continue;
        }
        if (c < '0' || c > '9')
            return bad();
        digits = true;
        if (after == decimals) {
            roundUp = c >= '5';
            ++after;
        }
        if (after > decimals)
            continue;
        if (minor > largest / 10)
            return fail(ErrorCode::InvalidInput, fmt::format("\"{}\" is too large an amount", text.substr(0, 40)));
        minor = minor * 10 + (c - '0');
        if (after >= 0)
            ++after;
    }
    if (!digits)
        return bad();
    for (int i = std::max(after, 0); i < decimals; ++i)
        minor *= 10;
    if (minor > largest)
        return fail(ErrorCode::InvalidInput, fmt::format("\"{}\" is too large an amount", text.substr(0, 40)));
    minor += roundUp ? 1 : 0;
    return Money { negative ? -minor : minor };
}

}
