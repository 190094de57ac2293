// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QAbstractTableModel>

#include <map>
#include <string>
#include <utility>

namespace ow::ui {

/// How many sample customers stand in each cell, by (stage, motivation); either may be "" = none holds.
using CellCounts = std::map<std::pair<std::string, std::string>, std::int64_t>;

/// The need-state matrix as a table: stages are rows, motivations columns. A view of an immutable snapshot.
class MatrixModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        StageRole = Qt::UserRole, ///< QString id
        MotivationRole,
        BenefitRole, ///< QString
        RoleRole, ///< int(model::Role) of the first offer
        FallbacksRole, ///< QStringList
        CandidatesRole, ///< QStringList of offer names, for an empty cell
        StatusRole, ///< QString; "" where the first offer is active
        ShareRole, ///< double 0…1 of all sample customers, or -1 = not known
        CountRole, ///< qlonglong, or -1
        ConditionRole, ///< headers: the expression
        BecauseRole, ///< QString: the first offer's because, its paths as "…"
        MissingRole, ///< bool: names an offer that the draft does not have
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setDraft(model::DraftSnapshot draft);
    void setCounts(CellCounts counts);
    const model::DraftSnapshot& draft() const { return m_draft; }
    std::int64_t customers() const { return m_customers; } ///< behind the shares; 0 = not known
    QModelIndex indexOf(const std::string& stage, const std::string& motivation) const;
    std::string stageAt(int row) const;
    std::string motivationAt(int column) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) override;

signals:
    void offerDropped(const QString& stage, const QString& motivation, const QString& offer);

private:
    const model::Cell* cell(const QModelIndex& index) const;
    std::int64_t count(const QModelIndex& index) const;
    QString spoken(const QModelIndex& index) const;

    model::DraftSnapshot m_draft = std::make_shared<const model::Draft>();
    CellCounts m_counts;
    std::int64_t m_customers = 0;
    QStringList m_candidates;
};

/// Carries an offer's id while it is dragged.
inline constexpr char OfferMime[] = "application/x-offerwright-offer";

}
