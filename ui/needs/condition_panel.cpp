// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/condition_panel.h"

#include "ui/rules/expression_scope.h"
#include "ui/rules/sample_customers.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>

#include <algorithm>

namespace ow::ui {

ConditionPanel::ConditionPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    QVBoxLayout* column = panelColumn(this);
    column->setSpacing(Size::Space3);
    m_kind = makeLabel({}, TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true, this);
    column->addWidget(m_kind);
    m_title = new CommitLine(this);
    column->addWidget(labelled(tr("Title"), m_title, this));
    m_when = new ExpressionEdit(this);
    m_when->setName(tr("Condition"));
    column->addWidget(labelled(tr("Customers are here when"), m_when, this));
    m_order = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true, this);
    column->addWidget(m_order);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(Size::Space2);
    auto* earlier = makeButton(tr("Earlier"), ButtonKind::Normal, QStringLiteral("chevron-up"), this);
    auto* later = makeButton(tr("Later"), ButtonKind::Normal, QStringLiteral("chevron-down"), this);
    auto* remove = makeButton(tr("Delete"), ButtonKind::Normal, QStringLiteral("trash"), this);
    m_earlier = earlier;
    m_later = later;
    buttons->addWidget(earlier);
    buttons->addWidget(later);
    buttons->addStretch();
    buttons->addWidget(remove);
    column->addLayout(buttons);
    column->addStretch();
    connect(earlier, &QPushButton::clicked, this, [this] { move(-1); });
    connect(later, &QPushButton::clicked, this, [this] { move(1); });
    connect(remove, &QPushButton::clicked, this,
        [this] { m_session->apply(removeCondition(*m_session->draft(), m_axis, m_id)); });
    connect(m_title, &CommitLine::committed, this, [this](const QString& text) {
        if (const model::Condition* c = condition(); c && !text.isEmpty())
            m_session->apply(changeCondition(*m_session->draft(), m_axis, *c, text));
    });
    connect(m_when, &ExpressionEdit::committed, this, [this](const QString& text) {
        const model::Condition* c = condition();
        if (!c)
            return;
        model::Condition after = *c;
        after.when = ss(text);
        m_session->apply(
            changeCondition(*m_session->draft(), m_axis, after, titleOf(*m_session->draft(), m_id)));
    });
    showMatches(m_when, session, expr::Place::Condition);
}

const model::Condition* ConditionPanel::condition() const
{
    // The draft lives in the session as long as nothing is applied: callers copy before they apply.
    const auto& list = conditions(*m_session->draft(), m_axis);
    const auto found = std::ranges::find(list, m_id, &model::Condition::id);
    return found == list.end() ? nullptr : &*found;
}

void ConditionPanel::showCondition(MatrixAxis axis, const std::string& id)
{
    m_axis = axis;
    m_id = id;
    const auto draft = m_session->draft();
    const auto& list = conditions(*draft, axis);
    const auto found = std::ranges::find(list, id, &model::Condition::id);
    if (found == list.end())
        return;
    const auto place = int(found - list.begin());
    const bool stage = axis == MatrixAxis::Stage;
    m_kind->setText(
        stage ? tr("Stage “%1”").arg(titleOf(*draft, id)) : tr("Motivation “%1”").arg(titleOf(*draft, id)));
    m_title->setCommitted(titleOf(*draft, id));
    const QString subject = (stage ? QStringLiteral("stage:") : QStringLiteral("motivation:")) + qs(id);
    m_when->setText(qs(found->when), subject); // before the context: its check speaks of the right text
    m_when->setContext(expressionContext(*draft, expr::Place::Condition));
    const QString order = stage
        ? tr("Place %1 of %2. A customer is in the first stage whose condition holds.")
        : tr("Place %1 of %2. A customer has the first motivation whose condition holds.");
    m_order->setText(order.arg(place + 1).arg(list.size()));
    m_earlier->setEnabled(place > 0);
    m_later->setEnabled(place + 1 < int(list.size()));
    setEnabled(m_session->isEditable());
}

void ConditionPanel::move(int step)
{
    const auto draft = m_session->draft();
    const auto& list = conditions(*draft, m_axis);
    const auto found = std::ranges::find(list, m_id, &model::Condition::id);
    if (found != list.end())
        m_session->apply(moveCondition(*draft, m_axis, m_id, int(found - list.begin()) + step));
}

}
