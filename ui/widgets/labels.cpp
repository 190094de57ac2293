// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels.h"

#include <QFrame>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ow::ui {

QLabel* makeLabel(
    const QString& text, TextSize size, QFont::Weight weight, Ink ink, bool wraps, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(textFont(size, weight));
    label->setTextFormat(Qt::PlainText); // titles come from people and files
    label->setWordWrap(wraps);
    setInk(label, ink);
    return label;
}

void setInk(QLabel* label, Ink ink)
{
    const char* tone = ink == Ink::Good ? "good"
        : ink == Ink::Caution           ? "caution"
        : ink == Ink::Bad               ? "bad"
                                        : "";
    label->setProperty("text_style", ink == Ink::Muted ? u"muted"_s : QString());
    label->setProperty("tone", QString::fromLatin1(tone));
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QWidget* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("kind", u"line"_s);
    line->setFixedHeight(1);
    return line;
}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFullText(text);
}

void ElidedLabel::setFullText(const QString& text)
{
    m_full = text;
    setText(text); // for screen readers; painting cuts it
    setToolTip({});
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { std::min(24, sizeHint().width()), QLabel::sizeHint().height() };
}

QSize ElidedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(m_full) + 2, QLabel::sizeHint().height() };
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    setToolTip(fontMetrics().horizontalAdvance(m_full) > contentsRect().width() ? m_full : QString());
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, contentsRect().width());
    style()->drawItemText(
        &painter, contentsRect(), int(alignment()), QWidget::palette(), isEnabled(), shown, foregroundRole());
}

}
