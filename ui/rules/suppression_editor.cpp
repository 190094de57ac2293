// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/suppression_editor.h"

#include "ui/rules/condition_edit.h"
#include "ui/rules/rule_editor_change.h"
#include "ui/rules/rule_sentences.h"
#include "ui/rules/scope_edit.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/form_parts.h"

#include <QBoxLayout>

namespace ow::ui {

SuppressionEditor::SuppressionEditor(Session* session, QWidget* parent)
    : RuleEditor(session, parent)
    , m_when(new ConditionEdit(session, expr::Place::Suppress, this))
    , m_scope(new ScopeEdit(this))
    , m_reason(new CommitLine(this))
{
    m_reason->setPlaceholderText(tr("What “why not” says to colleagues: “A support case is open.”"));
    column()->addWidget(labelled(tr("Reason"), m_reason, this));
    column()->addWidget(labelled(tr("Which offers are withheld"), m_scope, this));
    column()->addWidget(labelled(tr("While"), m_when, this));
    column()->addStretch();
    const auto list = &model::Policy::suppress;
    connect(m_when, &ConditionEdit::committed, this, [this, list](const QString& text) {
        change(list, [&](model::Suppression& s) { s.when = ss(text); });
    });
    connect(m_scope, &ScopeEdit::changed, this, [this, list](const model::Scope& scope) {
        change(list, [&](model::Suppression& s) { s.scope = scope; });
    });
    connect(m_reason, &CommitLine::committed, this, [this, list](const QString& text) {
        change(list, [&](model::Suppression& s) { s.reason = ss(text); });
    });
}

void SuppressionEditor::fill(const model::Draft& now)
{
    const model::Suppression* rule = find(now.policy.suppress);
    if (!rule)
        return;
    setSentence(sentence(*rule, now));
    m_reason->setCommitted(qs(rule->reason));
    m_scope->setScope(rule->scope, draft());
    m_when->showCondition(qs(rule->when), qs(rule->id), now);
}

}
