// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/cap_editor.h"

#include "ui/rules/rule_editor_change.h"
#include "ui/rules/rule_sentences.h"
#include "ui/rules/scope_edit.h"
#include "ui/shell/theme.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/enum_combo.h"
#include "ui/widgets/form_parts.h"

#include <QBoxLayout>
#include <QSpinBox>

namespace ow::ui {

CapEditor::CapEditor(Session* session, QWidget* parent)
    : RuleEditor(session, parent)
    , m_scope(new ScopeEdit(this))
    , m_count(enumCombo(model::Outcome::Declined, this))
    , m_limit(new QSpinBox(this))
    , m_span(new QComboBox(this))
    , m_window(new DurationEdit(this))
{
    column()->addWidget(labelled(tr("Of which offers"), m_scope, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    m_limit->setRange(0, 1000);
    m_limit->setKeyboardTracking(false);
    m_limit->setFixedWidth(80);
    row->addWidget(labelled(tr("At most"), m_limit, this));
    row->addWidget(labelled(tr("are"), m_count, this));
    m_span->addItem(tr("within a time"));
    for (int i = 0; i <= int(model::Calendar::Month); ++i)
        m_span->addItem(tr("per calendar %1").arg(word(static_cast<model::Calendar>(i))));
    row->addWidget(labelled(tr("Counted"), m_span, this));
    row->addWidget(labelled(tr("Time"), m_window, this));
    row->addStretch();
    column()->addLayout(row);
    column()->addStretch();

    const auto list = &model::Policy::caps;
    connect(m_scope, &ScopeEdit::changed, this,
        [this, list](const model::Scope& scope) { change(list, [&](model::Cap& c) { c.scope = scope; }); });
    connect(m_limit, &QSpinBox::valueChanged, this,
        [this, list](int n) { change(list, [&](model::Cap& c) { c.limit = n; }); });
    connect(m_count, &QComboBox::activated, this, [this, list](int i) {
        change(list, [&](model::Cap& c) { c.count = static_cast<model::Outcome>(i); });
    });
    connect(m_window, &DurationEdit::changed, this, [this, list](Duration length) {
        change(list, [&](model::Cap& c) { c.window = std::max(length, hours(1)); });
    });
    connect(m_span, &QComboBox::activated, this, [this, list](int i) {
        change(list, [&](model::Cap& c) {
            c.window = i == 0 ? std::optional(c.window.value_or(days(7))) : std::nullopt;
            c.calendar = i == 0 ? std::nullopt : std::optional(static_cast<model::Calendar>(i - 1));
        });
    });
}

void CapEditor::fill(const model::Draft& now)
{
    const model::Cap* cap = find(now.policy.caps);
    if (!cap)
        return;
    setSentence(sentence(*cap, now));
    m_scope->setScope(cap->scope, draft());
    chooseEnum(m_count, cap->count);
    m_limit->setValue(int(std::min<std::int64_t>(cap->limit, 1000)));
    m_span->setCurrentIndex(cap->window ? 0 : int(cap->calendar.value_or(model::Calendar::Day)) + 1);
    m_window->parentWidget()->setVisible(cap->window.has_value());
    if (cap->window)
        m_window->setDuration(*cap->window);
}

}
