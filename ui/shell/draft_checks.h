// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QTimer;

namespace ow::ui {

class Session;

/// Checks the draft in the background, a moment after each change, and keeps the session's problems up to
/// date.
class DraftChecks : public QObject {
    Q_OBJECT
public:
    explicit DraftChecks(Session* session);

private:
    void start();

    Session* m_session;
    QTimer* m_pause = nullptr;
};

}
