// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
constexpr int Height = 24;
constexpr int Pad = 9;
constexpr int Mark = 14;
constexpr int Dot = 8;
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return u"good"_s;
    case Tone::Caution:
        return u"warning"_s;
    case Tone::Bad:
        return u"error"_s;
    case Tone::Info:
        break;
    }
    return u"info"_s;
}

QColor toneInk(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return colors().good;
    case Tone::Caution:
        return colors().caution;
    case Tone::Bad:
        return colors().bad;
    case Tone::Info:
        break;
    }
    return colors().ink;
}

QColor toneWash(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return colors().goodWash;
    case Tone::Caution:
        return colors().cautionWash;
    case Tone::Bad:
        return colors().badWash;
    case Tone::Info:
        break;
    }
    return colors().accentWash;
}

Chip::Chip(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFont(textFont(TextSize::Caption, QFont::Medium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setPressable(false);
}

Chip::Chip(const QString& text, Tone tone, QWidget* parent)
    : Chip(text, parent)
{
    m_tone = tone;
}

void Chip::setTone(std::optional<Tone> tone)
{
    m_tone = tone;
    updateGeometry();
    update();
}

void Chip::setDot(const QColor& color)
{
    m_dot = color;
    updateGeometry();
    update();
}

void Chip::setPressable(bool pressable)
{
    m_pressable = pressable;
    setFocusPolicy(pressable || m_removable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAttribute(Qt::WA_Hover, pressable);
}

void Chip::setRemovable(bool removable)
{
    m_removable = removable;
    setPressable(m_pressable);
    updateGeometry();
    update();
}

int Chip::leading() const
{
    if (m_tone && *m_tone != Tone::Info)
        return Mark + 5;
    return m_dot.isValid() ? Dot + 6 : 0;
}

QSize Chip::sizeHint() const
{
    return { 2 * Pad + leading() + fontMetrics().horizontalAdvance(text()) + (m_removable ? Mark + 4 : 0),
        Height };
}

QRect Chip::crossRect() const { return { width() - Pad - Mark + 3, (height() - Mark) / 2, Mark, Mark }; }

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool hovered = m_pressable && underMouse();
    painter.setBrush(m_tone ? toneWash(*m_tone) : hovered ? colors().selected : colors().hover);
    painter.setPen(hasFocus() ? QPen(colors().accent, 2) : QPen(Qt::NoPen));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), Height / 2.0 - 1, Height / 2.0 - 1);
    const QColor ink = m_tone ? toneInk(*m_tone) : colors().ink;
    int x = Pad;
    if (m_tone && *m_tone != Tone::Info) {
        painter.drawPixmap(
            x - 2, (height() - Mark) / 2, iconPixmap(toneIcon(*m_tone), Mark, ink, devicePixelRatioF()));
    } else if (m_dot.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_dot);
        painter.drawEllipse(QRectF(x, (height() - Dot) / 2.0, Dot, Dot));
    }
    x += leading();
    painter.setPen(ink);
    const int right = m_removable ? Mark + 4 + Pad : Pad;
    const QRect textRect(x, 0, width() - x - right + 1, height());
    painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(text(), Qt::ElideRight, textRect.width()));
    if (m_removable)
        painter.drawPixmap(
            crossRect().topLeft(), iconPixmap(u"x"_s, Mark, colors().muted, devicePixelRatioF()));
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_removable && crossRect().adjusted(-4, -4, 4, 4).contains(event->position().toPoint())) {
        setDown(false);
        emit removed();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        emit removed();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

}
