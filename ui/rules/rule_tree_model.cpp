// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rule_tree_model.h"

#include "ui/shell/text.h"

#include <algorithm>

namespace ow::ui {

namespace {
// The internal id of a group is 0, of a rule its group's row + 1.
bool isGroup(const QModelIndex& index) { return index.internalId() == 0; }
std::size_t groupOf(const QModelIndex& index)
{
    return isGroup(index) ? std::size_t(index.row()) : std::size_t(index.internalId() - 1);
}
}

void RuleTreeModel::setDraft(const model::Draft& draft)
{
    std::array<std::vector<RuleRow>, RuleKinds> fresh;
    bool sameShape = true;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        fresh[i] = rowsOf(RuleKind(i), draft);
        sameShape = sameShape && std::ranges::equal(fresh[i], m_groups[i], {}, &RuleRow::id, &RuleRow::id);
    }
    if (!sameShape) {
        beginResetModel();
        m_groups = std::move(fresh);
        endResetModel();
        return;
    }
    // Words change far more often than rows: what is open and chosen stays so.
    m_groups = std::move(fresh);
    for (int group = 0; group < RuleKinds; ++group) {
        const QModelIndex head = index(group, 0);
        emit dataChanged(head, head);
        if (const int rows = rowCount(head); rows > 0)
            emit dataChanged(index(0, 0, head), index(rows - 1, 0, head));
    }
}

QModelIndex RuleTreeModel::indexOf(RuleKind kind, const std::string& id) const
{
    const QModelIndex group = index(int(kind), 0);
    if (id.empty())
        return group;
    const auto& rows = m_groups[std::size_t(kind)];
    const auto found = std::ranges::find(rows, id, &RuleRow::id);
    return found == rows.end() ? QModelIndex() : index(int(found - rows.begin()), 0, group);
}

QModelIndex RuleTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex RuleTreeModel::parent(const QModelIndex& child) const
{
    return !child.isValid() || isGroup(child) ? QModelIndex()
                                              : createIndex(int(groupOf(child)), 0, quintptr(0));
}

int RuleTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return RuleKinds;
    return isGroup(parent) && parent.column() == 0 ? int(m_groups[std::size_t(parent.row())].size()) : 0;
}

int RuleTreeModel::columnCount(const QModelIndex&) const { return 1; }

Qt::ItemFlags RuleTreeModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

QVariant RuleTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto group = groupOf(index);
    const RuleKind kind = RuleKind(group);
    if (role == KindRole)
        return int(kind);
    if (isGroup(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return groupTitle(kind);
        case IconRole:
            return groupIcon(kind);
        case CountRole:
            return int(m_groups[group].size());
        default:
            return {};
        }
    }
    const RuleRow& row = m_groups[group].at(std::size_t(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return QString(row.title + QStringLiteral(": ") + row.sentence);
    case Qt::ToolTipRole:
    case SentenceRole:
        return row.sentence;
    case IdRole:
        return qs(row.id);
    default:
        return {};
    }
}

}
