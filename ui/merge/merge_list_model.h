// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/merge_plan.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <vector>

namespace ow::ui {

/// The differences of a merge, grouped by kind: kinds and fields with conflicts first. A row is one field of
/// one object. For ListDelegate.
class MergeListModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        ItemRole = Qt::UserRole + 100, ///< number in the plan; -1 for a kind
        ConflictRole, ///< bool: both sides changed it
        OpenRole, ///< bool: nobody has settled it
    };

    using QAbstractItemModel::QAbstractItemModel;
    /// `ours` and `theirs` name the objects.
    void setPlan(const store::MergePlan& plan, const model::Draft& ours, const model::Draft& theirs);
    /// The same differences, other choices.
    void refresh(const store::MergePlan& plan);
    QModelIndex indexOf(std::size_t item) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        std::size_t item = 0;
        QString title;
        bool conflict = false;
        bool automatic = false;
        store::MergePlan::Choice choice = store::MergePlan::Choice::None;
    };
    struct Group {
        QString title;
        std::vector<Row> rows;
    };
    void take(Row& row, const store::MergePlan::Item& item) const;
    QVariant groupData(const Group& group, int role) const;
    QVariant rowData(const Row& row, int role) const;

    std::vector<Group> m_groups;
};

/// What the list shows of them.
class MergeFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Show { All, Conflicts, Automatic };

    explicit MergeFilter(QObject* parent = nullptr);
    void setShow(Show show);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Show m_show = Show::All;
};

}
