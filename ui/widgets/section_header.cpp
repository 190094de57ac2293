// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/section_header.h"

#include "ui/widgets/labels.h"

namespace ow::ui {

SectionHeader::SectionHeader(const QString& title, const QString& note, QWidget* parent)
    : QWidget(parent)
{
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(Size::Space2);
    m_title = makeLabel(title, TextSize::CardTitle, QFont::DemiBold);
    m_note = makeLabel(note, TextSize::Body, QFont::Normal, Ink::Muted);
    m_row->addWidget(m_title);
    m_row->addWidget(m_note);
    m_row->addStretch();
}

void SectionHeader::setTitle(const QString& title) { m_title->setText(title); }
void SectionHeader::setNote(const QString& note) { m_note->setText(note); }
void SectionHeader::addTool(QWidget* widget) { m_row->addWidget(widget); }

}
