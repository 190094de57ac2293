// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/text_table_model.h"

#include "ui/shell/theme.h"

#include <algorithm>

namespace ow::ui {

void TextTableModel::setRows(std::vector<QString> titles, std::vector<Row> rows, std::vector<int> numbers)
{
    beginResetModel();
    m_titles = std::move(titles);
    m_rows = std::move(rows);
    m_numbers = std::move(numbers);
    m_faults.clear();
    endResetModel();
}

void TextTableModel::setFaults(std::map<std::pair<int, int>, QString> faults)
{
    m_faults = std::move(faults);
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const QString* TextTableModel::faultAt(const QModelIndex& index) const
{
    for (const int column : { index.column(), -1 })
        if (const auto found = m_faults.find({ index.row(), column }); found != m_faults.end())
            return &found->second;
    return nullptr;
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
    const QString* fault = m_faults.empty() ? nullptr : faultAt(index);
    switch (role) {
    case Qt::ForegroundRole:
        return fault != nullptr ? QVariant(colors().bad) : QVariant();
    case Qt::FontRole: // not by colour alone
        if (fault != nullptr) {
            QFont font = textFont(TextSize::Body);
            font.setUnderline(true);
            return font;
        }
        return {};
    case Qt::ToolTipRole:
        if (fault != nullptr)
            return *fault;
        [[fallthrough]];
    case Qt::DisplayRole:
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
