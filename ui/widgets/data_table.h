// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <functional>

namespace ow::ui {

/// A QTableView with our manners: whole rows, no grid, figures to the right, sorting by a click on the
/// header, rows copied as tab-separated text (Ctrl+C), Enter and double click both activate.
class DataTable : public QTableView {
    Q_OBJECT
public:
    explicit DataTable(QWidget* parent = nullptr);

    /// Where rows with no content leave an empty sheet: one muted sentence in the middle.
    void setEmptyText(const QString& text);
    /// The column that takes the room that is left; default: the last.
    void setStretchColumn(int column);
    /// The selected rows (all columns shown, with the header) as tab-separated lines.
    QString selectedTsv() const;
    /// What Ctrl+C does instead of copying selectedTsv(), for tables whose rows are not all there.
    void setCopier(std::function<void()> copier) { m_copier = std::move(copier); }
    /// What letters do instead of searching row by row, for tables whose rows are not all there.
    void setLetterTaker(std::function<void(const QString&)> taker) { m_letterTaker = std::move(taker); }
    void setModel(QAbstractItemModel* model) override;
    void keyboardSearch(const QString& letters) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_emptyText;
    std::function<void()> m_copier;
    std::function<void(const QString&)> m_letterTaker;
    int m_stretch = -1;
};

}
