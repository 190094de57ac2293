// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {

DataTable::DataTable(QWidget* parent)
    : QTableView(parent)
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(Size::RowHeight);
    verticalHeader()->setSectionResizeMode(
        QHeaderView::Fixed); // rows are never measured: a million stay fast
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setMinimumSectionSize(48);
    horizontalHeader()->setResizeContentsPrecision(200);
}

void DataTable::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void DataTable::setStretchColumn(int column)
{
    m_stretch = column;
    horizontalHeader()->setStretchLastSection(column < 0);
    if (model() && column >= 0 && column < model()->columnCount())
        horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void DataTable::setModel(QAbstractItemModel* newModel)
{
    QTableView::setModel(newModel);
    setStretchColumn(m_stretch);
}

QString DataTable::selectedTsv() const
{
    if (!model() || !selectionModel())
        return {};
    QList<int> columns;
    for (int visual = 0; visual < model()->columnCount(); ++visual) {
        const int column = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(column))
            columns << column;
    }
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    const auto clean = [](QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' '); };
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells << clean(model()->headerData(column, Qt::Horizontal).toString());
    lines << cells.join(u'\t');
    for (const QModelIndex& row : rows) {
        cells.clear();
        for (const int column : columns)
            cells << clean(row.siblingAtColumn(column).data().toString());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

void DataTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && m_copier) {
        m_copier();
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(selectedTsv());
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()
        && state() != EditingState) {
        emit activated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void DataTable::keyboardSearch(const QString& letters)
{
    if (m_letterTaker)
        m_letterTaker(letters);
    else
        QTableView::keyboardSearch(letters);
}

void DataTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(colors().muted);
    painter.drawText(viewport()->rect().adjusted(Size::Space6, 0, -Size::Space6, 0),
        Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

}
