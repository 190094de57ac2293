// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/simulate/sim_run.h"

#include <QAbstractTableModel>

namespace ow::ui {

/// What each offer did in a simulation. SortRole gives numbers.
class OfferResultsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Considered,
        Shown,
        Withheld,
        Attached,
        Rate,
        Declined,
        Margin,
        MainBlock,
        ColumnCount
    };
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    void setRun(SimSnapshot run);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant key(const simulate::OfferRow& row, Column column) const;
    QString text(const simulate::OfferRow& row, Column column) const;
    QString tip(const simulate::OfferRow& row) const;
    SimSnapshot m_run;
};

/// What became of each customer in a simulation.
class PeopleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Customer, Decisions, Shown, Attached, Margin, Arm, First, ColumnCount };
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;
    void setRun(SimSnapshot run);
    const std::string& customer(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    SimSnapshot m_run;
};

}
