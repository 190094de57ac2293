// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"

#include <array>
#include <string_view>

namespace ow {

/// Reads exactly "YYYY-MM-DDTHH:MM:SSZ", the form in which machines write instants, in a few nanoseconds. False, with `out`
/// untouched, for anything else, valid or not: ask parseTimestamp() then. What it reads is what parseTimestamp() reads.
inline bool parseUtcSecond(std::string_view text, Timestamp& out)
{
    if (text.size() != 20)
        return false;
    unsigned bad = 0;
    const auto digit = [&](std::size_t i) {
        const unsigned d = static_cast<unsigned char>(text[i]) - unsigned('0');
        bad |= unsigned(d > 9);
        return d;
    };
    const auto two = [&](std::size_t i) { return digit(i) * 10 + digit(i + 1); };
    const unsigned year = two(0) * 100 + two(2);
    const unsigned month = two(5);
    const unsigned day = two(8);
    const unsigned hour = two(11);
    const unsigned minute = two(14);
    const unsigned second = two(17);
    const auto differs = [&](std::size_t i, char c) { return unsigned(text[i] != c); };
    bad |= differs(4, '-') | differs(7, '-') | differs(10, 'T') | differs(13, ':') | differs(16, ':') | differs(19, 'Z');
    bad |= unsigned(year < 1) | unsigned(month - 1 > 11) | unsigned(hour > 23) | unsigned(minute > 59) | unsigned(second > 59);
    if (bad != 0)
        return false;
    constexpr std::array<unsigned char, 12> lengths { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day < 1 || day > lengths[month - 1] + unsigned(leap && month == 2))
        return false;
    // Days since 1970-01-01 of a date in the proleptic Gregorian calendar; years begin in March, so that the leap day is
    // their last (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil).
    const unsigned y = year - unsigned(month <= 2);
    const unsigned era = y / 400;
    const unsigned yearOfEra = y - era * 400;
    const unsigned dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    const std::int64_t days = std::int64_t(era) * 146097 + std::int64_t(dayOfEra) - 719468;
    out.ms = (days * 86400 + std::int64_t(hour * 3600 + minute * 60 + second)) * 1000;
    return true;
}

}
