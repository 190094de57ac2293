// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "store/check_file.h"
#include "store/rescue.h"
#include "ui/shell/core_text.h"
#include "ui/shell/damage.h"
#include "ui/shell/text.h"

#include <algorithm>

namespace ow::ui {

namespace {
constexpr int FollowMs = 400; // how far behind another program's edits the screen may be
constexpr int WatchMs = 3000; // how long nobody notices that the file was moved, while nobody edits
const QString bringUpKey = QStringLiteral("bring up");
const QString checkKey = QStringLiteral("check the file");
const QString rescueKey = QStringLiteral("rescue");
}

Session::Session(QObject* parent)
    : QObject(parent)
{
    m_follow.setInterval(FollowMs);
    connect(&m_follow, &QTimer::timeout, this, &Session::follow);
    m_watch.setInterval(WatchMs);
    connect(&m_watch, &QTimer::timeout, this, &Session::checkPlace);
    connect(&m_jobs, &JobRunner::failed, this, [this](const QString& title, const QString& what) {
        notify(Tone::Bad, tr("%1 failed: %2").arg(title, what));
    });
}

Session::~Session() = default;

bool Session::open(const std::filesystem::path& file)
{
    stopReading();
    if (store::Project::isOlder(file)) {
        bringUp(file);
        return true;
    }
    auto opened = store::Project::open(file);
    if (opened || opened.error().code != ErrorCode::CorruptFile)
        return adopt(std::move(opened));
    openRescued(file);
    return true;
}

/// What is still read of another file is wanted no more: it would take the place of what is opened now.
void Session::stopReading()
{
    m_jobs.cancelKey(bringUpKey);
    m_jobs.cancelKey(rescueKey);
    m_jobs.cancelKey(checkKey);
}

// A great file is not looked through when it is opened, so that opening it takes no time; this does it
// beside.
void Session::checkWhole()
{
    std::error_code ec;
    if (const auto bytes = std::filesystem::file_size(m_project->file(), ec);
        ec || bytes < store::checkedOnOpenBelow)
        return;
    using Faults = Result<std::vector<std::string>>;
    m_jobs.run<Faults>(
        checkKey, tr("Checking the project file"), this,
        [file = m_project->file()](const Progress&) { return store::checkFile(file); },
        [this](const Faults& faults) {
            if (!m_project || !faults || faults->empty())
                return; // what cannot be checked now (another program is at it) says nothing about the file
            m_project->distrust();
            m_follow.stop();
            emit projectOpened(); // no screen offers an edit any more
            notify(Tone::Bad, coreText(m_project->readOnlyReason()), coreText(faults->front()),
                tr("Show what can be rescued"), FrameCommand::Rescue);
        },
        true);
}

// As long as copying the file: it is made anew beside the old one, which stays until it is done.
void Session::bringUp(const std::filesystem::path& file)
{
    using Opened = Result<std::unique_ptr<store::Project>>;
    notify(Tone::Info, tr("An older version of Offerwright made this project. Bringing it up to date…"));
    m_jobs.run<Opened>(
        bringUpKey, tr("Bringing a project up to date"), this,
        [file](
            const Progress& progress) { return store::Project::open(file, store::Access::Edit, progress); },
        [this, file](Opened opened) {
            if (!opened && opened.error().code == ErrorCode::CorruptFile)
                openRescued(file);
            else
                adopt(std::move(opened));
        });
}

void Session::rescue()
{
    if (!m_project || m_project->rescued())
        return;
    const std::filesystem::path file = m_project->file();
    close(); // the rescue wants the file for itself
    openRescued(file);
}

// A great file takes as long as importing its data did.
void Session::openRescued(const std::filesystem::path& file)
{
    using Opened = Result<std::unique_ptr<store::Project>>;
    notify(Tone::Caution, tr("This project file is damaged. Reading what can be read of it…"));
    m_jobs.run<Opened>(
        rescueKey, tr("Reading a damaged project"), this,
        [file](const Progress& progress) { return store::Project::openRescued(file, progress); },
        [this](Opened opened) { adopt(std::move(opened)); });
}

void Session::tellDamage(const store::RescueReport& report)
{
    // Named so that it comes before "check", which finds what follows from it.
    setProblems(QStringLiteral("a rescue"), damageProblems(report));
    notify(Tone::Caution,
        tr("This project file is damaged. What could be read of it is shown and cannot be edited."),
        damageSummary(report), tr("Save a rescued copy…"), FrameCommand::SaveCopy);
}

bool Session::create(const std::filesystem::path& file, const store::NewProject& init)
{
    stopReading();
    return adopt(store::Project::create(file, init));
}

bool Session::adopt(Result<std::unique_ptr<store::Project>> opened)
{
    if (!opened) {
        notify(opened.error());
        return false;
    }
    close();
    m_project = std::move(*opened);
    m_project->setListener([this](const store::Changed& what) { changed(what); });
    m_counts = m_project->counts();
    emit projectOpened();
    if (const store::RescueReport* report = m_project->rescued())
        tellDamage(*report);
    else if (!isEditable())
        notify(Tone::Caution, coreText(m_project->readOnlyReason()));
    if (m_project->isHeldElsewhere())
        m_follow.start();
    m_watch.start();
    if (m_project->rescued() == nullptr)
        checkWhole();
    return true;
}

/// The project as another program has it by now; ours to edit as soon as that one has let go of it.
void Session::follow()
{
    checkPlace();
    if (!m_follow.isActive())
        return;
    m_project->refresh();
    if (!m_project->tryToEdit())
        return;
    m_follow.stop();
    m_counts = m_project->counts();
    emit projectOpened(); // every screen offers its edits again
    notify(Tone::Good, tr("The other program has closed this project. It can be edited here now."));
}

void Session::checkPlace()
{
    if (!m_project || !m_watch.isActive() || m_project->isInPlace())
        return;
    m_follow.stop();
    m_watch.stop(); // it is said once
    emit projectOpened(); // no screen offers an edit any more
    notify(
        Tone::Caution, coreText(m_project->readOnlyReason()), {}, tr("Save a copy…"), FrameCommand::SaveCopy);
}

void Session::close()
{
    stopReading();
    if (!m_project)
        return;
    m_follow.stop();
    m_watch.stop();
    m_project.reset();
    m_counts = {};
    m_problems.clear();
    m_selection = {};
    emit problemsChanged();
    emit selectionChanged(m_selection);
    emit projectClosed();
}

bool Session::isEditable() const { return m_project && m_project->readOnlyReason().empty(); }

model::DraftSnapshot Session::draft() const
{
    static const auto empty = std::make_shared<const model::Draft>();
    return m_project ? m_project->draft() : empty;
}

model::CatalogueSnapshot Session::catalogue() const
{
    static const auto empty = std::make_shared<const model::Catalogue>();
    if (!m_project)
        return empty;
    auto loaded = m_project->catalogue();
    if (!loaded) {
        const_cast<Session*>(this)->notify(loaded.error());
        return empty;
    }
    return *loaded;
}

bool Session::apply(const store::Command& command) { return m_project && check(m_project->apply(command)); }
bool Session::undo() { return m_project && check(m_project->undo()); }
bool Session::redo() { return m_project && check(m_project->redo()); }
bool Session::goTo(std::int64_t historyId) { return m_project && check(m_project->goTo(historyId)); }
bool Session::setWhy(std::int64_t historyId, const std::string& why)
{
    return m_project && check(m_project->setWhy(historyId, why));
}

QString Session::undoTitle() const { return m_project ? coreText(m_project->undoTitle()) : QString(); }
QString Session::redoTitle() const { return m_project ? coreText(m_project->redoTitle()) : QString(); }

void Session::refresh()
{
    if (m_project)
        m_project->refresh();
}

std::optional<store::Release> Session::addRelease(std::string version, std::string note, std::string pack)
{
    if (!m_project)
        return {};
    auto release = m_project->addRelease(std::move(version), std::move(note), std::move(pack));
    if (!release) {
        notify(release.error());
        return {};
    }
    return *release;
}

void Session::select(const Selection& selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    emit selectionChanged(m_selection);
}

void Session::show(const QString& screen, const Selection& selection)
{
    emit screenRequested(screen);
    if (selection.kind != Selection::Kind::None)
        select(selection);
}

void Session::notify(Tone tone, const QString& text, const QString& details)
{
    emit messageRaised(tone, text, details);
}

void Session::notify(const Error& error)
{
    // Only small files are looked through when they are opened; damage of a great one is found beside, or
    // when it is read.
    if (error.code == ErrorCode::CorruptFile && m_project && !m_project->rescued())
        notify(Tone::Bad, coreText(error.message), qs(error.at), tr("Show what can be rescued"),
            FrameCommand::Rescue);
    else
        notify(Tone::Bad, coreText(error.message), qs(error.at));
}

void Session::notify(
    Tone tone, const QString& text, const QString& details, const QString& button, FrameCommand command)
{
    notify(tone, text, details);
    emit actionOffered(button, command);
}

void Session::setProblems(const QString& source, std::vector<Problem> problems)
{
    auto& mine = m_problems[source];
    if (mine == problems)
        return;
    mine = std::move(problems);
    emit problemsChanged();
}

std::vector<Problem> Session::problems() const
{
    std::vector<Problem> all;
    for (const auto& [source, list] : m_problems)
        all.insert(all.end(), list.begin(), list.end());
    std::ranges::stable_sort(all, {}, &Problem::severity);
    return all;
}

bool Session::check(const Result<void>& result)
{
    if (result)
        return true;
    // That it is read-only stands above the screen already; of a file that has just been moved that says so
    // first.
    const ErrorCode code = result.error().code;
    if ((code == ErrorCode::ReadOnly && !isEditable()) || code == ErrorCode::NotFound) { // nothing to undo
        checkPlace();
        emit statusRaised(coreText(result.error().message));
    } else {
        notify(result.error());
    }
    return false;
}

void Session::changed(const store::Changed& what)
{
    m_counts = m_project->counts();
    emit draftChanged(what);
}

}
