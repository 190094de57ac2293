// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/offers/offers_screen.h"

#include "price/ladder.h"
#include "ui/offers/library_model.h"
#include "ui/offers/offer_change.h"
#include "ui/offers/offer_editor.h"
#include "ui/offers/offer_library.h"
#include "ui/offers/offer_panel.h"
#include "ui/offers/price_ladder.h"
#include "ui/offers/waterfall.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

namespace ow::ui {

namespace {
constexpr int BesideFrom = 1080; // narrower, the ladder stands below the editor
constexpr int LibraryWidth = 252;
}

OffersScreen::OffersScreen(QWidget* parent)
    : Screen(parent)
{
    buildActions();
}

void OffersScreen::setSession(Session* session)
{
    m_session = session;
    build();
    connect(session, &Session::projectOpened, this, &OffersScreen::refresh);
    connect(session, &Session::projectClosed, this, &OffersScreen::refresh);
    connect(session, &Session::draftChanged, this, &OffersScreen::refresh);
    connect(session, &Session::selectionChanged, this, &OffersScreen::follow);
    refresh();
}

void OffersScreen::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_stack = new QStackedWidget(this);
    row->addWidget(m_stack);
    auto* page = new QWidget(this);
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    m_library = new OfferLibrary(page);
    m_library->setFixedWidth(LibraryWidth);
    columns->addWidget(m_library);
    auto* line = makeLine(page);
    line->setFixedSize(1, QWIDGETSIZE_MAX);
    line->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    columns->addWidget(line);
    m_editor = new OfferEditor(m_session, page);
    columns->addWidget(m_editor, 5);
    m_beside = new QWidget(page);
    m_besideColumn = panelColumn(m_beside);
    columns->addWidget(m_beside, 4);
    m_prices = buildPrices();
    m_besideColumn->addWidget(m_prices);
    m_besideColumn->addStretch();
    m_stack->addWidget(page);
    m_empty = new EmptyState(QStringLiteral("offers"), tr("No offers yet"),
        tr("An offer is one relevant thing to suggest: a single add-on, a bundle, a service or an upgrade."),
        this);
    connect(m_empty->addButton(tr("Make the first offer"), true), &QPushButton::clicked, this,
        [this] { add(model::OfferKind::Single); });
    m_stack->addWidget(m_empty);
    m_panel = new OfferPanel(m_session, this);
    m_panel->hide();

    connect(m_library, &OfferLibrary::chosen, this,
        [this](const QString& id) { m_session->select(Selection::of("offer", ss(id))); });
    connect(m_library, &OfferLibrary::newRequested, this, &OffersScreen::add);
    connect(m_library, &OfferLibrary::copyRequested, this, &OffersScreen::duplicate);
    connect(m_library, &OfferLibrary::removeRequested, this, &OffersScreen::remove);
    connect(m_ladder, &PriceLadder::offerChosen, this,
        [this](const QString& id) { m_session->select(Selection::of("offer", ss(id))); });
    connect(m_ladder, &PriceLadder::tierRequested, this, &OffersScreen::addTier);
}

QWidget* OffersScreen::buildPrices()
{
    auto* panel = new QWidget(this);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space3);
    column->addWidget(makeLabel(tr("Price ladder"), TextSize::CardTitle, QFont::DemiBold));
    m_ladderNote = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true, panel);
    column->addWidget(m_ladderNote);
    m_ladder = new PriceLadder(panel);
    column->addWidget(m_ladder);
    column->addSpacing(Size::Space2);
    column->addWidget(makeLabel(tr("From list price to margin"), TextSize::CardTitle, QFont::DemiBold));
    m_waterfall = new Waterfall(panel);
    column->addWidget(m_waterfall);
    m_cutNote = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true, panel);
    column->addWidget(m_cutNote);
    return panel;
}

void OffersScreen::buildActions()
{
    const auto action = [this](const QString& title, QKeySequence keys, auto fn) {
        auto* a = new QAction(title, this);
        a->setShortcut(keys);
        a->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(a, &QAction::triggered, this, fn);
        addAction(a);
    };
    action(tr("New offer"), {}, [this] { add(model::OfferKind::Single); });
    action(tr("New bundle"), {}, [this] { add(model::OfferKind::Bundle); });
    action(tr("Duplicate this offer"), {}, [this] { duplicate(); });
    action(tr("Delete this offer"), {}, [this] { remove(); });
}

void OffersScreen::activate()
{
    follow();
    m_library->list()->setFocus();
}

std::string OffersScreen::firstShown() const
{
    const auto& offers = m_session->draft()->policy.offers;
    return offers.empty() ? std::string() : offers.front().id;
}

void OffersScreen::refresh()
{
    const auto draft = m_session->draft();
    m_library->setDraft(draft);
    m_stack->setCurrentIndex(draft->policy.offers.empty() ? 1 : 0);
    if (std::ranges::find(draft->policy.offers, m_current, &model::Offer::id) == draft->policy.offers.end())
        m_current = firstShown();
    open(m_current);
}

void OffersScreen::follow()
{
    const Selection& selection = m_session->selection();
    if (selection.kind == Selection::Kind::Object && selection.object.kind == "offer"
        && selection.object.id != m_current)
        open(selection.object.id);
    inspector();
}

QWidget* OffersScreen::inspector()
{
    const Selection& selection = m_session->selection();
    const bool other = selection.kind == Selection::Kind::Object && selection.object.kind != "offer";
    if (m_current.empty() || other)
        return nullptr;
    m_panel->showOffer(m_current);
    return m_panel;
}

void OffersScreen::open(const std::string& id)
{
    m_current = id;
    m_library->setCurrent(id);
    if (id.empty() || !m_editor->showOffer(id))
        return;
    fillPrices();
    m_panel->showOffer(id);
}

void OffersScreen::fillPrices()
{
    const auto draft = m_session->draft();
    const auto catalogue = m_session->catalogue();
    const auto& offers = draft->policy.offers;
    const auto offer = std::ranges::find(offers, m_current, &model::Offer::id);
    if (offer == offers.end())
        return;
    auto ladder = price::ladderOf(m_current, draft->policy, *catalogue);
    const bool has = ladder.has_value();
    m_ladderNote->setVisible(!has);
    m_ladderNote->setText(
        tr("Give the offer a tier, and it stands beside the others of its kind: starter, advanced, pro."));
    m_ladder->setVisible(has);
    m_ladder->setLadder(std::move(ladder), m_current, draft->policy.currency);
    const price::OfferPrice numbers = price::priceOf(*offer, *catalogue);
    std::optional<Money> lowest = price::lowestPrice(numbers, offer->kind, draft->policy.guardrails);
    if (price::checkGuardrails(numbers, offer->kind, draft->policy.guardrails).empty())
        lowest.reset();
    m_waterfall->setPrice(numbers, lowest, draft->policy.currency);
    m_cutNote->setVisible(lowest && lowest->minor > 0);
    if (lowest)
        m_cutNote->setText(tr("The red line is where the guardrails cut: no price below %1.")
                               .arg(qs(formatMoney(*lowest, draft->policy.currency))));
}

void OffersScreen::add(model::OfferKind kind)
{
    const model::Offer offer
        = newOffer(tr("New %1").arg(word(kind)).toStdString(), kind, *m_session->draft());
    if (!m_session->apply(addOffer(offer)))
        return;
    m_session->select(Selection::of("offer", offer.id));
    m_editor->focusName();
}

void OffersScreen::duplicate()
{
    const auto draft = m_session->draft();
    const auto& offers = draft->policy.offers;
    const auto offer = std::ranges::find(offers, m_current, &model::Offer::id);
    if (offer == offers.end())
        return;
    const model::Offer copy = copyOfOffer(*offer, *draft);
    if (m_session->apply(addOffer(copy)))
        m_session->select(Selection::of("offer", copy.id));
}

void OffersScreen::remove()
{
    if (m_current.empty() || !m_session->isEditable())
        return;
    const auto draft = m_session->draft();
    // The neighbour takes its place, so that one can go on deleting or reading.
    const auto& offers = draft->policy.offers;
    const auto at = std::ranges::find(offers, m_current, &model::Offer::id) - offers.begin();
    const std::string next = std::size_t(at + 1) < offers.size() ? offers[std::size_t(at + 1)].id
        : at > 0                                                 ? offers[std::size_t(at - 1)].id
                                                                 : std::string();
    if (m_session->apply(removeOffer(m_current, *draft)) && !next.empty())
        m_session->select(Selection::of("offer", next));
}

void OffersScreen::addTier(model::Tier tier)
{
    const auto draft = m_session->draft();
    const auto& offers = draft->policy.offers;
    const auto offer = std::ranges::find(offers, m_current, &model::Offer::id);
    if (offer == offers.end())
        return;
    model::Offer rung = copyOfOffer(*offer, *draft);
    rung.tier = tier;
    rung.name = tr("%1 %2").arg(qs(offer->name), word(tier)).toStdString();
    if (m_session->apply(addOffer(rung)))
        m_session->select(Selection::of("offer", rung.id));
}

void OffersScreen::resizeEvent(QResizeEvent* event)
{
    Screen::resizeEvent(event);
    if (!m_prices)
        return;
    const bool beside = width() >= BesideFrom;
    if (m_beside->isVisibleTo(this) == beside && m_prices->parentWidget() != nullptr && m_placed)
        return;
    m_placed = true;
    m_beside->setVisible(beside);
    if (beside)
        m_besideColumn->insertWidget(0, m_prices);
    else
        m_editor->underPrice()->addWidget(m_prices);
}

}
