// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <map>
#include <utility>
#include <vector>

namespace ow::ui {

/// A few rows of text under titles: a customer's history, a file's first rows. Columns listed in `numbers`
/// stand right.
class TextTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using Row = std::vector<QString>;
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<QString> titles, std::vector<Row> rows, std::vector<int> numbers = {});
    /// What is wrong with cells, by (row, column); column -1 = the whole row. Until the next setRows().
    void setFaults(std::map<std::pair<int, int>, QString> faults);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool isNumber(int column) const;
    const QString* faultAt(const QModelIndex& index) const;

    std::vector<QString> m_titles;
    std::vector<Row> m_rows;
    std::vector<int> m_numbers;
    std::map<std::pair<int, int>, QString> m_faults;
};

}
