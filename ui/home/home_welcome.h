// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace ow::ui {

class RecentProjects;
class Session;

/// Home without a project: sample, new, open, recent.
class HomeWelcome : public QWidget {
    Q_OBJECT
public:
    explicit HomeWelcome(Session* session, QWidget* parent = nullptr);
    void refresh();

private:
    RecentProjects* m_recent = nullptr;
};

}
