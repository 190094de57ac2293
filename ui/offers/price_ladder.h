// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "price/ladder.h"

#include <QWidget>

#include <optional>

namespace ow::ui {

/// Starter, advanced and pro side by side: items aligned row by row, price, discount and margin underneath,
/// guardrails as badges. A press on a column opens that offer; on an empty one it asks for a new tier.
class PriceLadder final : public QWidget {
    Q_OBJECT
public:
    explicit PriceLadder(QWidget* parent = nullptr);
    void setLadder(
        std::optional<price::Ladder> ladder, const std::string& current, const std::string& currency);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

signals:
    void offerChosen(const QString& offer);
    void tierRequested(model::Tier tier);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QRect columnRect(int column) const;
    int columnAt(QPoint pos) const;
    int rowTop(int row) const;
    int itemRows() const;
    void press(int column);
    void paintHead(QPainter& p, int column) const;
    void paintItems(QPainter& p) const;
    void paintFigures(QPainter& p) const;
    void paintRung(QPainter& p, int column, int top) const;

    std::optional<price::Ladder> m_ladder;
    std::string m_current;
    std::string m_currency;
    int m_hover = -1;
    int m_focus = 0;
};

}
