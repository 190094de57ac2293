// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <vector>

namespace ow::ui {

/// Something the command palette can do.
struct PaletteEntry {
    QString title;
    QString detail; ///< "Offer", "Ctrl+Z"
    QString icon;
    std::function<void()> invoke;
    int bonus = 0; ///< added to the score: commands before objects where both fit alike
};

/// The entries that fit what is typed, best first; at most 60.
class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setEntries(std::vector<PaletteEntry> entries);
    void setQuery(const QString& query);
    const PaletteEntry* at(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row {
        std::size_t entry;
        int score;
        QList<int> marked;
    };
    void rank();

    std::vector<PaletteEntry> m_entries;
    std::vector<Row> m_rows;
    QString m_query;
};

}
