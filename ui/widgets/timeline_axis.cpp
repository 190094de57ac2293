// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline_axis.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QTime>

#include <array>

namespace ow::ui {

namespace {

constexpr double Minute = 60'000;
constexpr double Hour = 60 * Minute;
constexpr double Day = 24 * Hour;

// Steps below a day divide it; the larger ones go by the calendar.
constexpr std::array<double, 8> clockSteps { Minute, 5 * Minute, 15 * Minute, Hour, 3 * Hour, 6 * Hour,
    12 * Hour, Day };
constexpr std::array<int, 2> daySteps { 2, 7 };
constexpr std::array<int, 4> monthSteps { 1, 3, 6, 12 };

Timestamp startOfDay(Timestamp t, const std::string& zone)
{
    return calendarStart(t, CalendarUnit::Day, zone).value_or(Timestamp { t.ms / 86'400'000 * 86'400'000 });
}

CivilTime civil(Timestamp t, const std::string& zone) { return civilTime(t, zone).value_or(CivilTime {}); }

QString dayLabel(const CivilTime& c)
{
    return QLocale().toString(QDate(c.year, c.month, c.day), QStringLiteral("d MMM"));
}

QString monthLabel(const CivilTime& c)
{
    return QLocale().toString(
        QDate(c.year, c.month, c.day), c.month == 1 ? QStringLiteral("MMM yyyy") : QStringLiteral("MMM"));
}

std::vector<AxisTick> clockTicks(double from, double until, double step, const std::string& zone)
{
    std::vector<AxisTick> ticks;
    const Timestamp day = startOfDay(Timestamp { std::int64_t(from) }, zone);
    for (auto t = double(day.ms); t <= until && ticks.size() < 200; t += step) {
        if (t < from)
            continue;
        const Timestamp at { std::int64_t(t) };
        const CivilTime c = civil(at, zone);
        const bool midnight = c.hour == 0 && c.minute == 0;
        ticks.push_back(
            { at, midnight ? dayLabel(c) : QTime(c.hour, c.minute).toString(QStringLiteral("HH:mm")) });
    }
    return ticks;
}

std::vector<AxisTick> dayTicks(double from, double until, int step, const std::string& zone)
{
    std::vector<AxisTick> ticks;
    Timestamp at = startOfDay(Timestamp { std::int64_t(from) }, zone);
    // Weeks begin on Mondays, other steps on days whose number they divide, whatever the view: ticks must not
    // wander.
    while (double(at.ms) <= until && ticks.size() < 200) {
        const CivilTime c = civil(at, zone);
        const bool round = step == 7 ? c.weekday == 1 : c.dayOfYear % step == 0;
        if (round && double(at.ms) >= from)
            ticks.push_back({ at, dayLabel(c) });
        at = startOfDay(at + hours(26), zone); // 26 h: over days of 23 and 25 hours too
    }
    return ticks;
}

std::vector<AxisTick> monthTicks(double from, double until, int step, const std::string& zone)
{
    std::vector<AxisTick> ticks;
    CivilTime c = civil(Timestamp { std::int64_t(from) }, zone);
    c = { .year = c.year, .month = c.month, .day = 1 };
    while (ticks.size() < 200) {
        const Timestamp at = fromCivil(c, zone).value_or(Timestamp { std::int64_t(until) + 1 });
        if (double(at.ms) > until)
            break;
        if (double(at.ms) >= from && (c.month - 1) % step == 0)
            ticks.push_back({ at, step == 12 ? QString::number(c.year) : monthLabel(c) });
        c.year += c.month == 12;
        c.month = c.month % 12 + 1;
    }
    return ticks;
}

}

QString axisContext(const std::vector<AxisTick>& ticks, double from, const std::string& zone)
{
    const CivilTime c = civil(Timestamp { std::int64_t(from) }, zone);
    const QDate date(c.year, c.month, c.day);
    bool onlyClocks = true;
    for (const AxisTick& tick : ticks) {
        const CivilTime at = civil(tick.at, zone);
        onlyClocks = onlyClocks && (at.hour != 0 || at.minute != 0);
        if (tick.label.contains(QString::number(at.year)))
            return {};
    }
    return onlyClocks ? QLocale().toString(date, QStringLiteral("d MMM yyyy")) : QString::number(c.year);
}

QString clockText(Timestamp at, const std::string& zone)
{
    const CivilTime c = civil(at, zone);
    return QDateTime(QDate(c.year, c.month, c.day), QTime(c.hour, c.minute))
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

std::vector<AxisTick> axisTicks(double from, double until, double apart, const std::string& zone)
{
    for (const double step : clockSteps)
        if (step >= apart)
            return clockTicks(from, until, step, zone);
    for (const int step : daySteps)
        if (step * Day >= apart)
            return dayTicks(from, until, step, zone);
    for (const int step : monthSteps)
        if (step * 28 * Day >= apart)
            return monthTicks(from, until, step, zone);
    return monthTicks(from, until, 12, zone);
}

}
