// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph.h"
#include "ui/adjacency/graph_filter.h"

#include <QPixmap>
#include <QWidget>

namespace ow::ui {

/// The whole graph in a corner, with the part that the canvas shows; a click or drag moves it. Hidden where
/// the canvas shows everything anyway.
class Minimap : public QWidget {
    Q_OBJECT
public:
    explicit Minimap(QWidget* parent);

    void setGraph(const GraphSnapshot& graph, const Visible& visible, const QRectF& bounds);
    void setWindow(const QRectF& window); ///< graph coordinates

signals:
    void moved(QPointF centre); ///< graph coordinates

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QPointF toMap(QPointF p) const;
    void moveTo(QPointF position);
    void update();

    GraphSnapshot m_graph;
    std::vector<char> m_nodes;
    QRectF m_bounds;
    QRectF m_window;
};

}
