// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector_panel.h"

#include "ui/shell/object_inspector.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

using namespace Qt::StringLiterals;

namespace ow::ui {

InspectorPanel::InspectorPanel(Session* session, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"inspectorPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Inspector"));
    setMinimumWidth(260);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(Size::Space4, Size::Space2, Size::Space2, 0);
    head->addWidget(makeLabel(tr("Inspector"), TextSize::Body, QFont::DemiBold, Ink::Muted));
    head->addStretch();
    auto* close = makeIconButton(u"x"_s, tr("Close inspector"), this);
    head->addWidget(close);
    m_column->addLayout(head);
    m_default = new ObjectInspector(session, this);
    m_column->addWidget(m_default, 1);
    m_page = m_default;
    connect(close, &QToolButton::clicked, this, &InspectorPanel::closed);
}

void InspectorPanel::setPage(QWidget* page)
{
    if (!page)
        page = m_default;
    if (page == m_page)
        return;
    m_page->hide();
    if (m_page != m_default)
        m_column->removeWidget(m_page);
    if (page != m_default)
        m_column->addWidget(page, 1);
    m_page = page;
    m_page->show();
}

}
