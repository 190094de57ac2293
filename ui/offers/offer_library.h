// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;

namespace ow::ui {

class OfferFilter;
class LibraryModel;

/// The left of the Offers screen: search, status filter, the list.
class OfferLibrary final : public QWidget {
    Q_OBJECT
public:
    explicit OfferLibrary(QWidget* parent = nullptr);
    void setDraft(model::DraftSnapshot draft);
    void setCurrent(const std::string& id);
    QListView* list() const { return m_list; }
    LibraryModel* model() const { return m_model; }

signals:
    void chosen(const QString& offer);
    void newRequested(model::OfferKind kind);
    void copyRequested();
    void removeRequested();

private:
    void fillStatus(const model::Draft& draft);

    LibraryModel* m_model;
    OfferFilter* m_filter;
    QListView* m_list;
    QComboBox* m_status;
    QLabel* m_none;
};

}
