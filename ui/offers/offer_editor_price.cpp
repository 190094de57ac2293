// SPDX-License-Identifier: GPL-3.0-or-later
#include "price/guardrail.h"
#include "ui/offers/money_input.h"
#include "ui/offers/offer_editor.h"
#include "ui/offers/optional_day.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/section_header.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <algorithm>

namespace ow::ui {

namespace {

void emptyFlow(FlowLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

Chip* badge(const price::GuardrailCheck& check, QWidget* parent)
{
    using Check = price::GuardrailCheck;
    const bool margin = check.which == Check::Which::MinMargin;
    const QString limit = percentText(check.limitBp);
    const QString actual = percentText(check.actualBp);
    switch (check.verdict) {
    case Check::Verdict::Holds:
        return new Chip(margin ? OfferEditor::tr("Margin %1, at least %2").arg(actual, limit)
                               : OfferEditor::tr("Discount %1, at most %2").arg(actual, limit),
            Tone::Good, parent);
    case Check::Verdict::Broken:
        return new Chip(margin ? OfferEditor::tr("Margin %1, below %2").arg(actual, limit)
                               : OfferEditor::tr("Discount %1, over %2").arg(actual, limit),
            Tone::Bad, parent);
    case Check::Verdict::Depends:
        return new Chip(OfferEditor::tr("Margin %1; %2 is judged over the cart").arg(actual, limit),
            Tone::Caution, parent);
    case Check::Verdict::Exempt:
        return new Chip(OfferEditor::tr("Services are free of the discount limit"), parent);
    }
    return nullptr;
}

}

void OfferEditor::buildPrice(QVBoxLayout* page)
{
    page->addWidget(new SectionHeader(tr("Price"), {}, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space3);
    m_price = new CommitLine(this);
    m_price->setFixedWidth(120);
    m_price->setAccessibleName(tr("Price"));
    row->addWidget(m_price);
    m_figures = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true, this);
    row->addWidget(m_figures, 1);
    page->addLayout(row);
    m_priceProblem = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Bad, true, this);
    m_priceProblem->hide();
    page->addWidget(m_priceProblem);
    m_badgeBox = new QWidget(this);
    m_badges = new FlowLayout(Size::Space1, m_badgeBox);
    m_badges->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_badgeBox);
    m_lowest = makeButton({}, ButtonKind::Link, {}, this);
    page->addWidget(m_lowest, 0, Qt::AlignLeft);
    m_underPrice = new QVBoxLayout;
    page->addLayout(m_underPrice);
    connect(m_price, &CommitLine::committed, this, [this](const QString& text) {
        const std::string& currency = m_session->draft()->policy.currency;
        const auto money = readMoney(text, currency);
        m_priceProblem->setVisible(!money);
        if (!money)
            m_priceProblem->setText(tr("“%1” is no price. Type an amount like %2.")
                                        .arg(text, qs(formatMoney({ 19900 }, currency))));
        else
            change([&](model::Offer& o) { o.price = *money; });
    });
    connect(m_lowest, &QPushButton::clicked, this,
        [this] { change([&](model::Offer& o) { o.price = { m_lowest->property("minor").toLongLong() }; }); });
}

void OfferEditor::fillPrice(const model::Offer& offer)
{
    const auto draft = m_session->draft();
    const model::Policy& policy = draft->policy;
    const price::OfferPrice numbers = price::priceOf(offer, *m_session->catalogue());
    const auto amount = [&](Money m) { return qs(formatMoney(m, policy.currency)); };
    m_priceProblem->hide();
    m_price->setCommitted(amount(offer.price));
    QStringList figures;
    if (!offer.items.empty())
        figures << tr("list %1").arg(amount(numbers.listPrice));
    if (numbers.discountBp > 0)
        figures << tr("discount %1").arg(percentText(numbers.discountBp));
    figures << tr("cost %1").arg(amount(numbers.cost))
            << tr("margin %1 (%2)").arg(amount(numbers.margin), percentText(numbers.marginBp));
    m_figures->setText(figures.join(QStringLiteral(" · ")));

    emptyFlow(m_badges);
    bool broken = false;
    for (const price::GuardrailCheck& check :
        price::checkGuardrails(numbers, offer.kind, policy.guardrails)) {
        m_badges->addWidget(badge(check, m_badgeBox));
        broken = broken || check.verdict == price::GuardrailCheck::Verdict::Broken;
    }
    m_badgeBox->setVisible(m_badges->count() > 0);
    m_badgeBox->updateGeometry();
    const auto lowest = price::lowestPrice(numbers, offer.kind, policy.guardrails);
    m_lowest->setVisible(broken && lowest.has_value());
    if (lowest) {
        m_lowest->setText(tr("Set the lowest price that holds: %1").arg(amount(*lowest)));
        m_lowest->setProperty("minor", qlonglong(lowest->minor));
    }
}

void OfferEditor::buildPlacements(QVBoxLayout* page)
{
    page->addWidget(new SectionHeader(tr("Where and when it may be shown"), {}, this));
    auto* box = new QWidget(this);
    m_placements = new FlowLayout(Size::Space3, box);
    m_placements->setContentsMargins(0, 0, 0, 0);
    page->addWidget(box);
    m_placementNote = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Caution, true, this);
    page->addWidget(m_placementNote);
    auto* days = new QHBoxLayout;
    days->setSpacing(Size::Space4);
    m_from = new OptionalDay(tr("From"), this);
    m_until = new OptionalDay(tr("Ends before"), this);
    days->addWidget(m_from);
    days->addWidget(m_until);
    days->addStretch();
    page->addLayout(days);
    connect(m_from, &OptionalDay::changed, this,
        [this](std::optional<Timestamp> day) { change([&](model::Offer& o) { o.validFrom = day; }); });
    connect(m_until, &OptionalDay::changed, this,
        [this](std::optional<Timestamp> day) { change([&](model::Offer& o) { o.validUntil = day; }); });
}

void OfferEditor::fillPlacements(const model::Offer& offer)
{
    const auto draft = m_session->draft();
    emptyFlow(m_placements);
    bool lowIntent = false;
    for (const model::Placement& placement : draft->policy.placements) {
        auto* box = new QCheckBox(titleOf(*draft, placement.id), this);
        const std::string id = placement.id;
        const bool on = std::ranges::find(offer.placements, id) != offer.placements.end();
        lowIntent = lowIntent || (on && !placement.highIntent);
        box->setChecked(on);
        connect(box, &QCheckBox::clicked, this, [this, id](bool checked) {
            change([&](model::Offer& o) {
                std::erase(o.placements, id);
                if (checked)
                    o.placements.push_back(id);
            });
        });
        m_placements->addWidget(box);
    }
    const bool bundle = offer.kind == model::OfferKind::Bundle;
    m_placementNote->setText(offer.placements.empty() ? tr("Without a placement it is never shown.")
                                                      : tr("A bundle is shown only where intent is high."));
    m_placementNote->setVisible(offer.placements.empty() || (bundle && lowIntent));
    m_from->setDay(offer.validFrom, draft->policy.timezone);
    m_until->setDay(offer.validUntil, draft->policy.timezone);
}

}
