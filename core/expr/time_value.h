// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "expr/functions.h"
#include "expr/value.h"

#include <optional>
#include <string>
#include <string_view>

// Timestamps and durations as values. A timestamp has nanoseconds and the years 0001 to 9999; a duration is a
// 64-bit count of nanoseconds (some 292 years either way), as in other engines of the language.

namespace ow::expr {

Value parseTimestampValue(std::string_view text); ///< RFC 3339; else a Conversion error
Value parseDurationValue(std::string_view text); ///< "1h30m", "-1.5s", "10ms"; else a Conversion error
Value timestampFromSeconds(std::int64_t seconds);
std::string timestampText(
    const Value& timestamp); ///< RFC 3339 UTC, digits behind the second only where not 0
std::string durationText(const Value& duration); ///< "90s", "1.5s"

/// The errors are Overflow where the result leaves its type's range.
Value addDuration(const Value& timestamp, std::int64_t nanos);
Value difference(const Value& a, const Value& b);

/// The clocks that a getter reads: of UTC, of an IANA zone or a fixed offset from UTC.
class Clock {
public:
    Clock() = default; ///< UTC's
    /// "" = UTC, an IANA name or an offset, "+02:00"; nothing where there is no such zone.
    static std::optional<Clock> find(std::string_view zone);

    Timestamp localOf(Timestamp t) const;

private:
    TimeZone m_zone;
    int m_minutes = 0; ///< ahead of the zone
};

/// getFullYear … getMilliseconds of a timestamp.
Value timestampPart(Function part, const Value& timestamp, const Clock& clock = {});
/// getHours … getMilliseconds of a duration: hours, minutes, seconds are its whole length, milliseconds the
/// part below a second.
Value durationPart(Function part, const Value& duration);

}
