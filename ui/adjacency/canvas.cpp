// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/canvas.h"

#include "ui/adjacency/label_plan.h"
#include "ui/adjacency/minimap.h"
#include "ui/shell/theme.h"

#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {
constexpr double FarthestZoom = 0.02;
constexpr double NearestZoom = 4;
constexpr double Veil = 0.74;
}

GraphCanvas::GraphCanvas(QWidget* parent)
    : QWidget(parent)
    , m_graph(std::make_shared<Graph>())
    , m_minimap(new Minimap(this))
{
    setObjectName(QStringLiteral("graphCanvas"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Adjacency graph"));
    setAccessibleDescription(
        tr("Arrow keys move, plus and minus zoom, F shows everything. The worklist holds the same edges."));
    setMinimumSize(200, 200);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_painter.forget();
        touch(false);
    });
    connect(m_minimap, &Minimap::moved, this, [this](QPointF centre) {
        setView({ m_view.zoom, QRectF(rect()).center() - centre * m_view.zoom });
    });
}

void GraphCanvas::setGraph(GraphSnapshot graph)
{
    const bool first = m_graph->nodes.empty();
    m_graph = std::move(graph);
    m_grid = NodeGrid(*m_graph);
    m_visible = applyFilter(*m_graph, m_filter);
    m_painter.forget();
    m_hoverNode = m_hoverEdge = m_selectedNode = m_selectedEdge = m_drawFrom = -1;
    m_fade.stop();
    m_fade.setStartValue(0.0);
    m_fade.setEndValue(0.0);
    if (first || m_fitPending)
        fit();
    m_minimap->setGraph(m_graph, m_visible, m_grid.bounds());
    touch(true);
}

void GraphCanvas::setFilter(const GraphFilter& filter)
{
    m_filter = filter;
    m_visible = applyFilter(*m_graph, m_filter);
    m_minimap->setGraph(m_graph, m_visible, m_grid.bounds());
    touch(true);
}

QRectF GraphCanvas::graphBounds() const { return m_grid.bounds(); }

void GraphCanvas::fit()
{
    // Labels keep their size when the view goes far: the margin is theirs.
    const QRectF nodes = m_grid.centres();
    if (nodes.isEmpty() || width() < 10)
        return;
    const double zoom = std::clamp(
        std::min((width() - 140) / nodes.width(), (height() - 60) / nodes.height()), FarthestZoom, 1.0);
    setView({ zoom, QRectF(rect()).center() - nodes.center() * zoom });
    m_fitPending = true;
}

void GraphCanvas::centreOn(int node)
{
    const double zoom = std::max(m_view.zoom, 0.8);
    setView({ zoom, QRectF(rect()).center() - m_graph->nodes[std::size_t(node)].at * zoom });
}

void GraphCanvas::reveal(int edge)
{
    const GraphEdge& it = m_graph->edges[std::size_t(edge)];
    const QPointF a = m_graph->nodes[std::size_t(it.a)].at;
    const QPointF b = m_graph->nodes[std::size_t(it.b)].at;
    const QRectF room = QRectF(rect()).adjusted(90, 30, -90, -30);
    if (room.isEmpty() || (room.contains(m_view.toScreen(a)) && room.contains(m_view.toScreen(b))))
        return;
    // Far ends need a farther view, never a nearer one than the person chose.
    const double zoom = std::min({ m_view.zoom, room.width() / std::max(1.0, std::abs(a.x() - b.x())),
        room.height() / std::max(1.0, std::abs(a.y() - b.y())) });
    setView({ zoom, QRectF(rect()).center() - (a + b) / 2 * zoom });
}

void GraphCanvas::select(int node, int edge)
{
    m_selectedNode = node;
    m_selectedEdge = edge;
    update();
}

void GraphCanvas::setView(const View& view)
{
    m_fitPending = false;
    if (view == m_view)
        return;
    const bool zoomed = view.zoom != m_view.zoom;
    m_view = view;
    touch(zoomed);
    emit viewChanged();
}

void GraphCanvas::touch(bool labels)
{
    m_pictureStale = true;
    m_labelsStale |= labels;
    m_minimap->setWindow(m_view.toGraph(QRectF(rect())));
    update();
}

void GraphCanvas::render()
{
    if (m_labelsStale)
        m_labelled = planLabels(*m_graph, m_visible.nodes, m_view.zoom);
    m_labelsStale = false;
    m_picture
        = m_painter.picture(*m_graph, m_visible, m_grid, m_labelled, m_view, size(), devicePixelRatioF());
    m_pictureStale = false;
}

double GraphCanvas::drawFrameMs()
{
    QElapsedTimer timer;
    timer.start();
    render();
    return double(timer.nsecsElapsed()) / 1e6;
}

void GraphCanvas::paintEvent(QPaintEvent*)
{
    if (m_pictureStale || m_picture.size() != size() * devicePixelRatioF())
        render();
    QPainter painter(this);
    painter.drawImage(QPointF(), m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    // The hovered neighbourhood, else the selected node's: everything else steps back.
    const int node = m_hoverNode >= 0 ? m_hoverNode : m_hoverEdge >= 0 ? -1 : m_selectedNode;
    const double fade = m_hoverNode >= 0 || m_hoverEdge >= 0 ? m_fade.currentValue().toDouble()
        : node >= 0                                          ? 1.0
                                                             : 0.0;
    if (fade > 0) {
        QColor veil = colors().page;
        veil.setAlphaF(float(Veil * fade));
        painter.fillRect(rect(), veil);
        painter.setOpacity(fade);
        m_painter.paintFocus(painter, *m_graph, m_visible, m_view, node, m_hoverEdge);
        painter.setOpacity(1);
    }
    m_painter.paintSelection(painter, *m_graph, m_view, m_selectedNode, m_selectedEdge);
    if (m_drawFrom >= 0)
        paintDrawing(painter);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors().accent, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void GraphCanvas::paintDrawing(QPainter& painter)
{
    painter.setPen(QPen(colors().accent, 2.5));
    painter.drawLine(m_view.toScreen(m_graph->nodes[std::size_t(m_drawFrom)].at), m_last);
    m_painter.paintSelection(painter, *m_graph, m_view, m_drawFrom, -1);
    if (const int to = nodeAt(m_last); to >= 0 && to != m_drawFrom)
        m_painter.paintSelection(painter, *m_graph, m_view, to, -1);
}

void GraphCanvas::resizeEvent(QResizeEvent*)
{
    m_minimap->move(
        width() - m_minimap->width() - Size::Space3, height() - m_minimap->height() - Size::Space3);
    if (m_fitPending)
        fit();
    touch(false);
}

int GraphCanvas::nodeAt(QPointF position) const
{
    std::vector<int> near;
    m_grid.collect(m_view.toGraph(QRectF(position - QPointF(100, 20), QSizeF(200, 40))), near);
    int best = -1;
    double bestDistance = 1e18;
    for (const int i : near) {
        if (m_visible.nodes[std::size_t(i)] == 0)
            continue;
        const GraphNode& node = m_graph->nodes[std::size_t(i)];
        const bool chip = i < int(m_labelled.size()) && m_labelled[std::size_t(i)] != 0;
        const double distance = QLineF(m_view.toScreen(node.at), position).length();
        const bool inside = chip ? GraphPainter::chipRect(node, m_view).contains(position) : distance < 9;
        if (inside && distance < bestDistance) {
            best = i;
            bestDistance = distance;
        }
    }
    return best;
}

int GraphCanvas::edgeAt(QPointF position) const
{
    constexpr double reach = 6;
    int best = -1;
    double bestDistance = reach;
    for (std::size_t i = 0; i < m_graph->edges.size(); ++i) {
        if (m_visible.edges[i] == 0)
            continue;
        const GraphEdge& edge = m_graph->edges[i];
        const QPointF a = m_view.toScreen(m_graph->nodes[std::size_t(edge.a)].at);
        const QPointF b = m_view.toScreen(m_graph->nodes[std::size_t(edge.b)].at);
        if (position.x() < std::min(a.x(), b.x()) - reach || position.x() > std::max(a.x(), b.x()) + reach
            || position.y() < std::min(a.y(), b.y()) - reach || position.y() > std::max(a.y(), b.y()) + reach)
            continue;
        const QPointF d = b - a;
        const double length2 = QPointF::dotProduct(d, d);
        const double t
            = length2 > 0 ? std::clamp(QPointF::dotProduct(position - a, d) / length2, 0.0, 1.0) : 0;
        const double distance = QLineF(a + d * t, position).length();
        if (distance < bestDistance) {
            best = int(i);
            bestDistance = distance;
        }
    }
    return best;
}

void GraphCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = m_last = event->position();
    const int node = nodeAt(m_pressed);
    if (node >= 0 && event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_drawFrom = node;
        return;
    }
    m_panning = true;
}

void GraphCanvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    if (m_drawFrom >= 0) {
        m_last = position;
        update();
        return;
    }
    if (!m_panning) {
        hover(position);
        return;
    }
    if ((position - m_pressed).manhattanLength() > 4 || m_last != m_pressed) {
        setCursor(Qt::ClosedHandCursor);
        setView({ m_view.zoom, m_view.offset + position - m_last });
        m_last = position;
    }
}

void GraphCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    unsetCursor();
    if (m_drawFrom >= 0) {
        const int from = std::exchange(m_drawFrom, -1);
        const int to = nodeAt(event->position());
        update();
        if (to >= 0 && to != from)
            emit edgeDrawn(from, to);
        return;
    }
    const bool clicked = m_panning && m_last == m_pressed;
    m_panning = false;
    if (clicked && event->button() == Qt::LeftButton)
        click(event->position());
}

void GraphCanvas::click(QPointF position)
{
    if (const int node = nodeAt(position); node >= 0) {
        select(node, -1);
        emit nodeClicked(node);
    } else if (const int edge = edgeAt(position); edge >= 0) {
        select(-1, edge);
        emit edgeClicked(edge);
    } else {
        select(-1, -1);
        emit backgroundClicked();
    }
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int node = nodeAt(event->position()); node >= 0)
        centreOn(node);
}

void GraphCanvas::wheelEvent(QWheelEvent* event)
{
    const double factor = std::pow(1.0015, event->angleDelta().y());
    const double zoom = std::clamp(m_view.zoom * factor, FarthestZoom, NearestZoom);
    setView(m_view.zoomed(zoom / m_view.zoom, event->position()));
    event->accept();
}

void GraphCanvas::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle = QRectF(rect()).center();
    const auto zoomBy = [&](double factor) {
        setView(
            m_view.zoomed(std::clamp(m_view.zoom * factor, FarthestZoom, NearestZoom) / m_view.zoom, middle));
    };
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25);
        break;
    case Qt::Key_Minus:
        zoomBy(0.8);
        break;
    case Qt::Key_F:
        fit();
        break;
    case Qt::Key_Escape:
        m_drawFrom = -1;
        select(-1, -1);
        emit backgroundClicked();
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        goToNeighbour(event->key());
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void GraphCanvas::goToNeighbour(int key)
{
    const QPointF way = key == Qt::Key_Left ? QPointF(-1, 0)
        : key == Qt::Key_Right              ? QPointF(1, 0)
        : key == Qt::Key_Up                 ? QPointF(0, -1)
                                            : QPointF(0, 1);
    if (m_selectedNode < 0) {
        setView({ m_view.zoom, m_view.offset - way * 60 });
        return;
    }
    const QPointF here = m_graph->nodes[std::size_t(m_selectedNode)].at;
    int best = -1;
    double bestScore = 1e18;
    for (std::size_t i = 0; i < m_graph->nodes.size(); ++i) {
        const QPointF d = m_graph->nodes[i].at - here;
        const double ahead = QPointF::dotProduct(d, way);
        if (m_visible.nodes[i] == 0 || ahead <= 1)
            continue;
        const double aside = std::sqrt(std::max(0.0, QPointF::dotProduct(d, d) - ahead * ahead));
        if (const double score = ahead + 2 * aside; score < bestScore) {
            best = int(i);
            bestScore = score;
        }
    }
    if (best < 0)
        return;
    select(best, -1);
    if (!rect()
             .adjusted(40, 40, -40, -40)
             .contains(m_view.toScreen(m_graph->nodes[std::size_t(best)].at).toPoint()))
        centreOn(best);
    emit nodeClicked(best);
}

void GraphCanvas::hover(QPointF position)
{
    const int node = nodeAt(position);
    setHover(node, node >= 0 ? -1 : edgeAt(position));
}

void GraphCanvas::setHover(int node, int edge)
{
    if (node == m_hoverNode && edge == m_hoverEdge)
        return;
    const bool was = m_hoverNode >= 0 || m_hoverEdge >= 0;
    const bool is = node >= 0 || edge >= 0;
    m_hoverNode = node;
    m_hoverEdge = edge;
    setCursor(is ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (is && !was) {
        m_fade.stop();
        m_fade.setStartValue(0.0);
        m_fade.setEndValue(1.0);
        m_fade.setDuration(Theme::motionMs());
        m_fade.setEasingCurve(QEasingCurve::OutQuad);
        m_fade.start();
    }
    update();
}

void GraphCanvas::leaveEvent(QEvent*) { setHover(-1, -1); }

QString GraphCanvas::describe(int node, int edge) const
{
    if (node >= 0) {
        const GraphNode& it = m_graph->nodes[std::size_t(node)];
        return it.end.family ? tr("%1 (family)").arg(it.title) : it.title;
    }
    const GraphEdge& it = m_graph->edges[std::size_t(edge)];
    const QString& a = m_graph->nodes[std::size_t(it.a)].title;
    const QString& b = m_graph->nodes[std::size_t(it.b)].title;
    const QString names = it.look == EdgeLook::Complement ? tr("%1 → %2").arg(a, b) : tr("%1 ↔ %2").arg(a, b);
    return it.lift ? tr("%1, lift %2").arg(names, QLocale().toString(*it.lift, 'f', 1)) : names;
}

bool GraphCanvas::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (m_hoverNode >= 0 || m_hoverEdge >= 0)
        QToolTip::showText(help->globalPos(), describe(m_hoverNode, m_hoverEdge), this);
    else
        QToolTip::hideText();
    return true;
}

}
