// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bulk_reader.h"
#include "store/row_query.h"
#include "ui/shell/session.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimer>

#include <mutex>
#include <unordered_map>

namespace ow::ui {

/// A reader that jobs may share, one at a time.
struct SharedReader {
    std::mutex mutex;
    std::unique_ptr<store::BulkReader> reader;
};

/// What a table of bulk data shows: its columns, and how to read a page of it.
struct PagedSource {
    struct Column {
        QString title;
        bool number = false; ///< figures to the right
        int width = 120;
        store::RowField field {}; ///< what it is filtered and sorted by; without a name = it is not
    };
    using Row = std::vector<QString>; ///< as many texts as columns
    QString name; ///< key of its jobs
    std::vector<Column> columns;
    std::int64_t rows = 0;
    /// Called on a worker thread, with rows first … first + limit - 1.
    std::function<std::vector<Row>(const store::BulkReader&, std::int64_t first, std::int64_t limit)> fetch;
    /// What can be filtered and sorted, and how to read rows of an answer. Likewise; empty where they cannot
    /// be read.
    std::optional<store::RowTable> table;
    std::function<std::vector<Row>(
        const store::BulkReader&, const store::RowSet&, std::int64_t first, std::int64_t limit)>
        fetchAt;
};

/// A table of any length of which only what is looked at is read: pages of 200 rows, fetched in the
/// background, the last some thousand rows kept. Rows that are still on their way show "…".
class PagedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int PageRows = 200;

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows another table; `reader` may be null for an empty one.
    void setSource(Session* session, std::shared_ptr<SharedReader> reader, PagedSource source);
    const PagedSource& source() const { return m_source; }
    /// Shows these rows of the source alone, in their order; null = all as they are.
    void setRows(std::shared_ptr<const store::RowSet> rows);
    const std::shared_ptr<const store::RowSet>& rows() const { return m_rows; }
    /// An arrow behind the title: that of a style is a few dots on a high header. -1 = none.
    void setSortMark(int column, bool descending);
    /// Reads rows of what is shown, on any thread.
    using Fetch = std::function<std::vector<PagedSource::Row>(std::int64_t first, std::int64_t limit)>;
    Fetch fetcher() const;
    /// The row's texts are there.
    bool isLoaded(int row) const { return m_pages.contains(row / PageRows); }
    /// True when every page that was asked for is there.
    bool settled() const { return !m_running && m_wanted.empty(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// A page had fewer rows than it should: they cannot be read. Once for each source.
    void unreadable();

private:
    using Page = std::vector<PagedSource::Row>;
    void forget();
    std::int64_t length() const;
    void want(int page) const;
    void fetchNext();
    void keep(int page, Page rows);

    Session* m_session = nullptr;
    std::shared_ptr<SharedReader> m_reader;
    PagedSource m_source;
    std::shared_ptr<const store::RowSet> m_rows;
    int m_sorted = -1;
    bool m_descending = false;
    std::unordered_map<int, Page> m_pages;
    std::vector<int> m_order; ///< pages, the one fetched longest ago first
    mutable std::vector<int> m_wanted; ///< newest last: what is on the screen now comes first
    mutable QPointer<QTimer> m_timer;
    bool m_running = false;
    bool m_toldUnreadable = false;
    int m_generation = 0;
};

}
