// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ow::ui {

/// What a screen shows when there is nothing: an icon, what is missing, why it is worth having, and what to
/// press.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(
        const QString& iconName, const QString& title, const QString& sentence, QWidget* parent = nullptr);

    void setTexts(const QString& title, const QString& sentence);
    QPushButton* addButton(const QString& text, bool primary = false);

protected:
    void changeEvent(QEvent* event) override;

private:
    void drawIcon();

    QString m_iconName;
    QLabel* m_icon = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_sentence = nullptr;
    QHBoxLayout* m_buttons = nullptr;
};

}
