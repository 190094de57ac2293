// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/session.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace ow::ui {

/// One message above the screen; not modal. Good and Info go away by themselves, the others wait to be read.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(Tone tone, const QString& text, const QString& details = {});
    /// Puts a button beside the message that is shown; it goes away with the message, or when it was pressed.
    void offer(const QString& button, std::function<void()> action);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void drawIcon();
    QLabel* m_icon = nullptr;
    QLabel* m_text = nullptr;
    QLabel* m_details = nullptr;
    QPushButton* m_action = nullptr;
    std::function<void()> m_onAction;
    QTimer* m_timer = nullptr;
    Tone m_tone = Tone::Info;
};

}
