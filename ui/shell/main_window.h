// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/session.h"

#include <QMainWindow>

#include <map>

class QLabel;
class QStackedWidget;

namespace ow::ui {

class NavBar;
class Screen;

/// The frame around the screens.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    Session& session() { return m_session; }
    /// Makes the screen if need be and brings it to the front; an unknown id changes nothing and answers
    /// false.
    bool showScreen(const QString& id);
    Screen* currentScreen() const;
    /// True when the screen in front shows its final picture and no job runs.
    bool settled() const;

private:
    void build();

    Session m_session;
    NavBar* m_nav = nullptr;
    QLabel* m_title = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::map<QString, Screen*> m_made;
    QString m_current;
};

}
