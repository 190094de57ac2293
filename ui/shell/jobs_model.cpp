// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/jobs_model.h"

#include "ui/shell/text.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
bool isRunning(const JobInfo& job)
{
    return job.state == JobInfo::State::Running || job.state == JobInfo::State::Cancelling;
}
}

void JobsModel::setJobs(std::vector<JobInfo> jobs)
{
    // The same jobs a little later: no reset, or the selection and a pressed button would go ten times a
    // second.
    const bool same = std::ranges::equal(jobs, m_jobs, {}, &JobInfo::id, &JobInfo::id);
    if (same) {
        m_jobs = std::move(jobs);
        if (!m_jobs.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_jobs = std::move(jobs);
    endResetModel();
}

int JobsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_jobs.size()); }
int JobsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant JobsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JobInfo& job = m_jobs[std::size_t(index.row())];
    const double share = job.total > 0 ? std::clamp(double(job.done) / double(job.total), 0.0, 1.0) : -1;
    switch (role) {
    case IdRole:
        return job.id;
    case RunningRole:
        return isRunning(job);
    case ShareRole:
        return share;
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (Column(index.column())) {
    case Title:
        return job.title;
    case Progress:
        switch (job.state) {
        case JobInfo::State::Done:
            return tr("done");
        case JobInfo::State::Cancelled:
            return tr("cancelled");
        case JobInfo::State::Failed:
            return tr("failed");
        case JobInfo::State::Cancelling:
            return tr("stopping…");
        case JobInfo::State::Running:
            return share < 0 ? tr("running") : percent(share, 0);
        }
        return {};
    case Elapsed:
        return tr("%1 s").arg(QLocale().toString(double(job.elapsedMs) / 1000, 'f', 1));
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JobsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title:
        return tr("Job");
    case Progress:
        return tr("Progress");
    case Elapsed:
        return tr("Time");
    case ColumnCount:
        break;
    }
    return {};
}

}
