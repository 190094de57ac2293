// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/spark_bars.h"

#include "ui/shell/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ow::ui {

SparkBars::SparkBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize SparkBars::sizeHint() const { return { 208, 40 }; }

void SparkBars::setBars(std::vector<Bar> bars, const QString& words)
{
    m_bars = std::move(bars);
    m_most = 0;
    for (const Bar& bar : m_bars)
        m_most = std::max(m_most, bar.value);
    setAccessibleName(words);
    update();
}

QRectF SparkBars::rectOf(std::size_t bar) const
{
    const double step = double(width()) / double(m_bars.size());
    const double full = height() - 1;
    const double tall = m_most > 0 ? full * m_bars[bar].value / m_most : 0;
    // What is there at all is seen: a bar of one customer among thousands has a pixel.
    const double seen = m_bars[bar].value > 0 ? std::max(tall, 1.5) : 0;
    return { double(bar) * step + 1, full - seen, std::max(step - 2, 1.0), seen };
}

void SparkBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), colors().hairline);
    QColor before = colors().muted;
    before.setAlphaF(0.45F);
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        painter.fillRect(rectOf(i), i + 1 == m_bars.size() ? colors().accent : before);
}

bool SparkBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_bars.empty()) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto bar
            = std::size_t(std::clamp(help->pos().x(), 0, width() - 1)) * m_bars.size() / std::size_t(width());
        QToolTip::showText(help->globalPos(), m_bars[bar].words, this);
        return true;
    }
    return QWidget::event(event);
}

}
