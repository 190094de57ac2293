// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/money_input.h"

#include "ui/shell/text.h"

#include <algorithm>

namespace ow::ui {

std::optional<Money> readMoney(QString text, const std::string& currency)
{
    text.remove(qs(currency), Qt::CaseInsensitive);
    QString figures;
    for (const QChar ch : text)
        if (ch.isDigit() || ch == QLatin1Char('.') || ch == QLatin1Char(',') || ch == QLatin1Char('-'))
            figures += ch;
        else if (!ch.isSpace() && ch != QLatin1Char('\''))
            return std::nullopt;
    // The last separator is the decimal one, unless it groups: exactly three figures behind it and a currency
    // that has other decimals, or the same separator twice.
    const auto last = std::max(figures.lastIndexOf(QLatin1Char('.')), figures.lastIndexOf(QLatin1Char(',')));
    if (last >= 0) {
        const QChar mark = figures.at(last);
        const auto behind = figures.size() - last - 1;
        const bool groups = figures.count(mark) > 1 || (behind == 3 && currencyDecimals(currency) != 3);
        QString whole = figures.left(last);
        whole.remove(QLatin1Char('.')).remove(QLatin1Char(','));
        figures = whole + (groups ? QString() : QStringLiteral(".")) + figures.mid(last + 1);
    }
    const auto money = parseMoney(figures.toStdString(), currency);
    constexpr std::int64_t Largest = 1'000'000'000'000'000;
    if (!money || money->minor < 0 || money->minor > Largest)
        return std::nullopt;
    return *money;
}

}
