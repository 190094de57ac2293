// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/screen.h"
#include "ui/shell/session.h"
#include "ui/simulate/sim_run.h"

#include <array>

class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QSpinBox;
class QStackedWidget;

namespace ow::ui {

class DataTable;
class EmptyState;
class KpiTile;
class OfferResultsModel;
class PeopleModel;
class PersonView;

/// The Simulate screen: replay the last days of the real customers against the draft, and look at any
/// decision of it.
class SimulateScreen : public Screen {
    Q_OBJECT
public:
    explicit SimulateScreen(QWidget* parent = nullptr);

    void setSession(Session* session) override;
    void activate() override;
    bool settled() const override;

    const SimSnapshot& run() const { return m_run; }
    PersonView* person() const { return m_person; }
    void start();

private:
    QWidget* makeBar();
    QWidget* makeResults();
    void showRun();
    void showTiles();
    void showPage();
    void showJob();
    void openPerson(const std::string& customer);
    void reset();
    bool hasData() const;

    Session* m_session = nullptr;
    SimSnapshot m_run;
    simulate::PopulationSnapshot m_population; ///< kept between runs while the data stay
    std::int64_t m_populationLimit = -1;
    int m_job = 0;
    bool m_running = false;
    bool m_outdated = false; ///< the draft changed after the run

    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_emptyAction = nullptr;
    QSpinBox *m_customers = nullptr, *m_days = nullptr, *m_seed = nullptr;
    QPushButton *m_start = nullptr, *m_stop = nullptr;
    QProgressBar* m_bar = nullptr;
    QLabel* m_note = nullptr;
    std::array<KpiTile*, 6> m_tiles {};
    DataTable *m_offersTable = nullptr, *m_peopleTable = nullptr;
    OfferResultsModel* m_offers = nullptr;
    PeopleModel* m_people = nullptr;
    QSortFilterProxyModel *m_offersOrder = nullptr, *m_peopleOrder = nullptr;
    PersonView* m_person = nullptr;
};

}
