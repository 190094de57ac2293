// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/history.h"

#include <QAbstractListModel>

#include <vector>

namespace ow::ui {

/// The history of the project, newest first. Undone states stay in the list, faded; the state in force has a
/// dot.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 100 };

    using QAbstractListModel::QAbstractListModel;
    /// `head`: id of the state the project stands at.
    void setHistory(std::vector<store::HistoryEntry> entries, std::int64_t head);
    /// The same history read further down: its rows come behind those that are there.
    void setOlder(std::vector<store::HistoryEntry> entries);
    const store::HistoryEntry* at(int row) const;
    int headRow() const;
    int rowOf(std::int64_t id) const; ///< -1 where it is not read

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<store::HistoryEntry> m_entries;
    std::int64_t m_head = 0;
};

}
