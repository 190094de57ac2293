// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

namespace ow::ui {

class Session;

/// The projects opened before; hidden where there are none besides the open one.
class RecentProjects : public Card {
    Q_OBJECT
public:
    explicit RecentProjects(Session* session, QWidget* parent = nullptr);
    void refresh();

private:
    Session* m_session;
};

}
