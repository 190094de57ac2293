// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"

#include "base/calendar_span.h"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <exception>

namespace ow {

namespace {

using Millis = std::chrono::milliseconds;
using SysTime = date::sys_time<Millis>;
using LocalTime = date::local_time<Millis>;

SysTime sys(Timestamp t) { return SysTime { Millis { t.ms } }; }
Timestamp stamp(SysTime t) { return { t.time_since_epoch().count() }; }

const date::time_zone* findZone(std::string_view name)
{
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::exception&) { // the library throws for a name it does not have
        return nullptr;
    }
}

tl::unexpected<Error> unknownZone(std::string_view name)
{
    return fail(ErrorCode::NotFound,
        fmt::format("\"{}\" is not a time zone; use an IANA name such as Europe/Berlin", name.substr(0, 64)));
}

/// Reads exactly `width` digits at `pos`; -1 where they are not.
int digitsAt(std::string_view text, std::size_t pos, std::size_t width)
{
    if (pos + width > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < width; ++i) {
        const char c = text[pos + i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// The first instant whose wall-clock reading is at or after `local`.
SysTime firstInstant(LocalTime local, const date::time_zone& zone)
{
    const date::local_info info = zone.get_info(local);
    if (info.result == date::local_info::nonexistent) // the clock jumps over it: the jump itself
        return std::chrono::time_point_cast<Millis>(info.first.end);
    return SysTime { local.time_since_epoch() } - std::chrono::duration_cast<Millis>(info.first.offset);
}

SysTime startOfDay(date::local_days day, const date::time_zone& zone)
{
    return firstInstant(LocalTime { day }, zone);
}

SysTime startOfHour(SysTime t, const date::time_zone& zone)
{
    const date::sys_info info = zone.get_info(t);
    const LocalTime local { (t + info.offset).time_since_epoch() };
    const SysTime start = SysTime { date::floor<std::chrono::hours>(local).time_since_epoch() } - info.offset;
    // A change of the clock inside the wall-clock hour starts a new hour: that is how a repeated one is two.
    const SysTime change = std::chrono::time_point_cast<Millis>(info.begin);
    return std::max(start, change);
}

void appendDigits(int number, int digits, std::string& out)
{
    const std::size_t first = out.size();
    out.append(std::size_t(digits), '0');
    for (int k = digits; k > 0; --k, number /= 10)
        out[first + std::size_t(k) - 1] = char('0' + number % 10);
}

}

Result<Timestamp> parseTimestamp(std::string_view text)
{
    const auto bad = [&] {
        return fail(ErrorCode::InvalidInput,
            fmt::format("\"{}\" is not a time; write it as 2026-11-22T12:00:00Z", text.substr(0, 40)));
    };
    const int year = digitsAt(text, 0, 4);
    const int month = digitsAt(text, 5, 2);
    const int day = digitsAt(text, 8, 2);
    const int hour = digitsAt(text, 11, 2);
    const int minute = digitsAt(text, 14, 2);
    const int second = digitsAt(text, 17, 2);
    if (year < 1 || month < 0 || day < 0 || hour < 0 || minute < 0 || second < 0 || text[4] != '-' || text[7] != '-'
        || (text[10] != 'T' && text[10] != 't') || text[13] != ':' || text[16] != ':')
        return bad();
    const date::year_month_day ymd { date::year { year }, date::month { unsigned(month) }, date::day { unsigned(day) } };
    if (!ymd.ok() || hour > 23 || minute > 59 || second > 59)
        return bad();
    std::size_t pos = 19;
    int millis = 0;
    if (pos < text.size() && text[pos] == '.') {
        ++pos;
        int place = 100;
        const std::size_t first = pos;
        while (pos < text.size() && text[pos] >= '0' && text[pos] <= '9') {
            millis += (text[pos] - '0') * place;
            place /= 10;
            ++pos;
        }
        if (pos == first)
            return bad();
    }
    int offsetMinutes = 0;
    if (pos < text.size() && (text[pos] == 'Z' || text[pos] == 'z')) {
        ++pos;
    } else if (pos < text.size() && (text[pos] == '+' || text[pos] == '-')) {
        const int oh = digitsAt(text, pos + 1, 2);
        const int om = digitsAt(text, pos + 4, 2);
        if (oh < 0 || oh > 23 || om < 0 || om > 59 || text[pos + 3] != ':')
            return bad();
        offsetMinutes = (oh * 60 + om) * (text[pos] == '-' ? -1 : 1);
        pos += 6;
    } else {
        return bad();
    }
    if (pos != text.size())
        return bad();
    const SysTime t = SysTime { date::sys_days { ymd } } + std::chrono::hours { hour }
        + std::chrono::minutes { minute - offsetMinutes } + std::chrono::seconds { second } + Millis { millis };
    return stamp(t);
}

std::string formatTimestamp(Timestamp t)
{
    std::string out;
    appendTimestamp(t, out);
    return out;
}

void appendTimestamp(Timestamp t, std::string& out)
{
    const auto day = date::floor<date::days>(sys(t));
    const date::year_month_day ymd { day };
    const auto ms = int((sys(t) - SysTime { day }).count());
    const auto year = int(ymd.year());
    if (year < 0 || year > 9999) // no time of ours; still, no digits are to be lost
        out.append(std::to_string(year));
    else
        appendDigits(year, 4, out);
    const auto part = [&](char before, int number, int digits) {
        out += before;
        appendDigits(number, digits, out);
    };
    part('-', int(unsigned(ymd.month())), 2);
    part('-', int(unsigned(ymd.day())), 2);
    part('T', ms / 3'600'000, 2);
    part(':', ms / 60'000 % 60, 2);
    part(':', ms / 1000 % 60, 2);
    if (ms % 1000 != 0)
        part('.', ms % 1000, 3);
    out += 'Z';
}

Result<Duration> parseDuration(std::string_view text)
{
    const auto bad = [&] {
        return fail(ErrorCode::InvalidInput,
            fmt::format("\"{}\" is not a duration; write a whole number and a unit, such as 30m, 48h, 7d or 2w",
                text.substr(0, 40)));
    };
    if (text.size() < 2)
        return bad();
    std::int64_t unit = 0;
    switch (text.back()) {
    case 's': unit = 1000; break;
    case 'm': unit = 60'000; break;
    case 'h': unit = 3'600'000; break;
    case 'd': unit = 86'400'000; break;
    case 'w': unit = 604'800'000; break;
    default: return bad();
    }
    constexpr std::int64_t longest = 10'000'000'000'000; // some 317 years: far above any window, far below overflow
    std::int64_t count = 0;
    for (const char c : text.substr(0, text.size() - 1)) {
        if (c < '0' || c > '9')
            return bad();
        count = count * 10 + (c - '0');
        if (count > longest / unit)
            return fail(ErrorCode::InvalidInput, fmt::format("\"{}\" is too long a duration", text.substr(0, 40)));
    }
    return Duration { count * unit };
}

std::string formatDuration(Duration d)
{
    struct Unit {
        std::int64_t ms;
        char name;
    };
    constexpr std::array<Unit, 4> units { { { 86'400'000, 'd' }, { 3'600'000, 'h' }, { 60'000, 'm' }, { 1000, 's' } } };
    if (d.ms == 0)
        return "0s";
    for (const Unit& unit : units) {
        if (d.ms % unit.ms == 0)
            return fmt::format("{}{}", d.ms / unit.ms, unit.name);
    }
    return fmt::format("{}s", d.ms / 1000);
}

bool isTimeZone(std::string_view name) { return findZone(name) != nullptr; }

Result<Timestamp> calendarStart(Timestamp t, CalendarUnit unit, std::string_view zoneName)
{
    const date::time_zone* zone = findZone(zoneName);
    if (zone == nullptr)
        return unknownZone(zoneName);
    if (unit == CalendarUnit::Hour)
        return stamp(startOfHour(sys(t), *zone));
    const date::local_days today = date::floor<date::days>(zone->to_local(sys(t)));
    date::local_days first = today;
    if (unit == CalendarUnit::Week)
        first = today - (date::weekday { today } - date::Monday);
    if (unit == CalendarUnit::Month) {
        const date::year_month_day ymd { today };
        first = date::local_days { ymd.year() / ymd.month() / 1 };
    }
    return stamp(startOfDay(first, *zone));
}

Result<TimeZone> TimeZone::find(std::string_view name)
{
    TimeZone out;
    if (name == "UTC" || name.empty())
        return out;
    out.m_zone = findZone(name);
    if (out.m_zone == nullptr)
        return unknownZone(name);
    return out;
}

Timestamp TimeZone::localOf(Timestamp t) const
{
    if (m_zone == nullptr)
        return t;
    const auto& zone = *static_cast<const date::time_zone*>(m_zone);
    return { zone.to_local(sys(t)).time_since_epoch().count() };
}

Result<CalendarSpan> calendarSpan(Timestamp t, CalendarUnit unit, std::string_view zoneName)
{
    const date::time_zone* zone = findZone(zoneName);
    if (zone == nullptr)
        return unknownZone(zoneName);
    const Result<Timestamp> start = calendarStart(t, unit, zoneName);
    if (!start)
        return fail(start.error());
    // While the offset stays, wall-clock time is time moved by it: the unit's ends on the clock are ends in time.
    const date::sys_info info = zone->get_info(sys(t));
    const LocalTime local { (sys(t) + info.offset).time_since_epoch() };
    const date::local_days today = date::floor<date::days>(local);
    LocalTime begin { today };
    LocalTime end { today + date::days { 1 } };
    if (unit == CalendarUnit::Hour) {
        begin = LocalTime { date::floor<std::chrono::hours>(local).time_since_epoch() };
        end = begin + std::chrono::hours { 1 };
    } else if (unit == CalendarUnit::Week) {
        begin = LocalTime { today - (date::weekday { today } - date::Monday) };
        end = begin + date::days { 7 };
    } else if (unit == CalendarUnit::Month) {
        const date::year_month_day ymd { today };
        begin = LocalTime { date::local_days { ymd.year() / ymd.month() / 1 } };
        end = LocalTime { date::local_days { (ymd.year() / ymd.month() + date::months { 1 }) / 1 } };
    }
    const auto inTime = [&](LocalTime clock) { return SysTime { clock.time_since_epoch() } - Millis { info.offset }; };
    const SysTime first = std::max(inTime(begin), std::chrono::time_point_cast<Millis>(info.begin));
    const SysTime after = std::min(inTime(end), std::chrono::time_point_cast<Millis>(info.end));
    return CalendarSpan { *start, stamp(first), stamp(after - Millis { 1 }) };
}

Result<CivilTime> civilTime(Timestamp t, std::string_view zoneName)
{
    const Result<TimeZone> zone = TimeZone::find(zoneName);
    if (!zone)
        return tl::unexpected(zone.error());
    const LocalTime local { Millis { zone->localOf(t).ms } };
    const date::local_days day = date::floor<date::days>(local);
    const date::year_month_day ymd { day };
    const auto ms = int((local - LocalTime { day }).count());
    CivilTime out;
    out.year = int(ymd.year());
    out.month = int(unsigned(ymd.month()));
    out.day = int(unsigned(ymd.day()));
    out.dayOfYear = int((day - date::local_days { ymd.year() / 1 / 1 }).count()) + 1;
    out.weekday = int(date::weekday { day }.c_encoding());
    out.hour = ms / 3'600'000;
    out.minute = ms / 60'000 % 60;
    out.second = ms / 1000 % 60;
    out.millisecond = ms % 1000;
    return out;
}

Result<Timestamp> fromCivil(const CivilTime& c, std::string_view zoneName)
{
    const date::year_month_day ymd { date::year { c.year }, date::month { unsigned(c.month) }, date::day { unsigned(c.day) } };
    if (!ymd.ok() || c.year < 1 || c.year > 9999 || c.hour < 0 || c.hour > 23 || c.minute < 0 || c.minute > 59
        || c.second < 0 || c.second > 59 || c.millisecond < 0 || c.millisecond > 999)
        return fail(ErrorCode::InvalidInput, "No calendar has this date and time");
    const LocalTime local = LocalTime { date::local_days { ymd } } + std::chrono::hours { c.hour }
        + std::chrono::minutes { c.minute } + std::chrono::seconds { c.second } + Millis { c.millisecond };
    if (zoneName == "UTC" || zoneName.empty())
        return Timestamp { local.time_since_epoch().count() };
    const date::time_zone* zone = findZone(zoneName);
    if (zone == nullptr)
        return unknownZone(zoneName);
    return stamp(firstInstant(local, *zone));
}

Timestamp systemNow()
{
    return stamp(std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now()));
}

}
