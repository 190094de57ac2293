// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ow::ui {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
{
    setProperty("kind", u"card"_s);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(Size::Space4, Size::Space3, Size::Space4, Size::Space4);
    outer->setSpacing(Size::Space3);
    m_head = new QHBoxLayout;
    m_head->setSpacing(Size::Space2);
    m_title = makeLabel({}, TextSize::CardTitle, QFont::DemiBold);
    m_head->addWidget(m_title);
    m_head->addStretch();
    outer->addLayout(m_head);
    m_body = new QVBoxLayout;
    m_body->setSpacing(Size::Space2);
    outer->addLayout(m_body, 1);
    setTitle(title);
}

void Card::setTitle(const QString& title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
}

void Card::addTool(QWidget* widget) { m_head->addWidget(widget); }

}
