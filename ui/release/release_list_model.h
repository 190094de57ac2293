// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project.h"

#include <QAbstractTableModel>

#include <vector>

namespace ow::ui {

/// The releases of the project, newest first.
class ReleaseListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Version, When, Note, Sha, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setReleases(std::vector<store::Release> releases);
    const store::Release* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<store::Release> m_releases;
};

}
