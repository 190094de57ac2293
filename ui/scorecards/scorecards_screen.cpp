// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/scorecards_screen.h"

#include "score/report.h"
#include "store/bulk_reader.h"
#include "ui/scorecards/health_row.h"
#include "ui/scorecards/verdict_delegate.h"
#include "ui/scorecards/offer_detail.h"
#include "ui/scorecards/verdict_list_model.h"
#include "ui/shell/session.h"
#include "ui/shell/settings.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/scroll_page.h"

#include <QFileDialog>
#include <QListView>
#include <QSaveFile>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {

const QString jobKey = u"scorecards"_s;

// Kinds of authored objects that a scorecard depends on.
bool concerns(const store::Changed& changed)
{
    return std::any_of(changed.objects.begin(), changed.objects.end(), [](const store::ObjectKey& key) {
        return key.kind == "offer" || key.kind == "experiment" || key.kind == "settings";
    });
}

}

ScorecardsScreen::ScorecardsScreen(QWidget* parent)
    : Screen(parent)
    , m_by(ss(Settings::file().value(u"scorecards/by"_s, u"segment"_s).toString()))
    , m_offer(ss(Settings::file().value(u"scorecards/offer"_s).toString()))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget;
    layout->addWidget(m_stack);
    m_empty = new EmptyState(u"scorecards"_s, {}, {});
    m_toData = m_empty->addButton(tr("Import exposures"), true);
    m_toSimulate = m_empty->addButton(tr("Simulate"));
    m_again = m_empty->addButton(tr("Try again"));
    m_stack->addWidget(m_empty);
    buildPage();

    m_tools = new QWidget(this);
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    m_export = makeButton(tr("Export report"), ButtonKind::Normal, u"download"_s);
    m_export->setObjectName(u"exportReport"_s);
    m_export->setEnabled(false);
    tools->addWidget(m_export);
    m_tools->hide();

    connect(m_export, &QPushButton::clicked, this, &ScorecardsScreen::askForReport);
    connect(m_again, &QPushButton::clicked, this, &ScorecardsScreen::startScoring);
    connect(m_toData, &QPushButton::clicked, this, [this] { m_session->show(u"data"_s); });
    connect(m_toSimulate, &QPushButton::clicked, this, [this] { m_session->show(u"simulate"_s); });
    showEmpty(tr("No project open"), tr("Open a project to see its scorecards."), false);
}

void ScorecardsScreen::buildPage()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(Size::Space4, Size::Space4, 0, 0);
    column->setSpacing(Size::Space3);
    m_health = new HealthRow;
    auto* healthLine = new QHBoxLayout;
    healthLine->setContentsMargins(0, 0, Size::Space4, 0);
    healthLine->addWidget(m_health);
    column->addLayout(healthLine);

    auto* below = new QHBoxLayout;
    below->setSpacing(0);
    m_offers = new VerdictListModel(this);
    m_list = new QListView;
    m_list->setObjectName(u"offers"_s);
    m_list->setProperty("kind", u"plain"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_offers);
    m_list->setItemDelegate(new VerdictDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(false);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setFixedWidth(292);
    m_list->setAccessibleName(tr("Offers and their verdicts"));
    below->addWidget(m_list);
    m_scroll = new ScrollPage(2000);
    m_detail = new OfferDetail;
    m_scroll->body()->addWidget(m_detail);
    m_scroll->widget()->layout()->setContentsMargins(Size::Space4, 0, Size::Space4, Size::Space6);
    below->addWidget(m_scroll, 1);
    column->addLayout(below, 1);
    m_stack->addWidget(page);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ScorecardsScreen::choose);
    connect(m_detail, &OfferDetail::dimensionChosen, this, [this](const QString& by) {
        m_by = ss(by);
        Settings::file().setValue(u"scorecards/by"_s, by);
        startScoring();
    });
}

void ScorecardsScreen::setSession(Session* session)
{
    m_session = session;
    connect(session, &Session::projectOpened, this, &ScorecardsScreen::forget);
    connect(session, &Session::projectClosed, this, &ScorecardsScreen::forget);
    connect(session, &Session::draftChanged, this, &ScorecardsScreen::projectChanged);
    connect(session, &Session::selectionChanged, this, &ScorecardsScreen::follow);
}

QWidget* ScorecardsScreen::titleTools() { return m_tools; }

void ScorecardsScreen::activate()
{
    if (m_session && m_stale)
        startScoring();
}

void ScorecardsScreen::forget()
{
    m_log.reset();
    m_card.reset();
    m_stale = true;
    m_export->setEnabled(false);
    if (!m_session->isOpen())
        showEmpty(tr("No project open"), tr("Open a project to see its scorecards."), false);
    else if (isVisible())
        startScoring();
}

void ScorecardsScreen::projectChanged(const store::Changed& changed)
{
    if (changed.bulk)
        m_log.reset();
    if (!changed.bulk && !changed.catalogue && !concerns(changed))
        return;
    m_stale = true;
    if (isVisible())
        startScoring();
}

void ScorecardsScreen::startScoring()
{
    if (!m_session || !m_session->isOpen())
        return;
    m_stale = false;
    if (m_session->counts().exposures == 0) {
        m_session->jobs().cancelKey(jobKey);
        m_running = false;
        showEmpty(tr("No exposures to score"),
            tr("A scorecard compares customers who were shown an offer with customers from whom it was "
               "withheld. Import a log "
               "of exposures with their arm, withheld ones too, or simulate one."),
            true);
        return;
    }
    ScoreQuestion question { nullptr, m_log, m_session->draft(), m_session->catalogue(), m_by };
    if (!m_log) {
        auto reader = m_session->project()->openReader();
        if (!reader) {
            m_session->notify(reader.error());
            return;
        }
        question.reader = std::move(*reader);
    }
    m_running = true;
    if (!m_card)
        showEmpty(tr("Scoring %1 exposures …").arg(count(m_session->counts().exposures)),
            tr("Opportunities, purchases and returns are matched in the background."), false);
    m_session->jobs().run<ScoreAnswer>(
        jobKey, tr("Scoring offers"), this,
        [question](const Progress& progress) { return runScore(question, progress); },
        [this](const ScoreAnswer& answer) { deliver(answer); }, true);
}

void ScorecardsScreen::deliver(const ScoreAnswer& answer)
{
    m_running = false;
    m_log = answer.log;
    if (!answer.card) {
        m_stale = true;
        showEmpty(tr("The offers could not be scored"), qs(answer.error.text()), false);
        m_again->show();
        return;
    }
    m_card = answer.card;
    showCard();
}

void ScorecardsScreen::showCard()
{
    m_export->setEnabled(true);
    m_health->setCard(*m_card);
    const std::string wanted
        = m_offer; // resetting the model forgets the current row, and would forget this too
    m_offers->setCard(m_card);
    m_stack->setCurrentIndex(1);
    const int row = std::max(m_offers->rowOf(wanted), 0);
    m_list->setCurrentIndex(m_offers->index(row));
    choose(m_offers->index(row));
}

void ScorecardsScreen::showEmpty(const QString& title, const QString& sentence, bool offerWays)
{
    m_empty->setTexts(title, sentence);
    m_toData->setVisible(offerWays);
    m_toSimulate->setVisible(offerWays);
    m_again->hide();
    m_stack->setCurrentIndex(0);
}

void ScorecardsScreen::choose(const QModelIndex& index)
{
    const score::OfferScore* offer = m_offers->offerAt(index);
    if (!offer)
        return;
    if (offer->id != m_offer) {
        m_offer = offer->id;
        Settings::file().setValue(u"scorecards/offer"_s, qs(m_offer));
    }
    m_detail->setOffer(m_card, index.data(VerdictListModel::OfferRole).toInt());
    if (!m_offer.empty())
        m_session->select(Selection::of("offer", m_offer));
}

void ScorecardsScreen::follow(const Selection& selection)
{
    if (selection.kind != Selection::Kind::Object || selection.object.kind != "offer"
        || selection.object.id == m_offer)
        return;
    const int row = m_offers->rowOf(selection.object.id);
    if (row >= 0)
        m_list->setCurrentIndex(m_offers->index(row));
}

void ScorecardsScreen::askForReport()
{
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export report"), u"scorecard.html"_s, tr("Reports (*.html);;Everything (*)"));
    if (!file.isEmpty() && exportReport(file))
        m_session->notify(Tone::Good, tr("Report written to %1.").arg(file));
}

bool ScorecardsScreen::exportReport(const QString& file)
{
    if (!m_card)
        return false;
    QSaveFile out(file);
    const QByteArray html = QByteArray::fromStdString(score::reportHtml(*m_card));
    if (out.open(QIODevice::WriteOnly) && out.write(html) == html.size() && out.commit())
        return true;
    m_session->notify(Tone::Bad, tr("The report could not be written."), out.errorString());
    return false;
}

}
