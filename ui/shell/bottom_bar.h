// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/bottom_panel.h"

#include <QWidget>

#include <array>

class QLabel;
class QTimer;
class QToolButton;

namespace ow::ui {

class ElidedLabel;
class Session;

/// The status bar: toggles of the bottom panels with their counts, and what is open.
class BottomBar : public QWidget {
    Q_OBJECT
public:
    explicit BottomBar(Session* session, QWidget* parent = nullptr);
    /// PageCount = none is open.
    void setOpenPage(BottomPanel::Page page);

signals:
    void toggled(ow::ui::BottomPanel::Page page, bool open);

private:
    void showProblems();
    void showJobs();
    void showProject();
    /// In place of the project for some seconds.
    void showStatus(const QString& text);

    Session* m_session;
    std::array<QToolButton*, BottomPanel::PageCount> m_buttons {};
    ElidedLabel* m_project = nullptr;
    QTimer* m_statusTime = nullptr;
};

}
