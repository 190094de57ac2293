// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "release/diff.h"

#include <QAbstractItemModel>

#include <functional>
#include <string>
#include <vector>

namespace ow::ui {

/// What a release or a step changes, by meaning: kind -> object -> its differences; objects with one
/// difference show it in their own row. Or flat, a row for each difference.
class DiffModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { What, Before, After, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 100,
        IdRole,
        MarkRole
    }; ///< MarkRole: "added", "removed", "changed", "moved" or ""

    enum class Shape { Tree, Flat };

    explicit DiffModel(QObject* parent = nullptr, Shape shape = Shape::Tree);
    /// What the two versions are called; "Last release" and "Draft" where nothing else is said.
    void setSides(const QString& before, const QString& after);
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
    void addFlat(const release::Difference& difference, const QString& title, const model::Draft& draft);
    const Node* nodeOf(const QModelIndex& index) const;

    Shape m_shape;
    QString m_before, m_after; ///< what the sides are called
    std::vector<Node> m_nodes; ///< index = internal id
    std::vector<int> m_roots;
};

}
