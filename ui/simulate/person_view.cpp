// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/person_view.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/simulate/decision_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>

#include <algorithm>

namespace ow::ui {

namespace {

using Explained = Result<std::vector<simulate::ExplainedMoment>>;

TimelineItem::Kind kindOf(const simulate::ExplainedMoment& moment)
{
    using Kind = TimelineItem::Kind;
    if (moment.outcome.empty())
        return Kind::Silent;
    const model::LoggedExposure& first = moment.outcome.front();
    return first.withheld  ? Kind::Withheld
        : first.acceptedAt ? Kind::Attached
        : first.declinedAt ? Kind::Declined
                           : Kind::Shown;
}

// Stretches in which a cap over all offers stands full: from the exposure that fills it until the oldest
// leaves the window.
std::vector<TimelineSpan> fullCaps(
    const model::Policy& policy, const std::vector<simulate::ExplainedMoment>& moments, int lane)
{
    std::vector<Timestamp> shown;
    for (const simulate::ExplainedMoment& moment : moments)
        for (const model::LoggedExposure& exposure : moment.outcome)
            if (!exposure.withheld)
                shown.push_back(exposure.at);
    std::vector<TimelineSpan> spans;
    for (const model::Cap& cap : policy.caps) {
        if (cap.scope.of != model::Scope::Of::All || cap.count != model::Outcome::Shown || !cap.window
            || cap.limit < 1)
            continue;
        for (std::size_t i = std::size_t(cap.limit) - 1; i < shown.size(); ++i) {
            const Timestamp oldest = shown[i + 1 - std::size_t(cap.limit)];
            if (shown[i] - oldest < *cap.window)
                spans.push_back({ shown[i], oldest + *cap.window, lane,
                    PersonView::tr("Cap “%1” is used up").arg(qs(cap.id)) });
        }
    }
    return spans;
}

}

PersonView::PersonView(QWidget* parent)
    : QWidget(parent)
    , m_title(makeLabel({}, TextSize::CardTitle, QFont::DemiBold))
    , m_moment(makeLabel({}, TextSize::Body))
    , m_about(new ElidedLabel)
    , m_timeline(new Timeline(this))
    , m_back(makeButton(tr("All customers"), ButtonKind::Flat, QStringLiteral("chevron-left")))
    , m_previous(makeButton(tr("Previous"), ButtonKind::Normal, QStringLiteral("chevron-left")))
    , m_next(makeButton(tr("Next"), ButtonKind::Normal, QStringLiteral("chevron-right")))
    , m_decision(new DecisionView(this))
{
    setObjectName(QStringLiteral("personView"));
    setFocusPolicy(Qt::StrongFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space4, Size::Space2, Size::Space4, Size::Space3);
    column->setSpacing(Size::Space3);
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space3);
    head->addWidget(m_back);
    head->addWidget(m_title);
    setInk(m_about, Ink::Muted);
    head->addWidget(m_about, 1);
    column->addLayout(head);
    column->addWidget(m_timeline);
    auto* steps = new QHBoxLayout;
    steps->setSpacing(Size::Space2);
    m_previous->setObjectName(QStringLiteral("previousMoment"));
    m_next->setObjectName(QStringLiteral("nextMoment"));
    steps->addWidget(m_moment, 1);
    steps->addWidget(m_previous);
    steps->addWidget(m_next);
    column->addLayout(steps);
    column->addWidget(makeLine());
    column->addWidget(m_decision, 1);
    connect(m_back, &QPushButton::clicked, this, &PersonView::left);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_timeline, &Timeline::chosen, this, &PersonView::showMoment);
}

void PersonView::showPerson(Session* session, const SimSnapshot& run, const std::string& customer)
{
    m_session = session;
    m_run = run;
    m_customer = customer;
    m_asking = false;
    m_moments.clear();
    m_current = -1;
    m_loading = true;
    m_title->setText(qs(customer));
    m_about->setFullText({});
    m_decision->clear();
    session->jobs().run<Explained>(
        QStringLiteral("simulate.person"), tr("Explaining %1").arg(qs(customer)), this,
        [run, customer](const Progress&) {
            return simulate::explain(*run->pack, *run->population, run->result.options, customer);
        },
        [this, session](Explained explained) {
            m_loading = false;
            if (!explained) {
                session->notify(explained.error());
                return;
            }
            m_moments = std::move(*explained);
            showMoments();
        },
        true);
}

void PersonView::showMoments()
{
    const simulate::Person* person = m_run->population->find(m_customer);
    const model::Policy& policy = m_run->draft->policy;
    std::map<std::string, std::string> channels;
    for (const model::Placement& placement : policy.placements)
        channels[placement.id] = placement.channel;
    std::map<std::string, std::string> titles;
    std::vector<model::Event> events;
    // The replayed days, with two weeks before them: what decisions stand on.
    for (const model::Event& event : person->events) {
        if (event.at < m_run->result.from - days(14) || event.at > m_run->result.until)
            continue;
        if (const model::Product* product = m_run->catalogue->find(event.sku))
            titles[event.sku] = product->title;
        events.push_back(event);
    }
    HistoryMarks marks = historyMarks(events, {}, channels, titles);
    std::map<QString, int> lanes;
    for (std::size_t i = 0; i < marks.lanes.size(); ++i)
        lanes[marks.lanes[i]] = int(i);
    int firstAsk = m_moments.empty() ? -1 : 0;
    for (std::size_t i = m_moments.size(); i-- > 0;) {
        const simulate::ExplainedMoment& moment = m_moments[i];
        const QString channel = qs(channels[moment.moment.placement]);
        const auto [lane, isNew] = lanes.try_emplace(channel, int(marks.lanes.size()));
        if (isNew)
            marks.lanes.push_back(channel);
        QString label = tr("Decision: %1").arg(qs(moment.moment.placement));
        for (const model::LoggedExposure& exposure : moment.outcome)
            label += QStringLiteral("\n") + offerName(*m_run->draft, exposure.offer);
        marks.items.push_back({ moment.moment.at, lane->second, kindOf(moment), label, int(i) });
        if (!moment.outcome.empty())
            firstAsk = int(i);
    }
    std::vector<TimelineSpan> spans;
    for (std::size_t lane = 0; lane < marks.lanes.size(); ++lane) {
        const auto here = fullCaps(policy, m_moments, int(lane));
        spans.insert(spans.end(), here.begin(), here.end());
    }
    const auto row = std::find_if(m_run->result.people.begin(), m_run->result.people.end(),
        [&](const simulate::PersonRow& it) { return it.customer == m_customer; });
    if (row != m_run->result.people.end())
        m_about->setFullText(tr("%1 decisions, asked %2 times, %3 attached%4")
                                 .arg(count(row->decisions), count(row->shown), count(row->attached),
                                     row->holdout ? tr(" · in the holdout") : QString()));
    m_timeline->setTimeZone(policy.timezone);
    m_timeline->setContent(std::move(marks.lanes), std::move(marks.items), std::move(spans));
    showMoment(firstAsk);
}

void PersonView::showMoment(int index)
{
    m_current = index;
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index >= 0 && index + 1 < int(m_moments.size()));
    m_timeline->setCurrent(index);
    if (index < 0) {
        m_moment->setText(tr("No moment in these days at which anything would have been asked."));
        m_decision->clear();
        return;
    }
    const simulate::ExplainedMoment& moment = m_moments[std::size_t(index)];
    QString text = tr("Moment %1 of %2 · %3 · %4")
                       .arg(count(index + 1), count(std::int64_t(m_moments.size())),
                           dayTime(moment.moment.at), qs(moment.moment.placement));
    if (const model::Product* focus = m_run->catalogue->find(moment.moment.focus))
        text += tr(" · looking at %1").arg(qs(focus->title));
    m_moment->setText(text);
    m_decision->showMoment(m_run, moment);
    askWhy(index);
}

/// Each candidate's counterfactual takes its milliseconds: in the background, and only of the moment looked
/// at.
void PersonView::askWhy(int index)
{
    m_asking = true;
    m_session->jobs().run<Result<simulate::MomentWhy>>(
        QStringLiteral("simulate.why"), tr("Asking what would have to change for %1").arg(qs(m_customer)),
        this,
        [run = m_run, customer = m_customer, index](const Progress& progress) {
            return simulate::whyAt(
                *run->pack, *run->population, run->result.options, customer, std::size_t(index), progress);
        },
        [this, run = m_run, customer = m_customer, index](Result<simulate::MomentWhy> why) {
            if (index != m_current || customer != m_customer || run != m_run)
                return; // somebody stepped on
            m_asking = false;
            if (why)
                m_decision->showWhy(m_run, *why);
            else if (why.error().code != ErrorCode::Cancelled)
                m_session->notify(why.error());
        },
        true);
}

void PersonView::step(int by)
{
    const int next = m_current + by;
    if (next >= 0 && next < int(m_moments.size()))
        showMoment(next);
}

void PersonView::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        break;
    case Qt::Key_Right:
        step(1);
        break;
    case Qt::Key_Escape:
        emit left();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

}
