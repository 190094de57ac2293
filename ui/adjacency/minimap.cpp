// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/minimap.h"

#include "ui/shell/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr double Padding = 8;
}

Minimap::Minimap(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("minimap"));
    resize(168, 116);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("The whole graph. Click to go there."));
    setAccessibleName(tr("Overview of the graph"));
    hide();
}

void Minimap::setGraph(const GraphSnapshot& graph, const Visible& visible, const QRectF& bounds)
{
    m_graph = graph;
    m_nodes = visible.nodes;
    m_bounds = bounds;
    update();
}

void Minimap::setWindow(const QRectF& window)
{
    m_window = window;
    update();
}

void Minimap::update()
{
    setVisible(m_graph && !m_graph->nodes.empty() && !m_window.contains(m_bounds));
    QWidget::update();
}

QPointF Minimap::toMap(QPointF p) const
{
    const double scale
        = std::min((width() - 2 * Padding) / m_bounds.width(), (height() - 2 * Padding) / m_bounds.height());
    return (p - m_bounds.center()) * scale + QRectF(rect()).center();
}

void Minimap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors().hairline, 1));
    painter.setBrush(colors().paper);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Size::ControlRadius, Size::ControlRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    std::vector<QPointF> points;
    for (std::size_t i = 0; i < m_graph->nodes.size(); ++i)
        if (m_nodes[i] != 0)
            points.push_back(toMap(m_graph->nodes[i].at));
    painter.setPen(QPen(colors().muted, points.size() > 800 ? 1 : 2));
    painter.drawPoints(points.data(), int(points.size()));
    const QRectF window = QRectF(toMap(m_window.topLeft()), toMap(m_window.bottomRight()));
    painter.setPen(QPen(colors().accent, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(window.intersected(QRectF(rect()).adjusted(1, 1, -2, -2)));
}

void Minimap::moveTo(QPointF position)
{
    const double scale
        = std::min((width() - 2 * Padding) / m_bounds.width(), (height() - 2 * Padding) / m_bounds.height());
    emit moved((position - QRectF(rect()).center()) / scale + m_bounds.center());
}

void Minimap::mousePressEvent(QMouseEvent* event) { moveTo(event->position()); }

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo(event->position());
}

}
