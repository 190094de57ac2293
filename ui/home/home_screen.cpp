// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/home_screen.h"

namespace ow::ui {

HomeScreen::HomeScreen(QWidget* parent)
    : Screen(parent)
{
}

void HomeScreen::setSession(Session* session) { m_session = session; }

}
