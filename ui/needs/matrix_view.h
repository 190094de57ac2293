// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace ow::ui {

class CardDelegate;
class MatrixHeader;
class MatrixModel;

/// The grid of cards. Arrow keys move, Enter picks an offer, Delete clears, Ctrl+C / Ctrl+V copy a cell;
/// cards fill the room there is and scroll under sticky headers where there is too little.
class MatrixView final : public QTableView {
    Q_OBJECT
public:
    explicit MatrixView(MatrixModel* model, QWidget* parent = nullptr);
    void setHeat(bool heat);
    MatrixHeader* header(Qt::Orientation orientation) const;

signals:
    void pickRequested(const QModelIndex& index);
    void clearRequested(const QModelIndex& index);
    void copyRequested(const QModelIndex& index);
    void pasteRequested(const QModelIndex& index);
    void moveRequested(Qt::Orientation axis, int section, int step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitSections();
    void refreshHeat();

    MatrixModel* m_matrix;
    CardDelegate* m_cards;
};

}
