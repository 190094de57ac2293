// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

#include <optional>
#include <set>

namespace ow::ui {

/// The offers of a snapshot in the draft's order.
class LibraryModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        DetailRole, ///< "bundle · launch · advanced"
        PriceRole, ///< "USD 199.00"
        RoleRole, ///< int(model::Role)
        StatusRole, ///< int(model::OfferStatus)
        SearchRole, ///< name, id and items
    };
    using QAbstractListModel::QAbstractListModel;
    void setDraft(model::DraftSnapshot draft);
    QModelIndex indexOf(const std::string& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    model::DraftSnapshot m_draft = std::make_shared<const model::Draft>();
};

/// Filters by words and by status.
class OfferFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWords(const QString& words);
    /// Empty = every status.
    void setStatus(std::optional<model::OfferStatus> status);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    std::optional<model::OfferStatus> m_status;
};

}
