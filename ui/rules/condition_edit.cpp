// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/condition_edit.h"

#include "ui/rules/condition_builder.h"
#include "ui/rules/expression_scope.h"
#include "ui/rules/sample_customers.h"
#include "ui/shell/session.h"
#include "ui/shell/theme.h"
#include "ui/widgets/expression_edit.h"

#include <QBoxLayout>

namespace ow::ui {

ConditionEdit::ConditionEdit(Session* session, expr::Place place, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_place(place)
    , m_builder(new ConditionBuilder(this))
    , m_text(new ExpressionEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space2);
    column->addWidget(m_builder);
    column->addWidget(m_text);
    setFocusProxy(m_text);
    m_text->setName(tr("Condition as text"));
    connect(m_text, &ExpressionEdit::committed, this, &ConditionEdit::committed);
    connect(m_text, &ExpressionEdit::edited, m_builder, &ConditionBuilder::setText);
    connect(m_builder, &ConditionBuilder::changed, this, [this](const QString& text) {
        m_text->setTyped(text);
        if (m_text->isValid())
            emit committed(text);
    });
    if (place != expr::Place::SequenceEvent && place != expr::Place::FactEvent)
        showMatches(m_text, session, place);
}

void ConditionEdit::showCondition(
    const QString& text, const QString& subject, const model::Draft& draft, std::size_t factsBefore)
{
    m_builder->setNames(expr::vocabularyFor(draft.policy, m_place, factsBefore));
    m_text->setText(text, subject);
    m_text->setContext(expressionContext(draft, m_place, {}, factsBefore));
    m_builder->setText(m_text->isValid() ? m_text->text() : text); // never another rule's
}

}
