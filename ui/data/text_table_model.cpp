// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/text_table_model.h"

#include <algorithm>

namespace ow::ui {

void TextTableModel::setRows(std::vector<QString> titles, std::vector<Row> rows, std::vector<int> numbers)
{
    beginResetModel();
    m_titles = std::move(titles);
    m_rows = std::move(rows);
    m_numbers = std::move(numbers);
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}
int TextTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

bool TextTableModel::isNumber(int column) const
{
    return std::find(m_numbers.begin(), m_numbers.end(), column) != m_numbers.end();
}

QVariant TextTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        // Rows of a broken file may be shorter than its header.
        return std::size_t(index.column()) < row.size() ? row[std::size_t(index.column())] : QString();
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return m_titles[std::size_t(section)];
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

}
