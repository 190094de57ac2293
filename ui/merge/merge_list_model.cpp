// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/merge/merge_list_model.h"

#include "ui/merge/field_words.h"
#include "ui/shell/list_delegate.h"
#include "ui/shell/objects.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

using Choice = store::MergePlan::Choice;

QString secondary(Choice choice)
{
    switch (choice) {
    case Choice::None:
        return MergeListModel::tr("conflict");
    case Choice::Base:
        return MergeListModel::tr("as before");
    case Choice::Edited:
        return MergeListModel::tr("edited");
    case Choice::Ours:
        return MergeListModel::tr("ours");
    case Choice::Theirs:
        return MergeListModel::tr("theirs");
    }
    return {};
}

using Names = std::map<store::ObjectKey, QString>;

Names namesIn(const model::Draft& ours, const model::Draft& theirs)
{
    Names names;
    for (const model::Draft* draft : { &theirs, &ours })
        for (const ObjectInfo& object : objectsOf(*draft))
            names[object.key] = object.title;
    return names;
}

QString rowTitle(const store::MergeDifference& difference, const Names& names, const model::Draft& ours)
{
    const auto known = names.find(difference.key);
    const QString object = known != names.end() ? known->second
        : difference.key.kind == "settings"     ? kindName("settings")
                                                : titleOf(ours, difference.key.id);
    const QString field = fieldPathWords(ours, difference.field.path);
    if (field.isEmpty())
        return object;
    // The field first: what is cut off at the end is what several rows share.
    return difference.field.isOrder ? MergeListModel::tr("%1, order · %2").arg(field, object)
                                    : field + u" · "_s + object;
}

}

void MergeListModel::take(Row& row, const store::MergePlan::Item& item) const
{
    row.conflict = item.isConflict();
    row.automatic = item.isAutomatic();
    row.choice = item.choice;
}

void MergeListModel::setPlan(
    const store::MergePlan& plan, const model::Draft& ours, const model::Draft& theirs)
{
    beginResetModel();
    m_groups.clear();
    const Names names = namesIn(ours, theirs);
    std::map<std::string, std::size_t> where;
    for (std::size_t i = 0; i < plan.items().size(); ++i) {
        const store::MergePlan::Item& item = plan.items()[i];
        const std::string& kind = item.difference.key.kind;
        const auto [group, isNew] = where.emplace(kind, m_groups.size());
        if (isNew)
            m_groups.push_back({ kindPlural(kind), {} });
        Row row;
        row.item = i;
        row.title = rowTitle(item.difference, names, ours);
        take(row, item);
        m_groups[group->second].rows.push_back(std::move(row));
    }
    for (Group& group : m_groups)
        std::ranges::stable_sort(group.rows, {}, [](const Row& row) { return !row.conflict; });
    std::ranges::stable_sort(m_groups, {}, [](const Group& group) { return !group.rows.front().conflict; });
    endResetModel();
}

void MergeListModel::refresh(const store::MergePlan& plan)
{
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        auto& rows = m_groups[g].rows;
        for (Row& row : rows)
            take(row, plan.items().at(row.item));
        const QModelIndex parent = index(int(g), 0);
        emit dataChanged(index(0, 0, parent), index(int(rows.size()) - 1, 0, parent));
        emit dataChanged(parent, parent);
    }
}

QModelIndex MergeListModel::indexOf(std::size_t item) const
{
    for (std::size_t g = 0; g < m_groups.size(); ++g)
        for (std::size_t r = 0; r < m_groups[g].rows.size(); ++r)
            if (m_groups[g].rows[r].item == item)
                return index(int(r), 0, index(int(g), 0));
    return {};
}

// A kind has the internal id 0, a field the number of its kind + 1.
QModelIndex MergeListModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : quintptr(0));
}

QModelIndex MergeListModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, quintptr(0));
}

int MergeListModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0
        ? int(m_groups[std::size_t(parent.row())].rows.size())
        : 0;
}

int MergeListModel::columnCount(const QModelIndex&) const { return 1; }

QVariant MergeListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == 0)
        return groupData(m_groups[std::size_t(index.row())], role);
    return rowData(m_groups[index.internalId() - 1].rows[std::size_t(index.row())], role);
}

QVariant MergeListModel::groupData(const Group& group, int role) const
{
    const auto open = std::ranges::count(group.rows, Choice::None, &Row::choice);
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case listrole::Secondary:
        return open > 0 ? tr("%1 open of %2").arg(open).arg(count(std::int64_t(group.rows.size())))
                        : count(std::int64_t(group.rows.size()));
    case listrole::Marked: { // all of it: a heading
        QList<int> letters(group.title.size());
        for (qsizetype i = 0; i < letters.size(); ++i)
            letters[i] = int(i);
        return QVariant::fromValue(letters);
    }
    case ItemRole:
        return -1;
    case ConflictRole:
    case OpenRole:
        return false;
    default:
        return {};
    }
}

QVariant MergeListModel::rowData(const Row& row, int role) const
{
    const bool open = row.choice == Choice::None;
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::ToolTipRole: // a name that looks like markup stays a name
        return u"<span>%1</span>"_s.arg(row.title.toHtmlEscaped());
    case listrole::Secondary:
    case Qt::AccessibleDescriptionRole:
        return secondary(row.choice);
    case listrole::IconName:
        return open ? u"warning"_s : row.conflict ? u"good"_s : u"check"_s;
    case listrole::IconInk:
        return open ? colors().caution : row.conflict ? colors().good : colors().muted;
    case listrole::Faded:
        return row.automatic;
    case ItemRole:
        return int(row.item);
    case ConflictRole:
        return row.conflict;
    case OpenRole:
        return open;
    default:
        return {};
    }
}

MergeFilter::MergeFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true); // a kind stays while one of its fields does
}

void MergeFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

bool MergeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (!parent.isValid())
        return false; // by its fields
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool conflict = index.data(MergeListModel::ConflictRole).toBool();
    return m_show == Show::All || conflict == (m_show == Show::Conflicts);
}

}
