// SPDX-License-Identifier: Apache-2.0
#include "expr/time_value.h"

#include <fmt/format.h>

#include <array>
#include <limits>

namespace ow::expr {

namespace {

constexpr std::int64_t nanosPerSecond = 1'000'000'000;
constexpr std::int64_t firstSecond = -62'135'596'800; // 0001-01-01T00:00:00Z
constexpr std::int64_t lastSecond = 253'402'300'799; // 9999-12-31T23:59:59Z

Value checked(std::int64_t seconds, std::int64_t nanos)
{
    if (seconds < firstSecond || seconds > lastSecond)
        return Value::error(EvalError::Overflow);
    return Value::timestamp(seconds, std::uint32_t(nanos));
}

std::int64_t floorDiv(std::int64_t a, std::int64_t b)
{
    const std::int64_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

/// Up to nine digits from `at` on, as nanoseconds.
std::int64_t fraction(std::string_view text, std::size_t at)
{
    std::int64_t nanos = 0;
    std::int64_t place = nanosPerSecond / 10;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, place /= 10)
        nanos += (text[at] - '0') * place;
    return nanos;
}

std::string withoutTrailingZeros(std::int64_t nanos)
{
    std::string digits = fmt::format("{:09}", nanos);
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits;
}

struct Unit {
    std::string_view name;
    std::int64_t nanos;
};
// Longer names first: "ms" is not minutes.
constexpr std::array<Unit, 8> units { { { "ns", 1 }, { "us", 1'000 }, { "µs", 1'000 }, { "μs", 1'000 },
    { "ms", 1'000'000 }, { "s", nanosPerSecond }, { "m", 60 * nanosPerSecond },
    { "h", 3600 * nanosPerSecond } } };

/// Reads digits and a fraction in front of a unit and adds them to `total`; moves `text` on. False =
/// malformed or too long.
bool readTerm(std::string_view& text, std::int64_t& total)
{
    std::int64_t whole = 0;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        if (__builtin_mul_overflow(whole, 10, &whole)
            || __builtin_add_overflow(whole, text[digits] - '0', &whole))
            return false;
        ++digits;
    }
    std::size_t at = digits;
    std::string_view decimals;
    if (at < text.size() && text[at] == '.') {
        const std::size_t first = ++at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9')
            ++at;
        decimals = text.substr(first, at - first);
    }
    if (digits == 0 && decimals.empty())
        return false;
    text.remove_prefix(at);
    for (const Unit& unit : units) {
        if (!text.starts_with(unit.name))
            continue;
        text.remove_prefix(unit.name.size());
        std::int64_t nanos = 0;
        if (__builtin_mul_overflow(whole, unit.nanos, &nanos))
            return false;
        double part = 0;
        double scale = 1;
        for (const char c : decimals.substr(0, 18)) {
            part = part * 10 + (c - '0');
            scale *= 10;
        }
        const auto rest = std::int64_t(part * (double(unit.nanos) / scale));
        return !__builtin_add_overflow(nanos, rest, &nanos) && !__builtin_add_overflow(total, nanos, &total);
    }
    return false;
}

/// "+02:00", "-09:30", "02:00" as minutes.
std::optional<int> fixedOffset(std::string_view zone)
{
    int sign = 1;
    if (!zone.empty() && (zone.front() == '+' || zone.front() == '-')) {
        sign = zone.front() == '-' ? -1 : 1;
        zone.remove_prefix(1);
    }
    const auto digit = [&](std::size_t i) { return zone[i] >= '0' && zone[i] <= '9'; };
    if (zone.size() != 5 || zone[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4))
        return std::nullopt;
    const int hour = (zone[0] - '0') * 10 + (zone[1] - '0');
    const int minute = (zone[3] - '0') * 10 + (zone[4] - '0');
    if (hour > 23 || minute > 59)
        return std::nullopt;
    return sign * (hour * 60 + minute);
}

}

Value parseTimestampValue(std::string_view text)
{
    const Result<Timestamp> time = parseTimestamp(text);
    if (!time)
        return Value::error(EvalError::Conversion);
    const std::int64_t nanos = text.size() > 19 && text[19] == '.' ? fraction(text, 20) : 0;
    const Value value = checked(floorDiv(time->ms, 1000), nanos);
    return value.isError() ? Value::error(EvalError::Conversion) : value;
}

Value parseDurationValue(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text == "0")
        return Value::duration(0);
    std::int64_t total = 0;
    do {
        if (!readTerm(text, total))
            return Value::error(EvalError::Conversion);
    } while (!text.empty());
    return Value::duration(negative ? -total : total);
}

Value timestampFromSeconds(std::int64_t seconds) { return checked(seconds, 0); }

std::string timestampText(const Value& timestamp)
{
    std::string out = formatTimestamp({ timestamp.seconds() * 1000 });
    if (timestamp.nanos() != 0)
        out.insert(out.size() - 1, '.' + withoutTrailingZeros(timestamp.nanos()));
    return out;
}

std::string durationText(const Value& duration)
{
    const std::int64_t nanos = duration.durationNanos();
    const std::int64_t seconds = nanos / nanosPerSecond;
    const std::int64_t rest = nanos % nanosPerSecond;
    std::string out = nanos < 0 ? "-" : "";
    out += std::to_string(seconds < 0 ? -seconds : seconds);
    if (rest != 0)
        out += '.' + withoutTrailingZeros(rest < 0 ? -rest : rest);
    return out + 's';
}

Value addDuration(const Value& timestamp, std::int64_t nanos)
{
    const std::int64_t rest = std::int64_t(timestamp.nanos()) + nanos % nanosPerSecond;
    const std::int64_t seconds
        = timestamp.seconds() + nanos / nanosPerSecond + floorDiv(rest, nanosPerSecond);
    return checked(seconds, rest - floorDiv(rest, nanosPerSecond) * nanosPerSecond);
}

Value difference(const Value& a, const Value& b)
{
    std::int64_t nanos = 0;
    if (__builtin_mul_overflow(a.seconds() - b.seconds(), nanosPerSecond, &nanos)
        || __builtin_add_overflow(nanos, std::int64_t(a.nanos()) - std::int64_t(b.nanos()), &nanos))
        return Value::error(EvalError::Overflow);
    return Value::duration(nanos);
}

std::optional<Clock> Clock::find(std::string_view zone)
{
    Clock out;
    if (const std::optional<int> minutes = fixedOffset(zone)) {
        out.m_minutes = *minutes;
        return out;
    }
    const Result<TimeZone> found = TimeZone::find(zone);
    if (!found)
        return std::nullopt;
    out.m_zone = *found;
    return out;
}

Timestamp Clock::localOf(Timestamp t) const
{
    return { m_zone.localOf(t).ms + std::int64_t(m_minutes) * 60'000 };
}

Value timestampPart(Function part, const Value& timestamp, const Clock& clock)
{
    constexpr std::int64_t perDay = 86'400'000;
    const Timestamp local = clock.localOf(timestamp.asTimestamp());
    const std::int64_t day = floorDiv(local.ms, perDay);
    const std::int64_t ofDay = local.ms - day * perDay;
    switch (part) { // the clock's hands need no calendar
    case Function::GetHours:
        return Value::of(ofDay / 3'600'000);
    case Function::GetMinutes:
        return Value::of(ofDay / 60'000 % 60);
    case Function::GetSeconds:
        return Value::of(ofDay / 1000 % 60);
    case Function::GetMilliseconds:
        return Value::of(ofDay % 1000);
    case Function::GetDayOfWeek: // 1970-01-01 was a Thursday
        return Value::of(((day + 4) % 7 + 7) % 7);
    default:
        break;
    }
    const Result<CivilTime> civil = civilTime(local);
    if (!civil)
        return Value::error(EvalError::BadTimeZone);
    switch (part) {
    case Function::GetFullYear:
        return Value::of(std::int64_t(civil->year));
    case Function::GetMonth:
        return Value::of(std::int64_t(civil->month - 1));
    case Function::GetDate:
        return Value::of(std::int64_t(civil->day));
    case Function::GetDayOfMonth:
        return Value::of(std::int64_t(civil->day - 1));
    case Function::GetDayOfYear:
        return Value::of(std::int64_t(civil->dayOfYear - 1));
    default:
        return Value::error(EvalError::WrongType);
    }
}

Value durationPart(Function part, const Value& duration)
{
    const std::int64_t nanos = duration.durationNanos();
    switch (part) {
    case Function::GetHours:
        return Value::of(nanos / (3600 * nanosPerSecond));
    case Function::GetMinutes:
        return Value::of(nanos / (60 * nanosPerSecond));
    case Function::GetSeconds:
        return Value::of(nanos / nanosPerSecond);
    case Function::GetMilliseconds:
        return Value::of(nanos % nanosPerSecond / 1'000'000);
    default:
        return Value::error(EvalError::WrongType);
    }
}

}
