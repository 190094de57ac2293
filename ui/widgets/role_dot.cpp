// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/role_dot.h"

#include "ui/widgets/chip_paint.h"
#include "ui/widgets/words.h"

#include <QPainter>

namespace ow::ui {

RoleDot::RoleDot(model::Role role, QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(16, 16);
    setRole(role);
}

void RoleDot::setRole(model::Role role)
{
    m_role = role;
    setToolTip(word(role));
    setAccessibleName(word(role));
    update();
}

void RoleDot::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRoleDot(painter, QPointF(8, 8), 5, m_role);
}

}
