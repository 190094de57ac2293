// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/nav_bar.h"

#include "ui/shell/icons.h"
#include "ui/shell/screens.h"
#include "ui/shell/theme.h"

#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ow::ui {

NavBar::NavBar(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"navBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Screens"));
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(Size::Space2, Size::Space2, Size::Space2, Size::Space2);
    m_layout->setSpacing(Size::Space1);
    m_menu = addButton(u"menu"_s, tr("Menu"));
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_layout->addSpacing(Size::Space2);
    int key = 1;
    for (const ScreenInfo& screen : screens()) {
        QToolButton* button = addButton(screen.icon, screen.title);
        button->setObjectName(u"nav-"_s + screen.id);
        button->setCheckable(true);
        button->setToolTip(u"%1 (Ctrl+%2)"_s.arg(screen.title).arg(key++));
        connect(button, &QToolButton::clicked, this, [this, id = screen.id] { emit chosen(id); });
        m_buttons.emplace_back(screen.id, button);
    }
    m_layout->addStretch();
    setLabelled(false);
}

QToolButton* NavBar::addButton(const QString& iconName, const QString& title)
{
    auto* button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({ Size::BigIcon - 2, Size::BigIcon - 2 });
    button->setText(u"  "_s + title);
    button->setAccessibleName(title);
    button->setFocusPolicy(Qt::TabFocus);
    m_layout->addWidget(button);
    return button;
}

void NavBar::openMenu() { m_menu->showMenu(); }

void NavBar::setMenu(QMenu* menu) { m_menu->setMenu(menu); }

void NavBar::setCurrent(const QString& screen)
{
    for (const auto& [id, button] : m_buttons)
        button->setChecked(id == screen);
}

void NavBar::setLabelled(bool labelled)
{
    m_labelled = labelled;
    setFixedWidth(labelled ? Size::NavWideWidth : Size::NavWidth);
    const int width = this->width() - 2 * Size::Space2;
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setToolButtonStyle(labelled ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setFixedSize(width, Size::NavWidth - 2 * Size::Space2);
    }
}

}
