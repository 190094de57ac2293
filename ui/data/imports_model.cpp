// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/imports_model.h"

#include "ui/data/data_tables.h"
#include "ui/data/import_plan.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <algorithm>

namespace ow::ui {

void ImportsModel::setImports(std::vector<store::ImportRecord> imports, const std::string& zone)
{
    beginResetModel();
    m_imports = std::move(imports);
    m_zone = zone;
    std::stable_sort(m_imports.begin(), m_imports.end(),
        [](const store::ImportRecord& l, const store::ImportRecord& r) { return l.id > r.id; });
    endResetModel();
}

int ImportsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_imports.size());
}
int ImportsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ImportsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::ImportRecord& it = import(index.row());
    const bool number
        = index.column() == Stored || index.column() == Rejected || index.column() == Duplicates;
    if (role == Qt::TextAlignmentRole)
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole)
        return it.active ? QVariant() : QVariant(colors().muted);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case At:
        return stamp(it.at, m_zone);
    case Kind:
        return kindWord(it.kind);
    case Source:
        return qs(it.source);
    case Stored:
        return count(it.stored);
    case Rejected:
        return it.retried == 0 || role == Qt::ToolTipRole
            ? count(it.rejected)
            : tr("%1, %2 left", "rejected rows, of which some were taken in since")
                  .arg(count(it.rejected), count(it.stillRejected()));
    case Duplicates:
        return count(it.duplicates);
    case State:
        return !it.active ? tr("undone")
            : it.origin != 0 ? tr("mended from import %1").arg(it.origin)
                             : tr("in the project");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ImportsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool number = section == Stored || section == Rejected || section == Duplicates;
    if (role == Qt::TextAlignmentRole)
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case At:
        return tr("When");
    case Kind:
        return tr("What");
    case Source:
        return tr("Files");
    case Stored:
        return tr("Stored");
    case Rejected:
        return tr("Rejected");
    case Duplicates:
        return tr("Known");
    case State:
        return tr("State");
    case ColumnCount:
        break;
    }
    return {};
}

}
