// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/offer_editor.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/section_header.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QSpinBox>

#include <algorithm>

namespace ow::ui {

void OfferEditor::buildItems(QVBoxLayout* page)
{
    auto* head = new SectionHeader(tr("Items"), {}, this);
    auto* add = makeButton(tr("Add item"), ButtonKind::Flat, QStringLiteral("plus"), this);
    head->addTool(add);
    page->addWidget(head);
    m_items = new QVBoxLayout;
    m_items->setSpacing(Size::Space1);
    page->addLayout(m_items);
    connect(add, &QPushButton::clicked, this, [this, add] {
        const auto picks = productPicks(*m_session->catalogue(), m_session->draft()->policy.currency);
        if (picks.empty()) {
            m_session->notify(
                Tone::Info, tr("The catalogue is empty. Import products on the Data screen first."));
            return;
        }
        auto* popup = new PickPopup(add, tr("Search products"), picks);
        connect(popup, &PickPopup::picked, this, [this](const QString& sku) {
            change([&](model::Offer& o) {
                const auto item = std::ranges::find(o.items, ss(sku), &model::OfferItem::sku);
                if (item == o.items.end())
                    o.items.push_back({ ss(sku), 1 });
                else
                    ++item->qty;
            });
        });
    });
}

void OfferEditor::fillItems(const model::Offer& offer)
{
    clearLayout(m_items);
    for (const model::OfferItem& item : offer.items)
        m_items->addWidget(itemRow(offer, item));
    if (offer.items.empty())
        m_items->addWidget(makeLabel(offer.kind == model::OfferKind::Service
                ? tr("A service may stand alone. Add a product where it comes with one.")
                : tr("Add what the customer gets: list price, cost and margin follow from it."),
            TextSize::Body, QFont::Normal, Ink::Muted, true));
}

QWidget* OfferEditor::itemRow(const model::Offer& offer, const model::OfferItem& item)
{
    const auto catalogue = m_session->catalogue();
    const model::Product* product = catalogue->find(item.sku);
    const std::string sku = item.sku;
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Size::Space2);
    auto* qty = new QSpinBox(row);
    qty->setRange(1, 999);
    qty->setSuffix(QStringLiteral(" ×"));
    qty->setKeyboardTracking(false);
    qty->setValue(int(std::clamp<std::int64_t>(item.qty, 1, 999)));
    qty->setFixedWidth(72);
    qty->setAccessibleName(tr("Pieces of %1").arg(qs(sku)));
    connect(qty, &QSpinBox::valueChanged, this, [this, sku](int n) {
        change([&](model::Offer& o) {
            const auto found = std::ranges::find(o.items, sku, &model::OfferItem::sku);
            if (found != o.items.end())
                found->qty = n;
        });
    });
    line->addWidget(qty);
    auto* name
        = new ElidedLabel(product ? qs(product->title) : tr("%1 is not in the catalogue").arg(qs(sku)), row);
    if (!product)
        setInk(name, Ink::Bad);
    name->setToolTip(qs(sku));
    line->addWidget(name, 1);
    if (product)
        line->addWidget(
            makeLabel(qs(formatMoney(product->price * item.qty, m_session->draft()->policy.currency)),
                TextSize::Body, QFont::Normal, Ink::Muted, false, row));
    if (offer.kind == model::OfferKind::Bundle) {
        auto* anchor = new QCheckBox(tr("Full price"), row);
        anchor->setToolTip(
            tr("The anchor stays at full price: the discount belongs to the rest of the bundle"));
        anchor->setChecked(std::ranges::find(offer.anchors, sku) != offer.anchors.end());
        connect(anchor, &QCheckBox::clicked, this, [this, sku](bool on) {
            change([&](model::Offer& o) {
                std::erase(o.anchors, sku);
                if (on)
                    o.anchors.push_back(sku);
            });
        });
        line->addWidget(anchor);
    }
    auto* out = makeIconButton(QStringLiteral("x"), tr("Take out"), row);
    connect(out, &QToolButton::clicked, this, [this, sku] {
        change([&](model::Offer& o) {
            std::erase_if(o.items, [&](const model::OfferItem& i) { return i.sku == sku; });
            std::erase(o.anchors, sku);
        });
    });
    line->addWidget(out);
    return row;
}

}
