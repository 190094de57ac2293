// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history_panel.h"

#include "ui/shell/history_detail.h"
#include "ui/shell/history_model.h"
#include "ui/shell/panel_list.h"
#include "ui/shell/session.h"
#include "ui/widgets/labels.h"

#include <QListView>
#include <QLocale>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

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
    m_list = makePanelList(m_model, tr("History"), this);
    m_list->setToolTip(tr("Double click a line to go back, or forward, to that state"));
    auto* left = new QWidget;
    auto* rows = new QVBoxLayout(left);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_list, 1);
    m_size = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted);
    m_size->setObjectName(u"size"_s);
    m_size->setContentsMargins(Size::Space3, Size::Space1, Size::Space3, Size::Space1);
    rows->addWidget(m_size);
    m_detail = new HistoryDetail(session);
    auto* parts = new QSplitter(Qt::Horizontal);
    parts->setProperty("gap", true);
    parts->setHandleWidth(Size::Space2);
    parts->setChildrenCollapsible(false);
    parts->addWidget(left);
    parts->addWidget(m_detail);
    for (int i = 0; i < parts->count(); ++i)
        parts->setStretchFactor(i, 1);
    parts->setSizes({ 100, 100 });
    column->addWidget(parts, 1);
    // The rest of a long history is read when one comes to its end.
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_list->verticalScrollBar()->maximum() && m_model->rowCount() == m_limit)
            m_model->setOlder(m_session->project()->history(m_limit += Rows));
    });
    connect(m_list, &QListView::activated, this, &HistoryPanel::goTo);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::showCurrent);
    connect(m_detail, &HistoryDetail::goToAsked, this, [this](qlonglong id) { m_session->goTo(id); });
    connect(m_detail, &HistoryDetail::whyChanged, this, &HistoryPanel::refill);
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
    const qint64 before = currentId();
    const bool atHead = before < 0 || before == m_head;
    const store::Project* project = m_session->project();
    m_head = project ? project->head() : -1;
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        if (project)
            m_model->setHistory(project->history(m_limit = std::max(m_limit, Rows)), m_head);
        else
            m_model->setHistory({}, 0);
        // Who looks at the newest step goes on with it; who looks at another one stays there.
        const int row = atHead ? m_model->headRow() : m_model->rowOf(before);
        const QModelIndex index = m_model->index(row >= 0 ? row : m_model->headRow());
        m_list->setCurrentIndex(index);
        if (index.isValid())
            m_list->scrollTo(index);
    }
    m_list->viewport()->update();
    showSize();
    showCurrent();
}

qint64 HistoryPanel::currentId() const
{
    const store::HistoryEntry* entry = m_model->at(m_list->currentIndex().row());
    return entry ? entry->id : -1;
}

void HistoryPanel::showCurrent()
{
    const store::HistoryEntry* entry = m_model->at(m_list->currentIndex().row());
    m_detail->setEntry(entry ? std::optional(*entry) : std::nullopt);
}

void HistoryPanel::showSize()
{
    m_size->setVisible(m_session->isOpen());
    if (!m_session->isOpen())
        return;
    const store::HistorySize size = m_session->project()->historySize();
    const QLocale locale;
    m_size->setText(
        tr("%Ln step(s), %1 of %2", nullptr, int(size.steps))
            .arg(locale.formattedDataSize(size.bytes, 1, QLocale::DataSizeSIFormat),
                locale.formattedDataSize(m_session->project()->fileBytes(), 1, QLocale::DataSizeSIFormat)));
    m_size->setToolTip(tr("What the history takes of the project's file. Undone steps stay in it."));
}

void HistoryPanel::goTo(const QModelIndex& index)
{
    if (const store::HistoryEntry* entry = m_model->at(index.row()))
        m_session->goTo(std::int64_t(entry->id));
}

}
