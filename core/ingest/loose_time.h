// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "ingest/file_form.h"

#include <optional>
#include <string_view>

namespace ow::ingest {

/// A reading of a calendar and a clock, as it stands in a text.
struct LooseTime {
    CivilTime civil;
    std::optional<Duration> offset; ///< of the clock from UTC, where the text names one
};

/// Dates as people and programs write them, with or without a time of day:
///   2024-1-5  2024/01/05  2024.01.05  20240105  31.12.2024  12/31/24  31 Dec 2024  Dec 31, 2024  Tue, 31 Dec
///   2024 23:59  23:59:58.25  11:59 PM  11pm  T235958 Z  UTC  GMT  +01  +0100  +01:00  UTC+1
/// Two digits of a year are 1970 to 2069. Of dates that begin with a day or a month, `order` says which (none
/// of them is read where it is Ymd, unless the month is named). Whether the day exists is not asked. Empty
/// for anything else.
std::optional<LooseTime> readLooseTime(std::string_view text, DateOrder order);

/// The two numbers in front of the year in "31.12.2024", "1/2/24 8:26"; empty for any other text.
struct DayAndMonth {
    int first = 0;
    int second = 0;
    char between = '.';
};
std::optional<DayAndMonth> dayAndMonth(std::string_view text);

}
