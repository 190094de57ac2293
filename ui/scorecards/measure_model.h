// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <QAbstractTableModel>

#include <memory>

namespace ow::ui {

/// The measures of one offer, a row each; exact values as tooltips.
class MeasureModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Metric, Treatment, Holdout, Difference, Interval, Guardrail, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    /// offer: index in card->offers, -1 = overall. A null card empties the table.
    void setOffer(std::shared_ptr<const score::Scorecard> card, int offer);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const score::OfferScore* offer() const;
    std::shared_ptr<const score::Scorecard> m_card;
    int m_offer = -1;
};

}
