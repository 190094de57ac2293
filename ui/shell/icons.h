// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace ow::ui {

/// Our own line icon resources/icons/<name>.svg, drawn in the text colour of the theme in force at the time
/// of painting (muted where disabled, accent where checked). Unknown names draw nothing and warn once.
QIcon icon(const QString& name);
/// The same for the ground of the accent: primary buttons.
QIcon iconOnAccent(const QString& name);
/// The same in a fixed colour, `size` device-independent pixels square.
QPixmap iconPixmap(const QString& name, int size, const QColor& color, qreal ratio = 1);

}
