// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/matrix_view.h"

#include "ui/needs/card_delegate.h"
#include "ui/needs/matrix_header.h"
#include "ui/needs/matrix_model.h"

#include <QKeyEvent>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr int MinCardWidth = 196, MaxCardWidth = 620, MinCardHeight = 124, MaxCardHeight = 248;
}

MatrixView::MatrixView(MatrixModel* model, QWidget* parent)
    : QTableView(parent)
    , m_matrix(model)
    , m_cards(new CardDelegate(this))
{
    // The cards paint their own selection and focus: the sheet's row fill and frame would stand behind them.
    setStyleSheet(
        QStringLiteral("QTableView { border: none; background: transparent; }"
                       "QTableView::item:selected, QTableView::item:hover { background: transparent; }"
                       "QHeaderView { background: transparent; }"
                       "QTableCornerButton::section { background: transparent; border: none; }"));
    setHorizontalHeader(new MatrixHeader(Qt::Horizontal, this));
    setVerticalHeader(new MatrixHeader(Qt::Vertical, this));
    setModel(model);
    setItemDelegate(m_cards);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setAcceptDrops(true);
    setDragDropMode(QAbstractItemView::DropOnly);
    setDropIndicatorShown(true);
    setDragDropOverwriteMode(true);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &MatrixView::fitSections);
    connect(model, &QAbstractItemModel::dataChanged, this, &MatrixView::refreshHeat);
    connect(this, &QTableView::doubleClicked, this, &MatrixView::pickRequested);
}

MatrixHeader* MatrixView::header(Qt::Orientation orientation) const
{
    return static_cast<MatrixHeader*>(orientation == Qt::Horizontal ? horizontalHeader() : verticalHeader());
}

void MatrixView::setHeat(bool heat)
{
    m_cards->setHeat(heat);
    refreshHeat();
}

void MatrixView::refreshHeat()
{
    double top = 0;
    for (int row = 0; row < m_matrix->rowCount(); ++row)
        for (int column = 0; column < m_matrix->columnCount(); ++column)
            top = std::max(top, m_matrix->index(row, column).data(MatrixModel::ShareRole).toDouble());
    m_cards->setHeatTop(top);
    viewport()->update();
}

void MatrixView::fitSections()
{
    const int columns = m_matrix->columnCount();
    const int rows = m_matrix->rowCount();
    if (columns == 0 || rows == 0)
        return;
    const QSize room = viewport()->size();
    const int width = std::clamp(room.width() / columns, MinCardWidth, MaxCardWidth);
    const int height = std::clamp(room.height() / rows, MinCardHeight, MaxCardHeight);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, width);
    for (int row = 0; row < rows; ++row)
        setRowHeight(row, height);
}

void MatrixView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitSections();
}

void MatrixView::keyPressEvent(QKeyEvent* event)
{
    const QModelIndex index = currentIndex();
    const bool alt = event->modifiers() & Qt::AltModifier;
    if (index.isValid() && alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        emit moveRequested(Qt::Vertical, index.row(), event->key() == Qt::Key_Down ? 1 : -1);
    } else if (index.isValid() && alt && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        emit moveRequested(Qt::Horizontal, index.column(), event->key() == Qt::Key_Right ? 1 : -1);
    } else if (index.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit pickRequested(index);
    } else if (index.isValid() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        emit clearRequested(index);
    } else if (index.isValid() && event->matches(QKeySequence::Copy)) {
        emit copyRequested(index);
    } else if (index.isValid() && event->matches(QKeySequence::Paste)) {
        emit pasteRequested(index);
    } else {
        QTableView::keyPressEvent(event);
    }
}

}
