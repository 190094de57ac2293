// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_panel.h"

#include "ui/shell/history_model.h"
#include "ui/shell/list_delegate.h"
#include "ui/shell/session.h"
#include "ui/widgets/labels.h"

#include <QListView>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {
constexpr int Rows = 1000;
}

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
    m_size = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted);
    m_size->setObjectName(u"size"_s);
    m_size->setContentsMargins(Size::Space3, Size::Space1, Size::Space3, Size::Space1);
    column->addWidget(m_size);
    // The rest of a long history is read when one comes to its end.
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_list->verticalScrollBar()->maximum() && m_model->rowCount() == m_limit)
            m_model->setOlder(m_session->project()->history(m_limit += Rows));
    });
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
        m_model->setHistory(project->history(m_limit = std::max(m_limit, Rows)), project->head());
    else
        m_model->setHistory({}, 0);
    showSize();
    if (m_model->headRow() >= 0)
        m_list->scrollTo(m_model->index(m_model->headRow()));
}

void HistoryPanel::showSize()
{
    m_size->setVisible(m_session->isOpen());
    if (!m_session->isOpen())
        return;
    const store::HistorySize size = m_session->project()->historySize();
    std::error_code ec;
    const auto file = std::filesystem::file_size(m_session->project()->file(), ec);
    const QLocale locale;
    m_size->setText(tr("%Ln step(s), %1 of %2", nullptr, int(size.steps))
                        .arg(locale.formattedDataSize(size.bytes, 1, QLocale::DataSizeSIFormat),
                            locale.formattedDataSize(ec ? 0 : qint64(file), 1, QLocale::DataSizeSIFormat)));
    m_size->setToolTip(tr("What the history takes of the project's file. Undone steps stay in it."));
}

void HistoryPanel::goTo(const QModelIndex& index)
{
    if (const store::HistoryEntry* entry = m_model->at(index.row()))
        m_session->goTo(std::int64_t(entry->id));
}

}
