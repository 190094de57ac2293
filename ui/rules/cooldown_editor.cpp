// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/cooldown_editor.h"

#include "ui/rules/rule_editor_change.h"
#include "ui/rules/rule_sentences.h"
#include "ui/rules/scope_edit.h"
#include "ui/shell/theme.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/enum_combo.h"
#include "ui/widgets/form_parts.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace ow::ui {

CooldownEditor::CooldownEditor(Session* session, QWidget* parent)
    : RuleEditor(session, parent)
    , m_scope(new ScopeEdit(this))
    , m_after(enumCombo(model::Outcome::Returned, this))
    , m_length(new DurationEdit(this))
    , m_others(new QCheckBox(tr("It is others that rest"), this))
    , m_blocks(new ScopeEdit(this))
{
    column()->addWidget(labelled(tr("When one of these"), m_scope, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    row->addWidget(labelled(tr("was"), m_after, this));
    row->addWidget(labelled(tr("the rest lasts"), m_length, this));
    row->addStretch();
    column()->addLayout(row);
    column()->addWidget(m_others);
    column()->addWidget(m_blocks);
    column()->addStretch();

    const auto list = &model::Policy::cooldowns;
    connect(m_scope, &ScopeEdit::changed, this, [this, list](const model::Scope& scope) {
        change(list, [&](model::Cooldown& c) { c.scope = scope; });
    });
    connect(m_after, &QComboBox::activated, this, [this, list](int i) {
        change(list, [&](model::Cooldown& c) { c.after = static_cast<model::Outcome>(i); });
    });
    connect(m_length, &DurationEdit::changed, this,
        [this, list](Duration length) { change(list, [&](model::Cooldown& c) { c.length = length; }); });
    connect(m_others, &QCheckBox::clicked, this, [this, list](bool on) {
        change(list, [&](model::Cooldown& c) {
            c.blocks
                = on ? std::optional(model::Scope {}) : std::nullopt; // everything, until it is said closer
        });
    });
    connect(m_blocks, &ScopeEdit::changed, this, [this, list](const model::Scope& scope) {
        change(list, [&](model::Cooldown& c) { c.blocks = scope; });
    });
}

void CooldownEditor::fill(const model::Draft& now)
{
    const model::Cooldown* rule = find(now.policy.cooldowns);
    if (!rule)
        return;
    setSentence(sentence(*rule, now));
    m_scope->setScope(rule->scope, draft());
    chooseEnum(m_after, rule->after);
    m_length->setDuration(rule->length);
    m_others->setChecked(rule->blocks.has_value());
    m_blocks->setVisible(rule->blocks.has_value());
    if (rule->blocks)
        m_blocks->setScope(*rule->blocks, draft());
}

}
