// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/session.h"

#include <QAbstractButton>
#include <QColor>

#include <optional>

namespace ow::ui {

/// A small rounded word: a status, a fallback offer, a condition. Pressed by mouse, Space or Enter where
/// `setPressable`.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);
    /// In a tone the chip also carries the tone's icon: colour is never alone.
    Chip(const QString& text, Tone tone, QWidget* parent = nullptr);

    void setTone(std::optional<Tone> tone);
    /// A dot of this colour before the text (a role); invalid = none.
    void setDot(const QColor& color);
    void setPressable(bool pressable);
    /// Shows a cross that emits removed().
    void setRemovable(bool removable);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect crossRect() const;
    int leading() const;

    std::optional<Tone> m_tone;
    QColor m_dot;
    bool m_removable = false;
    bool m_pressable = false;
};

/// "check", "warning", … and the ink for a tone.
QString toneIcon(Tone tone);
QColor toneInk(Tone tone);
QColor toneWash(Tone tone);

}
