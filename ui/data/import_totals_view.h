// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/import_totals.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ow::ui {

class Card;
class Plot;

/// What came in with an import, so that a wrong mapping is seen at once: what looks wrong, the rows and the
/// revenue over time, the types of events.
class ImportTotalsView : public QWidget {
    Q_OBJECT
public:
    explicit ImportTotalsView(QWidget* parent = nullptr);

    /// Hidden where there is nothing over time to show and nothing to say.
    void showTotals(const ingest::ImportTotals& totals, const std::vector<ingest::Finding>& findings,
        const std::string& currency);

private:
    void showFindings(const std::vector<ingest::Finding>& findings);
    void showTypes(const ingest::ImportTotals& totals, const std::string& currency);

    QVBoxLayout* m_findings;
    Card *m_rowsCard, *m_revenueCard, *m_typesCard;
    Plot *m_rows, *m_revenue;
    QLabel* m_types;
};

}
