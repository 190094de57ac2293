// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/sequence_editor.h"

#include "model/event_types.h"
#include "ui/rules/condition_edit.h"
#include "ui/rules/rule_editor_change.h"
#include "ui/rules/rule_sentences.h"
#include "ui/rules/sequence_lanes.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/draft_picks.h"
#include "ui/widgets/duration_edit.h"
#include "ui/widgets/enum_combo.h"
#include "ui/widgets/form_parts.h"
#include "ui/widgets/labels.h"

#include <QBoxLayout>
#include <QCheckBox>

namespace ow::ui {

SequenceEditor::SequenceEditor(Session* session, QWidget* parent)
    : RuleEditor(session, parent)
    , m_lanes(new SequenceLanes(this))
    , m_offer(makeButton({}, ButtonKind::Normal, {}, this))
    , m_after(new QComboBox(this))
    , m_min(new DurationEdit(this))
    , m_ends(new QCheckBox(tr("and at most"), this))
    , m_max(new DurationEdit(this))
{
    column()->addWidget(m_lanes);
    column()->addWidget(makeLine(this));
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    row->addWidget(labelled(tr("Offer"), m_offer, this));
    m_after->addItem(tr("an event"));
    m_after->addItem(tr("another offer"));
    row->addWidget(labelled(tr("After"), m_after, this));
    column()->addLayout(row);
    buildTrigger();
    auto* window = new QHBoxLayout;
    window->setSpacing(Size::Space3);
    window->addWidget(labelled(tr("At least"), m_min, this));
    auto* later = new QWidget(this);
    auto* laterRow = new QHBoxLayout(later);
    laterRow->setContentsMargins(0, 0, 0, 0);
    laterRow->setSpacing(Size::Space2);
    laterRow->addWidget(m_ends);
    laterRow->addWidget(m_max);
    window->addWidget(labelled(tr("Window"), later, this));
    window->addStretch();
    column()->addLayout(window);
    column()->addStretch();

    connect(m_lanes, &SequenceLanes::chosen, this, &SequenceEditor::ruleChosen);
    connect(m_lanes, &SequenceLanes::windowChanged, this,
        [this](const QString& id, Duration min, std::optional<Duration> max) {
            if (ss(id) == rule())
                setWindow(min, max);
        });
    connect(
        m_offer, &QPushButton::clicked, this, [this] { pickOffer(m_offer, &model::SequenceRule::offer); });
    connect(m_min, &DurationEdit::changed, this, [this](Duration min) {
        const auto now = draft();
        if (const auto* r = find(now->policy.sequence))
            setWindow(min, r->max ? std::optional(std::max(*r->max, min)) : std::nullopt);
    });
    connect(m_max, &DurationEdit::changed, this, [this](Duration max) {
        const auto now = draft();
        if (const auto* r = find(now->policy.sequence))
            setWindow(std::min(r->min, max), max);
    });
    connect(m_ends, &QCheckBox::clicked, this, [this](bool on) {
        const auto now = draft();
        if (const auto* r = find(now->policy.sequence))
            setWindow(
                r->min, on ? std::optional(Duration { std::max(r->min.ms * 2, days(1).ms) }) : std::nullopt);
    });
}

void SequenceEditor::buildTrigger()
{
    m_event = new QComboBox(this);
    m_event->setEditable(true); // the list of event types is open
    for (const std::string_view type : model::knownEventTypes)
        m_event->addItem(qs(type));
    m_afterOffer = makeButton({}, ButtonKind::Normal, {}, this);
    m_outcome = enumCombo(model::Outcome::Declined, this);
    m_where = new ConditionEdit(session(), expr::Place::SequenceEvent, this);
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space2);
    row->addWidget(labelled(tr("Event"), m_event, this));
    row->addWidget(labelled(tr("Which offer"), m_afterOffer, this));
    row->addWidget(labelled(tr("was"), m_outcome, this));
    column()->addLayout(row);
    column()->addWidget(labelled(tr("Only such events where"), m_where, this));
    const auto list = &model::Policy::sequence;
    connect(m_after, &QComboBox::activated, this, [this, list](int which) {
        change(list, [&](model::SequenceRule& r) {
            const auto now = draft();
            if (which == 0) {
                r.afterEvent = r.afterEvent.empty() ? "purchased" : r.afterEvent;
                r.afterOffer.clear();
            } else {
                r.afterEvent.clear();
                r.where = "true";
                for (const model::Offer& o : now->policy.offers)
                    if (r.afterOffer.empty() && o.id != r.offer)
                        r.afterOffer = o.id;
            }
        });
    });
    const auto setEvent = [this, list] {
        const std::string type = ss(m_event->currentText().trimmed());
        if (!type.empty())
            change(list, [&](model::SequenceRule& r) { r.afterEvent = type; });
    };
    connect(m_event, &QComboBox::activated, this, setEvent);
    connect(m_event->lineEdit(), &QLineEdit::editingFinished, this, setEvent);
    connect(m_afterOffer, &QPushButton::clicked, this,
        [this] { pickOffer(m_afterOffer, &model::SequenceRule::afterOffer); });
    connect(m_outcome, &QComboBox::activated, this, [this, list](int i) {
        change(list, [&](model::SequenceRule& r) { r.outcome = static_cast<model::Outcome>(i); });
    });
    connect(m_where, &ConditionEdit::committed, this, [this, list](const QString& text) {
        change(list, [&](model::SequenceRule& r) { r.where = ss(text); });
    });
}

void SequenceEditor::pickOffer(QPushButton* button, std::string model::SequenceRule::*field)
{
    auto* popup = new PickPopup(button, tr("Search offers"), offerPicks(*draft()));
    connect(popup, &PickPopup::picked, this, [this, field](const QString& id) {
        change(&model::Policy::sequence, [&](model::SequenceRule& r) { r.*field = ss(id); });
    });
}

void SequenceEditor::setWindow(Duration min, std::optional<Duration> max)
{
    change(&model::Policy::sequence, [&](model::SequenceRule& r) {
        r.min = min;
        r.max = max;
    });
}

void SequenceEditor::fill(const model::Draft& now)
{
    m_lanes->setRules(now, rule());
    const model::SequenceRule* r = find(now.policy.sequence);
    if (!r)
        return;
    setSentence(sentence(*r, now));
    m_offer->setText(offerName(now, r->offer));
    m_min->setDuration(r->min);
    m_ends->setChecked(r->max.has_value());
    m_max->setEnabled(r->max.has_value());
    m_max->setDuration(r->max.value_or(Duration {}));
    fillTrigger(*r, now);
}

void SequenceEditor::fillTrigger(const model::SequenceRule& r, const model::Draft& now)
{
    const bool event = !r.afterEvent.empty();
    m_after->setCurrentIndex(event ? 0 : 1);
    m_event->parentWidget()->setVisible(event);
    m_where->parentWidget()->setVisible(event);
    m_afterOffer->parentWidget()->setVisible(!event);
    m_outcome->parentWidget()->setVisible(!event);
    if (event) {
        m_event->setCurrentText(qs(r.afterEvent));
        m_where->showCondition(qs(r.where), qs(r.id), now);
    } else {
        m_afterOffer->setText(offerName(now, r.afterOffer));
        chooseEnum(m_outcome, r.outcome);
    }
}

}
