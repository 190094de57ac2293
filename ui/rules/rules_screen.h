// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_kinds.h"
#include "ui/shell/screen.h"

#include <array>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace ow::ui {

class EmptyState;
class RuleEditor;
class RuleTreeModel;
class SequenceEditor;

/// What holds offers back and what brings them forth: the rules in their groups, and an editor for each kind.
class RulesScreen final : public Screen {
    Q_OBJECT
public:
    explicit RulesScreen(QWidget* parent = nullptr);
    void setSession(Session* session) override;
    void activate() override;
    QWidget* titleTools() override;

    RuleTreeModel* model() const { return m_model; }
    QTreeView* list() const { return m_list; }
    SequenceEditor* sequences() const { return m_sequences; }
    RuleEditor* editor() const;

private:
    void build();
    void buildTools();
    void refresh();
    void follow();
    void open(RuleKind kind, const std::string& id);
    void choose(const QModelIndex& index);
    void add(RuleKind kind);
    void duplicate();
    void remove();
    void showEmpty(RuleKind kind);

    Session* m_session = nullptr;
    RuleTreeModel* m_model;
    QTreeView* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QWidget* m_tools = nullptr;
    std::array<RuleEditor*, RuleKinds> m_editors {};
    SequenceEditor* m_sequences = nullptr;
    RuleKind m_kind = RuleKind::Suppression;
    std::string m_id;
};

}
