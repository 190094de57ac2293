// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;
class QStackedWidget;

namespace ow::ui {

class ProblemsModel;
class Session;

/// Live lint; a click leads to the place.
class ProblemsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ProblemsPanel(Session* session, QWidget* parent = nullptr);

private:
    void refill();
    void follow(const QModelIndex& index);

    Session* m_session;
    ProblemsModel* m_model = nullptr;
    QListView* m_list = nullptr;
    QStackedWidget* m_pages = nullptr;
};

}
