// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace ow::ui {

/// A sticky header of the matrix: the title of a stage or motivation, its share of customers, its condition
/// in small letters below.
class MatrixHeader final : public QHeaderView {
    Q_OBJECT
public:
    MatrixHeader(Qt::Orientation orientation, QWidget* parent);
    /// Marks the section whose condition the Inspector shows; -1 = none.
    void setChosen(int section);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    QSize sizeHint() const override;

private:
    int m_chosen = -1;
};

}
