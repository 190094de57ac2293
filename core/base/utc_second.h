// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/little_endian.h"
#include "base/time.h"

#include <array>
#include <string_view>

namespace ow {

namespace utc_second {

constexpr unsigned firstYear = 1970, lastYear = 2105;

/// Days since 1970-01-01 of a date in the proleptic Gregorian calendar; years begin in March, so that the
/// leap day is their last (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
constexpr std::int32_t daysOf(unsigned year, unsigned month, unsigned day)
{
    const unsigned y = year - unsigned(month <= 2);
    const unsigned era = y / 400;
    const unsigned yearOfEra = y - era * 400;
    const unsigned dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return std::int32_t(era * 146097 + dayOfEra) - 719468;
}

constexpr std::size_t months = std::size_t(lastYear - firstYear + 1) * 12;

/// By month since January of the first year: the day it begins with; one more at the end.
inline constexpr auto monthBegins = [] {
    std::array<std::int32_t, months + 1> out {};
    for (std::size_t i = 0; i <= months; ++i)
        out[i] = daysOf(firstYear + unsigned(i / 12), unsigned(i % 12) + 1, 1);
    return out;
}();

/// Added to a byte that was compared with the pattern's ('0' for any digit) by ^, sets its highest bit where
/// it differs: more than 9 for a digit, more than 0 for all else.
constexpr std::uint64_t limits(const char (&pattern)[9])
{
    std::uint64_t out = 0;
    for (unsigned i = 0; i < 8; ++i)
        out |= std::uint64_t(pattern[i] == '0' ? 0x76 : 0x7F) << (8 * i);
    return out;
}

}

/// Reads exactly "YYYY-MM-DDTHH:MM:SSZ" of the years 1970 to 2105, the form in which machines write instants,
/// in a few nanoseconds: 20 bytes from `text` on. False, with `out` untouched, for anything else, valid or
/// not: ask parseTimestamp() then. What it reads is what parseTimestamp() reads.
inline bool parseUtcSecond(const char* text, Timestamp& out)
{
    using namespace utc_second;
    // Eight characters at a time, each a byte of a word: digits become their values, all else 0.
    const std::uint64_t date = littleWord(text) ^ littleWordOf("0000-00-");
    const std::uint64_t middle = littleWord(text + 8) ^ littleWordOf("00T00:00");
    const std::uint64_t last = littleWord(text + 12) ^ littleWordOf("0:00:00Z");
    // A byte that is over already may carry into the next one; then it has its highest bit by itself.
    const std::uint64_t over = date | (date + limits("0000-00-")) | middle | (middle + limits("00T00:00"))
        | last | (last + limits("0:00:00Z"));
    if ((over & 0x8080808080808080U) != 0)
        return false;
    const auto byte = [](std::uint64_t word, unsigned i) { return unsigned(word >> (8 * i)) & 0xFFU; };
    const std::uint64_t a = digitPairs(date), b = digitPairs(middle), c = digitPairs(last);
    const unsigned year = byte(a, 0) * 100 + byte(a, 2);
    const unsigned month = byte(a, 5) - 1;
    const unsigned day = byte(b, 0) - 1;
    const unsigned hour = byte(b, 3), minute = byte(b, 6), second = byte(c, 5);
    if ((unsigned(year - firstYear > lastYear - firstYear) | unsigned(month > 11) | unsigned(hour > 23)
            | unsigned(minute > 59) | unsigned(second > 59))
        != 0)
        return false;
    const std::size_t i = std::size_t(year - firstYear) * 12 + month;
    if (day >= unsigned(monthBegins[i + 1] - monthBegins[i])) // day 0 wraps to the largest number
        return false;
    const std::int64_t days = monthBegins[i] + std::int64_t(day);
    out.ms = (days * 86400 + std::int64_t(hour * 3600 + minute * 60 + second)) * 1000;
    return true;
}

inline bool parseUtcSecond(std::string_view text, Timestamp& out)
{
    return text.size() == 20 && parseUtcSecond(text.data(), out);
}

}
