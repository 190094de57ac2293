// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/screen.h"

class QVBoxLayout;

namespace ow::ui {

/// What the project holds, how it is, and what to do next.
class HomeScreen : public Screen {
    Q_OBJECT
public:
    explicit HomeScreen(QWidget* parent = nullptr);
    void setSession(Session* session) override;

private:
    Session* m_session = nullptr;
};

}
