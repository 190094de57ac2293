// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/needs/cell_change.h"
#include "ui/shell/screen.h"

class QComboBox;
class QModelIndex;
class QStackedWidget;
class QToolButton;

namespace ow::ui {

class CellPanel;
class ConditionPanel;
class EmptyState;
class MatrixModel;
class MatrixView;
class OfferShelf;

/// The need-state matrix: stages down, motivations across, the one most logical offer in each cell.
class NeedsScreen final : public Screen {
    Q_OBJECT
public:
    explicit NeedsScreen(QWidget* parent = nullptr);
    void setSession(Session* session) override;
    void activate() override;
    QWidget* inspector() override;
    QWidget* titleTools() override;
    bool settled() const override;

    MatrixView* view() const { return m_view; }
    MatrixModel* matrix() const { return m_model; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildTools();
    void buildActions();
    void refresh();
    void countCells();
    void follow();
    void selectCell(const QModelIndex& index);
    void pick(const QModelIndex& index);
    void place(const QModelIndex& index, const QString& offer);
    void clear(const QModelIndex& index);
    void copy(const QModelIndex& index);
    void paste(const QModelIndex& index);
    void add(MatrixAxis axis);
    void addStandardAxes();
    void move(Qt::Orientation axis, int section, int step);
    std::string currentId(MatrixAxis axis, const QModelIndex& index) const;

    Session* m_session = nullptr;
    MatrixModel* m_model;
    MatrixView* m_view;
    OfferShelf* m_shelf;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_tools = nullptr;
    QToolButton* m_shelfButton = nullptr;
    QComboBox* m_overlay = nullptr;
    CellPanel* m_cellPanel = nullptr;
    ConditionPanel* m_conditionPanel = nullptr;
    bool m_shelfChosen = false; ///< a person opened or closed it: its width no longer decides
    bool m_counting = false;
};

}
