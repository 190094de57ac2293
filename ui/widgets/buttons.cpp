// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/buttons.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace ow::ui {

QPushButton* makeButton(const QString& text, ButtonKind kind, const QString& iconName, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    if (!iconName.isEmpty()) {
        button->setIcon(kind == ButtonKind::Primary ? iconOnAccent(iconName) : icon(iconName));
        button->setIconSize({ Size::Icon, Size::Icon });
    }
    switch (kind) {
    case ButtonKind::Primary:
        button->setProperty("kind", u"primary"_s);
        break;
    case ButtonKind::Flat:
        button->setProperty("kind", u"flat"_s);
        break;
    case ButtonKind::Link:
        button->setProperty("kind", u"link"_s);
        button->setCursor(Qt::PointingHandCursor);
        break;
    case ButtonKind::Normal:
        break;
    }
    return button;
}

QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({ Size::Icon + 2, Size::Icon + 2 });
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton* makeIconButton(QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize({ Size::Icon + 2, Size::Icon + 2 });
    button->setAccessibleName(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}
