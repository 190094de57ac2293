// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListView;

namespace ow::ui {

class HistoryDetail;
class HistoryModel;
class Session;

/// Who changed what, when, why, and beside it what the selected step did; a double click (or Enter) takes the
/// project to that state. Undone branches too. Below: how long the history is and what it takes.
class HistoryPanel : public QWidget {
    Q_OBJECT
public:
    explicit HistoryPanel(Session* session, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refill();
    void showSize();
    void goTo(const QModelIndex& index);
    void showCurrent();
    qint64 currentId() const; ///< -1 = none

    Session* m_session;
    HistoryModel* m_model = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_size = nullptr;
    HistoryDetail* m_detail = nullptr;
    int m_limit = 0; ///< rows read so far at most; grows as one scrolls down
    qint64 m_head = -1; ///< as last shown
    bool m_stale = true;
};

}
