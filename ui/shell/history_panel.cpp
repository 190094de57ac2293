// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_panel.h"

#include "ui/shell/history_model.h"
#include "ui/shell/list_delegate.h"
#include "ui/shell/session.h"

#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ow::ui {

HistoryPanel::HistoryPanel(Session* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_model = new HistoryModel(this);
    m_list = new QListView(this);
    m_list->setProperty("kind", u"plain"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ListDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("History"));
    m_list->setToolTip(tr("Double click a line to go back, or forward, to that state"));
    column->addWidget(m_list);
    connect(m_list, &QListView::activated, this, &HistoryPanel::goTo);
    const auto stale = [this] {
        m_stale = true;
        if (isVisible())
            refill();
    };
    connect(session, &Session::projectOpened, this, stale);
    connect(session, &Session::projectClosed, this, stale);
    connect(session, &Session::draftChanged, this, stale);
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refill();
}

void HistoryPanel::refill()
{
    m_stale = false;
    if (const store::Project* project = m_session->project())
        m_model->setHistory(project->history(), project->head());
    else
        m_model->setHistory({}, 0);
    if (m_model->headRow() >= 0)
        m_list->scrollTo(m_model->index(m_model->headRow()));
}

void HistoryPanel::goTo(const QModelIndex& index)
{
    if (const store::HistoryEntry* entry = m_model->at(index.row()))
        m_session->goTo(std::int64_t(entry->id));
}

}
