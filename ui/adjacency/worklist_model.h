// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph.h"
#include "ui/adjacency/graph_filter.h"

#include <QAbstractListModel>

namespace ow::ui {

/// Suggestions that pass the filter, strongest first: complements and substitutes before what is undecided.
class WorklistModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { EdgeRole = Qt::UserRole, SubtitleRole, LiftRole, ColorRole, LookRole };

    using QAbstractListModel::QAbstractListModel;

    void setGraph(const GraphSnapshot& graph, const Visible& visible);
    int edgeAt(int row) const { return m_rows[std::size_t(row)]; }
    int rowOf(int edge) const; ///< -1 = not in the list

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    GraphSnapshot m_graph;
    std::vector<int> m_rows;
};

}
