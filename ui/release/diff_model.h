// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "release/diff.h"

#include <QAbstractItemModel>

#include <functional>
#include <string>
#include <vector>

namespace ow::ui {

/// What a release would change, by meaning: kind -> object -> its differences. Objects with one difference
/// show it in their own row.
class DiffModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { What, Before, After, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 100,
        IdRole,
        MarkRole
    }; ///< MarkRole: "added", "removed", "changed", "moved" or ""

    using QAbstractItemModel::QAbstractItemModel;
    /// `titles` names the objects: (kind, id) -> what screens call it; `draft`
    /// names what fields speak of.
    using Titles = std::function<QString(const std::string& kind, const std::string& id)>;
    void setDifferences(const std::vector<release::Difference>& differences, const Titles& titles,
        const model::Draft& draft = {});

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Node {
        int parent = -1;
        int row = 0; ///< among its siblings
        std::vector<int> children;
        QString text, before, after, mark;
        std::string kind, id;
    };
    int add(int parent, Node node);
    const Node* nodeOf(const QModelIndex& index) const;

    std::vector<Node> m_nodes; ///< index = internal id
    std::vector<int> m_roots;
};

}
