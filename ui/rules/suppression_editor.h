// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"

namespace ow::ui {

class CommitLine;
class ConditionEdit;
class ScopeEdit;

/// While a condition holds, offers are withheld, and the decision says why.
class SuppressionEditor final : public RuleEditor {
    Q_OBJECT
public:
    explicit SuppressionEditor(Session* session, QWidget* parent = nullptr);

protected:
    void fill(const model::Draft& draft) override;

private:
    ConditionEdit* m_when;
    ScopeEdit* m_scope;
    CommitLine* m_reason;
};

}
