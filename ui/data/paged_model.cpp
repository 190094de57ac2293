// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/paged_model.h"

#include "ui/shell/theme.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ow::ui {

namespace {
constexpr std::size_t KeptPages = 40;
}

void PagedModel::setSource(Session* session, std::shared_ptr<SharedReader> reader, PagedSource source)
{
    beginResetModel();
    m_session = session;
    m_reader = std::move(reader);
    m_source = std::move(source);
    m_rows.reset();
    forget();
    endResetModel();
}

void PagedModel::setRows(std::shared_ptr<const store::RowSet> rows)
{
    if (!rows && !m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    forget();
    endResetModel();
}

void PagedModel::setSortMark(int column, bool descending)
{
    m_sorted = column;
    m_descending = descending;
    if (columnCount() > 0)
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void PagedModel::forget()
{
    m_pages.clear();
    m_order.clear();
    m_wanted.clear();
    m_running = false;
    m_toldUnreadable = false;
    ++m_generation; // answers to older questions are not for us any more
}

std::int64_t PagedModel::length() const { return m_rows ? std::int64_t(m_rows->rows.size()) : m_source.rows; }

PagedModel::Fetch PagedModel::fetcher() const
{
    return [shared = m_reader, fetch = m_source.fetch, fetchAt = m_source.fetchAt, rows = m_rows](
               std::int64_t first, std::int64_t limit) {
        const std::lock_guard lock(shared->mutex);
        return rows ? fetchAt(*shared->reader, *rows, first, limit) : fetch(*shared->reader, first, limit);
    };
}

int PagedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(std::min<std::int64_t>(length(), std::numeric_limits<int>::max()));
}

int PagedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_source.columns.size());
}

QVariant PagedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PagedSource::Column& column = m_source.columns[std::size_t(index.column())];
    if (role == Qt::TextAlignmentRole)
        return int((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ForegroundRole && role != Qt::ToolTipRole)
        return {};
    const auto page = m_pages.find(index.row() / PageRows);
    if (page == m_pages.end()) {
        if (role == Qt::ForegroundRole)
            return colors().muted;
        if (role == Qt::DisplayRole) {
            want(index.row() / PageRows);
            return QStringLiteral("…");
        }
        return {};
    }
    const auto row = std::size_t(index.row() % PageRows);
    if (role == Qt::ForegroundRole || row >= page->second.size())
        return {};
    return page->second[row][std::size_t(index.column())];
}

QVariant PagedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const PagedSource::Column& column = m_source.columns[std::size_t(section)];
    if (role == Qt::DisplayRole && section == m_sorted)
        return column.title + (m_descending ? QStringLiteral("  ▼") : QStringLiteral("  ▲"));
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int((column.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

void PagedModel::want(int page) const
{
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_timer)
        return;
    // Later, so that painting a screenful asks once.
    auto* self = const_cast<PagedModel*>(this);
    m_timer = new QTimer(self);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, self, [self] {
        self->m_timer->deleteLater();
        self->m_timer.clear();
        self->fetchNext();
    });
    m_timer->start(0);
}

void PagedModel::fetchNext()
{
    if (m_running || m_wanted.empty() || !m_reader)
        return;
    // A long scroll leaves hundreds of pages behind that nobody looks at any more.
    if (m_wanted.size() > 6)
        m_wanted.erase(m_wanted.begin(), m_wanted.end() - 6);
    const int page = m_wanted.back();
    m_wanted.pop_back();
    if (m_pages.contains(page)) {
        fetchNext();
        return;
    }
    m_running = true;
    m_session->jobs().run<Page>(
        QStringLiteral("data.page.") + m_source.name, tr("Reading rows"), this,
        [fetch = fetcher(), page](const Progress&) { return fetch(std::int64_t(page) * PageRows, PageRows); },
        [this, page, generation = m_generation](Page rows) {
            if (generation != m_generation)
                return;
            m_running = false;
            keep(page, std::move(rows));
            fetchNext();
        },
        true);
}

void PagedModel::keep(int page, Page rows)
{
    const std::int64_t expected = std::min<std::int64_t>(PageRows, length() - std::int64_t(page) * PageRows);
    if (std::int64_t(rows.size()) < expected && !std::exchange(m_toldUnreadable, true))
        emit unreadable();
    m_pages[page] = std::move(rows);
    m_order.push_back(page);
    if (m_order.size() > KeptPages) {
        m_pages.erase(m_order.front());
        m_order.erase(m_order.begin());
    }
    const int first = page * PageRows;
    const int last = std::min(first + PageRows, rowCount()) - 1;
    if (last >= first && columnCount() > 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

}
