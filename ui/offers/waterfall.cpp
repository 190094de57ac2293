// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/waterfall.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <QPainter>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int TopRoom = 22; // figures above the bars
constexpr int BottomRoom = 22; // names below them

struct Bar {
    QString name;
    std::int64_t from; // money, minor units
    std::int64_t to;
    QColor color;
    QString figure;
};

}

Waterfall::Waterfall(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Margin waterfall"));
}

void Waterfall::setPrice(
    const price::OfferPrice& price, std::optional<Money> lowest, const std::string& currency)
{
    m_price = price;
    m_lowest = lowest;
    m_currency = currency;
    setAccessibleDescription(
        tr("List price %1, price %2, cost %3, margin %4")
            .arg(qs(formatMoney(price.listPrice, currency)), qs(formatMoney(price.price, currency)),
                qs(formatMoney(price.cost, currency)), qs(formatMoney(price.margin, currency))));
    update();
}

void Waterfall::paintEvent(QPaintEvent*)
{
    const Colors& c = colors();
    const auto list = m_price.listPrice.minor;
    const auto price = m_price.price.minor;
    const auto cost = m_price.cost.minor;
    const auto figure = [&](std::int64_t minor) { return qs(formatMoney({ minor }, m_currency)); };
    std::vector<Bar> bars;
    if (list > 0) {
        bars.push_back({ tr("Items"), 0, list, c.unknown, figure(list) });
        const QString step = price <= list ? tr("Discount") : tr("Surcharge");
        bars.push_back({ step, list, price, c.caution, figure(price - list) });
    }
    bars.push_back({ tr("Price"), 0, price, c.muted, figure(price) });
    bars.push_back({ tr("Cost"), price, price - cost, c.unknown, figure(-cost) });
    bars.push_back({ tr("Margin"), 0, price - cost, price >= cost ? c.good : c.bad, figure(price - cost) });

    std::int64_t top = std::max<std::int64_t>({ 1, list, price, m_lowest ? m_lowest->minor : 0 });
    const std::int64_t bottom = std::min<std::int64_t>(0, price - cost);
    const double scale = double(height() - TopRoom - BottomRoom) / double(top - bottom);
    const auto y = [&](std::int64_t minor) { return TopRoom + double(top - minor) * scale; };
    const double step = double(width()) / double(bars.size());
    const double barWidth = std::min(56.0, step * 0.62);

    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(c.hairline, 1));
    p.drawLine(QPointF(0, y(0)), QPointF(width(), y(0)));
    p.setFont(textFont(TextSize::Caption));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const Bar& bar = bars[i];
        const double x = step * (double(i) + 0.5) - barWidth / 2;
        const double high = y(std::max(bar.from, bar.to));
        const double tall = std::max(1.0, y(std::min(bar.from, bar.to)) - high);
        p.setPen(Qt::NoPen);
        p.setBrush(bar.color);
        p.drawRoundedRect(QRectF(x, high, barWidth, tall), 2, 2);
        if (i + 1 < bars.size()) { // the thread to the next bar
            p.setPen(QPen(c.muted, 1, Qt::DotLine));
            p.drawLine(QPointF(x + barWidth, y(bar.to)), QPointF(x + step, y(bar.to)));
        }
        p.setPen(c.ink);
        p.drawText(
            QRectF(step * double(i), high - 18, step, 16), Qt::AlignHCenter | Qt::AlignBottom, bar.figure);
        p.setPen(c.muted);
        p.drawText(
            QRectF(step * double(i), height() - 18, step, 16), Qt::AlignHCenter | Qt::AlignVCenter, bar.name);
    }
    if (m_lowest && m_lowest->minor > 0) {
        // Only across the price: the line says nothing of the other bars.
        const std::size_t at = list > 0 ? 2 : 0;
        const double x = step * double(at);
        const double cut = y(m_lowest->minor);
        p.setPen(QPen(c.bad, 2));
        p.drawLine(QPointF(x + 2, cut), QPointF(x + step - 2, cut));
    }
}

}
