// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/nav_bar.h"
#include "ui/shell/screens.h"
#include "ui/shell/theme.h"

#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ow::ui {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
{
    setWindowTitle(tr("Offerwright"));
    resize(1280, 800);
    build();
    connect(&m_session, &Session::screenRequested, this, &MainWindow::showScreen);
    showScreen(screens().front().id);
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    auto* central = new QWidget(this);
    central->setObjectName(u"page"_s);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_nav = new NavBar(central);
    row->addWidget(m_nav);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    auto* titleBar = new QWidget(central);
    titleBar->setObjectName(u"titleBar"_s);
    titleBar->setAttribute(Qt::WA_StyledBackground);
    titleBar->setFixedHeight(Size::TitleHeight);
    auto* titleRow = new QHBoxLayout(titleBar);
    titleRow->setContentsMargins(Size::Space4, 0, Size::Space4, 0);
    m_title = new QLabel(titleBar);
    m_title->setFont(textFont(TextSize::PageTitle, QFont::DemiBold));
    titleRow->addWidget(m_title);
    titleRow->addStretch();
    column->addWidget(titleBar);
    m_stack = new QStackedWidget(central);
    column->addWidget(m_stack, 1);
    setCentralWidget(central);
    connect(m_nav, &NavBar::chosen, this, &MainWindow::showScreen);
    int key = 1;
    for (const ScreenInfo& screen : screens())
        connect(new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(key++)), this), &QShortcut::activated, this,
            [this, id = screen.id] { showScreen(id); });
}

bool MainWindow::showScreen(const QString& id)
{
    const ScreenInfo* info = findScreen(id);
    if (!info)
        return false;
    Screen*& screen = m_made[id];
    if (!screen) {
        screen = info->make(m_stack);
        screen->setSession(&m_session);
        m_stack->addWidget(screen);
    }
    m_current = id;
    m_stack->setCurrentWidget(screen);
    m_nav->setCurrent(id);
    m_title->setText(info->title);
    screen->activate();
    return true;
}

Screen* MainWindow::currentScreen() const
{
    const auto found = m_made.find(m_current);
    return found == m_made.end() ? nullptr : found->second;
}

bool MainWindow::settled() const
{
    const Screen* screen = currentScreen();
    return screen && screen->settled();
}

}
