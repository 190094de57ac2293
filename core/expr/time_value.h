// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// getFullYear … getMilliseconds of a timestamp on the clocks of `zone` ("" = UTC; IANA name or "+02:00").
Value timestampPart(Function part, const Value& timestamp, std::string_view zone);
/// getHours … getMilliseconds of a duration: hours, minutes, seconds are its whole length, milliseconds the
/// part below a second.
Value durationPart(Function part, const Value& duration);

}
