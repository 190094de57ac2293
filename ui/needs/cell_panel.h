// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

#include <string>

class QLabel;
class QVBoxLayout;
class QPushButton;

namespace ow::ui {

class CommitText;
class Session;

/// The Inspector's page of one cell: its offers in order with their fit, the benefit, the because of the
/// first offer, and the evidence.
class CellPanel final : public QWidget {
    Q_OBJECT
public:
    explicit CellPanel(Session* session, QWidget* parent = nullptr);
    /// `customers` of `all` sample customers stand here; all = 0: not known.
    void showCell(
        const std::string& stage, const std::string& motivation, std::int64_t customers, std::int64_t all);
    /// Opens the list of offers below the button; what is picked becomes the first choice.
    void pickOffer(QWidget* anchor);

private:
    void fillOffers(const model::Cell& cell);
    QWidget* offerRow(const model::Cell& cell, int place);
    void fillEvidence();
    QWidget* evidenceRow(int place);
    void fillBecause(const model::Cell& cell);
    void change(const model::Cell& after);
    void changeEvidence(std::vector<model::CellEvidence> notes);
    void moveOffer(int from, int to);
    model::Cell cell() const;

    Session* m_session;
    std::string m_stage;
    std::string m_motivation;
    QLabel* m_title;
    QLabel* m_where;
    QVBoxLayout* m_offers;
    QPushButton* m_add;
    CommitText* m_benefit;
    QLabel* m_because;
    QVBoxLayout* m_evidence;
};

}
