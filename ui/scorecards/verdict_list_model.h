// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace ow::ui {

/// Offers of a scorecard as cards in groups: all together, decided, running, too few customers.
class VerdictListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        OfferRole
        = Qt::UserRole, ///< index in the card's offers, -1 = all together; invalid = a group's heading
        HeadingRole, ///< bool
        ReachRole, ///< how far the lift scale goes to each side
    };

    using QAbstractListModel::QAbstractListModel;
    void setCard(std::shared_ptr<const score::Scorecard> card);
    const std::shared_ptr<const score::Scorecard>& card() const { return m_card; }
    const score::OfferScore* offerAt(const QModelIndex& index) const;
    /// The row of an offer's id ("" = all together); -1 = not there.
    int rowOf(const std::string& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        bool heading = false;
        QString title;
        int offer = -1;
    };
    void addGroup(const QString& title, const std::vector<int>& offers);

    std::shared_ptr<const score::Scorecard> m_card;
    std::vector<Row> m_rows;
    double m_reach = 1;
};

}
