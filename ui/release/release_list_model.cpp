// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/release/release_list_model.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"

#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace ow::ui {

void ReleaseListModel::setReleases(std::vector<store::Release> releases)
{
    beginResetModel();
    m_releases = std::move(releases);
    endResetModel();
}

const store::Release* ReleaseListModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_releases[std::size_t(row)] : nullptr;
}

int ReleaseListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_releases.size());
}
int ReleaseListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReleaseListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::Release& release = m_releases[std::size_t(index.row())];
    if (role == Qt::ToolTipRole)
        return u"%1 · %2\nSHA-256 %3"_s.arg(dayTime(release.at), qs(release.who), qs(release.sha256));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Version:
        return qs(release.version);
    case When:
        return day(release.at);
    case Note:
        return qs(release.note);
    case Sha:
        return qs(release.sha256).left(10);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReleaseListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Version:
        return tr("Version");
    case When:
        return tr("When");
    case Note:
        return tr("Note");
    case Sha:
        return tr("SHA-256");
    case ColumnCount:
        break;
    }
    return {};
}

}
