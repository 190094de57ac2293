// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/worklist_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace ow::ui {

/// Suggestions one under the other: look, then A accepts, R rejects, S says "substitutes"; 1 … 5 choose the
/// role first.
class WorklistPanel : public QWidget {
    Q_OBJECT
public:
    explicit WorklistPanel(QWidget* parent = nullptr);

    /// Keeps the place in the list: what was current is current again, or what comes after it.
    void setGraph(const GraphSnapshot& graph, const Visible& visible);
    void setEditable(bool editable);
    void setCurrentEdge(int edge);
    int currentEdge() const; ///< -1 = none
    QListView* list() const { return m_list; }
    /// The role for the next acceptance; the suggestion's own where it has one.
    model::Role role() const;

signals:
    void edgeChosen(int edge);
    void accepted(int edge, ow::model::EdgeKind kind, ow::model::Role role);
    void rejected(int edge);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void accept(model::EdgeKind kind);
    void acceptAsSuggested();
    void reject();
    void currentChanged();

    GraphSnapshot m_graph;
    WorklistModel* m_model;
    QListView* m_list;
    QLabel* m_title;
    QComboBox* m_role;
    QPushButton* m_accept;
    QPushButton* m_reject;
    bool m_editable = true;
    bool m_settingGraph = false;
};

}
