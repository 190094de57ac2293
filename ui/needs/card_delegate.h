// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ow::ui {

/// Paints a cell of the matrix as a card: role dot and offer, benefit, fallbacks, the share of customers as a
/// thin fill at its foot. With the heat overlay the card's ground says how many customers stand there.
class CardDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setHeat(bool heat) { m_heat = heat; }
    /// The share that fills the scale; shares of a matrix are small numbers.
    void setHeatTop(double share) { m_heatTop = share; }

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGround(
        QPainter& p, const QRect& card, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintOffer(QPainter& p, QRect inside, const QModelIndex& index) const;
    void paintBecause(QPainter& p, const QRect& box, const QModelIndex& index) const;
    void paintEmpty(QPainter& p, const QRect& inside, const QModelIndex& index) const;
    void paintFoot(QPainter& p, const QRect& card, const QModelIndex& index) const;

    bool m_heat = false;
    double m_heatTop = 1;
};

}
