// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/data_screen.h"

#include "ingest/data_export.h"
#include "ui/data/customer_panel.h"
#include "ui/data/data_tables.h"
#include "ui/data/import_page.h"
#include "ui/data/import_summary.h"
#include "ui/data/imports_model.h"
#include "ui/data/privacy_page.h"
#include "ui/data/rows_view.h"
#include "ui/data/signals_page.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace ow::ui {

DataScreen::DataScreen(QWidget* parent)
    : Screen(parent)
{
    setObjectName(QStringLiteral("dataScreen"));
    setAcceptDrops(true);
    m_pages = new QStackedWidget(this);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);

    m_empty = new EmptyState(QStringLiteral("data"), tr("No data yet"),
        tr("Drop files here: a catalogue, orders, baskets, clicks, customers, or a log of offers shown. CSV "
           "with any "
           "separator, packed or not; you see the first rows before anything is stored."));
    m_emptyImport = m_empty->addButton(tr("Choose files"), true);
    m_pages->addWidget(m_empty);
    makeTables();
    m_pages->addWidget(m_tables);
    m_import = new ImportPage;
    m_pages->addWidget(m_import);
    m_summary = new ImportSummary;
    m_pages->addWidget(m_summary);
    makeTools();

    connect(m_pages, &QStackedWidget::currentChanged, this, &DataScreen::showTools);
    connect(m_emptyImport, &QPushButton::clicked, this, &DataScreen::pickFiles);
    connect(m_import, &ImportPage::left, this, &DataScreen::showPage);
    connect(m_import, &ImportPage::finished, this, [this](const std::vector<ingest::ImportReport>& reports) {
        reload();
        m_summary->showReports(m_session, m_reader, reports);
        m_pages->setCurrentWidget(m_summary);
    });
    connect(m_summary, &ImportSummary::left, this, &DataScreen::showPage);
}

void DataScreen::makeTables()
{
    m_tables = new QWidget;
    auto* column = new QVBoxLayout(m_tables);
    column->setContentsMargins(Size::Space4, Size::Space2, Size::Space4, Size::Space4);
    column->setSpacing(Size::Space2);
    m_tabs = new QTabBar;
    m_tabs->setObjectName(QStringLiteral("dataTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int i = 0; i <= Privacy; ++i)
        m_tabs->addTab({});
    column->addWidget(m_tabs);

    m_rows = new RowsView;
    m_model = m_rows->model();
    m_importsTable = new DataTable;
    m_imports = new ImportsModel(m_importsTable);
    m_importsTable->setModel(m_imports);
    m_importsTable->setStretchColumn(ImportsModel::Source);
    m_importsTable->setEmptyText(tr("Nothing was imported yet."));
    m_tableStack = new QStackedWidget;
    m_tableStack->addWidget(m_rows);
    m_tableStack->addWidget(m_importsTable);
    m_signals = new SignalsPage;
    m_tableStack->addWidget(m_signals);
    m_privacy = new PrivacyPage;
    m_tableStack->addWidget(m_privacy);
    connect(m_privacy, &PrivacyPage::importsWanted, this, [this] { showTab(Imports); });
    m_customer = new CustomerPanel;
    m_customer->hide();
    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->addWidget(m_tableStack);
    m_splitter->addWidget(m_customer);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    column->addWidget(m_splitter, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, &DataScreen::showTable);
    connect(m_model, &PagedModel::unreadable, this, [this] {
        m_session->notify(Tone::Bad,
            tr("Some rows of this table cannot be read: the project file is damaged."), {},
            tr("Show what can be rescued"), FrameCommand::Rescue);
    });
    connect(m_rows, &RowsView::activated, this, &DataScreen::rowActivated);
    connect(m_rows, &RowsView::stepped, this, [this](int row) {
        // Who looks at a customer and goes on to another row wants that one's.
        if (m_customer->isVisible() && Tab(m_tabs->currentIndex()) != Products)
            rowActivated(row);
    });
    connect(m_importsTable, &QTableView::activated, this,
        [this](const QModelIndex& index) { rowActivated(index.row()); });
    connect(m_customer, &CustomerPanel::eraseAsked, this,
        [this](const std::string& id) { m_privacy->askToErase(qs(id)); });
    connect(m_customer, &CustomerPanel::closed, m_customer, &QWidget::hide);
}

void DataScreen::makeTools()
{
    m_tools = new QWidget(this);
    m_tools->hide(); // until the title row takes it
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space2);
    m_columns = makeIconButton(QStringLiteral("more"), tr("Choose columns"));
    m_importButton = makeButton(tr("Import files"), ButtonKind::Primary);
    m_export = makeButton(tr("Export table"), ButtonKind::Flat, QStringLiteral("download"));
    m_export->setToolTip(tr("Write all rows of this table as CSV, in a form that can be imported again"));
    row->addWidget(m_columns);
    row->addWidget(m_export);
    row->addWidget(m_importButton);
    connect(m_importButton, &QPushButton::clicked, this, &DataScreen::pickFiles);
    connect(m_export, &QPushButton::clicked, this, &DataScreen::exportTable);
    connect(m_columns, &QToolButton::clicked, this,
        [this] { m_rows->chooseColumns(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    auto* action = new QAction(tr("Import files"), this);
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, &DataScreen::pickFiles);
    addAction(action);
}

void DataScreen::setSession(Session* session)
{
    m_session = session;
    m_import->setSession(session);
    connect(session, &Session::projectOpened, this, &DataScreen::reload);
    connect(session, &Session::projectClosed, this, &DataScreen::reload);
    connect(session, &Session::draftChanged, this, [this](const store::Changed& changed) {
        if (changed.bulk || changed.catalogue)
            reload();
        else
            m_signals->refresh();
    });
    connect(session, &Session::selectionChanged, this, &DataScreen::selectionChanged);
    reload();
}

void DataScreen::activate()
{
    if (m_stale)
        reload();
}

void DataScreen::reload()
{
    m_stale = false;
    m_reader.reset();
    m_searchReader.reset();
    m_customer->hide();
    if (m_session->isOpen()) {
        auto opened = m_session->project()->openReader();
        if (opened) {
            m_reader = std::make_shared<SharedReader>();
            m_reader->reader = std::move(*opened);
            // One that searches, so that pages come meanwhile.
            m_searchReader = m_reader;
            if (auto second = m_session->project()->openReader()) {
                m_searchReader = std::make_shared<SharedReader>();
                m_searchReader->reader = std::move(*second);
            }
        } else {
            m_session->notify(opened.error());
        }
    }
    if (!m_reader) { // tables that are not in front, too: whoever reads keeps the file open
        m_rows->setSource(m_session, nullptr, nullptr, {});
        m_summary->forget();
    }
    m_importButton->setEnabled(m_session->isEditable());
    m_emptyImport->setVisible(m_session->isEditable());
    if (!m_session->isOpen())
        m_empty->setTexts(
            tr("No project open"), tr("Open a project, or make a new one, to put data into it."));
    else
        m_empty->setTexts(tr("No data yet"),
            tr("Drop files here: a catalogue, orders, baskets, clicks, customers, or a log of offers shown. "
               "CSV with any "
               "separator, packed or not; you see the first rows before anything is stored."));
    m_signals->setSource(m_session, m_reader);
    m_privacy->setSource(m_session, m_reader);
    loadImports();
    showTabTitles();
    showTable();
    if (m_pages->currentWidget() != m_import && m_pages->currentWidget() != m_summary)
        showPage();
}

void DataScreen::loadImports()
{
    if (!m_reader) {
        m_imports->setImports({}, "UTC");
        return;
    }
    m_session->jobs().run<std::vector<store::ImportRecord>>(
        QStringLiteral("data.imports"), tr("Reading the list of imports"), this,
        [reader = m_reader](const Progress&) {
            const std::lock_guard lock(reader->mutex);
            return reader->reader->imports();
        },
        [this](std::vector<store::ImportRecord> imports) {
            m_summary->importsChanged(m_reader, imports);
            m_imports->setImports(std::move(imports), m_session->draft()->policy.timezone);
            m_importsTable->resizeColumnsToContents();
            for (int column = 0; column < m_imports->columnCount(); ++column) // the header is bold
                m_importsTable->setColumnWidth(column, m_importsTable->columnWidth(column) + Size::Space3);
            m_importsTable->setStretchColumn(ImportsModel::Source);
            showTabTitles();
        },
        true);
}

void DataScreen::showTabTitles()
{
    const store::Counts& counts = m_session->counts();
    m_tabs->setTabText(Products, tr("Products %1").arg(count(counts.products)));
    m_tabs->setTabText(Customers, tr("Customers %1").arg(count(counts.customers)));
    m_tabs->setTabText(Events, tr("Events %1").arg(count(counts.events)));
    m_tabs->setTabText(Exposures, tr("Exposures %1").arg(count(counts.exposures)));
    m_tabs->setTabText(Baskets, tr("Baskets %1").arg(count(counts.basketLines)));
    m_tabs->setTabText(Imports, tr("Imports %1").arg(count(m_imports->rowCount())));
    m_tabs->setTabText(Signals, tr("Signals"));
    m_tabs->setTabText(Privacy, tr("Privacy"));
}

void DataScreen::showTable()
{
    const auto tab = Tab(m_tabs->currentIndex());
    m_tableStack->setCurrentIndex(tab == Privacy ? 3 : tab == Signals ? 2 : tab == Imports ? 1 : 0);
    const bool isTable = tab < Imports;
    m_export->setEnabled(isTable && m_reader);
    showTools();
    if (!isTable)
        return;
    const store::Counts& counts = m_session->counts();
    const auto draft = m_session->draft();
    PagedSource source;
    switch (tab) {
    case Products:
        source = productTable(counts, draft->policy.currency);
        break;
    case Customers:
        source = customerTable(counts, draft);
        break;
    case Events:
        source = eventTable(counts, m_session->catalogue(), draft->policy.currency, draft->policy.timezone);
        break;
    case Exposures:
        source = exposureTable(counts, draft);
        break;
    case Baskets:
        source = basketTable(counts, m_session->catalogue());
        break;
    case Imports:
    case Signals:
    case Privacy:
        break;
    }
    m_rows->table()->setAccessibleName(m_tabs->tabText(tab));
    m_rows->setSource(m_session, m_reader, m_searchReader, std::move(source));
}

/// Only those that have something to do with what is in front.
void DataScreen::showTools()
{
    const bool isTable = m_pages->currentWidget() == m_tables && m_tabs->currentIndex() < Imports;
    m_columns->setVisible(isTable);
    m_export->setVisible(isTable);
    m_importButton->setVisible(m_pages->currentWidget() == m_tables || m_pages->currentWidget() == m_summary);
}

void DataScreen::showPage()
{
    const store::Counts& counts = m_session->counts();
    const bool any
        = counts.products + counts.customers + counts.events + counts.exposures + counts.basketLines > 0
        || m_imports->rowCount() > 0;
    m_pages->setCurrentWidget(any && m_session->isOpen() ? m_tables : m_empty);
}

void DataScreen::showTab(Tab tab)
{
    showPage();
    m_tabs->setCurrentIndex(tab);
}

void DataScreen::rowActivated(int row)
{
    const auto tab = Tab(m_tabs->currentIndex());
    if (tab == Imports) {
        m_summary->showRecord(m_session, m_reader, m_imports->import(row));
        m_pages->setCurrentWidget(m_summary);
        return;
    }
    if (tab == Baskets || !m_model->isLoaded(row))
        return; // nobody's, or not there yet
    const std::string key = ss(m_model->index(row, 0).data().toString());
    if (tab == Products)
        m_session->select(Selection::product(key));
    else
        m_session->select(Selection::customer(key));
}

bool DataScreen::showImport(std::int64_t id, bool mend)
{
    for (int row = 0; row < m_imports->rowCount(); ++row) {
        if (m_imports->import(row).id != id)
            continue;
        if (mend && m_imports->import(row).stillRejected() == 0)
            return false;
        m_summary->showRecord(m_session, m_reader, m_imports->import(row));
        m_pages->setCurrentWidget(m_summary);
        if (mend)
            m_summary->mendRows();
        return true;
    }
    return false;
}

void DataScreen::selectionChanged()
{
    const Selection& selection = m_session->selection();
    if (selection.kind == Selection::Kind::Customer)
        showCustomer(selection.id);
}

void DataScreen::showCustomer(const std::string& id)
{
    if (!m_reader || id.empty())
        return;
    m_customer->showCustomer(m_session, m_reader, id);
    if (m_customer->isHidden()) {
        m_customer->show();
        m_splitter->setSizes({ m_splitter->height() * 2 / 5, m_splitter->height() * 3 / 5 });
    }
}

void DataScreen::pickFiles()
{
    importFiles(QFileDialog::getOpenFileNames(
        this, tr("Choose files to import"), {}, tr("Tables (*.csv *.tsv *.txt *.dat *.json *.jsonl *.ndjson *.gz);;All files (*)")));
}

void DataScreen::exportTable()
{
    const auto shown = m_rows->query();
    if (!m_rows->isNarrowed() || !shown) {
        writeTable({});
        return;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("exportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("What is shown: %1 rows").arg(count(m_model->rowCount())), this,
        [this, shown] { writeTable(shown); });
    menu->addAction(
        tr("Everything: %1 rows").arg(count(m_model->source().rows)), this, [this] { writeTable({}); });
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
}

void DataScreen::writeTable(const std::optional<store::RowQuery>& shown)
{
    using ingest::DataKind;
    const auto tab = Tab(m_tabs->currentIndex());
    static const std::map<Tab, std::pair<DataKind, const char*>> kinds {
        { Products, { DataKind::Products, "products" } }, { Customers, { DataKind::Customers, "customers" } },
        { Events, { DataKind::Events, "events" } }, { Exposures, { DataKind::Exposures, "exposures" } },
        { Baskets, { DataKind::Baskets, "baskets" } }
    };
    const auto kind = kinds.find(tab);
    if (kind == kinds.end() || !m_reader)
        return;
    const QString path = QFileDialog::getSaveFileName(this, tr("Export table"),
        QString::fromLatin1(kind->second.second) + QStringLiteral(".csv"), tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    // A reader of its own: the tables on the screen go on being read meanwhile.
    auto reader = m_session->project()->openReader();
    if (!reader) {
        m_session->notify(reader.error());
        return;
    }
    m_session->jobs().run<Result<std::int64_t>>(
        QStringLiteral("data.export"), tr("Writing %1").arg(QFileInfo(path).fileName()), this,
        [shared = std::shared_ptr<store::BulkReader>(std::move(*reader)), draft = m_session->draft(),
            which = kind->second.first, path, shown](const Progress& progress) {
            if (shown)
                return ingest::exportRows(*shared, *draft, *shown, path.toStdString(), progress);
            return ingest::exportData(*shared, *draft, which, path.toStdString(), progress);
        },
        [this, path](const Result<std::int64_t>& rows) {
            if (rows)
                m_session->notify(
                    Tone::Good, tr("%1 rows written to %2").arg(count(*rows), QFileInfo(path).fileName()));
            else if (rows.error().code != ErrorCode::Cancelled)
                m_session->notify(rows.error());
        });
}

void DataScreen::importFiles(const QStringList& paths)
{
    if (paths.isEmpty() || !m_session->isEditable())
        return;
    if (m_pages->currentWidget() == m_import && !m_import->importing())
        m_import->addFiles(paths);
    else if (!m_import->importing())
        m_import->setFiles(paths);
    m_pages->setCurrentWidget(m_import);
}

void DataScreen::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() && m_session->isEditable() && !m_import->importing())
        event->acceptProposedAction();
}

void DataScreen::dropEvent(QDropEvent* event)
{
    QStringList paths;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    importFiles(paths);
    event->acceptProposedAction();
}

bool DataScreen::settled() const
{
    return m_rows->settled() && m_signals->settled() && m_privacy->settled() && !m_import->importing()
        && m_summary->rejected()->settled();
}

}
