// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph_painter.h"

#include <QVariantAnimation>
#include <QWidget>

namespace ow::ui {

class Minimap;

/// The graph on a canvas that stays fluid: drag to pan, wheel or pinch to zoom at the pointer, hover to see a
/// neighbourhood alone, click to select, Shift and drag from one node to another to draw an edge.
/// Keys: arrows pan, or go to the neighbour in that direction when a node is selected; + − zoom; F shows all;
/// Esc lets go.
class GraphCanvas : public QWidget {
    Q_OBJECT
public:
    explicit GraphCanvas(QWidget* parent = nullptr);

    /// A graph whose nodes have places. The view stays unless there was no graph before.
    void setGraph(GraphSnapshot graph);
    void setFilter(const GraphFilter& filter);
    const GraphSnapshot& graph() const { return m_graph; }
    const Visible& visible() const { return m_visible; }

    void fit();
    /// Brings the node to the middle, near enough to read.
    void centreOn(int node);
    /// Moves the view if the edge's ends are out of it, as little as it can.
    void reveal(int edge);
    void select(int node, int edge); ///< -1 = none; says nothing back
    int selectedNode() const { return m_selectedNode; }
    int selectedEdge() const { return m_selectedEdge; }
    const View& view() const { return m_view; }
    void setView(const View& view);
    QRectF graphBounds() const;

    int nodeAt(QPointF position) const; ///< -1 = none
    int edgeAt(QPointF position) const;
    /// Draws the picture at rest anew and says how long it took: what a frame costs while panning.
    double drawFrameMs();

signals:
    void nodeClicked(int node);
    void edgeClicked(int edge);
    void backgroundClicked();
    void edgeDrawn(int from, int to);
    void viewChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void render();
    void hover(QPointF position);
    void setHover(int node, int edge);
    void goToNeighbour(int key);
    void click(QPointF position);
    void touch(bool labels); ///< the picture is out of date
    void paintDrawing(QPainter& painter);
    QString describe(int node, int edge) const;

    GraphSnapshot m_graph;
    GraphFilter m_filter;
    Visible m_visible;
    NodeGrid m_grid;
    std::vector<char> m_labelled;
    GraphPainter m_painter;
    Minimap* m_minimap;
    View m_view;
    QImage m_picture;
    bool m_pictureStale = true;
    bool m_labelsStale = true;
    bool m_fitPending = true; ///< until the person moves the view, it follows the size of the window
    int m_hoverNode = -1, m_hoverEdge = -1;
    int m_selectedNode = -1, m_selectedEdge = -1;
    QVariantAnimation m_fade; ///< 0 = nothing veiled, 1 = all but the hovered neighbourhood
    QPointF m_pressed, m_last;
    bool m_panning = false;
    int m_drawFrom = -1;
};

}
