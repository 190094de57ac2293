// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph.h"
#include "ui/adjacency/graph_filter.h"
#include "ui/adjacency/node_grid.h"
#include "ui/adjacency/view.h"

#include <QColor>
#include <QImage>
#include <QPixmap>

#include <unordered_map>
#include <vector>

class QPainter;

namespace ow::ui {

/// Sets the sizes of the node's labels: what the layout keeps apart and the painter draws.
void measureLabels(GraphNode& node);

/// Draws a graph. Near (few edges in view): antialiased lines with width, dashes and arrowheads. Far:
/// EdgeRaster. Keeps small pictures of labels; call forget() when theme, screen or graph change. GUI thread.
class GraphPainter {
public:
    /// Everything at rest into an opaque image of `size` device-independent pixels.
    QImage picture(const Graph& graph, const Visible& visible, const NodeGrid& grid,
        const std::vector<char>& labelled, const View& view, QSize size, qreal ratio);

    /// One node or edge with what hangs on it, over a veiled picture.
    void paintFocus(
        QPainter& painter, const Graph& graph, const Visible& visible, const View& view, int node, int edge);
    void paintSelection(QPainter& painter, const Graph& graph, const View& view, int node, int edge);

    void forget() { m_chips.clear(); }

    static QColor edgeColor(const GraphEdge& edge);
    static QRectF chipRect(const GraphNode& node, const View& view);

private:
    void paintEdges(QImage& image, const Graph& graph, const Visible& visible, const View& view,
        QRectF window, qreal ratio);
    void paintNodes(QPainter& painter, const Graph& graph, const std::vector<int>& nodes,
        const std::vector<char>& labelled, const View& view, qreal ratio);
    void paintEdge(
        QPainter& painter, const Graph& graph, const GraphEdge& edge, const View& view, const QColor& color);
    const QPixmap& chip(const Graph& graph, int node, double zoom, qreal ratio);

    std::unordered_map<int, QPixmap> m_chips;
};

}
