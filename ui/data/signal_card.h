// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signal/standing.h"
#include "ui/widgets/card.h"

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace ow::ui {

class CommitLine;
class DurationEdit;
class SparkBars;

/// One ready-made signal: what it says, how many customers have it, how that went, and how to adopt and
/// adjust it.
class SignalCard : public Card {
    Q_OBJECT
public:
    /// A week's end and how many had the signal then.
    struct Week {
        Timestamp end;
        std::int64_t having = 0;
    };

    explicit SignalCard(const signal::ReadySignal& ready, QWidget* parent = nullptr);

    const signal::ReadySignal& ready() const { return m_ready; }
    /// What is counted: the adopted settings, or those that are being tried.
    const signal::Settings& settings() const { return m_settings; }
    signal::Standing::How how() const { return m_how; }

    void setStanding(const signal::Standing& standing, signal::ReadySignal::Lacks lacks, bool editable);
    /// Of `people` asked; nothing where it cannot be counted.
    void setNow(std::optional<std::int64_t> having, std::int64_t people);
    void setCourse(const std::vector<Week>& weeks, std::int64_t people);
    /// The numbers shown are of other settings than the ones on the card.
    void setCounting();

signals:
    /// By hand. Of an adopted signal that is an edit of the draft, of others a trial.
    void settingsChanged();
    void adoptAsked();
    void removeAsked();
    void showAsked();

private:
    void makeEditors();
    void tell();
    void showText();

    const signal::ReadySignal& m_ready;
    signal::Settings m_settings;
    signal::Standing::How m_how = signal::Standing::How::Absent;
    signal::ReadySignal::Lacks m_lacks = signal::ReadySignal::Lacks::Nothing;
    bool m_editable = false;
    bool m_filling = false;

    QLabel *m_sentence, *m_best, *m_state, *m_share, *m_now;
    SparkBars* m_course;
    QPushButton *m_adopt, *m_remove, *m_show;
    QToolButton* m_adjust;
    QWidget* m_editors;
    QSpinBox* m_threshold = nullptr;
    DurationEdit *m_window = nullptr, *m_bestEdit = nullptr;
    CommitLine* m_words = nullptr;
};

}
