// SPDX-License-Identifier: GPL-3.0-or-later
#include "workbench/startup.h"

#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QTextStream>
#include <QTimer>

namespace ow::workbench {
namespace {

class FirstPaint final : public QObject {
public:
    FirstPaint(QWidget& window, const QElapsedTimer& sinceStart)
        : QObject(&window)
        , m_sinceStart(sinceStart)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // A timer of 0 ms fires when everything that was queued has been done, painting included.
            QTimer::singleShot(0, this, [this] {
                QTextStream(stdout) << m_sinceStart.elapsed() << '\n';
                QCoreApplication::quit();
            });
        }
        return false;
    }

private:
    const QElapsedTimer& m_sinceStart;
};

}

void quitWhenUsable(ui::MainWindow& window, const QElapsedTimer& sinceStart)
{
    new FirstPaint(window, sinceStart);
}

}
