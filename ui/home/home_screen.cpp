// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_screen.h"

#include "ui/home/home_project.h"
#include "ui/home/home_welcome.h"
#include "ui/shell/session.h"

#include <QStackedWidget>

namespace ow::ui {

HomeScreen::HomeScreen(QWidget* parent)
    : Screen(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    column->addWidget(m_pages);
}

void HomeScreen::setSession(Session* session)
{
    m_session = session;
    m_welcome = new HomeWelcome(session);
    m_project = new HomeProject(session);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(m_project);
    connect(session, &Session::projectOpened, this, &HomeScreen::refresh);
    connect(session, &Session::projectClosed, this, &HomeScreen::refresh);
    refresh();
}

void HomeScreen::activate() { refresh(); }

void HomeScreen::refresh()
{
    if (m_session->isOpen())
        m_project->refresh();
    else
        m_welcome->refresh();
    m_pages->setCurrentWidget(m_session->isOpen() ? static_cast<QWidget*>(m_project) : m_welcome);
}

}
