// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/rule_editor.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace ow::ui {

class ConditionEdit;
class DurationEdit;
class SequenceLanes;

/// All sequences as lanes, and the fields of the chosen one: its offer, its trigger, its window.
class SequenceEditor final : public RuleEditor {
    Q_OBJECT
public:
    explicit SequenceEditor(Session* session, QWidget* parent = nullptr);
    SequenceLanes* lanes() const { return m_lanes; }

signals:
    void ruleChosen(const QString& id);

protected:
    void fill(const model::Draft& draft) override;

private:
    void buildTrigger();
    void fillTrigger(const model::SequenceRule& rule, const model::Draft& draft);
    void pickOffer(QPushButton* button, std::string model::SequenceRule::*field);
    void setWindow(Duration min, std::optional<Duration> max);

    SequenceLanes* m_lanes;
    QPushButton* m_offer;
    QComboBox* m_after;
    QComboBox* m_event = nullptr;
    QPushButton* m_afterOffer = nullptr;
    QComboBox* m_outcome = nullptr;
    ConditionEdit* m_where = nullptr;
    DurationEdit* m_min;
    QCheckBox* m_ends;
    DurationEdit* m_max;
};

}
