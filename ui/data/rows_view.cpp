// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/rows_view.h"

#include "base/money.h"
#include "ui/data/filter_header.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace ow::ui {

namespace {

constexpr int LettersMs = 250; ///< so long nobody has typed on
constexpr int PatienceMs = 250; ///< shorter searches show no bar
constexpr std::int64_t CopiedAtOnce = 10'000;

const QString SearchKey = QStringLiteral("data.find");
const QString CopyKey = QStringLiteral("data.copy");

bool isText(const store::RowField& field)
{
    return field.type == store::FieldType::Text || field.type == store::FieldType::Flag;
}

FilterHeader::Field fieldOf(const store::RowField& field)
{
    using store::FieldType;
    if (field.name.empty())
        return {};
    const QString both = RowsView::tr("!… none of these, empty, !empty");
    switch (field.type) {
    case FieldType::Time:
        return { QStringLiteral("2026-05"),
            RowsView::tr(
                "2026, 2026-05, 2026-05-17, 2026-05-17 14:30\n>= 2026-05, < 2026-05, 2026-05..2026-08\n%1")
                .arg(both) };
    case FieldType::Duration:
        return { QStringLiteral(">= 30d"), RowsView::tr("7d, 36h, >= 30d, 7d..30d\n%1").arg(both) };
    case FieldType::Whole:
    case FieldType::Real:
    case FieldType::Money:
        return { QStringLiteral(">= 10"), RowsView::tr("10, >= 10, < 10, 10..20\n%1").arg(both) };
    case FieldType::Text:
    case FieldType::Flag:
        break;
    }
    return { RowsView::tr("contains"),
        RowsView::tr(
            "lamp: contains it · lamp*: begins with it · *lamp: ends with it · =Lamp: exactly that\n%1")
            .arg(both) };
}

/// A cell's text as a person would write it into the filter.
QString asNumber(const QString& shown)
{
    QString out;
    for (const QChar c : shown)
        if (c.isDigit() || QStringLiteral("-.,").contains(c))
            out += c;
        else if (c == QChar(0x2212))
            out += u'-';
    return out;
}

QString tsvCell(QString text) { return text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' '); }

}

RowsView::RowsView(QWidget* parent)
    : QWidget(parent)
    , m_table(new DataTable(this))
    , m_header(new FilterHeader(m_table))
    , m_model(new PagedModel(m_table))
    , m_count(makeLabel({}, TextSize::Caption, QFont::DemiBold))
    , m_hint(new ElidedLabel)
    , m_bar(new QProgressBar)
    , m_stop(makeButton(tr("Stop"), ButtonKind::Link))
    , m_clear(makeButton(tr("Clear filters"), ButtonKind::Link))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(Size::Space1, Size::Space1, 0, 0);
    line->setSpacing(Size::Space3);
    m_count->setObjectName(QStringLiteral("rowCount"));
    m_hint->setObjectName(QStringLiteral("rowHint"));
    m_clear->setObjectName(QStringLiteral("clearFilters"));
    m_hint->setFont(textFont(TextSize::Caption));
    setInk(m_hint, Ink::Muted);
    m_bar->setFixedWidth(160);
    m_bar->setFixedHeight(6);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Searching rows"));
    line->addWidget(m_count);
    line->addWidget(m_hint, 1);
    line->addWidget(m_bar);
    line->addWidget(m_stop);
    line->addWidget(m_clear);
    column->addLayout(line);

    m_table->setObjectName(QStringLiteral("dataTable"));
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_header->setSortIndicator(-1, Qt::AscendingOrder);
    // A click on a title sorts; it does not choose ten million cells.
    disconnect(m_header, &QHeaderView::sectionPressed, m_table, nullptr);
    disconnect(m_header, &QHeaderView::sectionEntered, m_table, nullptr);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setCopier([this] { copySelection(); });
    m_table->setLetterTaker(
        [this](const QString& letters) { m_header->begin(m_table->currentIndex().column(), letters); });

    m_wait.setSingleShot(true);
    m_wait.setInterval(LettersMs);
    m_watch.setInterval(100);
    connect(&m_wait, &QTimer::timeout, this, &RowsView::search);
    connect(&m_watch, &QTimer::timeout, this, &RowsView::showProgress);
    connect(m_header, &FilterHeader::edited, this, &RowsView::edited);
    connect(m_header, &FilterHeader::confirmed, this, [this] {
        if (m_wait.isActive())
            search();
    });
    connect(m_header, &FilterHeader::left, m_table, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, std::max(0, m_header->logicalIndexAt(0))));
    });
    // A click on a title goes from ascending to descending to the order of the file by itself.
    m_header->setSortIndicatorClearable(true);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, &RowsView::sorted);
    connect(m_header, &QWidget::customContextMenuRequested, this,
        [this](QPoint at) { chooseColumns(m_header->mapToGlobal(at)); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &RowsView::cellMenu);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex& index) { emit activated(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& index) {
            if (index.isValid())
                emit stepped(index.row());
        });
    connect(m_header, &QHeaderView::sectionResized, this, [this] {
        if (QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
            state().ownWidths = true;
    });
    connect(m_stop, &QPushButton::clicked, this, &RowsView::stop);
    connect(m_clear, &QPushButton::clicked, this, &RowsView::clear);
    auto* find = new QAction(tr("Filter this column"), this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(
        find, &QAction::triggered, this, [this] { m_header->focusField(m_table->currentIndex().column()); });
    addAction(find);
    showStatus();
}

void RowsView::setSource(Session* session, std::shared_ptr<SharedReader> reader,
    std::shared_ptr<SharedReader> searching, PagedSource source)
{
    if (m_session)
        m_session->jobs().cancelKey(SearchKey);
    m_searching = false;
    m_session = session;
    m_searchReader = std::move(searching);
    m_wait.stop();
    m_model->setSource(session, std::move(reader), std::move(source));
    restore();
    if (isNarrowed())
        search();
    else
        showStatus();
}

void RowsView::restore()
{
    const State& kept = state();
    std::vector<FilterHeader::Field> fields;
    for (const PagedSource::Column& column : m_model->source().columns)
        fields.push_back(fieldOf(column.field));
    m_header->setFields(fields);
    const QSignalBlocker quiet(m_header);
    int sorted = -1;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const PagedSource::Column& column = m_model->source().columns[std::size_t(i)];
        const QString name = qs(column.field.name);
        if (const auto filter = kept.filters.find(name); filter != kept.filters.end())
            m_header->setText(i, filter->second);
        if (!name.isEmpty() && name == kept.by)
            sorted = i;
        m_table->setColumnHidden(i, kept.hidden.contains(column.title));
    }
    m_header->setSortIndicator(sorted, kept.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_model->setSortMark(sorted, kept.descending);
    fitColumns();
    m_header->place();
    m_table->scrollToTop();
}

/// Where there is more room than the columns ask for, texts get it before an empty last column does.
void RowsView::fitColumns()
{
    constexpr double most = 2.4; // times what was asked for: eyes must find the next column
    constexpr int textWidth = 160; // what is narrower holds ids, times and single words
    int asked = 0, texts = 0;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const PagedSource::Column& column = m_model->source().columns[std::size_t(i)];
        if (m_table->isColumnHidden(i))
            continue;
        asked += column.width;
        texts += column.number || column.width < textWidth ? 0 : column.width;
    }
    const int spare = width() - m_table->verticalScrollBar()->sizeHint().width() - asked;
    const double factor = texts > 0 && spare > 0 ? std::min(most, 1 + double(spare) / texts) : 1;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const PagedSource::Column& column = m_model->source().columns[std::size_t(i)];
        const bool grows = !column.number && column.width >= textWidth;
        m_table->setColumnWidth(i, grows ? int(column.width * factor) : column.width);
    }
}

void RowsView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width() && !state().ownWidths) {
        fitColumns();
        m_header->place();
    }
}

void RowsView::remember()
{
    State& kept = state();
    kept.filters.clear();
    for (int i = 0; i < m_model->columnCount(); ++i)
        if (const QString text = m_header->text(i); !text.trimmed().isEmpty())
            kept.filters[qs(m_model->source().columns[std::size_t(i)].field.name)] = text;
    const int by = m_header->sortIndicatorSection();
    kept.by = by >= 0 && by < m_model->columnCount()
        ? qs(m_model->source().columns[std::size_t(by)].field.name)
        : QString();
    kept.descending = m_header->sortIndicatorOrder() == Qt::DescendingOrder;
    m_model->setSortMark(by, kept.descending);
}

store::FilterForm RowsView::formOf(const PagedSource::Column& column) const
{
    const auto draft = m_session->draft();
    // What a cell shows can be written into the filter: "leer" in German.
    return { column.field.type, currencyDecimals(draft->policy.currency), draft->policy.timezone,
        QLocale().decimalPoint() == QStringLiteral(","), { "empty", ss(tr("empty").toLower()) } };
}

bool RowsView::isNarrowed() const
{
    const auto kept = m_states.find(m_model->source().name);
    return m_model->source().table && kept != m_states.end()
        && (!kept->second.filters.empty() || !kept->second.by.isEmpty());
}

std::optional<store::RowQuery> RowsView::query() const
{
    const PagedSource& source = m_model->source();
    if (!source.table)
        return std::nullopt;
    store::RowQuery out;
    out.table = *source.table;
    out.decimals = currencyDecimals(m_session->draft()->policy.currency);
    bool right = true;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const PagedSource::Column& column = source.columns[std::size_t(i)];
        const std::string text = ss(m_header->text(i).trimmed());
        QString why;
        if (!text.empty() && !column.field.name.empty()) {
            if (auto filter = store::ValueFilter::parse(text, formOf(column)))
                out.where.push_back({ column.field, std::move(*filter) });
            else
                why = coreText(filter.error().message);
        }
        m_header->setWrong(i, why);
        right = right && why.isEmpty();
    }
    if (const int by = m_header->sortIndicatorSection(); by >= 0 && by < m_model->columnCount()) {
        out.by = source.columns[std::size_t(by)].field;
        out.descending = m_header->sortIndicatorOrder() == Qt::DescendingOrder;
    }
    return right ? std::optional(out) : std::nullopt;
}

void RowsView::edited()
{
    remember();
    m_wait.start();
}

void RowsView::search()
{
    m_wait.stop();
    m_failed.clear();
    if (m_searching)
        m_session->jobs().cancelKey(SearchKey);
    m_searching = false;
    const auto asked = query();
    if (!asked || !m_searchReader || !isNarrowed()) {
        if (asked || !m_searchReader)
            m_model->setRows(nullptr);
        else
            m_failed = tr("A filter cannot be understood: the rows of before are shown.");
        showStatus();
        return;
    }
    m_searching = true;
    m_howFar = std::make_shared<HowFar>();
    m_watch.start();
    m_session->jobs().run<Result<store::RowSet>>(
        SearchKey, tr("Searching rows"), this,
        [reader = m_searchReader, query = *asked, howFar = m_howFar](const Progress& progress) {
            const std::lock_guard lock(reader->mutex);
            return reader->reader->find(query, [&](std::int64_t done, std::int64_t total) {
                howFar->done = done;
                howFar->total = total;
                return goOn(progress, done, total);
            });
        },
        [this](Result<store::RowSet> found) {
            m_searching = false;
            if (found) {
                m_model->setRows(std::make_shared<const store::RowSet>(std::move(*found)));
                m_table->scrollToTop();
            } else {
                m_failed = coreText(found.error().message);
            }
            showStatus();
        },
        true);
    QTimer::singleShot(PatienceMs, this, &RowsView::showStatus);
}

void RowsView::stop()
{
    m_session->jobs().cancelKey(SearchKey);
    m_searching = false;
    m_failed = tr("Stopped: the rows of before are shown.");
    showStatus();
}

void RowsView::clear()
{
    {
        const QSignalBlocker quiet(m_header);
        for (int i = 0; i < m_model->columnCount(); ++i)
            m_header->setText(i, {});
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
    }
    remember();
    search();
}

void RowsView::setFilter(int column, const QString& text)
{
    m_header->setText(column, text);
    remember();
    search();
}

void RowsView::sorted(int column)
{
    if (column >= 0
        && (column >= m_model->columnCount()
            || m_model->source().columns[std::size_t(column)].field.name.empty())) {
        m_header->setSortIndicator(-1, Qt::AscendingOrder);
        return;
    }
    remember();
    search();
}

void RowsView::showStatus()
{
    const std::int64_t all = m_model->source().rows;
    const auto& rows = m_model->rows();
    const QString total = all == 1 ? tr("1 row") : tr("%1 rows").arg(count(all));
    m_count->setText(rows && std::int64_t(rows->rows.size()) != all
            ? tr("%1 of %2 rows").arg(count(std::int64_t(rows->rows.size())), count(all))
            : total);
    setInk(m_hint, m_failed.isEmpty() ? Ink::Muted : Ink::Caution);
    static_cast<ElidedLabel*>(m_hint)->setFullText(m_searching ? QString() : m_failed);
    m_bar->setVisible(m_searching);
    m_stop->setVisible(m_searching);
    m_clear->setVisible(isNarrowed() && !m_searching);
    m_table->setEmptyText(
        rows && all > 0 ? tr("No row passes the filters.") : tr("Nothing of this kind was imported yet."));
    if (m_searching)
        showProgress();
    else
        m_watch.stop();
}

void RowsView::showProgress()
{
    if (!m_howFar || !m_searching)
        return;
    if (!m_session->jobs().isRunning(SearchKey)) { // stopped in the list of jobs
        m_searching = false;
        m_failed = tr("Stopped: the rows of before are shown.");
        showStatus();
        return;
    }
    const std::int64_t total = m_howFar->total;
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    if (total > 0)
        m_bar->setValue(int(m_howFar->done * 1000 / total));
}

bool RowsView::settled() const { return !m_searching && !m_wait.isActive() && m_model->settled(); }

// ---- what a cell offers

void RowsView::addFilterActions(QMenu* menu, const QModelIndex& index)
{
    const PagedSource::Column& column = m_model->source().columns[std::size_t(index.column())];
    const QString shown = index.data().toString();
    QString value = shown.isEmpty() ? QStringLiteral("=") : isText(column.field) ? u'=' + shown : shown;
    using store::FieldType;
    if (!shown.isEmpty()
        && (column.field.type == FieldType::Money || column.field.type == FieldType::Whole
            || column.field.type == FieldType::Real))
        value = asNumber(shown);
    if (shown.isEmpty())
        value = tr("empty");
    // A length of time is shown in words that round it.
    if (column.field.name.empty() || (column.field.type == FieldType::Duration && !shown.isEmpty()))
        return;
    menu->addAction(
        tr("Only rows with this value"), this, [this, index, value] { setFilter(index.column(), value); });
    menu->addAction(
        tr("Without this value"), this, [this, index, value] { setFilter(index.column(), u'!' + value); });
    menu->addSeparator();
}

void RowsView::cellMenu(QPoint at)
{
    const QModelIndex index = m_table->indexAt(at);
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("cellMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_model->isLoaded(index.row())) {
        addFilterActions(menu, index);
        menu->addAction(tr("Open"), this, [this, row = index.row()] { emit activated(row); });
    }
    QAction* copy = menu->addAction(tr("Copy rows"), this, &RowsView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void RowsView::chooseColumns(QPoint at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const QString title = m_model->source().columns[std::size_t(i)].title;
        QAction* action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(i));
        action->setEnabled(i > 0); // the key says which row it is
        connect(action, &QAction::toggled, this, [this, i, title](bool on) {
            m_table->setColumnHidden(i, !on);
            if (on)
                state().hidden.erase(title);
            else
                state().hidden.insert(title);
        });
    }
    menu->popup(at);
}

// ---- copying

std::vector<std::pair<std::int64_t, std::int64_t>> RowsView::selectedRanges() const
{
    // Ranges, not rows: all of ten million are one.
    std::vector<std::pair<std::int64_t, std::int64_t>> ranges;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        ranges.emplace_back(range.top(), std::int64_t(range.bottom()) + 1);
    std::ranges::sort(ranges);
    std::vector<std::pair<std::int64_t, std::int64_t>> out;
    for (const auto& [first, end] : ranges)
        if (!out.empty() && first <= out.back().second)
            out.back().second = std::max(out.back().second, end);
        else
            out.emplace_back(first, end);
    return out;
}

void RowsView::copySelection()
{
    const auto ranges = selectedRanges();
    std::int64_t rows = 0;
    for (const auto& [first, end] : ranges)
        rows += end - first;
    if (rows == 0 || !m_session)
        return;
    if (rows > MostCopied) {
        m_session->notify(Tone::Caution,
            tr("%1 rows are too many to copy: choose at most %2, or write them to a file with Export table.")
                .arg(count(rows), count(MostCopied)));
        return;
    }
    std::vector<std::size_t> columns;
    QStringList titles;
    for (int visual = 0; visual < m_model->columnCount(); ++visual)
        if (const int column = m_header->logicalIndex(visual); !m_table->isColumnHidden(column)) {
            columns.push_back(std::size_t(column));
            titles << tsvCell(m_model->source().columns[std::size_t(column)].title);
        }
    struct Copied {
        QString text;
        bool whole = true;
    };
    m_session->jobs().run<Copied>(
        CopyKey, tr("Copying %1 rows").arg(count(rows)), this,
        [fetch = m_model->fetcher(), ranges, rows, columns, titles](const Progress& progress) {
            Copied out { titles.join(u'\t') + u'\n', true };
            std::int64_t done = 0;
            for (const auto& [begin, end] : ranges)
                for (std::int64_t first = begin; first < end; first += CopiedAtOnce) {
                    if (!goOn(progress, done, rows))
                        return out; // nobody gets it
                    const std::int64_t limit = std::min(CopiedAtOnce, end - first);
                    const auto page = fetch(first, limit);
                    out.whole = out.whole && std::int64_t(page.size()) == limit;
                    for (const PagedSource::Row& row : page)
                        for (std::size_t i = 0; i < columns.size(); ++i) {
                            out.text += tsvCell(row[columns[i]]);
                            out.text += i + 1 < columns.size() ? u'\t' : u'\n';
                        }
                    done += limit;
                }
            return out;
        },
        [this, rows](const Copied& copied) {
            if (!copied.whole) {
                m_session->notify(Tone::Bad, tr("Some of these rows cannot be read: nothing was copied."));
                return;
            }
            QGuiApplication::clipboard()->setText(copied.text);
            emit m_session->statusRaised(tr("%1 rows copied").arg(count(rows)));
        },
        rows <= CopiedAtOnce);
}

}
