// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expr/condition_tree.h"
#include "expr/vocabulary.h"

#include <QFrame>

#include <functional>
#include <vector>

class QBoxLayout;

namespace ow::ui {

/// A condition as groups (all, any, none) of simple comparisons. What does not fit one stays text and says
/// why.
class ConditionBuilder final : public QFrame {
    Q_OBJECT
public:
    explicit ConditionBuilder(QWidget* parent = nullptr);
    void setNames(expr::Vocabulary names);
    /// Shows a text that parses. A text that says what is shown already changes nothing.
    void setText(const QString& text);
    const expr::ConditionTree& tree() const { return m_tree; }

signals:
    void changed(const QString& text);

private:
    /// Which node: the way down from the root, by child numbers.
    using Path = std::vector<std::size_t>;

    void rebuild();
    QWidget* node(const expr::ConditionTree& tree, const Path& path);
    QWidget* group(const expr::ConditionTree& tree, const Path& path);
    QWidget* groupHead(const expr::ConditionTree& tree, const Path& path);
    QWidget* compare(const expr::ConditionTree& tree, const Path& path);
    QWidget* valueField(const expr::ConditionTree& tree, const Path& path);
    QWidget* text(const expr::ConditionTree& tree, const Path& path);
    QWidget* removeButton(const Path& path);

    expr::ConditionTree& at(const Path& path);
    void edit(const Path& path, const std::function<void(expr::ConditionTree&)>& change);
    void remove(const Path& path);
    void pickName(QWidget* anchor, const std::function<void(const expr::Name&)>& picked);

    expr::Vocabulary m_names;
    expr::ConditionTree m_tree;
    QBoxLayout* m_column;
};

}
