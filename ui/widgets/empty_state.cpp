// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/shell/icons.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ow::ui {

EmptyState::EmptyState(
    const QString& iconName, const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space8, Size::Space8, Size::Space8, Size::Space8);
    column->setSpacing(Size::Space2);
    column->addStretch(2);
    m_icon = new QLabel(this);
    m_icon->setAlignment(Qt::AlignHCenter);
    m_title = makeLabel({}, TextSize::CardTitle, QFont::DemiBold);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_sentence = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setMaximumWidth(460);
    m_sentence->setMinimumWidth(200);
    column->addWidget(m_icon);
    column->addSpacing(Size::Space2);
    column->addWidget(m_title);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 8);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(Size::Space3);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(Size::Space2);
    m_buttons->addStretch();
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    column->addStretch(3);
    setTexts(title, sentence);
    drawIcon();
}

void EmptyState::setTexts(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

QPushButton* EmptyState::addButton(const QString& text, bool primary)
{
    QPushButton* button = makeButton(text, primary ? ButtonKind::Primary : ButtonKind::Normal);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::drawIcon()
{
    m_icon->setPixmap(iconPixmap(m_iconName, 40, colors().muted, devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_icon)
        drawIcon();
}

}
