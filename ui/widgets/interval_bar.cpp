// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/interval_bar.h"

#include "ui/shell/theme.h"

#include <QPainter>

#include <algorithm>

namespace ow::ui {

IntervalBar::IntervalBar(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void IntervalBar::setValue(double value, double low, double high)
{
    m_value = Value { value, low, high };
    update();
}

void IntervalBar::clear()
{
    m_value.reset();
    update();
}

void IntervalBar::setScale(double min, double max)
{
    m_min = min;
    m_max = max > min ? max : min + 1;
    update();
}

void IntervalBar::setColor(const QColor& color)
{
    m_color = color;
    update();
}

void IntervalBar::setWords(const QString& words)
{
    setToolTip(words);
    setAccessibleName(words);
}

void IntervalBar::paint(QPainter& painter, const QRectF& rect, double value, double low, double high,
    double min, double max, const QColor& color)
{
    const auto x = [&](double v) {
        return rect.left() + 4 + (std::clamp(v, min, max) - min) / (max - min) * (rect.width() - 8);
    };
    const double y = rect.center().y();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors().hairline, 1));
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    if (min < 0 && max > 0) {
        painter.setPen(QPen(colors().muted, 1));
        painter.drawLine(QPointF(x(0), rect.top()), QPointF(x(0), rect.bottom()));
    }
    QColor band = color;
    band.setAlphaF(0.28F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(band);
    painter.drawRoundedRect(
        QRectF(QPointF(x(low), y - 3), QPointF(std::max(x(high), x(low) + 1), y + 3)), 3, 3);
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x(value), y), 3.5, 3.5);
    painter.setPen(QPen(color, 1.5));
    if (low < min)
        painter.drawPolyline(QPolygonF {
            QPointF(rect.left() + 3, y - 3), QPointF(rect.left(), y), QPointF(rect.left() + 3, y + 3) });
    if (high > max)
        painter.drawPolyline(QPolygonF {
            QPointF(rect.right() - 3, y - 3), QPointF(rect.right(), y), QPointF(rect.right() - 3, y + 3) });
    painter.restore();
}

void IntervalBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_value) {
        painter.setPen(QPen(colors().hairline, 1, Qt::DashLine));
        painter.drawLine(0, height() / 2, width(), height() / 2);
        return;
    }
    paint(painter, QRectF(rect()).adjusted(0, 1, 0, -1), m_value->value, m_value->low, m_value->high, m_min,
        m_max, m_color.isValid() ? m_color : colors().accent);
}

}
