// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/offer_panel.h"

#include "ui/offers/because_preview.h"
#include "ui/offers/offer_change.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>

#include <algorithm>

namespace ow::ui {

OfferPanel::OfferPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    QVBoxLayout* column = panelColumn(this);
    m_title = makeLabel({}, TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true, this);
    m_kind = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true, this);
    m_because = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true, this);
    m_items = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true, this);
    column->addWidget(m_title);
    column->addWidget(m_kind);
    column->addSpacing(Size::Space2);
    column->addWidget(labelled(tr("Because, for example"), m_because, this));
    column->addSpacing(Size::Space1);
    column->addWidget(labelled(tr("What is in it"), m_items, this));
    column->addSpacing(Size::Space2);
    column->addWidget(makeLabel(tr("Where it is used"), TextSize::Body, QFont::DemiBold));
    m_uses = new QVBoxLayout;
    m_uses->setSpacing(Size::Space1);
    column->addLayout(m_uses);
    column->addStretch();
}

void OfferPanel::showOffer(const std::string& id)
{
    const auto draft = m_session->draft();
    const auto catalogue = m_session->catalogue();
    const auto offer = std::ranges::find(draft->policy.offers, id, &model::Offer::id);
    if (offer == draft->policy.offers.end())
        return;
    m_title->setText(offerName(*draft, id));
    QStringList kind { word(offer->status), word(offer->kind), word(offer->role) };
    if (offer->mission != model::Mission::None)
        kind << word(offer->mission);
    if (offer->tier != model::Tier::None)
        kind << word(offer->tier);
    m_kind->setText(kind.join(QStringLiteral(" · ")) + QStringLiteral(" · ") + qs(id));
    const QString because = becausePreview(qs(offer->because), *offer, *draft, *catalogue);
    m_because->setText(because.isEmpty() ? tr("It cannot say why yet.") : because);
    QStringList items;
    for (const model::OfferItem& item : offer->items) {
        const model::Product* product = catalogue->find(item.sku);
        items << (item.qty == 1 ? QString() : QStringLiteral("%1 × ").arg(item.qty))
                + (product ? qs(product->title) : qs(item.sku));
    }
    m_items->setText(items.isEmpty() ? tr("No products") : items.join(QLatin1Char('\n')));
    fillUses(id);
}

void OfferPanel::fillUses(const std::string& id)
{
    clearLayout(m_uses);
    const auto uses = usesOfOffer(id, *m_session->draft());
    for (const OfferUse& use : uses) {
        auto* link = makeButton(use.text, ButtonKind::Link, {}, this);
        connect(link, &QPushButton::clicked, this, [this, use] {
            const ObjectInfo info = objectInfo(*m_session->draft(), { use.objectKind, use.objectId });
            m_session->show(info.screen, Selection::of(use.objectKind, use.objectId));
        });
        m_uses->addWidget(link, 0, Qt::AlignLeft);
    }
    if (uses.empty())
        m_uses->addWidget(
            makeLabel(tr("Nowhere yet. Put it into a cell of the need-state matrix, or give it a trigger."),
                TextSize::Body, QFont::Normal, Ink::Muted, true));
}

}
