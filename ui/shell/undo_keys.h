// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ow::ui {

/// Lets the keys of undo and redo through to the project where the field that has the focus has nothing of
/// its own to undo or redo: Qt's text fields keep these keys to themselves even then. One for all windows;
/// installed on the application.
class UndoKeys : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Where there is none yet.
    static void install();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}
