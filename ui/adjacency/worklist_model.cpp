// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/worklist_model.h"

#include "ui/adjacency/evidence_text.h"
#include "ui/adjacency/graph_painter.h"

#include <QLocale>

#include <algorithm>

namespace ow::ui {

void WorklistModel::setGraph(const GraphSnapshot& graph, const Visible& visible)
{
    beginResetModel();
    m_graph = graph;
    m_rows.clear();
    for (std::size_t i = 0; i < graph->edges.size(); ++i)
        if (graph->edges[i].status == EdgeStatus::Suggested && visible.edges[i] != 0)
            m_rows.push_back(int(i));
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](int l, int r) {
        const GraphEdge& a = graph->edges[std::size_t(l)];
        const GraphEdge& b = graph->edges[std::size_t(r)];
        const bool aUndecided = a.look == EdgeLook::Unknown;
        const bool bUndecided = b.look == EdgeLook::Unknown;
        return aUndecided != bUndecided ? bUndecided : a.weight > b.weight;
    });
    endResetModel();
}

int WorklistModel::rowOf(int edge) const
{
    const auto it = std::find(m_rows.begin(), m_rows.end(), edge);
    return it == m_rows.end() ? -1 : int(it - m_rows.begin());
}

int WorklistModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant WorklistModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GraphEdge& edge = m_graph->edges[std::size_t(edgeAt(index.row()))];
    switch (role) {
    case Qt::DisplayRole:
        return edgeTitle(*m_graph, edge);
    case Qt::ToolTipRole:
        return edgeTitle(*m_graph, edge);
    case Qt::AccessibleDescriptionRole:
    case SubtitleRole: {
        QString text = lookName(edge.look);
        if (edge.look == EdgeLook::Complement && edge.role != model::Role::None)
            text += QStringLiteral(" · ") + roleName(edge.role);
        return text;
    }
    case EdgeRole:
        return edgeAt(index.row());
    case LiftRole:
        return edge.lift ? QVariant(*edge.lift) : QVariant();
    case ColorRole:
        return GraphPainter::edgeColor(edge);
    case LookRole:
        return int(edge.look);
    default:
        return {};
    }
}

}
