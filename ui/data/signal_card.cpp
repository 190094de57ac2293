// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/signal_card.h"

#include "ui/data/signal_words.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/spark_bars.h"

#include <QSpinBox>

#include <algorithm>

namespace ow::ui {

namespace {

using signal::ReadySignal;
using How = signal::Standing::How;

constexpr int mostThreshold = 1'000'000;
constexpr int courseColumn = 208;
constexpr int numberColumn = 130;
constexpr int actionColumn = 170;

}

SignalCard::SignalCard(const ReadySignal& ready, QWidget* parent)
    : Card({}, parent)
    , m_ready(ready)
    , m_settings(ready.usual)
    , m_sentence(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true, this))
    , m_best(makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, true, this))
    , m_state(makeLabel({}, TextSize::Caption, QFont::DemiBold, Ink::Good, false, this))
    , m_share(makeLabel({}, TextSize::PageTitle, QFont::DemiBold, Ink::Normal, false, this))
    , m_now(makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted, false, this))
    , m_course(new SparkBars(this))
    , m_adopt(makeButton(tr("Adopt"), ButtonKind::Normal, {}, this))
    , m_remove(makeButton(tr("Remove"), ButtonKind::Flat, {}, this))
    , m_show(makeButton(tr("Show in Rules"), ButtonKind::Flat, {}, this))
    , m_adjust(makeIconButton(QStringLiteral("edit"), tr("Adjust"), this))
    , m_editors(new QWidget(this))
{
    setObjectName(QStringLiteral("signal.") + qs(ready.id));
    m_share->setObjectName(QStringLiteral("signalShare"));
    m_now->setObjectName(QStringLiteral("signalNow"));
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space4);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(Size::Space1);
    auto* head = new QHBoxLayout;
    head->setSpacing(Size::Space2);
    head->addWidget(
        makeLabel(signalTitle(ready), TextSize::CardTitle, QFont::DemiBold, Ink::Normal, false, this));
    head->addWidget(m_state);
    head->addStretch();
    texts->addLayout(head);
    texts->addWidget(m_sentence);
    texts->addWidget(m_best);
    row->addLayout(texts, 1);
    m_course->setFixedWidth(courseColumn);
    row->addWidget(m_course, 0, Qt::AlignVCenter);
    auto* numbers = new QVBoxLayout;
    numbers->setSpacing(0);
    numbers->addStretch();
    numbers->addWidget(m_share, 0, Qt::AlignRight);
    numbers->addWidget(m_now, 0, Qt::AlignRight);
    numbers->addStretch();
    auto* numbersBox = new QWidget(this);
    numbers->setContentsMargins(0, 0, 0, 0);
    numbersBox->setLayout(numbers);
    numbersBox->setMinimumWidth(numberColumn);
    row->addWidget(numbersBox);
    auto* actions = new QVBoxLayout;
    actions->setSpacing(Size::Space1);
    auto* first = new QHBoxLayout;
    first->setSpacing(Size::Space1);
    first->addWidget(m_adopt, 1);
    first->addWidget(m_show, 1);
    first->addWidget(m_adjust);
    actions->addStretch();
    actions->addLayout(first);
    actions->addWidget(m_remove);
    actions->addStretch();
    auto* actionsBox = new QWidget(this);
    actions->setContentsMargins(0, 0, 0, 0);
    actionsBox->setLayout(actions);
    actionsBox->setFixedWidth(actionColumn);
    row->addWidget(actionsBox);
    body()->addLayout(row);
    body()->addWidget(m_editors, 0, Qt::AlignLeft);
    makeEditors();
    m_editors->hide();
    m_adjust->setCheckable(true);
    m_adjust->setAccessibleName(tr("Adjust %1").arg(signalTitle(ready)));
    m_adopt->setAccessibleName(tr("Adopt %1").arg(signalTitle(ready)));

    connect(m_adjust, &QToolButton::toggled, m_editors, &QWidget::setVisible);
    connect(m_adopt, &QPushButton::clicked, this, &SignalCard::adoptAsked);
    connect(m_remove, &QPushButton::clicked, this, &SignalCard::removeAsked);
    connect(m_show, &QPushButton::clicked, this, &SignalCard::showAsked);
    showText();
}

void SignalCard::makeEditors()
{
    auto* row = new QHBoxLayout(m_editors);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space3);
    const auto add = [&](const QString& caption, QWidget* editor) {
        row->addWidget(makeLabel(caption, TextSize::Caption, QFont::Normal, Ink::Muted, false, m_editors));
        row->addWidget(editor);
    };
    if ((m_ready.uses & ReadySignal::Threshold) != 0) {
        m_threshold = new QSpinBox(m_editors);
        m_threshold->setRange(1, mostThreshold);
        m_threshold->setKeyboardTracking(false);
        m_threshold->setAccessibleName(tr("At least"));
        add(tr("At least"), m_threshold);
        connect(m_threshold, &QSpinBox::valueChanged, this, &SignalCard::tell);
    }
    if ((m_ready.uses & ReadySignal::Window) != 0) {
        m_window = new DurationEdit(m_editors);
        m_window->setName(tr("Within"));
        add(tr("Within"), m_window);
        connect(m_window, &DurationEdit::changed, this, &SignalCard::tell);
    }
    if ((m_ready.uses & ReadySignal::Best) != 0) {
        m_bestEdit = new DurationEdit(m_editors);
        m_bestEdit->setName(tr("Best window"));
        add(tr("Best window"), m_bestEdit);
        connect(m_bestEdit, &DurationEdit::changed, this, &SignalCard::tell);
    }
    if ((m_ready.uses & ReadySignal::Words) != 0) {
        m_words = new CommitLine(m_editors);
        m_words->setMinimumWidth(200);
        m_words->setAccessibleName(tr("Words, parted by commas"));
        m_words->setPlaceholderText(tr("Words, parted by commas"));
        add(tr("Words"), m_words);
        connect(m_words, &CommitLine::committed, this, &SignalCard::tell);
    }
}

void SignalCard::tell()
{
    if (m_filling)
        return;
    const signal::Settings before = m_settings;
    if (m_threshold != nullptr)
        m_settings.threshold = m_threshold->value();
    if (m_window != nullptr && m_window->duration().ms > 0)
        m_settings.window = m_window->duration();
    if (m_bestEdit != nullptr && m_bestEdit->duration().ms > 0)
        m_settings.best = m_bestEdit->duration();
    if (m_words != nullptr) {
        m_settings.words.clear();
        for (const QString& word : m_words->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            if (const QString one = word.trimmed(); !one.isEmpty())
                m_settings.words.push_back(ss(one));
    }
    if (m_settings == before)
        return;
    showText();
    emit settingsChanged();
}

void SignalCard::setStanding(const signal::Standing& standing, ReadySignal::Lacks lacks, bool editable)
{
    // What somebody tries out stays while other things in the draft change.
    if (standing.how != How::Absent || m_how != How::Absent)
        m_settings = standing.settings;
    m_how = standing.how;
    m_lacks = lacks;
    m_editable = editable;
    m_filling = true;
    if (m_threshold != nullptr)
        m_threshold->setValue(int(std::min<std::int64_t>(m_settings.threshold, mostThreshold)));
    if (m_window != nullptr)
        m_window->setDuration(m_settings.window);
    if (m_bestEdit != nullptr)
        m_bestEdit->setDuration(m_settings.best);
    if (m_words != nullptr) {
        QStringList words;
        for (const std::string& word : m_settings.words)
            words << qs(word);
        m_words->setCommitted(words.join(QStringLiteral(", ")));
    }
    m_filling = false;
    showText();
}

void SignalCard::showText()
{
    const bool own = m_how == How::Own;
    const bool absent = m_how == How::Absent;
    if (own) {
        m_sentence->setText(
            tr("The draft has a fact of this name that was written by hand; that one is counted here."));
        m_best->setText(tr("Ready-made it would be: %1.").arg(signalSentence(m_ready, m_ready.usual)));
    } else if (m_lacks == ReadySignal::Lacks::ComplementEdges) {
        m_sentence->setText(signalSentence(m_ready, m_settings) + QLatin1Char('.'));
        m_best->setText(
            tr("It follows the adjacency graph: accept complements on the Adjacency screen first."));
    } else {
        m_sentence->setText(QStringLiteral("%1; %2.").arg(
            signalSentence(m_ready, m_settings), bestWindowSentence(m_ready, m_settings)));
        QStringList needs;
        for (const std::string_view type : m_ready.needs)
            needs << qs(type);
        m_best->setText(tr("Needs events %1").arg(needs.join(QStringLiteral(", "))));
    }
    m_state->setText(absent ? QString() : own ? tr("✓ own") : tr("✓ adopted"));
    const bool lacks = m_lacks != ReadySignal::Lacks::Nothing;
    m_adopt->setVisible(absent);
    m_adopt->setEnabled(m_editable && !lacks);
    m_remove->setVisible(m_how == How::Adopted);
    m_remove->setEnabled(m_editable);
    m_show->setVisible(!absent);
    m_adjust->setVisible(!own);
    m_adjust->setEnabled(absent || m_editable);
    if (own)
        m_adjust->setChecked(false);
}

void SignalCard::setCounting()
{
    m_share->setText(QStringLiteral("…"));
    m_now->setText(tr("counting"));
}

void SignalCard::setNow(std::optional<std::int64_t> having, std::int64_t people)
{
    if (!having || people == 0) {
        m_share->setText(QStringLiteral("–"));
        m_now->setText(people == 0 ? tr("no customers yet") : tr("cannot be counted"));
        m_course->setBars({}, {});
        return;
    }
    const double share = double(*having) / double(people);
    m_share->setText(percent(share, share > 0 && share < 0.01 ? 2 : 1));
    m_now->setText(tr("%1 of %2 now").arg(count(*having), count(people)));
}

void SignalCard::setCourse(const std::vector<Week>& weeks, std::int64_t people)
{
    std::vector<SparkBars::Bar> bars;
    for (const Week& week : weeks)
        bars.push_back({ double(week.having),
            tr("%1: %2 customers, %3")
                .arg(day(week.end), count(week.having),
                    percent(people > 0 ? double(week.having) / double(people) : 0)) });
    QString words;
    if (!weeks.empty())
        words = tr("%1 weeks, from %2 to %3 customers")
                    .arg(weeks.size())
                    .arg(count(weeks.front().having), count(weeks.back().having));
    m_course->setBars(std::move(bars), words);
}

}
