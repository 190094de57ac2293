// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QLabel;

namespace ow::ui {

/// One side's value of a field: a card that is pressed to take it, by mouse, Space or Enter. Checked = taken.
class ValueBox : public QAbstractButton {
    Q_OBJECT
public:
    /// `take` is what pressing it does, in words: "Take ours".
    explicit ValueBox(const QString& take, QWidget* parent = nullptr);

    /// What is not there is said in a muted word.
    void setValue(const QString& text, bool there, bool code);
    /// Differs from the base: its value is set strong.
    void setChanged(bool changed);
    QString valueText() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void checkStateSet() override;
    void nextCheckState() override { } ///< who owns the choice says what is taken
    void changeEvent(QEvent* event) override;

private:
    void restyle();

    QString m_take;
    QLabel* m_value = nullptr;
    QLabel* m_action = nullptr;
    bool m_there = true;
    bool m_code = false;
    bool m_changed = false;
};

}
