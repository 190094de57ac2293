// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/signals_page.h"

#include "signal/course.h"
#include "store/command.h"
#include "ui/data/signal_words.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/section_header.h"

#include <algorithm>
#include <optional>

namespace ow::ui {

namespace {

constexpr std::int64_t mostPeople = 5000; ///< by id; enough for a per cent to be right within a half
constexpr std::size_t weeksShown = 26;
constexpr int pageWidth = 1180;
const QString countKey = QStringLiteral("data.signals");

using How = signal::Standing::How;

}

/// Loaded once for all counts.
struct SignalsPage::Shared {
    std::mutex mutex;
    simulate::PopulationSnapshot people;
};

struct SignalsPage::Answer {
    std::optional<signal::Courses> courses;
    std::vector<Timestamp> instants;
    std::vector<std::string_view> ids; ///< of the signals that were counted
    QString problem;
};

SignalsPage::SignalsPage(QWidget* parent)
    : ScrollPage(pageWidth, parent)
    , m_shared(std::make_shared<Shared>())
    , m_about(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true, this))
{
    setObjectName(QStringLiteral("signalsPage"));
    // In line with the tables of the other tabs.
    widget()->layout()->setContentsMargins(0, Size::Space3, Size::Space2, Size::Space4);
    body()->setSpacing(Size::Space3);
    body()->addWidget(m_about);
    std::optional<signal::Family> family;
    for (const signal::ReadySignal& ready : signal::readySignals()) {
        if (family != ready.family)
            body()->addWidget(new SectionHeader(familyTitle(ready.family), {}, this));
        family = ready.family;
        auto* card = new SignalCard(ready, this);
        m_cards.push_back(card);
        body()->addWidget(card);
        connect(card, &SignalCard::adoptAsked, this, [this, card] { adopt(card); });
        connect(card, &SignalCard::removeAsked, this, [this, card] { removeSignal(card); });
        connect(card, &SignalCard::settingsChanged, this, [this, card] { adjust(card); });
        connect(card, &SignalCard::showAsked, this, [this, card] {
            m_session->show(QStringLiteral("rules"), Selection::of("fact", std::string(card->ready().id)));
        });
    }
    body()->addStretch();
}

void SignalsPage::setSource(Session* session, std::shared_ptr<SharedReader> reader)
{
    if (m_session != session)
        connect(&session->jobs(), &JobRunner::changed, this, &SignalsPage::jobsChanged);
    m_session = session;
    m_counting = false;
    m_session->jobs().cancelKey(countKey); // its answer is of what was there before
    m_reader = std::move(reader);
    m_shared = std::make_shared<Shared>(); // a job that still runs keeps what it took
    refresh();
}

void SignalsPage::refresh()
{
    m_stale = true;
    if (!isVisible())
        return;
    const auto draft = m_session->draft();
    for (SignalCard* card : m_cards)
        card->setStanding(
            signal::standingOf(card->ready(), *draft), card->ready().lacks(*draft), m_session->isEditable());
    count();
}

void SignalsPage::showEvent(QShowEvent* event)
{
    ScrollPage::showEvent(event);
    if (m_stale && m_session != nullptr)
        refresh();
}

void SignalsPage::count()
{
    m_stale = false;
    if (!m_reader || m_session->counts().customers == 0) {
        m_about->setText(
            tr("Facts about customers that need no writing. Adopt one, adjust it, and use it in conditions. "
               "How many have it is counted once there are events."));
        for (SignalCard* card : m_cards)
            card->setNow(std::nullopt, 0);
        return;
    }
    std::vector<signal::Trial> trials;
    for (SignalCard* card : m_cards)
        // What the draft has is counted as it stands there: it may hold what the graph was once.
        trials.push_back({ &card->ready(), card->settings(), card->how() != How::Absent });
    m_counting = true;
    m_session->jobs().run<Answer>(
        countKey, tr("Counting signals"), this,
        [reader = m_reader, shared = m_shared, draft = m_session->draft(), catalogue = m_session->catalogue(),
            trials = std::move(trials)](const Progress& progress) -> Answer {
            Answer answer;
            simulate::PopulationSnapshot people;
            {
                const std::lock_guard once(shared->mutex);
                if (!shared->people) {
                    const std::lock_guard lock(reader->mutex);
                    auto loaded = simulate::loadPopulation(*reader->reader, mostPeople, progress);
                    if (!loaded) {
                        answer.problem = qs(loaded.error().text());
                        return answer;
                    }
                    shared->people = std::move(*loaded);
                }
                people = shared->people;
            }
            answer.instants = signal::weeksUntil(people->dataEnd(), weeksShown);
            auto courses
                = signal::countSignals(*draft, *catalogue, *people, trials, answer.instants, progress);
            if (courses)
                answer.courses = std::move(*courses);
            else
                answer.problem = qs(courses.error().text());
            for (const signal::Trial& trial : trials)
                answer.ids.push_back(trial.signal->id);
            return answer;
        },
        [this](const Answer& answer) { show(answer); }, true);
}

void SignalsPage::jobsChanged()
{
    if (!m_counting || m_session->jobs().isRunning(countKey))
        return;
    m_counting = false; // stopped in the Jobs panel, or failed
    m_stale = true; // counted when the page is seen again
    m_about->setText(tr("The count was stopped. It starts anew when this page is opened again."));
    for (SignalCard* card : m_cards)
        card->setNow(std::nullopt, 1);
}

void SignalsPage::show(const Answer& answer)
{
    m_counting = false;
    if (!answer.courses) {
        m_about->setText(tr("The signals cannot be counted: %1").arg(answer.problem));
        for (SignalCard* card : m_cards)
            card->setNow(std::nullopt, 1);
        return;
    }
    const signal::Courses& courses = *answer.courses;
    m_about->setText(
        tr("Facts about customers that need no writing. Adopt one, adjust it, and use it in conditions. "
           "Counted over %1 of %2 customers at the end of the data, %3, and at the end of each of the "
           "%4 weeks before.")
            .arg(ow::ui::count(courses.people), ow::ui::count(m_session->counts().customers),
                day(answer.instants.back()))
            .arg(weeksShown - 1));
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        std::vector<SignalCard::Week> weeks;
        for (std::size_t w = 0; w < answer.instants.size(); ++w)
            weeks.push_back({ answer.instants[w], courses.having[i][w] });
        m_cards[i]->setNow(courses.having[i].back(), courses.people);
        m_cards[i]->setCourse(weeks, courses.people);
    }
}

void SignalsPage::adopt(SignalCard* card)
{
    const auto draft = m_session->draft();
    store::Command command;
    command.title = ss(tr("Signal %1 adopted").arg(signalTitle(card->ready())));
    for (const model::Fact& fact : card->ready().facts(card->ready().id, card->settings(), *draft))
        command.edits.push_back(store::put(fact));
    command.edits.push_back(store::putTitle(std::string(card->ready().id), ss(signalTitle(card->ready()))));
    m_session->apply(command);
}

void SignalsPage::adjust(SignalCard* card)
{
    if (card->how() != How::Adopted) {
        card->setCounting();
        count();
        return;
    }
    const auto draft = m_session->draft();
    store::Command command;
    command.title = ss(tr("Signal %1: %2; %3")
                           .arg(signalTitle(card->ready()), signalSentence(card->ready(), card->settings()),
                               bestWindowSentence(card->ready(), card->settings())));
    for (const model::Fact& fact : signal::adjusted(card->ready(), card->settings(), *draft))
        command.edits.push_back(store::put(fact));
    card->setCounting();
    if (!m_session->apply(command))
        refresh();
}

void SignalsPage::removeSignal(SignalCard* card)
{
    const auto draft = m_session->draft();
    store::Command command;
    command.title = ss(tr("Signal %1 removed").arg(signalTitle(card->ready())));
    for (const model::Fact& fact : signal::factsOf(card->ready(), *draft))
        command.edits.push_back(store::remove("fact", fact.id));
    if (draft->titles.contains(std::string(card->ready().id)))
        command.edits.push_back(store::remove("title", std::string(card->ready().id)));
    m_session->apply(command);
}

}
