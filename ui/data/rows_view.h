// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/data/paged_model.h"

#include <QStringList>
#include <QWidget>

#include <atomic>
#include <map>
#include <set>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace ow::ui {

class DataTable;
class FilterHeader;

/// A table of stored rows of any length: filtered by the lines under its titles, sorted by a click on a
/// title, its columns chosen, its rows copied also where they were never on the screen. Searching runs in the
/// background; the rows of before stay until it is done. What was asked for is kept by the source's name,
/// also over changes of the data: the rows are then searched anew.
class RowsView : public QWidget {
    Q_OBJECT
public:
    /// So many rows are copied at most: what pastes them has as many at best.
    static constexpr std::int64_t MostCopied = 1'000'000;

    explicit RowsView(QWidget* parent = nullptr);

    /// `searching` reads the same state as `reader`, so that pages come while a search runs.
    void setSource(Session* session, std::shared_ptr<SharedReader> reader,
        std::shared_ptr<SharedReader> searching, PagedSource source);
    PagedModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }
    FilterHeader* header() const { return m_header; }
    /// Some filter is set, or an order.
    bool isNarrowed() const;
    /// What is shown, as a query; nothing where a filter is wrong.
    std::optional<store::RowQuery> query() const;
    bool settled() const;
    bool isSearching() const { return m_searching; }

    void clear();
    void setFilter(int column, const QString& text);
    void copySelection();
    void chooseColumns(QPoint globalPosition);

signals:
    void activated(int row);
    void stepped(int row); ///< another row is the current one

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct State {
        std::map<QString, QString> filters; ///< by the field's name
        QString by;
        bool descending = false;
        bool ownWidths = false; ///< a person drew a column wider
        std::set<QString> hidden; ///< titles
    };
    State& state() { return m_states[m_model->source().name]; }
    void fitColumns();
    void restore();
    void remember();
    void edited();
    void sorted(int column);
    void search();
    void stop();
    void showStatus();
    void showProgress();
    void cellMenu(QPoint at);
    void addFilterActions(QMenu* menu, const QModelIndex& index);
    std::vector<std::pair<std::int64_t, std::int64_t>> selectedRanges() const;
    store::FilterForm formOf(const PagedSource::Column& column) const;

    struct HowFar {
        std::atomic<std::int64_t> done { 0 };
        std::atomic<std::int64_t> total { 0 };
    };

    Session* m_session = nullptr;
    std::shared_ptr<SharedReader> m_searchReader;
    std::map<QString, State> m_states;
    DataTable* m_table;
    FilterHeader* m_header;
    PagedModel* m_model;
    QLabel* m_count;
    QLabel* m_hint;
    QProgressBar* m_bar;
    QPushButton* m_stop;
    QPushButton* m_clear;
    QTimer m_wait; ///< for more letters
    QTimer m_watch; ///< shows how far a search is
    std::shared_ptr<HowFar> m_howFar;
    bool m_searching = false;
    QString m_failed; ///< why the rows shown are not those asked for
};

}
