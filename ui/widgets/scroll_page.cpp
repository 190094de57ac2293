// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scroll_page.h"

#include "ui/shell/theme.h"

using namespace Qt::StringLiterals;

namespace ow::ui {

ScrollPage::ScrollPage(int maxWidth, QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* inner = new QWidget;
    inner->setObjectName(u"scrolled"_s);
    auto* row = new QHBoxLayout(inner);
    row->setContentsMargins(Size::Space6, Size::Space6, Size::Space6, Size::Space6);
    auto* column = new QWidget;
    if (maxWidth > 0)
        column->setMaximumWidth(maxWidth);
    m_body = new QVBoxLayout(column);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(Size::Space4);
    row->addStretch(1);
    row->addWidget(column, 1000);
    row->addStretch(1);
    setWidget(inner);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
}

}
