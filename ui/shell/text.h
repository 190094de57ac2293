// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "base/time.h"

#include <QString>

#include <cstdint>
#include <string>
#include <string_view>

// From core's values to what a person reads, in the locale of the interface. GUI thread or any other.

namespace ow::ui {

inline QString qs(std::string_view utf8) { return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())); }
inline std::string ss(const QString& text) { return text.toStdString(); }

/// "541,909"
QString count(std::int64_t n);
/// "1.2 k", "3.4 M" for tight places; the exact number below 10,000.
QString shortCount(std::int64_t n);
/// "€ 1,234.50"-like: grouped, with the currency's decimals and its code or symbol.
QString money(Money amount, std::string_view currency);
/// "4.1 %": `digits` after the point.
QString percent(double share, int digits = 1);
/// "4.1 % ± 0.3": the half width of the interval in percentage points.
QString percentInterval(double share, double low, double high, int digits = 1);
/// "Mon 3 Feb", with the year where it is not the year of `now`.
QString day(Timestamp t);
/// "Mon 3 Feb, 14:05"
QString dayTime(Timestamp t);
/// "just now", "5 minutes ago", "yesterday", then the day.
QString ago(Timestamp t, Timestamp now);
/// "7 days", "36 hours"
QString duration(Duration d);

}
