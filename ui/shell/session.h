// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/project.h"
#include "ui/shell/jobs.h"
#include "ui/shell/problem.h"
#include "ui/shell/selection.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace ow::ui {

/// How loud a message is; it is said with an icon and a word as well as a colour.
enum class Tone { Info, Good, Caution, Bad };

/// What a screen can ask of the frame.
enum class FrameCommand {
    NewProject,
    OpenProject,
    OpenSample,
    SaveCopy,
    Rescue, ///< close the open project, which is damaged, and show what can be read of it
    ShowProblems,
    ShowHistory,
    ShowJobs
};

/// The open project and what all screens share about it. One per window; GUI thread only.
///
/// Screens read snapshots (draft(), catalogue()), change the draft through apply() alone, and redraw on
/// draftChanged().
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Opens the file in place of the project open before. On failure the old one stays and a message says
    /// why. A file of an older version is brought up to date in the background first, and of a damaged file
    /// what can be read is read in the background, and shown read-only when that is done; the answer is true
    /// meanwhile. What is opened, made or closed before that is done stands: such a file is not shown any
    /// more.
    bool open(const std::filesystem::path& file);
    bool create(const std::filesystem::path& file, const store::NewProject& init);
    void close();
    /// Whether the open file is still where it was; if not, every screen becomes read-only and a message says
    /// why. One call of the system: for a timer, and for when the window is looked at again.
    void checkPlace();
    /// Closes the open project, which turned out to be damaged, and shows what can be read of it.
    void rescue();

    bool isOpen() const { return m_project != nullptr; }
    bool isEditable() const;
    store::Project* project() const { return m_project.get(); } ///< null where nothing is open

    /// Never null: empty values where nothing is open.
    model::DraftSnapshot draft() const;
    model::CatalogueSnapshot catalogue() const;
    const store::Counts& counts() const { return m_counts; }

    /// The one way to edit. Failures are shown as a message; the answer is false then.
    bool apply(const store::Command& command);
    bool undo();
    bool redo();
    bool goTo(std::int64_t historyId);
    /// Says why a step of the history was made.
    bool setWhy(std::int64_t historyId, const std::string& why);
    QString undoTitle() const;
    QString redoTitle() const;
    /// Call after a BulkWriter committed (an import, mining): listeners get draftChanged with what changed.
    void refresh();
    /// Writes a release; on failure says so and answers nothing.
    std::optional<store::Release> addRelease(std::string version, std::string note, std::string pack);

    const Selection& selection() const { return m_selection; }
    void select(const Selection& selection);
    /// Brings a screen to the front, with that selection.
    void show(const QString& screen, const Selection& selection = {});

    /// Asks the window for one of its commands.
    void ask(FrameCommand command) { emit commandAsked(command); }

    /// A message above the screen: not modal, goes away by itself unless Bad.
    void notify(Tone tone, const QString& text, const QString& details = {});
    void notify(const Error& error);
    /// With a button that asks the window for a command.
    void notify(
        Tone tone, const QString& text, const QString& details, const QString& button, FrameCommand command);

    /// Problems by who found them ("check", "import", …): setting a source's list replaces what it said
    /// before.
    void setProblems(const QString& source, std::vector<Problem> problems);
    std::vector<Problem> problems() const;

    JobRunner& jobs() { return m_jobs; }
    /// No job runs: what is on the screen is final.
    bool isQuiet() const { return m_jobs.running() == 0; }

signals:
    void projectOpened();
    void projectClosed();
    /// After any edit, undo, redo, import or release.
    void draftChanged(const ow::store::Changed& changed);
    void selectionChanged(const ow::ui::Selection& selection);
    void problemsChanged();
    void messageRaised(ow::ui::Tone tone, const QString& text, const QString& details);
    /// A short word that goes away by itself and leaves the message above the screen alone.
    void statusRaised(const QString& text);
    /// The message just raised has a button.
    void actionOffered(const QString& button, ow::ui::FrameCommand command);
    void screenRequested(const QString& screen);
    void commandAsked(ow::ui::FrameCommand command);
    /// Files that are no projects were dropped on the window; the Data screen, in front by then, imports
    /// them.
    void filesDropped(const QStringList& paths);

private:
    bool adopt(Result<std::unique_ptr<store::Project>> opened);
    void stopReading();
    void bringUp(const std::filesystem::path& file);
    void openRescued(const std::filesystem::path& file);
    void tellDamage(const store::RescueReport& report);
    bool check(const Result<void>& result);
    void changed(const store::Changed& what);
    void follow();
    void checkWhole();

    std::unique_ptr<store::Project> m_project;
    QTimer m_follow; ///< runs while another program writes the project
    QTimer m_watch; ///< runs while a project is open: is its file where it was?
    store::Counts m_counts;
    Selection m_selection;
    std::map<QString, std::vector<Problem>> m_problems;
    JobRunner m_jobs; // last: its threads end before what they may report to
};

}
