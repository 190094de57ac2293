// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QElapsedTimer;

namespace ow::ui {
class MainWindow;
}

namespace ow::workbench {

/// Prints the milliseconds since `sinceStart` on stdout as soon as the window has been painted and the event
/// loop has nothing left to do, which is when a person can use it, and ends the program. Background jobs may
/// still run.
void quitWhenUsable(ui::MainWindow& window, const QElapsedTimer& sinceStart);

}
