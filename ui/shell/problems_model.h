// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/problem.h"

#include <QAbstractListModel>

#include <vector>

namespace ow::ui {

/// What is wrong with the draft, the gravest first.
class ProblemsModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setProblems(std::vector<Problem> problems);
    const Problem* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Problem> m_problems;
};

}
