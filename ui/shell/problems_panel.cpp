// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/problems_panel.h"

#include "ui/shell/panel_list.h"
#include "ui/shell/problems_model.h"
#include "ui/shell/session.h"
#include "ui/widgets/labels.h"

#include <QListView>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ow::ui {

ProblemsPanel::ProblemsPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages = new QStackedWidget(this);
    m_model = new ProblemsModel(this);
    m_list = makePanelList(m_model, tr("Problems"), this);
    auto* nothing = makeLabel({}, TextSize::Body, QFont::Normal, Ink::Muted, true);
    nothing->setObjectName(u"noProblems"_s);
    nothing->setAlignment(Qt::AlignCenter);
    m_pages->addWidget(nothing);
    m_pages->addWidget(m_list);
    column->addWidget(m_pages);
    connect(m_list, &QListView::clicked, this, &ProblemsPanel::follow);
    connect(m_list, &QListView::activated, this, &ProblemsPanel::follow);
    connect(session, &Session::problemsChanged, this, &ProblemsPanel::refill);
    connect(session, &Session::projectOpened, this, &ProblemsPanel::refill);
    refill();
}

void ProblemsPanel::refill()
{
    m_model->setProblems(m_session->problems());
    auto* nothing = findChild<QLabel*>(u"noProblems"_s);
    nothing->setText(m_session->isOpen() ? tr("No problems found in this draft.")
                                         : tr("Open a project to have it checked."));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
}

void ProblemsPanel::follow(const QModelIndex& index)
{
    const Problem* problem = m_model->at(index.row());
    if (!problem || problem->screen.isEmpty())
        return;
    const Problem copy = *problem; // showing a screen may refill the list
    m_session->show(copy.screen, copy.selection);
}

}
