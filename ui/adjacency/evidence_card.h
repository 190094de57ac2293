// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/evidence_text.h"

#include <QWidget>

class QLabel;
class QComboBox;
class QPushButton;

namespace ow::ui {

/// One line of evidence: name, bar, value.
class EvidenceBarView : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceBarView(QWidget* parent = nullptr);
    void setBar(const EvidenceBar& bar);
    QSize sizeHint() const override { return { 200, 34 }; }
    QSize minimumSizeHint() const override { return { 120, 34 }; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    EvidenceBar m_bar;
};

/// The Inspector's page for an edge: what it is, what the data say, what can be done about it.
class EvidenceCard : public QWidget {
    Q_OBJECT
public:
    explicit EvidenceCard(QWidget* parent = nullptr);

    void setEdge(const GraphSnapshot& graph, int edge, bool editable);

signals:
    void accepted(int edge, ow::model::EdgeKind kind, ow::model::Role role);
    void rejected(int edge);
    void forgotten(int edge);
    void turned(int edge);
    void nodeChosen(int node);

private:
    void acceptAs(model::EdgeKind kind);

    GraphSnapshot m_graph;
    int m_edge = -1;
    QLabel *m_title, *m_subtitle, *m_verdict;
    std::array<EvidenceBarView*, 4> m_bars {};
    QComboBox* m_role;
    QPushButton *m_accept, *m_substitute, *m_reject, *m_forget, *m_turn;
    bool m_setting = false;
};

/// The Inspector's page for a node: what goes with it and what stands in for it, strongest first.
class NodeCard : public QWidget {
    Q_OBJECT
public:
    explicit NodeCard(QWidget* parent = nullptr);
    void setNode(const GraphSnapshot& graph, int node);

signals:
    void edgeChosen(int edge);

private:
    QLabel *m_title, *m_subtitle;
    QWidget* m_list = nullptr;
};

}
