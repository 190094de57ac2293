// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/mending.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace ow::ui {

/// The rejected rows of an import with what would become of each now; the cells can be edited. What changed
/// is to be tried (wanted()), and the answers come in by setFates().
class MendModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { State, Line, Complaint, FirstCell };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const ingest::Mending& mending, std::vector<ingest::MendRow> rows);
    const std::vector<ingest::MendRow>& rows() const { return m_rows; }
    /// Takes nothing for known: all rows are as they were rejected, and to be tried once more.
    void tryAll();
    /// Rows that were changed since they were tried last, or never were; they are taken off the list.
    std::vector<int> takeUntried();
    void setFates(const std::vector<int>& rows, const std::vector<ingest::RowFate>& fates);
    /// Rows that would be taken as they are now.
    std::vector<ingest::MendRow> takenRows() const;
    int takenCount() const;
    int editedCount() const { return int(m_edited.size()); }

    const std::vector<QString>& columnTitles() const { return m_titles; }
    /// Replaces a cell's whole text in all rows where it is `from`. Answers how many.
    int replaceAll(int cellColumn, const QString& from, const QString& to);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void edited(); ///< there is something to try

private:
    /// The place of a cell in its row; MendRow::none where its file has no such column.
    std::size_t placeOf(int row, int column) const;
    void forgetFates();
    QString stateOf(std::size_t row) const;
    QString complaintOf(std::size_t row) const;
    bool change(int row, int column, const std::string& text);

    std::vector<QString> m_titles;
    std::vector<std::vector<std::size_t>> m_places; ///< by file and column of the table: the cell
    std::vector<ingest::MendRow> m_rows;
    std::vector<ingest::MendRow> m_first; ///< as they were
    std::vector<ingest::RowFate> m_fates;
    QSet<int> m_untried;
    QSet<int> m_edited;
};

}
