// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/bottom_bar.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/draft_checks.h"
#include "ui/shell/file_actions.h"
#include "ui/shell/icons.h"
#include "ui/shell/inspector_panel.h"
#include "ui/shell/nav_bar.h"
#include "ui/shell/screens.h"
#include "ui/shell/settings.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/shell/title_bar.h"
#include "ui/shell/undo_keys.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QCloseEvent>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ow::ui {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
{
    setAcceptDrops(true);
    UndoKeys::install();
    setMinimumSize(720, 480);
    resize(1280, 800);
    buildActions();
    buildFrame();
    buildMenu();
    connectSession();
    readState();
    updateUndo();
    updateTitle();
    showScreen(screens().front().id);
}

MainWindow::~MainWindow()
{
    // Screens hold the session; it must outlive them, whatever QObject's order of children says.
    for (const auto& [id, screen] : m_made)
        delete screen;
    m_made.clear();
    delete takeCentralWidget();
}

QAction* MainWindow::action(const QString& text, const QString& iconName, const QString& keys)
{
    auto* made = new QAction(icon(iconName), text, this);
    made->setProperty("iconName", iconName); // for the palette
    made->setShortcut(QKeySequence(keys));
    addAction(made);
    return made;
}

void MainWindow::buildActions()
{
    m_files = new FileActions(&m_session, this);
    m_undo = action(tr("Undo"), u"undo"_s, u"Ctrl+Z"_s);
    m_redo = action(tr("Redo"), u"redo"_s, u"Ctrl+Shift+Z"_s);
    m_redo->setShortcuts({ QKeySequence(u"Ctrl+Shift+Z"_s), QKeySequence(u"Ctrl+Y"_s) });
    m_inspectorAction = action(tr("Inspector"), u"inspector"_s, u"Ctrl+I"_s);
    m_inspectorAction->setCheckable(true);
    m_inspectorAction->setChecked(true);
    m_inspectorAction->setToolTip(tr("Show or hide the Inspector (Ctrl+I)"));
    m_paletteAction = action(tr("Find anything…"), u"search"_s, u"Ctrl+K"_s);
    const QString icons[] = { u"problems"_s, u"history"_s, u"jobs"_s };
    const QString keys[] = { u"Ctrl+Shift+M"_s, u"Ctrl+H"_s, u"Ctrl+J"_s };
    for (int page = 0; page < BottomPanel::PageCount; ++page) {
        const auto which = BottomPanel::Page(page);
        QAction* toggle = action(BottomPanel::title(which), icons[page], keys[page]);
        toggle->setCheckable(true);
        connect(toggle, &QAction::triggered, this,
            [this, which](bool on) { showPanel(on ? which : BottomPanel::PageCount); });
        m_panelActions.push_back(toggle);
    }
    int key = 1;
    for (const ScreenInfo& screen : screens()) {
        QAction* go = action(screen.title, screen.icon, u"Ctrl+%1"_s.arg(key++));
        connect(go, &QAction::triggered, this, [this, id = screen.id] { showScreen(id); });
    }
    connect(m_undo, &QAction::triggered, &m_session, &Session::undo);
    connect(m_redo, &QAction::triggered, &m_session, &Session::redo);
    connect(m_inspectorAction, &QAction::toggled, this, &MainWindow::placeInspector);
    connect(m_paletteAction, &QAction::triggered, this, &MainWindow::openPalette);
}

void MainWindow::buildFrame()
{
    auto* central = new QWidget(this);
    central->setObjectName(u"page"_s);
    setCentralWidget(central);
    auto* all = new QHBoxLayout(central);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    m_nav = new NavBar(central);
    all->addWidget(m_nav);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    all->addLayout(right, 1);
    m_work = new QWidget(central);
    auto* work = new QVBoxLayout(m_work);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    m_title = new TitleBar(&m_session, m_undo, m_redo, m_inspectorAction, m_work);
    work->addWidget(m_title);
    m_columns = new QSplitter(Qt::Horizontal, m_work);
    m_columns->setChildrenCollapsible(false);
    work->addWidget(m_columns, 1);
    right->addWidget(m_work, 1);

    auto* column = new QWidget;
    auto* columnRows = new QVBoxLayout(column);
    columnRows->setContentsMargins(0, 0, 0, 0);
    columnRows->setSpacing(0);
    m_message = new MessageBar;
    auto* messageRow = new QHBoxLayout;
    messageRow->setContentsMargins(Size::Space3, 0, Size::Space3, 0);
    messageRow->addWidget(m_message);
    columnRows->addLayout(messageRow);
    m_rows = new QSplitter(Qt::Vertical);
    m_rows->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_bottom = new BottomPanel(&m_session);
    m_bottom->hide();
    m_rows->addWidget(m_stack);
    m_rows->addWidget(m_bottom);
    m_rows->setStretchFactor(0, 1);
    m_rows->setSizes({ 600, 220 });
    columnRows->addWidget(m_rows, 1);
    m_columns->addWidget(column);
    m_columns->setStretchFactor(0, 1);
    m_inspector = new InspectorPanel(&m_session, m_work);
    m_inspector->hide();
    m_inspectorWidth = Size::InspectorWidth;
    new DraftChecks(&m_session);
    m_bar = new BottomBar(&m_session, central);
    right->addWidget(m_bar);
    m_palette = new CommandPalette(this);

    connect(m_nav, &NavBar::chosen, this, &MainWindow::showScreen);
    connect(m_title, &TitleBar::searchWanted, this, &MainWindow::openPalette);
    connect(m_inspector, &InspectorPanel::closed, this, [this] { m_inspectorAction->setChecked(false); });
    connect(m_bottom, &BottomPanel::closed, this, [this] { showPanel(BottomPanel::PageCount); });
    connect(m_bar, &BottomBar::toggled, this,
        [this](BottomPanel::Page page, bool open) { showPanel(open ? page : BottomPanel::PageCount); });
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::screenRequested, this, &MainWindow::showScreen);
    connect(&m_session, &Session::commandAsked, this, &MainWindow::obey);
    connect(&m_session, &Session::projectOpened, this, [this] {
        Settings::addRecentProject(QString::fromStdU16String(m_session.project()->file().u16string()));
    });
    connect(&m_session, &Session::messageRaised, this, &MainWindow::showMessage);
    connect(&m_session, &Session::actionOffered, this, [this](const QString& button, FrameCommand command) {
        m_message->offer(button, [this, command] { obey(command); });
    });
    connect(&m_session, &Session::selectionChanged, this, &MainWindow::updateInspector);
    const auto update = [this] {
        updateUndo();
        updateTitle();
    };
    connect(&m_session, &Session::projectOpened, this, update);
    connect(&m_session, &Session::projectClosed, this, update);
    connect(&m_session, &Session::draftChanged, this, update);
}

void MainWindow::obey(FrameCommand command)
{
    switch (command) {
    case FrameCommand::NewProject:
        m_files->newProject();
        break;
    case FrameCommand::OpenProject:
        m_files->openProject();
        break;
    case FrameCommand::OpenSample:
        m_files->openSample();
        break;
    case FrameCommand::SaveCopy:
        m_files->saveCopy();
        break;
    case FrameCommand::Rescue:
        m_session.rescue();
        break;
    case FrameCommand::ShowProblems:
        showPanel(BottomPanel::Problems);
        break;
    case FrameCommand::ShowHistory:
        showPanel(BottomPanel::History);
        break;
    case FrameCommand::ShowJobs:
        showPanel(BottomPanel::Jobs);
        break;
    }
}

void MainWindow::showMessage(Tone tone, const QString& text, const QString& details)
{
    m_message->showMessage(tone, text, details);
}

void MainWindow::updateUndo()
{
    const QString undo = m_session.undoTitle();
    const QString redo = m_session.redoTitle();
    m_undo->setEnabled(!undo.isEmpty() && m_session.isEditable());
    m_redo->setEnabled(!redo.isEmpty() && m_session.isEditable());
    m_undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(undo));
    m_redo->setText(redo.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(redo));
    m_undo->setToolTip(m_undo->text() + u" (Ctrl+Z)"_s);
    m_redo->setToolTip(m_redo->text() + u" (Ctrl+Shift+Z)"_s);
}

void MainWindow::updateTitle()
{
    if (!m_session.isOpen()) {
        setWindowTitle(u"Offerwright"_s);
        return;
    }
    const QString name = qs(m_session.draft()->policy.name);
    const QString file = qs(m_session.project()->file().stem().string());
    setWindowTitle(u"%1 — Offerwright"_s.arg(name.isEmpty() ? file : name));
}

bool MainWindow::showScreen(const QString& id)
{
    const ScreenInfo* info = findScreen(id);
    if (!info)
        return false;
    Screen*& screen = m_made[id];
    if (!screen) {
        screen = info->make(m_stack);
        screen->setObjectName(u"screen-"_s + id);
        screen->setAccessibleName(info->title);
        screen->setSession(&m_session);
        m_stack->addWidget(screen);
    }
    m_current = id;
    m_stack->setCurrentWidget(screen);
    m_nav->setCurrent(id);
    m_title->setTitle(info->title);
    m_title->setTools(screen->titleTools());
    screen->activate();
    updateInspector();
    return true;
}

Screen* MainWindow::currentScreen() const
{
    const auto found = m_made.find(m_current);
    return found == m_made.end() ? nullptr : found->second;
}

bool MainWindow::settled() const
{
    const Screen* screen = currentScreen();
    return screen && screen->settled() && m_session.isQuiet();
}

void MainWindow::showPanel(BottomPanel::Page page)
{
    const bool open = page != BottomPanel::PageCount;
    if (open)
        m_bottom->setPage(page);
    m_bottom->setVisible(open);
    m_bar->setOpenPage(page);
    for (int i = 0; i < BottomPanel::PageCount; ++i)
        m_panelActions[std::size_t(i)]->setChecked(i == page);
}

void MainWindow::updateInspector()
{
    Screen* screen = currentScreen();
    m_inspector->setPage(screen ? screen->inspector() : nullptr);
    m_inspectorAction->setVisible(screen && screen->usesInspector());
    placeInspector();
}

// Beside the screen where there is room, over it where there is not.
void MainWindow::placeInspector()
{
    const Screen* screen = currentScreen();
    const bool overlay = width() < Size::OverlayBelow;
    const bool nothing
        = m_session.selection().kind == Selection::Kind::None && screen && !screen->hasInspectorNow();
    // An empty panel is a quarter of the window that says nothing; it comes with the first thing selected.
    m_inspectorAction->setEnabled(!nothing);
    const bool open = m_inspectorAction->isChecked() && screen && screen->usesInspector() && !nothing;
    const bool docked = m_columns->indexOf(m_inspector) >= 0;
    if (docked && m_inspector->isVisible())
        m_inspectorWidth = m_inspector->width();
    if (overlay && docked)
        m_inspector->setParent(m_work);
    else if (!overlay && !docked) {
        m_columns->addWidget(m_inspector);
        m_columns->setStretchFactor(1, 0);
    }
    m_inspector->setProperty("overlay", overlay);
    m_inspector->style()->unpolish(m_inspector);
    m_inspector->style()->polish(m_inspector);
    m_inspector->setVisible(open);
    if (!open)
        return;
    if (overlay) {
        const int top = Size::TitleHeight;
        m_inspector->setGeometry(
            m_work->width() - m_inspectorWidth, top, m_inspectorWidth, m_work->height() - top);
        m_inspector->raise();
    } else if (!docked) {
        m_columns->setSizes({ m_columns->width() - m_inspectorWidth, m_inspectorWidth });
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_session.checkPlace(); // who comes back from a file manager may have moved the file there
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_nav->setLabelled(width() >= Size::LabelsFrom);
    centralWidget()->layout()->activate();
    placeInspector();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    QStringList others;
    for (const QUrl& url : event->mimeData()->urls()) {
        const QString path = url.toLocalFile();
        if (path.endsWith(u".offerwright"_s))
            m_files->openPath(path);
        else if (!path.isEmpty())
            others << path;
    }
    event->acceptProposedAction();
    if (others.isEmpty())
        return;
    if (!m_session.isOpen()) {
        m_session.notify(
            Tone::Caution, tr("Open or create a project first; then these files can be imported into it."));
        return;
    }
    if (showScreen(u"data"_s))
        emit m_session.filesDropped(others);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    writeState();
    QMainWindow::closeEvent(event);
}

}
