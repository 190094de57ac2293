// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/jobs.h"

#include <QAbstractTableModel>

namespace ow::ui {

/// Running and recent jobs: title, progress, time.
class JobsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, Progress, Elapsed, ColumnCount };
    enum Role { IdRole = Qt::UserRole + 100, RunningRole, ShareRole }; ///< share: 0…1, -1 = not known

    using QAbstractTableModel::QAbstractTableModel;
    void setJobs(std::vector<JobInfo> jobs);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<JobInfo> m_jobs;
};

}
