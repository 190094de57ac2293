// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/problems_model.h"

#include "ui/shell/list_delegate.h"
#include "ui/shell/theme.h"

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

QString iconOf(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Error:
        return u"error"_s;
    case Problem::Severity::Warning:
        return u"warning"_s;
    case Problem::Severity::Hint:
        break;
    }
    return u"info"_s;
}

QColor inkOf(Problem::Severity severity)
{
    switch (severity) {
    case Problem::Severity::Error:
        return colors().bad;
    case Problem::Severity::Warning:
        return colors().caution;
    case Problem::Severity::Hint:
        break;
    }
    return colors().muted;
}

}

void ProblemsModel::setProblems(std::vector<Problem> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

const Problem* ProblemsModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_problems[std::size_t(row)] : nullptr;
}

int ProblemsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

QVariant ProblemsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Problem& problem = m_problems[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return problem.text;
    case Qt::ToolTipRole:
        return problem.text;
    case Qt::AccessibleDescriptionRole:
        return problem.severity == Problem::Severity::Error  ? tr("Error: %1").arg(problem.place)
            : problem.severity == Problem::Severity::Warning ? tr("Warning: %1").arg(problem.place)
                                                             : tr("Hint: %1").arg(problem.place);
    case listrole::Secondary:
        return problem.place;
    case listrole::IconName:
        return iconOf(problem.severity);
    case listrole::IconInk:
        return inkOf(problem.severity);
    default:
        return {};
    }
}

}
