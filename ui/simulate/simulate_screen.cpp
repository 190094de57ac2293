// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/simulate/simulate_screen.h"

#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/simulate/offer_results_model.h"
#include "ui/simulate/person_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/kpi_tile.h"
#include "ui/widgets/labels.h"

#include <QAction>
#include <QHeaderView>
#include <QLocale>
#include <QProgressBar>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

const QString runKey = QStringLiteral("simulate.run");
enum Tile { Customers, Opportunities, Asks, Rate, Margin, Holdout };
enum Page { Empty, Results, One };

QString plusMinus(const simulate::Figure& figure, int digits)
{
    const double half = (figure.upper - figure.lower) / 2;
    return QStringLiteral("%1 ± %2").arg(
        QLocale().toString(figure.value, 'f', digits), QLocale().toString(half, 'f', digits));
}

QSortFilterProxyModel* ordered(DataTable* table, QAbstractItemModel* model, int column)
{
    auto* proxy = new QSortFilterProxyModel(table);
    proxy->setSortRole(Qt::UserRole);
    proxy->setSourceModel(model);
    table->setModel(proxy);
    table->setSortingEnabled(true);
    table->sortByColumn(column, Qt::DescendingOrder);
    return proxy;
}

}

SimulateScreen::SimulateScreen(QWidget* parent)
    : Screen(parent)
{
    setObjectName(QStringLiteral("simulateScreen"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeLine());
    m_pages = new QStackedWidget;
    m_empty = new EmptyState(QStringLiteral("simulate"), {}, {});
    m_emptyAction = m_empty->addButton(tr("Go to Data"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeResults());
    m_person = new PersonView;
    m_pages->addWidget(m_person);
    column->addWidget(m_pages, 1);
    connect(m_emptyAction, &QPushButton::clicked, this, [this] { m_session->show(QStringLiteral("data")); });
    connect(m_person, &PersonView::left, this, [this] {
        m_pages->setCurrentIndex(Results);
        m_peopleTable->setFocus();
    });
}

QWidget* SimulateScreen::makeBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(Size::Space4, Size::Space2, Size::Space4, Size::Space2);
    row->setSpacing(Size::Space2);
    const auto spin = [&](const QString& label, int from, int to, int value, const QString& name) {
        row->addWidget(makeLabel(label, TextSize::Body, QFont::Normal, Ink::Muted));
        auto* box = new QSpinBox;
        box->setRange(from, to);
        box->setValue(value);
        box->setGroupSeparatorShown(true);
        box->setAccessibleName(label);
        box->setObjectName(name);
        box->setMinimumWidth(92);
        row->addWidget(box);
        row->addSpacing(Size::Space2);
        return box;
    };
    m_customers = spin(tr("Customers"), 0, 100'000'000, 0, QStringLiteral("simCustomers"));
    m_customers->setSpecialValueText(tr("all"));
    m_days = spin(tr("Last days"), 1, 730, 28, QStringLiteral("simDays"));
    m_seed = spin(tr("Seed"), 1, 1'000'000, 1, QStringLiteral("simSeed"));
    m_seed->setToolTip(tr("The same seed gives the same numbers, to the last digit"));
    m_note = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(140);
    m_stop = makeButton(tr("Stop"));
    m_start = makeButton(tr("Run"), ButtonKind::Primary);
    m_start->setObjectName(QStringLiteral("simRun"));
    row->addWidget(m_note, 1);
    row->addWidget(m_bar);
    row->addWidget(m_stop);
    row->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, &SimulateScreen::start);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_session->jobs().cancelKey(runKey); });
    auto* action = new QAction(tr("Run the simulation"), this);
    action->setShortcut(QKeySequence(Qt::Key_F5));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, m_start, &QPushButton::click);
    addAction(action);
    return bar;
}

QWidget* SimulateScreen::makeResults()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(Size::Space4, Size::Space3, Size::Space4, Size::Space4);
    column->setSpacing(Size::Space3);
    const std::array names { tr("Customers"), tr("Opportunities"), tr("Asks per customer"), tr("Attach rate"),
        tr("Margin per customer"), tr("Holdout") };
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(Size::Space3);
    for (std::size_t i = 0; i < m_tiles.size(); ++i)
        tiles->addWidget(m_tiles[i] = new KpiTile(names[i]), 1);
    column->addLayout(tiles);

    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setProperty("gap", true);
    m_offersTable = new DataTable;
    m_offersTable->setObjectName(QStringLiteral("simOffers"));
    m_offersTable->setAccessibleName(tr("What each offer did"));
    m_offersTable->setEmptyText(tr("The draft has no offers."));
    m_offers = new OfferResultsModel(m_offersTable);
    m_offersOrder = ordered(m_offersTable, m_offers, OfferResultsModel::Shown);
    m_offersTable->setStretchColumn(OfferResultsModel::Name);
    m_peopleTable = new DataTable;
    m_peopleTable->setObjectName(QStringLiteral("simPeople"));
    m_peopleTable->setAccessibleName(tr("What became of each customer"));
    m_people = new PeopleModel(m_peopleTable);
    m_peopleOrder = ordered(m_peopleTable, m_people, PeopleModel::Shown);
    m_peopleTable->setStretchColumn(PeopleModel::First);
    const auto titled = [](const QString& title, const QString& hint, QWidget* table) {
        auto* part = new QWidget;
        auto* inner = new QVBoxLayout(part);
        inner->setContentsMargins(0, Size::Space1, 0, Size::Space2);
        inner->setSpacing(Size::Space1);
        auto* head = new QHBoxLayout;
        head->addWidget(makeLabel(title, TextSize::Body, QFont::DemiBold));
        head->addWidget(makeLabel(hint, TextSize::Caption, QFont::Normal, Ink::Muted), 1, Qt::AlignRight);
        inner->addLayout(head);
        inner->addWidget(table, 1);
        return part;
    };
    splitter->addWidget(titled(tr("Offers"), {}, m_offersTable));
    splitter->addWidget(
        titled(tr("Customers"), tr("Enter or double click: one customer, step by step"), m_peopleTable));
    splitter->setChildrenCollapsible(false);
    column->addWidget(splitter, 1);
    connect(m_peopleTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        openPerson(m_people->customer(m_peopleOrder->mapToSource(index).row()));
    });
    return page;
}

void SimulateScreen::setSession(Session* session)
{
    m_session = session;
    connect(session, &Session::projectOpened, this, &SimulateScreen::reset);
    connect(session, &Session::projectClosed, this, &SimulateScreen::reset);
    connect(session, &Session::draftChanged, this, [this](const store::Changed& changed) {
        if (changed.bulk)
            m_population.reset();
        m_outdated = m_run != nullptr;
        showPage();
    });
    connect(session, &Session::selectionChanged, this, [this](const Selection& selection) {
        if (isVisible() && m_run && selection.kind == Selection::Kind::Customer
            && m_run->population->find(selection.id))
            openPerson(selection.id);
    });
    connect(&session->jobs(), &JobRunner::changed, this, &SimulateScreen::showJob);
    reset();
}

void SimulateScreen::reset()
{
    m_session->jobs().cancelKey(runKey);
    m_run.reset();
    m_population.reset();
    m_running = false;
    m_outdated = false;
    m_offers->setRun({});
    m_people->setRun({});
    showPage();
    if (isVisible())
        activate();
}

bool SimulateScreen::hasData() const { return m_session->isOpen() && m_session->counts().events > 0; }

void SimulateScreen::activate()
{
    // The first look shows numbers, not a button: on large projects of the first customers only.
    constexpr std::int64_t quick = 20'000;
    if (m_run || m_running || !hasData() || m_session->draft()->policy.offers.empty())
        return;
    if (m_session->counts().customers > quick && m_customers->value() == 0)
        m_customers->setValue(int(quick));
    start();
}

void SimulateScreen::start()
{
    if (!hasData())
        return;
    auto opened = m_session->project()->openReader();
    if (!opened) {
        m_session->notify(opened.error());
        return;
    }
    std::shared_ptr<store::BulkReader> reader = std::move(*opened);
    simulate::ReplayOptions options;
    options.customers = m_customers->value();
    options.days = m_days->value();
    options.seed = std::uint64_t(m_seed->value());
    const auto known = m_populationLimit == options.customers ? m_population : nullptr;
    m_running = true;
    m_job = m_session->jobs().run<Result<SimSnapshot>>(
        runKey, tr("Simulating"), this,
        [draft = m_session->draft(), catalogue = m_session->catalogue(), reader, options, known](
            const Progress& progress) {
            return runSimulation(draft, catalogue, *reader, options, known, progress);
        },
        [this](Result<SimSnapshot> run) {
            m_running = false;
            if (run) {
                const bool first = m_run == nullptr;
                m_run = std::move(*run);
                m_population = m_run->population;
                m_populationLimit = m_run->result.options.customers;
                m_outdated = false;
                showRun();
                // A customer chosen elsewhere is why somebody came here.
                const Selection& selection = m_session->selection();
                if (first && selection.kind == Selection::Kind::Customer
                    && m_run->population->find(selection.id) != nullptr)
                    openPerson(selection.id);
            } else {
                m_session->notify(run.error());
                showPage();
            }
        });
    showPage();
}

void SimulateScreen::showRun()
{
    m_offers->setRun(m_run);
    m_people->setRun(m_run);
    for (DataTable* table : { m_offersTable, m_peopleTable })
        table->resizeColumnsToContents();
    // Titles ask for more than they need; the offers' names need it.
    const QFontMetrics metrics(m_offersTable->font());
    for (int column = OfferResultsModel::Name + 1; column < m_offers->columnCount(); ++column) {
        int texts = 0;
        for (int row = 0; row < m_offers->rowCount(); ++row)
            texts = std::max(
                texts, metrics.horizontalAdvance(m_offers->index(row, column).data().toString()));
        m_offersTable->setColumnWidth(column,
            std::max(
                texts + int(Size::Space6), m_offersTable->columnWidth(column) - int(Size::Space4)));
    }
    m_offersTable->setStretchColumn(OfferResultsModel::Name);
    m_peopleTable->setStretchColumn(PeopleModel::First);
    showTiles();
    m_pages->setCurrentIndex(Results);
    showPage();
}

void SimulateScreen::showTiles()
{
    const simulate::ReplayResult& r = m_run->result;
    m_tiles[Customers]->setValue(shortCount(r.customers), count(r.customers));
    m_tiles[Customers]->setDetail(tr("%1 days to %2").arg(count(r.options.days), day(r.until)));
    m_tiles[Opportunities]->setValue(shortCount(r.opportunities), count(r.opportunities));
    m_tiles[Opportunities]->setDetail(tr("in %1 decisions").arg(count(r.decisions)));
    const auto figure
        = [](KpiTile* tile, const simulate::Figure& f, const QString& text, const QString& detail) {
              if (!f.known) {
                  tile->setMissing(qs(f.why));
                  return;
              }
              tile->setValue(text);
              tile->setDetail(detail);
          };
    figure(m_tiles[Asks], r.asksPerCustomer, plusMinus(r.asksPerCustomer, 2),
        tr("%1 asked nothing").arg(count(r.silent)));
    figure(m_tiles[Rate], r.attachRate,
        percentInterval(r.attachRate.value, r.attachRate.lower, r.attachRate.upper),
        tr("%1 of %2, %3 anyway").arg(count(r.attached), count(r.shown), count(r.organic)));
    const std::string& currency = m_run->draft->policy.currency;
    const auto amount = [&](double minor) { return money({ std::llround(minor) }, currency); };
    figure(m_tiles[Margin], r.marginPerCustomer, amount(r.marginPerCustomer.value),
        tr("expected, %1 to %2").arg(amount(r.marginPerCustomer.lower), amount(r.marginPerCustomer.upper)));
    const auto held = std::count_if(
        r.people.begin(), r.people.end(), [](const simulate::PersonRow& row) { return row.holdout; });
    if (r.customers > 0)
        m_tiles[Holdout]->setValue(percent(double(held) / double(r.customers)), count(held));
    m_tiles[Holdout]->setDetail(tr("%1 offers withheld").arg(count(r.withheld)));
}

void SimulateScreen::showPage()
{
    const bool offers = !m_session->draft()->policy.offers.empty();
    if (!m_run)
        m_pages->setCurrentIndex(Empty);
    m_start->setEnabled(hasData() && offers && !m_running);
    if (!m_session->isOpen())
        m_empty->setTexts(
            tr("Nothing to simulate"), tr("Open a project to replay its customers against its rules."));
    else if (!hasData())
        m_empty->setTexts(tr("Nothing to simulate"),
            tr("Import what customers did. Their real days are replayed against the draft."));
    else if (!offers)
        m_empty->setTexts(
            tr("Nothing to offer"), tr("The draft has no offers yet. Make one, and see here what it does."));
    else
        m_empty->setTexts(m_running ? tr("Simulating…") : tr("What would this draft do?"),
            tr("%1 customers are replayed against it, each in time order, with caps, cooldowns and the "
               "holdout.")
                .arg(count(m_session->counts().customers)));
    m_emptyAction->setVisible(m_session->isOpen() && !hasData());
    m_note->setText(!m_run ? QString()
            : m_outdated   ? tr("The draft has changed since")
            : m_run->result.refusedRequests > 0
            ? tr("%1 customers refused: %2")
                  .arg(count(m_run->result.refusedRequests), qs(m_run->result.firstRefusal))
            : QString());
    setInk(m_note, m_outdated || (m_run && m_run->result.refusedRequests > 0) ? Ink::Caution : Ink::Muted);
    showJob();
}

void SimulateScreen::showJob()
{
    if (m_running) {
        for (const JobInfo& job : m_session->jobs().jobs()) {
            if (job.id != m_job)
                continue;
            m_bar->setRange(0, job.total > 0 ? 1000 : 0);
            if (job.total > 0)
                m_bar->setValue(int(double(job.done) / double(job.total) * 1000));
            if (job.state == JobInfo::State::Cancelled || job.state == JobInfo::State::Failed) {
                m_running = false;
                showPage();
                return;
            }
        }
    }
    m_bar->setVisible(m_running);
    m_stop->setVisible(m_running);
    m_start->setEnabled(!m_running && hasData() && !m_session->draft()->policy.offers.empty());
}

void SimulateScreen::openPerson(const std::string& customer)
{
    m_person->showPerson(m_session, m_run, customer);
    m_pages->setCurrentIndex(One);
    m_person->setFocus();
}

bool SimulateScreen::settled() const { return !m_running && m_person->settled(); }

}
