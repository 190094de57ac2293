// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/needs/cell_panel.h"

#include "ui/needs/cell_change.h"
#include "ui/offers/because_preview.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/role_dot.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QDoubleSpinBox>
#include <QLabel>

#include <algorithm>

namespace ow::ui {

CellPanel::CellPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    QVBoxLayout* column = panelColumn(this);
    column->setSpacing(Size::Space2);
    m_title = makeLabel({}, TextSize::CardTitle, QFont::DemiBold, Ink::Normal, true, this);
    m_where = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true, this);
    column->addWidget(m_title);
    column->addWidget(m_where);
    column->addSpacing(Size::Space2);
    column->addWidget(makeLabel(tr("Offers, best first"), TextSize::Body, QFont::DemiBold));
    m_offers = new QVBoxLayout;
    m_offers->setSpacing(Size::Space1);
    column->addLayout(m_offers);
    m_add = makeButton(tr("Add offer"), ButtonKind::Normal, QStringLiteral("plus"), this);
    connect(m_add, &QPushButton::clicked, this, [this] {
        auto* popup = new PickPopup(
            m_add, tr("Search offers"), offerPicks(*m_session->draft(), [this](const auto& o) {
                const model::Cell c = cell();
                return std::ranges::find(c.offers, o.id, &model::CellOffer::offer) == c.offers.end();
            }));
        connect(popup, &PickPopup::picked, this, [this](const QString& id) {
            model::Cell after = cell();
            after.offers.push_back({ ss(id), after.offers.empty() ? 1.0 : 0.6 });
            change(after);
        });
    });
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addSpacing(Size::Space2);
    m_benefit = new CommitText(3, this);
    m_benefit->setPlaceholderText(tr("What the customer gets out of it, in their words"));
    connect(m_benefit, &CommitText::committed, this, [this](const QString& text) {
        model::Cell after = cell();
        after.benefit = ss(text);
        change(after);
    });
    column->addWidget(labelled(tr("Benefit"), m_benefit, this));
    m_because = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true, this);
    column->addWidget(labelled(tr("Because, as the first offer says it"), m_because, this));
    column->addSpacing(Size::Space2);
    column->addWidget(makeLabel(tr("Evidence"), TextSize::Body, QFont::DemiBold));
    m_evidence = new QVBoxLayout;
    m_evidence->setSpacing(Size::Space2);
    column->addLayout(m_evidence);
    column->addStretch();
}

model::Cell CellPanel::cell() const { return cellOf(*m_session->draft(), m_stage, m_motivation); }

void CellPanel::showCell(
    const std::string& stage, const std::string& motivation, std::int64_t customers, std::int64_t all)
{
    m_stage = stage;
    m_motivation = motivation;
    const auto draft = m_session->draft();
    m_title->setText(cellTitle(*draft, stage, motivation));
    m_where->setText(all > 0
            ? tr("%1 of %2 customers are here now (%3)")
                  .arg(count(customers), count(all), percent(double(customers) / double(all)))
            : QString());
    m_where->setVisible(all > 0);
    const model::Cell now = cell();
    fillOffers(now);
    m_benefit->setCommitted(qs(now.benefit));
    fillBecause(now);
    fillEvidence();
    setEnabled(m_session->isEditable());
}

void CellPanel::fillOffers(const model::Cell& now)
{
    clearLayout(m_offers);
    for (int place = 0; place < int(now.offers.size()); ++place)
        m_offers->addWidget(offerRow(now, place));
    if (now.offers.empty())
        m_offers->addWidget(
            makeLabel(tr("Nothing is offered here yet. Pick the one most logical offer; what is added "
                         "after it becomes a fallback."),
                TextSize::Body, QFont::Normal, Ink::Muted, true));
}

QWidget* CellPanel::offerRow(const model::Cell& now, int place)
{
    const model::CellOffer& entry = now.offers[std::size_t(place)];
    const auto draft = m_session->draft();
    const auto offer = std::ranges::find(draft->policy.offers, entry.offer, &model::Offer::id);
    auto* row = new QWidget(this);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    auto* dot = new RoleDot(offer == draft->policy.offers.end() ? model::Role::None : offer->role, row);
    line->addWidget(dot);
    auto* name = new ElidedLabel(offerName(*draft, entry.offer), row);
    name->setFont(textFont(TextSize::Body, place == 0 ? QFont::DemiBold : QFont::Normal));
    line->addWidget(name, 1);
    auto* fit = new QDoubleSpinBox(row);
    fit->setRange(0, 1);
    fit->setSingleStep(0.1);
    fit->setDecimals(2);
    fit->setKeyboardTracking(false);
    fit->setValue(entry.fit);
    fit->setFixedWidth(74);
    fit->setToolTip(tr("Fit: how well it suits this need, 0 to 1"));
    fit->setAccessibleName(tr("Fit of %1").arg(name->fullText()));
    connect(fit, &QDoubleSpinBox::valueChanged, this, [this, place](double value) {
        model::Cell after = cell();
        if (std::size_t(place) >= after.offers.size())
            return;
        after.offers[std::size_t(place)].fit = value;
        change(after);
    });
    line->addWidget(fit);
    auto* up = makeIconButton(QStringLiteral("chevron-up"), tr("Earlier"), row);
    up->setEnabled(place > 0);
    connect(up, &QToolButton::clicked, this, [this, place] { moveOffer(place, place - 1); });
    line->addWidget(up);
    auto* out = makeIconButton(QStringLiteral("x"), tr("Take out"), row);
    connect(out, &QToolButton::clicked, this, [this, place] {
        model::Cell after = cell();
        after.offers.erase(after.offers.begin() + place);
        change(after);
    });
    line->addWidget(out);
    return row;
}

void CellPanel::moveOffer(int from, int to)
{
    model::Cell after = cell();
    std::swap(after.offers.at(std::size_t(from)), after.offers.at(std::size_t(to)));
    change(after);
}

void CellPanel::pickOffer(QWidget* anchor)
{
    auto* popup = new PickPopup(anchor, tr("Search offers"), offerPicks(*m_session->draft()));
    connect(popup, &PickPopup::picked, this, [this](const QString& id) {
        m_session->apply(placeOffer(*m_session->draft(), m_stage, m_motivation, ss(id)));
    });
}

void CellPanel::fillBecause(const model::Cell& now)
{
    const auto draft = m_session->draft();
    const auto& offers = draft->policy.offers;
    const auto first = now.offers.empty()
        ? offers.end()
        : std::ranges::find(offers, now.offers.front().offer, &model::Offer::id);
    const QString text = first == offers.end()
        ? QString()
        : becausePreview(qs(first->because), *first, *draft, *m_session->catalogue());
    m_because->setText(text.isEmpty() ? tr("No because yet") : text);
    m_because->parentWidget()->setVisible(first != offers.end());
}

void CellPanel::change(const model::Cell& after)
{
    const auto draft = m_session->draft();
    m_session->apply(changeCell(*draft, after, evidenceOf(*draft, m_stage, m_motivation)));
}

}
