// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/mend_model.h"

#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <algorithm>

namespace ow::ui {

using ingest::MendRow;
using ingest::RowFate;

void MendModel::setRows(const ingest::Mending& mending, std::vector<MendRow> rows)
{
    beginResetModel();
    m_titles.clear();
    for (const std::string& column : mending.columns())
        m_titles.push_back(qs(column));
    m_places.clear();
    for (const auto& places : mending.places()) {
        auto& cells = m_places.emplace_back(m_titles.size(), MendRow::none);
        for (std::size_t cell = 0; cell < places.size(); ++cell)
            cells[places[cell]] = cell;
    }
    m_rows = std::move(rows);
    m_first = m_rows;
    m_edited.clear();
    forgetFates();
    endResetModel();
}

void MendModel::forgetFates()
{
    m_fates.assign(m_rows.size(), {});
    m_untried.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_fates[i] = { false, false, m_rows[i].column, m_rows[i].reason, m_rows[i].fault };
        m_untried.insert(int(i));
    }
}

void MendModel::tryAll()
{
    forgetFates();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit edited();
}

std::vector<int> MendModel::takeUntried()
{
    std::vector<int> out(m_untried.begin(), m_untried.end());
    std::sort(out.begin(), out.end());
    m_untried.clear();
    return out;
}

void MendModel::setFates(const std::vector<int>& rows, const std::vector<RowFate>& fates)
{
    for (std::size_t i = 0; i < rows.size() && i < fates.size(); ++i)
        if (rows[i] < rowCount() && !m_untried.contains(rows[i]))
            m_fates[std::size_t(rows[i])] = fates[i];
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::vector<MendRow> MendModel::takenRows() const
{
    std::vector<MendRow> out;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_fates[i].taken)
            out.push_back(m_rows[i]);
    return out;
}

int MendModel::takenCount() const
{
    return int(std::count_if(m_fates.begin(), m_fates.end(), [](const RowFate& fate) { return fate.taken; }));
}

int MendModel::replaceAll(int cellColumn, const QString& from, const QString& to)
{
    int changed = 0;
    const std::string wanted = ss(from), text = ss(to);
    for (int row = 0; row < rowCount(); ++row) {
        const std::size_t cell = placeOf(row, FirstCell + cellColumn);
        const auto& cells = m_rows[std::size_t(row)].row.cells;
        if (cell < cells.size() && qs(cells[cell]).trimmed() == from.trimmed() && text != cells[cell])
            changed += change(row, FirstCell + cellColumn, text) ? 1 : 0;
    }
    if (changed > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit edited();
    }
    return changed;
}

int MendModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int MendModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstCell + int(m_titles.size());
}

std::size_t MendModel::placeOf(int row, int column) const
{
    const MendRow& it = m_rows[std::size_t(row)];
    if (column < FirstCell || !it.whole || it.file >= m_places.size())
        return MendRow::none;
    return m_places[it.file][std::size_t(column - FirstCell)];
}

QString MendModel::stateOf(std::size_t row) const
{
    if (!m_rows[row].whole)
        return tr("cannot be mended here");
    if (m_untried.contains(int(row)))
        return tr("checking…");
    if (m_fates[row].duplicate)
        return tr("is there already");
    return m_fates[row].taken ? tr("would now be taken") : tr("rejected");
}

QString MendModel::complaintOf(std::size_t row) const
{
    if (!m_rows[row].whole)
        return qs(m_rows[row].column + (m_rows[row].column.empty() ? "" : " ")) + coreText(m_rows[row].reason)
            + QStringLiteral("; ") + coreText(m_rows[row].why);
    const RowFate& fate = m_fates[row];
    if (fate.taken)
        return {};
    return fate.column.empty() ? coreText(fate.reason) : qs(fate.column) + u' ' + coreText(fate.reason);
}

QVariant MendModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = std::size_t(index.row());
    const MendRow& it = m_rows[row];
    const std::size_t cell = placeOf(index.row(), index.column());
    const bool atFault = !m_fates[row].taken && cell != MendRow::none && cell == m_fates[row].fault;
    switch (role) {
    case Qt::ToolTipRole:
        if (!it.whole)
            return qs(it.text);
        if (atFault || index.column() == Complaint)
            return complaintOf(row);
        [[fallthrough]];
    case Qt::DisplayRole:
    case Qt::EditRole:
        if (index.column() == State)
            return stateOf(row);
        if (index.column() == Line)
            return count(it.row.number);
        if (index.column() == Complaint)
            return complaintOf(row);
        return cell < it.row.cells.size() ? qs(it.row.cells[cell]) : QString();
    case Qt::ForegroundRole:
        if (atFault || (index.column() == Complaint && it.whole))
            return colors().bad;
        if (index.column() == State && m_fates[row].taken)
            return colors().good;
        return it.whole ? QVariant() : QVariant(colors().muted);
    case Qt::FontRole: { // not by colour alone
        const bool changed = cell < it.row.cells.size() && it.row.cells[cell] != m_first[row].row.cells[cell];
        if (!atFault && !changed)
            return {};
        QFont font = textFont(TextSize::Body);
        font.setUnderline(atFault);
        font.setWeight(changed ? QFont::DemiBold : QFont::Normal);
        return font;
    }
    case Qt::TextAlignmentRole:
        return int((index.column() == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool MendModel::change(int row, int column, const std::string& text)
{
    const std::size_t cell = placeOf(row, column);
    MendRow& it = m_rows[std::size_t(row)];
    if (cell >= it.row.cells.size() || it.row.cells[cell] == text)
        return false;
    it.row.cells[cell] = text;
    const bool asBefore = it.row.cells == m_first[std::size_t(row)].row.cells;
    it.row.problem = asBefore ? m_first[std::size_t(row)].row.problem : std::string();
    asBefore ? void(m_edited.remove(row)) : void(m_edited.insert(row));
    m_untried.insert(row);
    return true;
}

bool MendModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !change(index.row(), index.column(), ss(value.toString())))
        return false;
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    emit edited();
    return true;
}

QVariant MendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Line ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Line:
        return tr("Row");
    case Complaint:
        return tr("What is wrong");
    default:
        return m_titles[std::size_t(section - FirstCell)];
    }
}

Qt::ItemFlags MendModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags out = QAbstractTableModel::flags(index);
    if (index.isValid() && placeOf(index.row(), index.column()) != MendRow::none)
        out |= Qt::ItemIsEditable;
    return out;
}

}
