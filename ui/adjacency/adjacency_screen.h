// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adjacency/graph_filter.h"
#include "ui/shell/screen.h"
#include "ui/shell/session.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace ow::mine {
struct MineOptions;
}

namespace ow::ui {

class EmptyState;
class EvidenceCard;
class FilterPanel;
class GraphCanvas;
class NodeCard;
class WorklistPanel;
struct Mined;

/// The Adjacency screen: the graph, what of it is shown, and the suggestions to decide on.
class AdjacencyScreen : public Screen {
    Q_OBJECT
public:
    explicit AdjacencyScreen(QWidget* parent = nullptr);

    void setSession(Session* session) override;
    void activate() override;
    QWidget* inspector() override;
    QWidget* titleTools() override { return m_tools; }
    bool settled() const override;

    GraphCanvas* canvas() const { return m_canvas; }
    WorklistPanel* worklist() const { return m_worklist; }
    void mine(const mine::MineOptions& options);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTools();
    void makePages();
    void connectParts();
    void reload(bool mined);
    void build();
    void showGraph(GraphSnapshot graph);
    void showPage();
    void showStats();
    void showJob();
    void setFilter(const GraphFilter& filter);
    void selectNode(int node);
    void selectEdge(int edge);
    void selectionChanged();
    void openMineDialog();
    void openDrawDialog(int from, int to);
    void storeMined(Mined mined);
    void setPanels();

    Session* m_session = nullptr;
    GraphSnapshot m_graph;
    std::shared_ptr<const std::vector<store::MinedEdge>> m_mined;
    bool m_stale = true; ///< the project changed while the screen was out of sight
    bool m_minedStale = true;
    bool m_building = false;
    bool m_firstGraph = true;
    bool m_panelsChosen = false;

    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyAction = nullptr;
    FilterPanel* m_filters = nullptr;
    GraphCanvas* m_canvas = nullptr;
    WorklistPanel* m_worklist = nullptr;
    QLabel* m_stats = nullptr;
    QLabel* m_jobText = nullptr;
    QProgressBar* m_jobBar = nullptr;
    QPushButton* m_jobCancel = nullptr;
    QWidget* m_tools = nullptr;
    QToolButton *m_showFilters = nullptr, *m_showWorklist = nullptr;
    QPushButton *m_mineButton = nullptr, *m_drawButton = nullptr;
    EvidenceCard* m_evidence = nullptr;
    NodeCard* m_node = nullptr;
};

}
