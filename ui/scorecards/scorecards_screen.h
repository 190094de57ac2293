// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scorecards/score_job.h"
#include "ui/shell/screen.h"

#include <memory>
#include <string>

class QListView;
class QPushButton;
class QStackedWidget;

namespace ow::store {
struct Changed;
}

namespace ow::ui {

class EmptyState;
class HealthRow;
class OfferDetail;
class VerdictListModel;
class ScrollPage;
struct Selection;

/// Scorecards: health first, then a verdict card per offer, then the chosen one in full.
class ScorecardsScreen : public Screen {
    Q_OBJECT
public:
    explicit ScorecardsScreen(QWidget* parent = nullptr);
    void setSession(Session* session) override;
    void activate() override;
    QWidget* titleTools() override;
    bool settled() const override { return !m_running; }

    /// Null until the first run is done.
    const std::shared_ptr<const score::Scorecard>& card() const { return m_card; }
    /// Writes the report; false, with a message, where it cannot.
    bool exportReport(const QString& file);

private:
    void buildPage();
    void projectChanged(const store::Changed& changed);
    void forget();
    void startScoring();
    void deliver(const ScoreAnswer& answer);
    void showCard();
    void showEmpty(const QString& title, const QString& sentence, bool offerWays);
    void choose(const QModelIndex& index);
    void follow(const Selection& selection);
    void askForReport();

    Session* m_session = nullptr;
    std::shared_ptr<const score::Log> m_log;
    std::shared_ptr<const score::Scorecard> m_card;
    bool m_stale = true; ///< what is shown is not of the project as it is now
    bool m_running = false;
    std::string m_by;
    std::string m_offer; ///< id of the chosen one, "" = all together

    QWidget* m_tools = nullptr;
    QPushButton* m_export = nullptr;
    QStackedWidget* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QPushButton* m_toData = nullptr;
    QPushButton* m_toSimulate = nullptr;
    QPushButton* m_again = nullptr;
    HealthRow* m_health = nullptr;
    QListView* m_list = nullptr;
    VerdictListModel* m_offers = nullptr;
    ScrollPage* m_scroll = nullptr;
    OfferDetail* m_detail = nullptr;
};

}
