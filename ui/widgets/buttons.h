// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QToolButton>

class QAction;

namespace ow::ui {

enum class ButtonKind { Normal, Primary, Flat, Link };

/// One primary button a screen at most; texts are verbs. `iconName` as for icon(), "" = none.
QPushButton* makeButton(const QString& text, ButtonKind kind = ButtonKind::Normal,
    const QString& iconName = {}, QWidget* parent = nullptr);
/// An icon alone: `name` is its tooltip and what screen readers say.
QToolButton* makeIconButton(const QString& iconName, const QString& name, QWidget* parent = nullptr);
/// The same for an action.
QToolButton* makeIconButton(QAction* action, QWidget* parent = nullptr);

}
