// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/because_preview.h"
#include "ui/offers/offer_editor.h"
#include "ui/rules/expression_scope.h"
#include "ui/rules/sample_customers.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/expression_edit.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QPushButton>
#include <QSpinBox>

namespace ow::ui {

void OfferEditor::buildConditions(QVBoxLayout* page)
{
    page->addWidget(new SectionHeader(tr("For whom"), {}, this));
    const auto add = [&](const QString& caption, model::ExprText model::Offer::*field) {
        auto* edit = new ExpressionEdit(this);
        edit->setName(caption);
        connect(edit, &ExpressionEdit::committed, this,
            [this, field](const QString& text) { change([&](model::Offer& o) { o.*field = ss(text); }); });
        page->addWidget(labelled(caption, edit, this));
        return edit;
    };
    m_when = add(tr("Only when"), &model::Offer::when);
    m_trigger = add(tr("Also a candidate, outside the matrix, when"), &model::Offer::trigger);
    m_propensity = add(tr("Propensity: how likely it is taken, 0 to 1"), &model::Offer::propensity);
    for (ExpressionEdit* edit : { m_when, m_trigger })
        showMatches(edit, m_session, expr::Place::Offer, [this] { return m_id; });
    m_once = new QCheckBox(tr("Only once: not for those who own all its items"), this);
    connect(m_once, &QCheckBox::clicked, this,
        [this](bool on) { change([&](model::Offer& o) { o.once = on; }); });
    page->addWidget(m_once);
    page->addWidget(makeLine(this));
    page->addWidget(new SectionHeader(tr("Because"), {}, this));
    m_because = new ExpressionEdit(this);
    m_because->setName(tr("Because"));
    connect(m_because, &ExpressionEdit::committed, this,
        [this](const QString& text) { change([&](model::Offer& o) { o.because = ss(text); }); });
    page->addWidget(m_because);
    m_preview = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true, this);
    page->addWidget(m_preview);
    connect(m_because, &ExpressionEdit::edited, this, [this](const QString& text) {
        const auto draft = m_session->draft();
        const model::Offer* offer = find(*draft);
        const QString shown
            = offer ? becausePreview(text, *offer, *draft, *m_session->catalogue()) : QString();
        m_preview->setText(shown.isEmpty()
                ? tr("What the customer reads: nothing yet. Type { to insert a name.")
                : tr("For example: “%1”").arg(shown));
    });
}

void OfferEditor::fillConditions(const model::Offer& offer)
{
    const auto draft = m_session->draft();
    const ExpressionContext condition = expressionContext(*draft, expr::Place::Offer);
    const auto set = [&](ExpressionEdit* edit, const ExpressionContext& context, const std::string& text) {
        edit->setText(qs(text), qs(offer.id));
        edit->setContext(context);
    };
    set(m_when, condition, offer.when);
    set(m_trigger, condition, offer.trigger);
    set(m_propensity, expressionContext(*draft, expr::Place::Offer, expr::Kind::Double), offer.propensity);
    set(m_because, becauseContext(*draft), offer.because);
    m_once->setChecked(offer.once);
    m_priority->setValue(int(offer.priority));
    m_successor->setText(offer.replacedBy.empty() ? tr("Nobody") : offerName(*draft, offer.replacedBy));
}

void OfferEditor::buildEnd(QVBoxLayout* page)
{
    page->addWidget(new SectionHeader(tr("Order and succession"), {}, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space3);
    m_priority = new QSpinBox(this);
    m_priority->setRange(0, 100'000);
    m_priority->setKeyboardTracking(false);
    m_priority->setToolTip(tr("At equal score the smaller number goes first"));
    connect(m_priority, &QSpinBox::valueChanged, this,
        [this](int value) { change([&](model::Offer& o) { o.priority = value; }); });
    row->addWidget(labelled(tr("Priority"), m_priority, this));
    m_successor = makeButton({}, ButtonKind::Normal, {}, this);
    connect(m_successor, &QPushButton::clicked, this, [this] {
        const auto draft = m_session->draft();
        auto picks = offerPicks(*draft, [this](const model::Offer& o) { return o.id != m_id; });
        picks.insert(picks.begin(), PickItem { {}, tr("Nobody"), {}, {} });
        auto* popup = new PickPopup(m_successor, tr("Search offers"), picks);
        connect(popup, &PickPopup::picked, this,
            [this](const QString& id) { change([&](model::Offer& o) { o.replacedBy = ss(id); }); });
    });
    row->addWidget(labelled(tr("Replaced by"), m_successor, this), 1);
    page->addLayout(row);
}

}
