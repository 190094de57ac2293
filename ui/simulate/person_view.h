// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/session.h"
#include "ui/simulate/sim_run.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ow::ui {

class DecisionView;
class ElidedLabel;
class Timeline;

/// One customer of a simulation, moment by moment: timeline, because, why not.
class PersonView : public QWidget {
    Q_OBJECT
public:
    explicit PersonView(QWidget* parent = nullptr);

    /// Explains every moment of the customer in the background, then shows the first that asks something.
    void showPerson(Session* session, const SimSnapshot& run, const std::string& customer);
    void step(int by); ///< to the next (+1) or previous (-1) moment
    int current() const { return m_current; }
    const std::vector<simulate::ExplainedMoment>& moments() const { return m_moments; }
    Timeline* timeline() const { return m_timeline; }
    bool settled() const { return !m_loading && !m_asking; }

signals:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showMoments();
    void showMoment(int index);
    void askWhy(int index);

    Session* m_session = nullptr;
    SimSnapshot m_run;
    std::string m_customer;
    std::vector<simulate::ExplainedMoment> m_moments;
    int m_current = -1;
    bool m_loading = false;
    bool m_asking = false; ///< the values read and what would have to change are on their way
    QLabel *m_title, *m_moment;
    ElidedLabel* m_about;
    Timeline* m_timeline;
    QPushButton *m_back, *m_previous, *m_next;
    DecisionView* m_decision;
};

}
