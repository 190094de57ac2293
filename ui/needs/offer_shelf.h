// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

class QListView;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace ow::ui {

/// The library beside the matrix: search, and drag an offer into a cell (or press Enter to put it into the
/// current one).
class OfferShelf final : public QWidget {
    Q_OBJECT
public:
    explicit OfferShelf(QWidget* parent = nullptr);
    void setDraft(const model::Draft& draft);

signals:
    void chosen(const QString& offer);

private:
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QListView* m_list;
};

}
