// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <QWidget>

#include <memory>

class QBoxLayout;
class QComboBox;
class QLabel;

namespace ow::ui {

class Card;
class Chip;
class DataTable;
class KpiTile;
class MeasureModel;
class Plot;

/// One offer's scorecard: verdict and sentence, headline effects, weekly chart, lift so far, segments, all
/// figures.
class OfferDetail : public QWidget {
    Q_OBJECT
public:
    explicit OfferDetail(QWidget* parent = nullptr);
    /// offer: index in card->offers, -1 = all together. card is never null.
    void setOffer(std::shared_ptr<const score::Scorecard> card, int offer);

signals:
    void dimensionChosen(const QString& dimension);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildHead(QBoxLayout* column);
    void buildTiles(QBoxLayout* column);
    void buildCharts(QBoxLayout* column);
    void showTile(KpiTile* tile, const score::Measure* m) const;
    void showDimensions();
    void showTable();
    void arrange();

    std::shared_ptr<const score::Scorecard> m_card;
    QLabel* m_name = nullptr;
    Chip* m_verdict = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_basis = nullptr;
    KpiTile* m_lift = nullptr;
    KpiTile* m_margin = nullptr;
    KpiTile* m_core = nullptr;
    QBoxLayout* m_tiles = nullptr;
    QBoxLayout* m_chartRow = nullptr;
    Card* m_weeklyCard = nullptr;
    Card* m_liftCard = nullptr;
    Plot* m_weekly = nullptr;
    Plot* m_liftToDate = nullptr;
    Plot* m_forest = nullptr;
    QLabel* m_differ = nullptr;
    QComboBox* m_dimension = nullptr;
    DataTable* m_table = nullptr;
    MeasureModel* m_model = nullptr;
    QLabel* m_opportunities = nullptr;
};

}
