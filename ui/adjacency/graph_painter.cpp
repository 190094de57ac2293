// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/graph_painter.h"

#include "base/parallel.h"
#include "ui/adjacency/edge_raster.h"
#include "ui/shell/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

constexpr std::size_t NearEdges = 2500; // more than so many wide lines would paper everything over
constexpr std::size_t FewerThanADensity = 6000; // more cannot be told apart: smoothing them is wasted
constexpr double WidestChip = 168;
constexpr double WidestFarChip = 104;

QColor mix(const QColor& over, const QColor& under, double share)
{
    const auto channel = [&](int o, int u) { return int(std::lround(o * share + u * (1 - share))); };
    return { channel(over.red(), under.red()), channel(over.green(), under.green()),
        channel(over.blue(), under.blue()) };
}

// Suggestions stand back behind what a person has accepted.
double presence(const GraphEdge& edge)
{
    switch (edge.status) {
    case EdgeStatus::Accepted:
        return 0.95;
    case EdgeStatus::Suggested:
        return 0.5;
    case EdgeStatus::Rejected:
        return 0.25;
    }
    return 1;
}

double edgeWidth(const GraphEdge& edge)
{
    const double weight = std::clamp(edge.weight, 0.0, 1.0);
    return edge.look == EdgeLook::Unknown ? 1.2 + weight : 1.2 + 3.8 * weight;
}

// Own dashes: QPainter's stroker is ten times slower than the lines themselves.
void addDashes(std::vector<QLineF>& lines, const QLineF& line, double on, double off)
{
    const double length = line.length();
    for (double at = 0; at < length; at += on + off)
        lines.emplace_back(line.pointAt(at / length), line.pointAt(std::min(1.0, (at + on) / length)));
}

void addLines(std::vector<QLineF>& lines, const GraphEdge& edge, const QLineF& line)
{
    switch (edge.look) {
    case EdgeLook::Complement:
        lines.push_back(line);
        break;
    case EdgeLook::Substitute:
        addDashes(lines, line, 8, 6);
        break;
    case EdgeLook::Unknown:
        addDashes(lines, line, 2, 5);
        break;
    }
}

double dotRadius(double size, double zoom) { return (2.2 + 4.8 * size) * std::clamp(0.4 + zoom, 0.45, 1.0); }

// Where the line from outside meets the rectangle's border.
QPointF onBorder(const QRectF& rect, QPointF outside)
{
    const QPointF d = outside - rect.center();
    if (d.isNull())
        return outside;
    const double x = std::abs(d.x()) > 0 ? rect.width() / 2 / std::abs(d.x()) : 1e9;
    const double y = std::abs(d.y()) > 0 ? rect.height() / 2 / std::abs(d.y()) : 1e9;
    return rect.center() + d * std::min({ x, y, 1.0 });
}

QFont chipFont(const GraphNode& node, bool far)
{
    QFont font = textFont(TextSize::Caption, node.end.family ? QFont::DemiBold : QFont::Normal);
    font.setPixelSize(far ? 10 + int(std::lround(node.size)) : 11 + int(std::lround(4 * node.size)));
    return font;
}

QSizeF chipSize(const GraphNode& node, bool far)
{
    const QFontMetricsF metrics(chipFont(node, far));
    const double width = std::min(far ? WidestFarChip : WidestChip, metrics.horizontalAdvance(node.title));
    return { std::ceil(width + (far ? 12 : 18)), std::ceil(metrics.height() + (far ? 3 : 8)) };
}

}

void measureLabels(GraphNode& node)
{
    node.chip = chipSize(node, false);
    node.farChip = chipSize(node, true);
}

QColor GraphPainter::edgeColor(const GraphEdge& edge)
{
    switch (edge.look) {
    case EdgeLook::Complement:
        return colors().role(edge.role);
    case EdgeLook::Substitute:
        return colors().substitute;
    case EdgeLook::Unknown:
        return colors().unknown;
    }
    return colors().unknown;
}

QRectF GraphPainter::chipRect(const GraphNode& node, const View& view)
{
    QRectF rect(QPointF(), node.label(view.zoom));
    rect.moveCenter(view.toScreen(node.at).toPoint());
    return rect;
}

QImage GraphPainter::picture(const Graph& graph, const Visible& visible, const NodeGrid& grid,
    const std::vector<char>& labelled, const View& view, QSize size, qreal ratio)
{
    QImage image(size * ratio, QImage::Format_RGB32);
    image.fill(colors().page);
    const QRectF window(QPointF(), size);
    paintEdges(image, graph, visible, view, window, ratio);

    image.setDevicePixelRatio(ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<int> nodes;
    grid.collect(view.toGraph(window.adjusted(-WidestChip, -30, WidestChip, 30)), nodes);
    std::erase_if(nodes, [&](int i) { return visible.nodes[std::size_t(i)] == 0; });
    paintNodes(painter, graph, nodes, labelled, view, ratio);
    return image;
}

void GraphPainter::paintEdges(
    QImage& image, const Graph& graph, const Visible& visible, const View& view, QRectF window, qreal ratio)
{
    // What is accepted goes on top of what is only suggested.
    std::vector<int> inView;
    for (const EdgeStatus status : { EdgeStatus::Rejected, EdgeStatus::Suggested, EdgeStatus::Accepted }) {
        for (std::size_t i = 0; i < graph.edges.size(); ++i) {
            if (visible.edges[i] == 0 || graph.edges[i].status != status)
                continue;
            const QPointF a = view.toScreen(graph.nodes[std::size_t(graph.edges[i].a)].at);
            const QPointF b = view.toScreen(graph.nodes[std::size_t(graph.edges[i].b)].at);
            if (std::max(a.x(), b.x()) >= 0 && std::min(a.x(), b.x()) <= window.right()
                && std::max(a.y(), b.y()) >= 0 && std::min(a.y(), b.y()) <= window.bottom())
                inView.push_back(int(i));
        }
    }
    // Few: as wide as they are strong. Many: thin ones, whose overlap shows where the graph is dense.
    const bool near = inView.size() <= NearEdges;
    const double thin = inView.size() <= FewerThanADensity ? ratio : 0;
    struct Line {
        QPointF from, to;
        RasterPen pen;
    };
    std::vector<Line> lines(inView.size());
    for (std::size_t k = 0; k < inView.size(); ++k) {
        const GraphEdge& edge = graph.edges[std::size_t(inView[k])];
        RasterPen pen;
        pen.color = edgeColor(edge);
        pen.opacity = presence(edge) * (near ? 1 : 0.2 + 0.6 * edge.weight);
        pen.width = near ? edgeWidth(edge) * ratio : thin;
        if (near && edge.look != EdgeLook::Complement) {
            pen.on = (edge.look == EdgeLook::Substitute ? 8 : 2.5) * ratio;
            pen.off = (edge.look == EdgeLook::Substitute ? 6 : 4) * ratio;
        }
        lines[k] = { view.toScreen(graph.nodes[std::size_t(edge.a)].at) * ratio,
            view.toScreen(graph.nodes[std::size_t(edge.b)].at) * ratio, pen };
    }
    image.bits(); // detaches now, not in the threads
    const auto bandHeight
        = std::size_t(inView.size() > 1000 ? std::max(1, (image.height() + 3) / 4) : image.height());
    forChunks(
        std::size_t(image.height()), bandHeight, 0, [&](std::size_t, std::size_t begin, std::size_t end) {
            EdgeRaster raster(image, int(begin), int(end));
            for (const Line& line : lines)
                raster.line(line.from, line.to, line.pen);
            return true;
        });
}

void GraphPainter::paintNodes(QPainter& painter, const Graph& graph, const std::vector<int>& nodes,
    const std::vector<char>& labelled, const View& view, qreal ratio)
{
    // Dots as copies of a few small pictures, by size.
    constexpr int sizes = 6;
    static_assert(sizes > 1);
    constexpr int side = 18;
    QPixmap sprites(QSize(side * sizes, side) * ratio);
    sprites.setDevicePixelRatio(ratio);
    sprites.fill(Qt::transparent);
    {
        QPainter p(&sprites);
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(colors().page, 1.2));
        p.setBrush(mix(colors().ink, colors().page, 0.55));
        for (int s = 0; s < sizes; ++s) {
            const double r = dotRadius(double(s) / (sizes - 1), view.zoom);
            p.drawEllipse(QPointF(side * (s + 0.5), side / 2.0), r, r);
        }
    }
    std::vector<QPainter::PixmapFragment> dots;
    for (const int i : nodes) {
        const GraphNode& node = graph.nodes[std::size_t(i)];
        if (labelled[std::size_t(i)] != 0)
            continue;
        const int s = int(std::lround(node.size * (sizes - 1)));
        dots.push_back(QPainter::PixmapFragment::create(view.toScreen(node.at),
            QRectF(side * s * ratio, 0, side * ratio, side * ratio), 1 / ratio, 1 / ratio));
    }
    painter.drawPixmapFragments(dots.data(), int(dots.size()), sprites);
    for (const int i : nodes)
        if (labelled[std::size_t(i)] != 0)
            painter.drawPixmap(chipRect(graph.nodes[std::size_t(i)], view).topLeft() - QPointF(1, 1),
                chip(graph, i, view.zoom, ratio));
}

const QPixmap& GraphPainter::chip(const Graph& graph, int index, double zoom, qreal ratio)
{
    if (m_chips.size() > 3000)
        m_chips.clear();
    const bool far = zoom < FarZoom;
    QPixmap& pixmap = m_chips[index * 2 + (far ? 1 : 0)];
    if (!pixmap.isNull() && pixmap.devicePixelRatio() == ratio)
        return pixmap;
    const GraphNode& node = graph.nodes[std::size_t(index)];
    const QSizeF size = node.label(zoom) + QSizeF(2, 2); // a pixel around for the border's antialiasing
    pixmap = QPixmap((size * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter p(&pixmap);
    p.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(1, 1), node.label(zoom)).adjusted(0.5, 0.5, -0.5, -0.5);
    p.setPen(QPen(mix(colors().ink, colors().paper, node.end.family ? 0.5 : 0.22), 1));
    p.setBrush(node.end.family ? colors().hover : colors().paper);
    p.drawRoundedRect(box, Size::ControlRadius, Size::ControlRadius);
    p.setPen(colors().ink);
    p.setFont(chipFont(node, far));
    p.drawText(box, Qt::AlignCenter,
        p.fontMetrics().elidedText(node.title, Qt::ElideRight, int(far ? WidestFarChip : WidestChip) + 1));
    return pixmap;
}

void GraphPainter::paintEdge(
    QPainter& painter, const Graph& graph, const GraphEdge& edge, const View& view, const QColor& color)
{
    const GraphNode& a = graph.nodes[std::size_t(edge.a)];
    const GraphNode& b = graph.nodes[std::size_t(edge.b)];
    const QPointF from = view.toScreen(a.at);
    const QPointF tip = onBorder(chipRect(b, view).adjusted(-3, -3, 3, 3), from);
    const double width = edgeWidth(edge) + 0.6;
    std::vector<QLineF> lines;
    const bool arrow = edge.look == EdgeLook::Complement && QLineF(from, tip).length() > 24;
    const QLineF whole(from, arrow ? tip : view.toScreen(b.at));
    addLines(lines, edge, whole);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines.data(), int(lines.size()));
    if (!arrow)
        return;
    const QLineF unit = whole.unitVector();
    const QPointF along(unit.dx(), unit.dy());
    const QPointF across(-along.y(), along.x());
    const double size = 6 + width;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(QPolygonF {
        tip, tip - along * size + across * size * 0.5, tip - along * size - across * size * 0.5 });
}

void GraphPainter::paintFocus(
    QPainter& painter, const Graph& graph, const Visible& visible, const View& view, int node, int edge)
{
    std::vector<int> edges;
    std::vector<int> nodes;
    if (edge >= 0)
        edges.push_back(edge);
    if (node >= 0) {
        for (int k = graph.firstOfNode[std::size_t(node)]; k < graph.firstOfNode[std::size_t(node) + 1]; ++k)
            if (const int e = graph.edgesOfNode[std::size_t(k)]; visible.edges[std::size_t(e)] != 0)
                edges.push_back(e);
        nodes.push_back(node);
    }
    // Lightest first, so that what matters is on top; chips the other way, so that it finds room.
    std::stable_sort(edges.begin(), edges.end(), [&](int l, int r) {
        return graph.edges[std::size_t(l)].weight < graph.edges[std::size_t(r)].weight;
    });
    for (const int e : edges)
        paintEdge(painter, graph, graph.edges[std::size_t(e)], view, edgeColor(graph.edges[std::size_t(e)]));
    for (auto e = edges.rbegin(); e != edges.rend(); ++e) {
        const GraphEdge& it = graph.edges[std::size_t(*e)];
        for (const int n : { it.a, it.b })
            if (std::find(nodes.begin(), nodes.end(), n) == nodes.end())
                nodes.push_back(n);
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    std::vector<QRectF> taken;
    for (const int n : nodes) {
        const QRectF rect = chipRect(graph.nodes[std::size_t(n)], view);
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& r) { return r.intersects(rect); })) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colors().ink);
            const double r = dotRadius(graph.nodes[std::size_t(n)].size, 1);
            painter.drawEllipse(view.toScreen(graph.nodes[std::size_t(n)].at), r, r);
            continue;
        }
        taken.push_back(rect);
        painter.drawPixmap(rect.topLeft() - QPointF(1, 1), chip(graph, n, view.zoom, ratio));
    }
}

void GraphPainter::paintSelection(QPainter& painter, const Graph& graph, const View& view, int node, int edge)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const auto ring = [&](int n) {
        const QRectF rect = chipRect(graph.nodes[std::size_t(n)], view);
        painter.drawPixmap(rect.topLeft() - QPointF(1, 1), chip(graph, n, view.zoom, ratio));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colors().accent, 2));
        painter.drawRoundedRect(
            rect.adjusted(-1.5, -1.5, 1.5, 1.5), Size::ControlRadius + 2, Size::ControlRadius + 2);
    };
    if (edge >= 0) {
        const GraphEdge& it = graph.edges[std::size_t(edge)];
        const QLineF line(view.toScreen(graph.nodes[std::size_t(it.a)].at),
            view.toScreen(graph.nodes[std::size_t(it.b)].at));
        painter.setPen(QPen(colors().accentWash, edgeWidth(it) + 9, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line);
        paintEdge(painter, graph, it, view, edgeColor(it));
        ring(it.a);
        ring(it.b);
    }
    if (node >= 0)
        ring(node);
}

}
