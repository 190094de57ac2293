// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/history.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace ow::ui {

class CommitLine;
class DiffModel;
class Session;

/// One step of the history: what it changed, before and after, and why, which can be said here at any time.
class HistoryDetail : public QWidget {
    Q_OBJECT
public:
    explicit HistoryDetail(Session* session, QWidget* parent = nullptr);

    /// None = nothing to show.
    void setEntry(std::optional<store::HistoryEntry> entry);

signals:
    void goToAsked(qlonglong id);
    /// The history has another why in it now.
    void whyChanged();

private:
    void buildHead();
    void showChanges();
    void saveWhy(const QString& why);

    Session* m_session;
    std::optional<store::HistoryEntry> m_entry;
    QLabel* m_here = nullptr;
    QPushButton* m_go = nullptr;
    CommitLine* m_why = nullptr;
    QStackedWidget* m_pages = nullptr;
    DiffModel* m_changes = nullptr;
    QTreeView* m_view = nullptr;
    QLabel* m_nothing = nullptr;
};

}
