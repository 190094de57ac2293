// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_model.h"

#include "ui/shell/core_text.h"
#include "ui/shell/list_delegate.h"
#include "ui/shell/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {

void HistoryModel::setHistory(std::vector<store::HistoryEntry> entries, std::int64_t head)
{
    beginResetModel();
    m_entries = std::move(entries);
    m_head = head;
    endResetModel();
}

void HistoryModel::setOlder(std::vector<store::HistoryEntry> entries)
{
    if (entries.size() <= m_entries.size())
        return;
    beginInsertRows({}, rowCount(), int(entries.size()) - 1);
    m_entries = std::move(entries);
    endInsertRows();
}

const store::HistoryEntry* HistoryModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[std::size_t(row)] : nullptr;
}

int HistoryModel::headRow() const { return rowOf(m_head); }

int HistoryModel::rowOf(std::int64_t id) const
{
    const auto found = std::ranges::find(m_entries, id, &store::HistoryEntry::id);
    return found == m_entries.end() ? -1 : int(found - m_entries.begin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::HistoryEntry& entry = m_entries[std::size_t(index.row())];
    const QString when = u"%1 · %2"_s.arg(qs(entry.who), dayTime(entry.at));
    switch (role) {
    case Qt::DisplayRole:
        return coreText(entry.title);
    case Qt::ToolTipRole:
        return entry.why.empty() ? coreText(entry.title) : coreText(entry.title) + u'\n' + qs(entry.why);
    case Qt::AccessibleDescriptionRole:
        return entry.current ? when : tr("%1, undone").arg(when);
    case IdRole:
        return qlonglong(entry.id);
    case listrole::Secondary:
        return when;
    case listrole::IconName:
        return entry.current ? u"check"_s : u"undo"_s;
    case listrole::Faded:
        return !entry.current;
    case listrole::Dotted:
        return entry.id == m_head;
    default:
        return {};
    }
}

}
