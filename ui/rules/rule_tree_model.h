// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_kinds.h"

#include <QAbstractItemModel>

#include <array>

namespace ow::ui {

/// The rules of a snapshot in their groups. Groups are rows of the root, rules rows below them.
class RuleTreeModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole, IdRole, SentenceRole, IconRole, CountRole };
    using QAbstractItemModel::QAbstractItemModel;

    void setDraft(const model::Draft& draft);
    /// The row of a rule; the group's where `id` is empty.
    QModelIndex indexOf(RuleKind kind, const std::string& id = {}) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::array<std::vector<RuleRow>, RuleKinds> m_groups;
};

}
