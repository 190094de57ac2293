// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace ow {

/// A length of time in milliseconds.
struct Duration {
    std::int64_t ms = 0;
    friend constexpr auto operator<=>(Duration, Duration) = default;
};

/// An instant: milliseconds since 1970-01-01T00:00:00Z, no leap seconds. Range: the years 0001 to 9999.
struct Timestamp {
    std::int64_t ms = 0;
    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
    friend constexpr Duration operator-(Timestamp a, Timestamp b) { return { a.ms - b.ms }; }
    friend constexpr Timestamp operator+(Timestamp t, Duration d) { return { t.ms + d.ms }; }
    friend constexpr Timestamp operator-(Timestamp t, Duration d) { return { t.ms - d.ms }; }
};

constexpr Duration seconds(std::int64_t n) { return { n * 1000 }; }
constexpr Duration hours(std::int64_t n) { return { n * 3'600'000 }; }
constexpr Duration days(std::int64_t n) { return { n * 86'400'000 }; }

/// RFC 3339 with any offset ("2026-11-22T12:00:00Z", "…T12:00:00.250+01:00"); digits behind milliseconds are cut off.
/// Errors: InvalidInput, also for dates that no calendar has.
[[nodiscard]] Result<Timestamp> parseTimestamp(std::string_view text);

/// RFC 3339 UTC, milliseconds only where they are not 0: "2026-11-22T12:00:00Z", "…T12:00:00.250Z".
std::string formatTimestamp(Timestamp t);
/// The same, appended.
void appendTimestamp(Timestamp t, std::string& out);

/// `<integer><unit>`, unit one of s m h d w, e.g. "48h", "7d"; a day is 24 h. Errors: InvalidInput (also past 10^13 ms).
[[nodiscard]] Result<Duration> parseDuration(std::string_view text);

/// The largest unit that divides it: "7d", "36h", "90s". Whole seconds only (a part below is cut off).
std::string formatDuration(Duration d);

enum class CalendarUnit { Hour, Day, Week, Month };

/// Whether the system's time-zone database knows the IANA name.
bool isTimeZone(std::string_view name);

/// The start of the unit that holds t, on the clocks of `zone`: weeks start on Monday, a day at the first instant of
/// its date, and an hour that the clock repeats is two hours. Errors: NotFound for an unknown zone.
/// Thread-safe; the zone database is read once, on first use.
[[nodiscard]] Result<Timestamp> calendarStart(Timestamp t, CalendarUnit unit, std::string_view zone);

/// A zone of the system's database, looked up once. A value; lives as long as the program; any thread.
class TimeZone {
public:
    /// Errors: NotFound for an unknown IANA name. "" and "UTC" are UTC.
    [[nodiscard]] static Result<TimeZone> find(std::string_view name);

    /// What the zone's clocks show at t, as the instant at which UTC's clocks show the same.
    Timestamp localOf(Timestamp t) const;

private:
    const void* m_zone = nullptr; ///< the database's own; null = UTC
};

/// Local wall-clock fields of t in `zone`, for the expression language's getters and for screens.
struct CivilTime {
    int year = 1970;
    int month = 1; ///< 1…12
    int day = 1; ///< 1…31
    int dayOfYear = 1; ///< 1…366
    int weekday = 0; ///< 0 = Sunday … 6 = Saturday
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};
[[nodiscard]] Result<CivilTime> civilTime(Timestamp t, std::string_view zone = "UTC");

/// The instant of a wall-clock reading in `zone`; of a repeated reading the earlier one, a skipped one moves forward
/// to the first instant after the gap. Errors: NotFound for an unknown zone, InvalidInput for no such date.
[[nodiscard]] Result<Timestamp> fromCivil(const CivilTime& civil, std::string_view zone = "UTC");

/// The clock. Core asks it nowhere but here; everything that decides or estimates takes its "now" as an argument.
Timestamp systemNow();

}
