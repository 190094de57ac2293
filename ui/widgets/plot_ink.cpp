// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plot_ink.h"

#include "ui/shell/theme.h"

namespace ow::ui {

QColor inkColor(PlotInk ink)
{
    const Colors& c = colors();
    switch (ink) {
    case PlotInk::Accent:
        return c.accent;
    case PlotInk::Grey:
        return c.holdout;
    case PlotInk::Good:
        return c.good;
    case PlotInk::Caution:
        return c.caution;
    case PlotInk::Bad:
        return c.bad;
    case PlotInk::Protect:
        return c.protect;
    case PlotInk::Power:
        return c.power;
    case PlotInk::Personalize:
        return c.personalize;
    case PlotInk::Replenish:
        return c.replenish;
    case PlotInk::Expand:
        return c.expand;
    }
    return c.ink;
}

QColor faded(QColor color, double opacity)
{
    color.setAlphaF(float(opacity));
    return color;
}

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto at = [&](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return QColor(at(a.red(), b.red()), at(a.green(), b.green()), at(a.blue(), b.blue()));
}

QString tickText(double tick, const PlotAxis& axis, const QLocale& locale)
{
    const double shown = std::abs(tick * axis.scale) < 1e-12 ? 0 : tick * axis.scale;
    int decimals = axis.decimals;
    for (decimals = std::max(decimals, 0); axis.decimals < 0 && decimals < 4; ++decimals) {
        const double power = std::pow(10, decimals);
        if (std::abs(shown * power - std::round(shown * power)) < 1e-6)
            break;
    }
    QString text = locale.toString(std::abs(shown), 'f', decimals);
    if (shown < 0)
        text.prepend(QChar(0x2212));
    else if (shown > 0 && axis.sign)
        text.prepend(u'+');
    return text + axis.suffix;
}

}
