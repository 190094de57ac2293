// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QPushButton;

namespace ow::ui {

class HistoryModel;
class Session;

/// Who changed what, when, why; a double click (or Enter) takes the project to that state.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(Session* session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refill();
    void goTo(const QModelIndex& index);

    Session* m_session;
    HistoryModel* m_model = nullptr;
    QListView* m_list = nullptr;
    bool m_stale = true;
};

}
