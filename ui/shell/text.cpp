// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
QDateTime local(Timestamp t) { return QDateTime::fromMSecsSinceEpoch(t.ms, Qt::LocalTime); }

QString words(const char* text, int n = -1) { return QCoreApplication::translate("text", text, nullptr, n); }

// "%Ln days": one call per unit, so that translators get plural forms.
QString units(std::int64_t n, const char* source)
{
    return words(source, int(std::min<std::int64_t>(n, 1'000'000)));
}
}

QString count(std::int64_t n) { return QLocale().toString(qlonglong(n)); }

QString shortCount(std::int64_t n)
{
    const double value = double(n);
    if (std::abs(value) < 10'000)
        return count(n);
    if (std::abs(value) < 999'500)
        return QLocale().toString(value / 1e3, 'f', std::abs(value) < 99'950 ? 1 : 0) + u" k"_s;
    return QLocale().toString(value / 1e6, 'f', 1) + u" M"_s;
}

QString money(Money amount, std::string_view currency)
{
    const int decimals = currencyDecimals(currency);
    const double value = double(amount.minor) / std::pow(10.0, decimals);
    return QLocale().toString(value, 'f', decimals) + u'\u00A0' + qs(currency);
}

QString percent(double share, int digits)
{
    return QLocale().toString(share * 100, 'f', digits) + u"\u00A0%"_s;
}

QString percentInterval(double share, double low, double high, int digits)
{
    return percent(share, digits) + u" ± "_s + QLocale().toString((high - low) * 50, 'f', digits);
}

QString day(Timestamp t)
{
    const QDateTime when = local(t);
    const bool thisYear = when.date().year() == QDate::currentDate().year();
    return QLocale().toString(when.date(), thisYear ? u"ddd d MMM"_s : u"ddd d MMM yyyy"_s);
}

QString dayTime(Timestamp t) { return day(t) + u", "_s + QLocale().toString(local(t).time(), u"HH:mm"_s); }

QString ago(Timestamp t, Timestamp now)
{
    const std::int64_t minutes = (now.ms - t.ms) / 60'000;
    if (minutes < 1)
        return words(QT_TRANSLATE_NOOP("text", "just now"));
    if (minutes < 60)
        return units(minutes, QT_TRANSLATE_N_NOOP("text", "%Ln minutes ago"));
    if (minutes < 24 * 60)
        return units(minutes / 60, QT_TRANSLATE_N_NOOP("text", "%Ln hours ago"));
    if (local(t).date().addDays(1) == local(now).date())
        return words(QT_TRANSLATE_NOOP("text", "yesterday"));
    return day(t);
}

QString duration(Duration d)
{
    const std::int64_t s = d.ms / 1000;
    if (s != 0 && s % 86'400 == 0)
        return units(s / 86'400, QT_TRANSLATE_N_NOOP("text", "%Ln days"));
    if (s != 0 && s % 3'600 == 0)
        return units(s / 3'600, QT_TRANSLATE_N_NOOP("text", "%Ln hours"));
    if (s != 0 && s % 60 == 0)
        return units(s / 60, QT_TRANSLATE_N_NOOP("text", "%Ln minutes"));
    return units(s, QT_TRANSLATE_N_NOOP("text", "%Ln seconds"));
}

}
