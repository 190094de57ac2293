// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/home/project_facts.h"
#include "ui/shell/screen.h"

class QStackedWidget;

namespace ow::ui {

class Card;
class HomeProject;
class HomeWelcome;

/// What the project holds, how it is, what changed and what to do next; without a project the ways to get
/// one.
class HomeScreen : public Screen {
    Q_OBJECT
public:
    explicit HomeScreen(QWidget* parent = nullptr);
    void setSession(Session* session) override;
    void activate() override;
    bool usesInspector() const override { return false; }

private:
    void refresh();

    Session* m_session = nullptr;
    QStackedWidget* m_pages = nullptr;
    HomeWelcome* m_welcome = nullptr;
    HomeProject* m_project = nullptr;
};

}
