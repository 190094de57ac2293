// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/shell/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QPushButton>
#include <QStyle>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {
constexpr int ReadMs = 6000;

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return u"good"_s;
    case Tone::Caution:
        return u"caution"_s;
    case Tone::Bad:
        return u"bad"_s;
    case Tone::Info:
        break;
    }
    return u"info"_s;
}
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"messageBar"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Size::Space3, Size::Space1, Size::Space1, Size::Space1);
    row->setSpacing(Size::Space2);
    m_icon = new QLabel(this);
    m_text = makeLabel({}, TextSize::Body, QFont::Medium, Ink::Normal, true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = makeIconButton(u"x"_s, tr("Dismiss"), this);
    row->addWidget(m_icon);
    row->addWidget(m_text, 3);
    row->addWidget(m_details, 1);
    m_action = new QPushButton(this);
    m_action->hide();
    row->addWidget(m_action);
    row->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (const auto action = m_onAction)
            action();
    });
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    m_timer->setInterval(ReadMs);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

void MessageBar::showMessage(Tone tone, const QString& text, const QString& details)
{
    m_tone = tone;
    m_text->setText(text);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    m_action->hide();
    setProperty("tone", toneName(tone));
    style()->unpolish(this);
    style()->polish(this);
    drawIcon();
    setAccessibleName(text);
    show();
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
    if (tone == Tone::Info || tone == Tone::Good)
        m_timer->start();
    else
        m_timer->stop();
}

void MessageBar::offer(const QString& button, std::function<void()> action)
{
    m_onAction = std::move(action);
    m_action->setText(button);
    m_action->show();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::drawIcon()
{
    m_icon->setPixmap(iconPixmap(toneIcon(m_tone), Size::Icon + 2, toneInk(m_tone), devicePixelRatioF()));
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        drawIcon();
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

}
