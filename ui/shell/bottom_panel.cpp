// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bottom_panel.h"

#include "ui/shell/history_panel.h"
#include "ui/shell/jobs_panel.h"
#include "ui/shell/problems_panel.h"
#include "ui/shell/session.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ow::ui {

BottomPanel::BottomPanel(Session* session, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"bottomPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Size::Space4, Size::Space1, Size::Space2, Size::Space2);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    m_title = makeLabel({}, TextSize::Body, QFont::DemiBold);
    auto* close = makeIconButton(u"x"_s, tr("Close panel"), this);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(close);
    column->addLayout(head);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(new ProblemsPanel(session));
    m_pages->addWidget(new HistoryPanel(session));
    m_pages->addWidget(new JobsPanel(&session->jobs()));
    column->addWidget(m_pages, 1);
    setMinimumHeight(120);
    connect(close, &QToolButton::clicked, this, &BottomPanel::closed);
    setPage(Problems);
}

void BottomPanel::setPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_title->setText(title(page));
    setAccessibleName(title(page));
}

BottomPanel::Page BottomPanel::page() const { return Page(m_pages->currentIndex()); }

QString BottomPanel::title(Page page)
{
    switch (page) {
    case Problems:
        return tr("Problems");
    case History:
        return tr("History");
    case Jobs:
        return tr("Jobs");
    case PageCount:
        break;
    }
    return {};
}

}
