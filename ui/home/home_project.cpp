// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_project.h"

#include "stats/proportion.h"
#include "store/bulk_reader.h"
#include "ui/home/next_step.h"
#include "ui/home/recent_projects.h"
#include "ui/shell/core_text.h"
#include "ui/shell/icons.h"
#include "ui/shell/screens.h"
#include "ui/shell/session.h"
#include "ui/shell/text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/kpi_tile.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/scroll_page.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
constexpr int PageWidth = 1120;
constexpr int ChangesShown = 6;
constexpr Duration Stale = days(30);

int errorsOf(const Session& session)
{
    return int(std::ranges::count(session.problems(), Problem::Severity::Error, &Problem::severity));
}
}

HomeProject::HomeProject(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    build();
    connect(session, &Session::draftChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(session, &Session::problemsChanged, this, [this] {
        if (!m_session->isOpen())
            return;
        showNextStep();
        showAttention();
    });
    connect(&Theme::instance(), &Theme::changed, this, &HomeProject::showAttention);
}

void HomeProject::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* page = new ScrollPage(PageWidth);
    outer->addWidget(page);
    QVBoxLayout* body = page->body();

    auto* head = new QVBoxLayout;
    head->setSpacing(2);
    m_name = makeLabel({}, TextSize::PageTitle, QFont::DemiBold);
    m_about = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted);
    head->addWidget(m_name);
    head->addWidget(m_about);
    body->addLayout(head);

    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(Size::Space4);
    m_customers = new KpiTile(tr("Customers"));
    m_accepted = new KpiTile(tr("Accepted when shown"));
    m_needs = new KpiTile(tr("Needs with an offer"));
    for (KpiTile* tile : { m_customers, m_accepted, m_needs })
        tiles->addWidget(tile, 1);
    body->addLayout(tiles);

    m_next = new Card(tr("Next step"));
    auto* nextRow = new QHBoxLayout;
    nextRow->setSpacing(Size::Space6);
    auto* nextText = new QVBoxLayout;
    nextText->setSpacing(Size::Space1);
    m_nextTitle = makeLabel({}, TextSize::Body, QFont::DemiBold);
    m_nextWhy = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    nextText->addWidget(m_nextTitle);
    nextText->addWidget(m_nextWhy);
    nextRow->addLayout(nextText, 1);
    m_nextButton = makeButton({}, ButtonKind::Primary);
    m_nextButton->setObjectName(u"nextStep"_s);
    nextRow->addWidget(m_nextButton, 0, Qt::AlignVCenter);
    m_next->body()->addLayout(nextRow);
    body->addWidget(m_next);
    connect(m_nextButton, &QPushButton::clicked, this, [this] { m_session->show(m_nextScreen); });

    auto* columns = new QHBoxLayout;
    columns->setSpacing(Size::Space4);
    m_attention = new Card(tr("Needs attention"));
    m_changes = new Card(tr("What changed last"));
    columns->addWidget(m_attention, 1);
    columns->addWidget(m_changes, 1);
    body->addLayout(columns);
    m_recent = new RecentProjects(m_session);
    body->addWidget(m_recent);
    body->addStretch(1);
}

void HomeProject::refresh()
{
    const model::Policy& policy = m_session->draft()->policy;
    m_name->setText(policy.name.empty() ? qs(m_session->project()->file().stem().string()) : qs(policy.name));
    showNumbers();
    showNextStep();
    showAttention();
    showChanges();
    m_recent->refresh();
    readFacts();
}

void HomeProject::readFacts()
{
    auto opened = m_session->project()->openReader();
    if (!opened)
        return;
    std::shared_ptr<store::BulkReader> reader = std::move(*opened);
    m_session->jobs().run<ProjectFacts>(
        u"home-facts"_s, tr("Reading the project"), this,
        [reader, draft = m_session->draft(), catalogue = m_session->catalogue()](
            const Progress& progress) { return projectFacts(*reader, *draft, *catalogue, progress); },
        [this](const ProjectFacts& facts) {
            m_facts = facts;
            if (!m_session->isOpen())
                return;
            showNumbers();
            showAttention();
        },
        true);
}

void HomeProject::showNumbers()
{
    const store::Counts& counts = m_session->counts();
    const model::Policy& policy = m_session->draft()->policy;
    m_about->setText(tr("%1 · %2 · prices in %3")
                         .arg(tr("%Ln products", nullptr, int(counts.products)),
                             tr("%Ln offers", nullptr, int(policy.offers.size())), qs(policy.currency)));
    const QString events = tr("%Ln events", nullptr, int(counts.events));
    m_customers->setValue(count(counts.customers));
    m_customers->setDetail(counts.events == 0 ? tr("No events yet: import orders or visits")
            : m_facts.dataEnd                 ? tr("%1, the last on %2").arg(events, day(*m_facts.dataEnd))
                                              : events);
    const stats::Proportion rate = stats::proportion({ m_facts.accepted, m_facts.shown, 0.95 });
    if (rate.ok() && rate.estimate && rate.lower && rate.upper) {
        m_accepted->setValue(percent(*rate.estimate),
            tr("95 % interval %1 to %2").arg(percent(*rate.lower, 2), percent(*rate.upper, 2)));
        m_accepted->setDetail(tr("± %1 points; %2 of %3 offers shown in the last four weeks of data")
                                  .arg(QLocale().toString((*rate.upper - *rate.lower) * 50, 'f', 1),
                                      count(m_facts.accepted), count(m_facts.shown)));
    } else {
        m_accepted->setMissing(counts.exposures == 0 ? tr("No offers were shown yet")
                                                     : tr("No offers shown in the last four weeks of data"));
    }
    m_needs->setValue(
        m_facts.allCells == 0 ? u"–"_s : tr("%1 of %2").arg(m_facts.filledCells).arg(m_facts.allCells));
    m_needs->setDetail(m_facts.allCells == 0 ? tr("The matrix has no stages and motivations yet")
                                             : tr("%Ln active offers", nullptr, int(m_facts.activeOffers)));
}

void HomeProject::showNextStep()
{
    const bool released = !m_session->project()->releases().empty();
    const NextStep step = nextStep(*m_session->draft(), m_session->counts(), released, errorsOf(*m_session));
    m_next->setVisible(!step.screen.isEmpty());
    m_nextScreen = step.screen;
    m_nextTitle->setText(step.title);
    m_nextWhy->setText(step.why);
    m_nextButton->setText(step.button);
}

void HomeProject::attention(const QString& iconName, const QColor& ink, const QString& text,
    const QString& link, std::function<void()> go)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 2, 0, 2);
    line->setSpacing(Size::Space2);
    auto* mark = new QLabel;
    mark->setPixmap(iconPixmap(iconName, Size::Icon, ink, devicePixelRatioF()));
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(makeLabel(text, TextSize::Body, QFont::Normal, Ink::Normal, true), 1);
    if (!link.isEmpty()) {
        auto* button = makeButton(link, ButtonKind::Link);
        connect(button, &QPushButton::clicked, this, std::move(go));
        line->addWidget(button, 0, Qt::AlignTop);
    }
    m_attention->body()->addWidget(row);
}

void HomeProject::showAttention()
{
    clearLayout(m_attention->body());
    if (!m_session->isOpen())
        return;
    const int errors = errorsOf(*m_session);
    const int others = int(m_session->problems().size()) - errors;
    const auto problems = [this] { m_session->ask(FrameCommand::ShowProblems); };
    const auto showData = [this] { m_session->show(u"data"_s); };
    const QString toData = findScreen(u"data"_s) ? tr("Open Data") : QString();
    if (errors > 0)
        attention(u"error"_s, colors().bad,
            tr("%Ln errors in the draft: it cannot be released", nullptr, errors), tr("Show"), problems);
    if (others > 0)
        attention(u"warning"_s, colors().caution, tr("%Ln warnings in the draft", nullptr, others),
            tr("Show"), problems);
    const store::Counts& counts = m_session->counts();
    if (counts.rejectedRows > 0)
        attention(u"warning"_s, colors().caution,
            tr("%Ln rows of your files could not be read", nullptr, int(counts.rejectedRows)), toData,
            showData);
    if (m_facts.withoutCost > 0)
        attention(u"info"_s, colors().muted,
            tr("%Ln products have no cost: their margin counts as the whole price", nullptr,
                int(m_facts.withoutCost)),
            toData, showData);
    if (m_facts.dataEnd && systemNow() - *m_facts.dataEnd > Stale)
        attention(u"clock"_s, colors().caution,
            tr("The data ends on %1: newer customers and orders are not in it").arg(day(*m_facts.dataEnd)),
            toData, showData);
    if (!m_session->draft()->policy.holdout && counts.products > 0)
        attention(u"warning"_s, colors().caution,
            tr("No holdout: without one nobody can say whether an offer helps"),
            findScreen(u"rules"_s) ? tr("Open Rules") : QString(), [this] { m_session->show(u"rules"_s); });
    if (m_attention->body()->count() == 0)
        attention(u"good"_s, colors().good,
            tr("Nothing: no problems, no rejected rows, and the data is fresh"), {}, {});
    m_attention->body()->addStretch(1);
}

void HomeProject::showChanges()
{
    clearLayout(m_changes->body());
    const Timestamp now = systemNow();
    int shown = 0;
    for (const store::HistoryEntry& entry : m_session->project()->history(4 * ChangesShown)) {
        if (!entry.current || shown == ChangesShown)
            continue;
        ++shown;
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 2, 0, 2);
        line->setSpacing(Size::Space3);
        line->addWidget(new ElidedLabel(coreText(entry.title)), 1);
        line->addWidget(makeLabel(ago(entry.at, now), TextSize::Body, QFont::Normal, Ink::Muted));
        m_changes->body()->addWidget(row);
    }
    if (shown > 0) {
        auto* all = makeButton(tr("Show the whole history"), ButtonKind::Link);
        connect(all, &QPushButton::clicked, this, [this] { m_session->ask(FrameCommand::ShowHistory); });
        m_changes->body()->addWidget(all, 0, Qt::AlignLeft);
    }
    m_changes->body()->addStretch(1);
    m_changes->setVisible(shown > 0);
}

}
