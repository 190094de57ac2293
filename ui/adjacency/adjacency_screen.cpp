// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/adjacency/adjacency_screen.h"

#include "ui/adjacency/canvas.h"
#include "ui/adjacency/draw_dialog.h"
#include "ui/adjacency/edge_commands.h"
#include "ui/adjacency/evidence_card.h"
#include "ui/adjacency/filter_panel.h"
#include "ui/adjacency/graph_build.h"
#include "ui/adjacency/mine_dialog.h"
#include "ui/adjacency/mine_job.h"
#include "ui/adjacency/worklist_panel.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QListView>
#include <QProgressBar>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

namespace ow::ui {

namespace {

const QString mineKey = QStringLiteral("adjacency.mine");
const QString graphKey = QStringLiteral("adjacency.graph");

// More edges than this are no picture any more: the strongest are shown first, the slider brings the rest.
constexpr std::size_t readableEdges = 1500;

double readableLift(const Graph& graph)
{
    std::vector<double> lifts;
    for (const GraphEdge& edge : graph.edges)
        if (edge.lift && edge.look != EdgeLook::Substitute && edge.status != EdgeStatus::Rejected)
            lifts.push_back(*edge.lift);
    if (lifts.size() <= readableEdges)
        return 1;
    std::nth_element(lifts.begin(), lifts.begin() + readableEdges, lifts.end(), std::greater<>());
    return lifts[readableEdges];
}

}

AdjacencyScreen::AdjacencyScreen(QWidget* parent)
    : Screen(parent)
    , m_graph(std::make_shared<Graph>())
    , m_mined(std::make_shared<const std::vector<store::MinedEdge>>())
{
    setObjectName(QStringLiteral("adjacencyScreen"));
    makePages();
    makeTools();
    m_evidence = new EvidenceCard(this);
    m_evidence->hide();
    m_node = new NodeCard(this);
    m_node->hide();
    connectParts();
}

void AdjacencyScreen::makePages()
{
    m_pages = new QStackedWidget(this);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_pages, 1);

    m_empty = new EmptyState(QStringLiteral("adjacency"), {}, {});
    m_emptyAction = m_empty->addButton(tr("Mine adjacencies"), true);
    m_pages->addWidget(m_empty);

    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_filters = new FilterPanel;
    m_canvas = new GraphCanvas;
    m_worklist = new WorklistPanel;
    const auto line = [] {
        auto* frame = new QFrame;
        frame->setProperty("kind", QStringLiteral("line"));
        frame->setFixedWidth(1);
        return frame;
    };
    row->addWidget(m_filters);
    row->addWidget(line());
    row->addWidget(m_canvas, 1);
    row->addWidget(line());
    row->addWidget(m_worklist);
    m_pages->addWidget(page);

    whole->addWidget(makeLine());
    auto* foot = new QWidget;
    auto* bottom = new QHBoxLayout(foot);
    bottom->setContentsMargins(Size::Space3, Size::Space1, Size::Space3, Size::Space1);
    bottom->setSpacing(Size::Space2);
    m_stats = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted);
    m_stats->setObjectName(QStringLiteral("graphStats"));
    m_jobText = makeLabel({}, TextSize::Caption, QFont::Normal, Ink::Muted);
    m_jobBar = new QProgressBar;
    m_jobBar->setFixedWidth(120);
    m_jobBar->setTextVisible(false);
    m_jobCancel = makeButton(tr("Stop"), ButtonKind::Link);
    bottom->addWidget(m_stats, 1);
    bottom->addWidget(m_jobText);
    bottom->addWidget(m_jobBar);
    bottom->addWidget(m_jobCancel);
    foot->setFixedHeight(28);
    whole->addWidget(foot);
}

void AdjacencyScreen::makeTools()
{
    m_tools = new QWidget(this);
    m_tools->hide(); // until the title row takes it
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Size::Space1);
    const auto action = [this](const QString& icon, const QString& text, const QKeySequence& keys) {
        auto* a = new QAction(text, this);
        a->setShortcut(keys);
        a->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        a->setProperty("iconName", icon);
        addAction(a);
        return a;
    };
    m_showFilters = makeIconButton(QStringLiteral("filter"), tr("Filters"));
    m_showWorklist = makeIconButton(QStringLiteral("check"), tr("Suggestions"));
    auto* fit = makeIconButton(QStringLiteral("fit"), tr("Show everything (F)"));
    for (QToolButton* toggle : { m_showFilters, m_showWorklist }) {
        toggle->setCheckable(true);
        toggle->setChecked(true);
        connect(toggle, &QToolButton::toggled, this, &AdjacencyScreen::setPanels);
    }
    connect(fit, &QToolButton::clicked, this, [this] { m_canvas->fit(); });
    m_drawButton = makeButton(tr("Draw an edge"), ButtonKind::Normal, QStringLiteral("link"));
    m_mineButton = makeButton(tr("Mine adjacencies"), ButtonKind::Primary);
    m_mineButton->setObjectName(QStringLiteral("mineButton"));
    row->addWidget(m_showFilters);
    row->addWidget(m_showWorklist);
    row->addWidget(fit);
    row->addSpacing(Size::Space1);
    row->addWidget(m_drawButton);
    row->addWidget(m_mineButton);

    connect(action(QStringLiteral("search"), tr("Find a product in the graph"), QKeySequence::Find),
        &QAction::triggered, this, [this] {
            m_showFilters->setChecked(true);
            m_filters->search()->setFocus();
        });
    connect(action(QStringLiteral("fit"), tr("Show the whole graph"), {}), &QAction::triggered, this,
        [this] { m_canvas->fit(); });
    connect(action(QStringLiteral("link"), tr("Draw an edge by hand"), {}), &QAction::triggered, m_drawButton,
        &QPushButton::click);
    connect(action(QStringLiteral("play"), tr("Mine adjacencies"), {}), &QAction::triggered, m_mineButton,
        &QPushButton::click);
}

void AdjacencyScreen::resizeEvent(QResizeEvent* event)
{
    // On a small window the graph needs the room more than the filters do, until somebody wants them.
    if (!m_panelsChosen) {
        const QSignalBlocker quiet(m_showFilters);
        m_showFilters->setChecked(event->size().width() >= 1000);
        m_filters->setVisible(m_showFilters->isChecked());
    }
    Screen::resizeEvent(event);
}

void AdjacencyScreen::setPanels()
{
    m_panelsChosen = true;
    m_filters->setVisible(m_showFilters->isChecked());
    m_worklist->setVisible(m_showWorklist->isChecked());
}

void AdjacencyScreen::connectParts()
{
    connect(m_mineButton, &QPushButton::clicked, this, &AdjacencyScreen::openMineDialog);
    connect(m_emptyAction, &QPushButton::clicked, this, [this] {
        if (m_session->counts().events + m_session->counts().basketLines > 0)
            openMineDialog();
        else
            m_session->show(QStringLiteral("data"));
    });
    connect(
        m_drawButton, &QPushButton::clicked, this, [this] { openDrawDialog(m_canvas->selectedNode(), -1); });
    connect(m_jobCancel, &QPushButton::clicked, this, [this] { m_session->jobs().cancelKey(mineKey); });
    connect(m_filters, &FilterPanel::changed, this, &AdjacencyScreen::setFilter);
    connect(m_filters, &FilterPanel::nodeChosen, this, [this](int node) {
        m_canvas->centreOn(node);
        selectNode(node);
    });
    connect(m_canvas, &GraphCanvas::nodeClicked, this, &AdjacencyScreen::selectNode);
    connect(m_canvas, &GraphCanvas::edgeClicked, this, &AdjacencyScreen::selectEdge);
    connect(
        m_canvas, &GraphCanvas::backgroundClicked, this, [this] { m_session->select(Selection::none()); });
    connect(m_canvas, &GraphCanvas::edgeDrawn, this, &AdjacencyScreen::openDrawDialog);
    connect(m_worklist, &WorklistPanel::edgeChosen, this, &AdjacencyScreen::selectEdge);
    connect(m_node, &NodeCard::edgeChosen, this, &AdjacencyScreen::selectEdge);

    const auto accept = [this](int edge, model::EdgeKind kind, model::Role role) {
        m_session->apply(acceptEdge(*m_graph, m_graph->edges[std::size_t(edge)], kind, role));
    };
    const auto reject
        = [this](int edge) { m_session->apply(rejectEdge(*m_graph, m_graph->edges[std::size_t(edge)])); };
    connect(m_worklist, &WorklistPanel::accepted, this, accept);
    connect(m_worklist, &WorklistPanel::rejected, this, reject);
    connect(m_evidence, &EvidenceCard::accepted, this, accept);
    connect(m_evidence, &EvidenceCard::rejected, this, reject);
    connect(m_evidence, &EvidenceCard::forgotten, this,
        [this](int edge) { m_session->apply(forgetEdge(*m_graph, m_graph->edges[std::size_t(edge)])); });
    connect(m_evidence, &EvidenceCard::turned, this,
        [this](int edge) { m_session->apply(turnEdge(*m_graph, m_graph->edges[std::size_t(edge)])); });
}

void AdjacencyScreen::setSession(Session* session)
{
    m_session = session;
    connect(session, &Session::projectOpened, this, [this] {
        m_graph = std::make_shared<Graph>();
        m_firstGraph = true;
        reload(true);
    });
    connect(session, &Session::projectClosed, this, [this] {
        m_graph = std::make_shared<Graph>();
        m_firstGraph = true;
        reload(true);
    });
    connect(session, &Session::draftChanged, this, [this](const store::Changed& changed) {
        const bool edges = std::any_of(changed.objects.begin(), changed.objects.end(),
            [](const store::ObjectKey& key) { return key.kind == "edge" || key.kind == "offer"; });
        if (edges || changed.catalogue || changed.bulk)
            reload(changed.bulk || changed.catalogue);
    });
    connect(session, &Session::selectionChanged, this, &AdjacencyScreen::selectionChanged);
    connect(&session->jobs(), &JobRunner::changed, this, &AdjacencyScreen::showJob);
    reload(true);
}

void AdjacencyScreen::activate()
{
    if (m_stale)
        build();
}

void AdjacencyScreen::reload(bool mined)
{
    m_stale = true;
    m_minedStale |= mined;
    showPage();
    if (isVisible() || m_firstGraph)
        build();
}

void AdjacencyScreen::build()
{
    m_stale = false;
    if (!m_session->isOpen()) {
        showGraph(std::make_shared<Graph>());
        return;
    }
    std::shared_ptr<store::BulkReader> reader;
    if (m_minedStale) {
        auto opened = m_session->project()->openReader();
        if (!opened) {
            m_session->notify(opened.error());
            return;
        }
        reader = std::move(*opened);
    }
    m_building = true;
    m_session->jobs().run<Result<GraphSnapshot>>(
        graphKey, tr("Drawing the graph"), this,
        [reader, source = GraphSource { m_session->draft(), m_session->catalogue(), m_mined, m_graph }](
            const Progress& progress) mutable {
            if (reader)
                source.mined = std::make_shared<const std::vector<store::MinedEdge>>(reader->minedEdges());
            return buildGraph(source, progress);
        },
        [this](Result<GraphSnapshot> built) {
            m_building = false;
            if (!built)
                return;
            m_minedStale = false;
            m_mined = std::make_shared<const std::vector<store::MinedEdge>>((*built)->mined);
            showGraph(std::move(*built));
        },
        true);
}

void AdjacencyScreen::showGraph(GraphSnapshot graph)
{
    const bool first = std::exchange(m_firstGraph, graph->edges.empty());
    m_graph = std::move(graph);
    m_canvas->setGraph(m_graph);
    m_filters->setGraph(m_graph);
    if (first) {
        GraphFilter filter = m_filters->filter();
        filter.minLift = readableLift(*m_graph);
        m_filters->setFilter(filter);
        m_canvas->fit();
    } else {
        setFilter(m_filters->filter());
    }
    m_worklist->setEditable(m_session->isEditable());
    selectionChanged();
    showPage();
}

void AdjacencyScreen::setFilter(const GraphFilter& filter)
{
    m_canvas->setFilter(filter);
    m_worklist->setGraph(m_graph, m_canvas->visible());
    showStats();
}

void AdjacencyScreen::showPage()
{
    const bool open = m_session->isOpen();
    const bool minable = open && m_session->counts().events + m_session->counts().basketLines > 0;
    const bool editable = m_session->isEditable();
    m_mineButton->setEnabled(minable && editable);
    m_drawButton->setEnabled(editable && m_session->counts().products > 0);
    m_pages->setCurrentIndex(m_graph->edges.empty() ? 0 : 1);
    if (minable)
        m_empty->setTexts(tr("What goes with what?"),
            tr("%1 events and %2 basket lines are waiting to be mined for complements and substitutes. You "
               "decide what "
               "becomes part of the draft.")
                .arg(count(m_session->counts().events), count(m_session->counts().basketLines)));
    else
        m_empty->setTexts(tr("Nothing to draw yet"),
            open ? tr("Import orders or baskets, and mine them for products that are bought together.")
                 : tr("Open a project to see which of its products go together."));
    m_emptyAction->setText(minable ? tr("Mine adjacencies") : tr("Go to Data"));
    m_emptyAction->setVisible(open && editable);
    showStats();
    showJob();
}

void AdjacencyScreen::showStats()
{
    if (m_graph->edges.empty()) {
        m_stats->clear();
        return;
    }
    std::int64_t unknown = 0;
    for (const GraphEdge& edge : m_graph->edges)
        unknown += edge.look == EdgeLook::Unknown;
    const Visible& shown = m_canvas->visible();
    QStringList parts { tr("%1 of %2 products and families")
                            .arg(count(shown.nodeCount), count(std::int64_t(m_graph->nodes.size()))),
        tr("%1 of %2 edges shown").arg(count(shown.edgeCount), count(std::int64_t(m_graph->edges.size()))) };
    if (unknown > 0)
        parts << tr("%1 undecided by the data").arg(count(unknown));
    if (m_graph->productsWithout > 0)
        parts << tr("%1 products without an edge").arg(count(m_graph->productsWithout));
    m_stats->setText(parts.join(QStringLiteral("  ·  ")));
}

void AdjacencyScreen::showJob()
{
    const auto jobs = m_session->jobs().jobs();
    const auto job = std::find_if(jobs.begin(), jobs.end(), [](const JobInfo& info) {
        return info.key == mineKey
            && (info.state == JobInfo::State::Running || info.state == JobInfo::State::Cancelling);
    });
    const bool running = job != jobs.end();
    m_jobText->setVisible(running);
    m_jobBar->setVisible(running);
    m_jobCancel->setVisible(running);
    m_mineButton->setEnabled(!running && m_session->isEditable()
        && m_session->counts().events + m_session->counts().basketLines > 0);
    if (!running)
        return;
    m_jobText->setText(job->title);
    m_jobBar->setRange(0, job->total > 0 ? 1000 : 0);
    if (job->total > 0)
        m_jobBar->setValue(int(job->done * 1000 / job->total));
}

bool AdjacencyScreen::settled() const { return !m_building; }

QWidget* AdjacencyScreen::inspector()
{
    const Selection& selection = m_session->selection();
    if (selection.kind == Selection::Kind::Object && selection.object.kind == "edge") {
        const int edge = m_graph->edgeOf(selection.object.id);
        if (edge < 0)
            return nullptr;
        m_evidence->setEdge(m_graph, edge, m_session->isEditable());
        return m_evidence;
    }
    const bool family = selection.kind == Selection::Kind::Object && selection.object.kind == "family";
    if (!family && selection.kind != Selection::Kind::Product)
        return nullptr;
    const int node = m_graph->nodeOf({ family, family ? selection.object.id : selection.id });
    if (node < 0)
        return nullptr;
    m_node->setNode(m_graph, node);
    return m_node;
}

void AdjacencyScreen::selectNode(int node)
{
    const model::EdgeEnd& end = m_graph->nodes[std::size_t(node)].end;
    m_session->select(end.family ? Selection::of("family", end.key) : Selection::product(end.key));
}

void AdjacencyScreen::selectEdge(int edge)
{
    m_session->select(Selection::of("edge", m_graph->edges[std::size_t(edge)].id));
}

void AdjacencyScreen::selectionChanged()
{
    const Selection& selection = m_session->selection();
    int node = -1;
    int edge = -1;
    if (selection.kind == Selection::Kind::Product)
        node = m_graph->nodeOf({ false, selection.id });
    else if (selection.kind == Selection::Kind::Object && selection.object.kind == "family")
        node = m_graph->nodeOf({ true, selection.object.id });
    else if (selection.kind == Selection::Kind::Object && selection.object.kind == "edge")
        edge = m_graph->edgeOf(selection.object.id);
    m_canvas->select(node, edge);
    if (edge >= 0) {
        m_worklist->setCurrentEdge(edge);
        m_canvas->reveal(edge);
        m_evidence->setEdge(m_graph, edge, m_session->isEditable());
    }
    if (node >= 0)
        m_node->setNode(m_graph, node);
}

void AdjacencyScreen::openDrawDialog(int from, int to)
{
    auto* dialog = new DrawDialog(m_session->catalogue(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto end
        = [&](int node) { return node >= 0 ? m_graph->nodes[std::size_t(node)].end : model::EdgeEnd {}; };
    dialog->setEnds(end(from), end(to));
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto edge = dialog->edge();
            edge && m_session->apply(drawEdge(*edge, dialog->fromTitle(), dialog->toTitle())))
            m_session->select(Selection::of("edge", model::edgeId(*edge)));
    });
    dialog->open();
}

void AdjacencyScreen::openMineDialog()
{
    auto* dialog = new MineDialog(m_session->counts(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { mine(dialog->options()); });
    dialog->open();
}

void AdjacencyScreen::mine(const mine::MineOptions& options)
{
    auto opened = m_session->project()->openReader();
    if (!opened) {
        m_session->notify(opened.error());
        return;
    }
    std::shared_ptr<store::BulkReader> reader = std::move(*opened);
    m_session->jobs().run<Result<Mined>>(
        mineKey, tr("Mining adjacencies"), this,
        [reader, options](const Progress& progress) { return mineProject(*reader, options, progress); },
        [this](Result<Mined> mined) {
            if (!mined)
                m_session->notify(mined.error());
            else if (mined->complements + mined->substitutes + mined->undecided == 0)
                m_session->notify(Tone::Info,
                    tr("No pair of products stands out from chance in %1 baskets.")
                        .arg(count(mined->evidence->basketCount)),
                    tr("Fewer baskets per pair, or a smaller lift, would let more through."));
            else
                storeMined(std::move(*mined));
        });
}

void AdjacencyScreen::storeMined(Mined mined)
{
    auto opened = m_session->project()->openWriter();
    if (!opened) {
        m_session->notify(opened.error());
        return;
    }
    std::shared_ptr<store::BulkWriter> writer = std::move(*opened);
    const std::string title = ss(tr("Mined %1 baskets: %2 complements, %3 substitutes, %4 undecided")
                                     .arg(count(mined.evidence->basketCount), count(mined.complements),
                                         count(mined.substitutes), count(mined.undecided)));
    m_session->jobs().run<Result<store::ImportRecord>>(
        mineKey, tr("Storing adjacencies"), this,
        [writer, mined = std::move(mined), title](const Progress&) mutable {
            auto stored = ow::ui::storeMined(*writer, mined, title);
            writer.reset(); // on this thread, before anybody edits again
            return stored;
        },
        [this, title](const Result<store::ImportRecord>& stored) {
            if (!stored) {
                m_session->notify(stored.error());
                return;
            }
            m_firstGraph = true; // new evidence: its own strongest edges first
            m_session->refresh();
            m_session->notify(Tone::Good, qs(title));
        });
}

}
