// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/offer_editor.h"

#include "ui/offers/offer_change.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/enum_combo.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>

namespace ow::ui {

OfferEditor::OfferEditor(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    QVBoxLayout* page = panelColumn(this);
    page->setSpacing(Size::Space3);
    buildBasics(page);
    page->addWidget(makeLine(this));
    buildItems(page);
    page->addWidget(makeLine(this));
    buildPrice(page);
    page->addWidget(makeLine(this));
    buildPlacements(page);
    page->addWidget(makeLine(this));
    buildConditions(page);
    page->addWidget(makeLine(this));
    buildEnd(page);
    page->addStretch();
}

const model::Offer* OfferEditor::find(const model::Draft& draft) const
{
    const auto found = std::ranges::find(draft.policy.offers, m_id, &model::Offer::id);
    return found == draft.policy.offers.end() ? nullptr : &*found;
}

void OfferEditor::change(const std::function<void(model::Offer&)>& edit)
{
    if (m_filling)
        return;
    const auto draft = m_session->draft(); // holds the offer while the session moves on
    const model::Offer* before = find(*draft);
    if (!before)
        return;
    model::Offer after = *before;
    edit(after);
    if (after != *before)
        m_session->apply(changeOffer(*before, after, *draft));
}

bool OfferEditor::showOffer(const std::string& id)
{
    m_id = id;
    const auto draft = m_session->draft();
    const model::Offer* offer = find(*draft);
    if (!offer)
        return false;
    m_filling = true;
    fillBasics(*offer);
    fillItems(*offer);
    fillPrice(*offer);
    fillPlacements(*offer);
    fillConditions(*offer);
    m_filling = false;
    setEnabled(m_session->isEditable());
    return true;
}

void OfferEditor::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void OfferEditor::buildBasics(QVBoxLayout* page)
{
    m_name = new CommitLine(this);
    m_name->setFont(textFont(TextSize::CardTitle, QFont::DemiBold));
    connect(m_name, &CommitLine::committed, this,
        [this](const QString& text) { change([&](model::Offer& o) { o.name = ss(text); }); });
    page->addWidget(labelled(tr("Name"), m_name, this));
    m_status = enumCombo<model::OfferStatus>(model::OfferStatus::Retired, this);
    m_kind = enumCombo<model::OfferKind>(model::OfferKind::Upgrade, this);
    m_role = enumCombo<model::Role>(model::Role::Expand, this);
    m_mission = enumCombo<model::Mission>(model::Mission::Replenish, this);
    m_tier = enumCombo<model::Tier>(model::Tier::Pro, this);
    auto* first = new QHBoxLayout;
    first->setSpacing(Size::Space2);
    first->addWidget(labelled(tr("Status"), m_status, this));
    first->addWidget(labelled(tr("Kind"), m_kind, this));
    first->addWidget(labelled(tr("Role"), m_role, this));
    page->addLayout(first);
    auto* second = new QHBoxLayout;
    second->setSpacing(Size::Space2);
    second->addWidget(labelled(tr("Mission"), m_mission, this));
    second->addWidget(labelled(tr("Tier"), m_tier, this));
    m_term = new CommitLine(this);
    m_term->setPlaceholderText(tr("e.g. month"));
    second->addWidget(labelled(tr("Term"), m_term, this));
    page->addLayout(second);
    const auto set = [this](QComboBox* combo, auto field) {
        connect(combo, &QComboBox::activated, this, [this, combo, field](int) {
            change([&](model::Offer& o) {
                o.*field
                    = static_cast<std::remove_reference_t<decltype(o.*field)>>(combo->currentData().toInt());
            });
        });
    };
    set(m_status, &model::Offer::status);
    set(m_kind, &model::Offer::kind);
    set(m_role, &model::Offer::role);
    set(m_mission, &model::Offer::mission);
    set(m_tier, &model::Offer::tier);
    connect(m_term, &CommitLine::committed, this,
        [this](const QString& text) { change([&](model::Offer& o) { o.term = ss(text); }); });
}

void OfferEditor::fillBasics(const model::Offer& offer)
{
    m_name->setCommitted(qs(offer.name));
    m_term->setCommitted(qs(offer.term));
    chooseEnum(m_status, offer.status);
    chooseEnum(m_kind, offer.kind);
    chooseEnum(m_role, offer.role);
    chooseEnum(m_mission, offer.mission);
    chooseEnum(m_tier, offer.tier);
}

}
