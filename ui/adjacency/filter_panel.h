// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph_filter.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;

namespace ow::ui {

class SearchField;

/// The slim panel at the left of the canvas: find a product, and what is drawn at all. It is the legend too.
class FilterPanel : public QWidget {
    Q_OBJECT
public:
    explicit FilterPanel(QWidget* parent = nullptr);

    const GraphFilter& filter() const { return m_filter; }
    void setFilter(const GraphFilter& filter);
    /// What the search completes to.
    void setGraph(const GraphSnapshot& graph);
    SearchField* search() const { return m_search; }

signals:
    void changed(const ow::ui::GraphFilter& filter);
    void nodeChosen(int node);

private:
    QCheckBox* box(const QString& text, bool& value, const std::function<QColor()>& color, Qt::PenStyle line);
    void heading(const QString& text);
    void sliders();
    void show(const GraphFilter& filter);
    void told();
    void search(const QString& text);

    GraphFilter m_filter;
    GraphSnapshot m_graph;
    SearchField* m_search;
    QSlider* m_lift = nullptr;
    QLabel* m_liftText = nullptr;
    QComboBox* m_significance = nullptr;
    QComboBox* m_level = nullptr;
    std::vector<std::pair<QCheckBox*, bool*>> m_boxes;
    bool m_showing = false;
};

}
