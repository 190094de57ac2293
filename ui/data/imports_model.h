// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_reader.h"

#include <QAbstractTableModel>

#include <vector>

namespace ow::ui {

/// The imports of a project, newest first.
class ImportsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { At, Kind, Source, Stored, Rejected, Duplicates, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setImports(std::vector<store::ImportRecord> imports, const std::string& zone);
    const store::ImportRecord& import(int row) const { return m_imports[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<store::ImportRecord> m_imports;
    std::string m_zone = "UTC";
};

}
