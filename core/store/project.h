// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "model/draft.h"
#include "store/command.h"
#include "store/history.h"
#include "store/step_objects.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ow::store {

class BulkReader;
class BulkWriter;
struct RescueReport;

struct NewProject {
    std::string name;
    std::string currency = "USD";
    std::string timezone = "UTC";
};

/// What a commit, undo, redo or import changed.
struct Changed {
    std::vector<ObjectKey> objects; ///< authored objects
    bool catalogue = false; ///< products
    bool bulk = false; ///< customers, events, exposures, baskets, mined evidence
    bool releases = false;
};

/// How much bulk data the file holds, without reading it (kept up to date by each import).
struct Counts {
    std::int64_t products = 0;
    std::int64_t customers = 0;
    std::int64_t events = 0;
    std::int64_t exposures = 0;
    std::int64_t basketLines = 0;
    std::int64_t minedEdges = 0;
    std::int64_t rejectedRows = 0;
};

/// A released pack as it was written.
struct Release {
    std::int64_t id = 0;
    std::string version;
    Timestamp at;
    std::string who;
    std::string note;
    std::string sha256; ///< of the canonical bytes, hexadecimal
    std::string pack; ///< the canonical bytes
};

/// What a program wants of a project.
enum class Access {
    Edit, ///< to write it, as the only one; where another program does, to follow it
    View, ///< to read it, whoever writes it meanwhile
};

/// One open project file. Reading the draft is free (an immutable snapshot); changing it goes through apply()
/// only.
///
/// Threads: an object belongs to the thread that made it. Jobs take draft(), catalogue() and a BulkReader of
/// their own (openReader), which may be used on another thread while this one goes on editing. Durability:
/// when apply() has returned a value, the change is on the disk.
class Project {
public:
    /// Errors: Io (exists already, no folder, no permission, disk full).
    [[nodiscard]] static Result<std::unique_ptr<Project>> create(
        const std::filesystem::path& file, const NewProject& init);
    /// Opens for editing; read-only where the file, its folder or its version asks for it (see
    /// readOnlyReason). Errors: NotFound, Io, InvalidInput (not a project: says what it is), CorruptFile,
    /// Cancelled (while an older file was brought up to date: it is as it was).
    [[nodiscard]] static Result<std::unique_ptr<Project>> open(
        const std::filesystem::path& file, Access access = Access::Edit, const Progress& progress = {});
    /// Whether open() would have to bring the file to this version first, which takes as long as copying it:
    /// then open() wants a worker thread (its project may be handed on to another) and tells its progress.
    static bool isOlder(const std::filesystem::path& file);
    /// A damaged project, read-only: what can be read of it (store/rescue.h), by way of a temporary file that
    /// goes away with this object. saveCopy() writes a sound project with all of that. Takes as long as an
    /// import of the data. Errors: as rescue().
    [[nodiscard]] static Result<std::unique_ptr<Project>> openRescued(
        const std::filesystem::path& file, const Progress& progress = {});
    ~Project();
    Project(const Project&) = delete;
    Project& operator=(const Project&) = delete;

    const std::filesystem::path& file() const;
    /// Empty = editable; else a sentence that says why not.
    const std::string& readOnlyReason() const;
    /// What was lost, where the project was opened by openRescued(); else null.
    const RescueReport* rescued() const;
    /// Read-only because another program writes it: follow it with refresh(), and ask tryToEdit() now and
    /// then.
    bool isHeldElsewhere() const;
    /// Becomes editable where the other program has closed the project or has ended. True where it is
    /// editable afterwards.
    bool tryToEdit();

    model::DraftSnapshot draft() const;
    /// Every authored object with its place, as the file holds it: what the text form and merging need.
    /// Errors: Io.
    [[nodiscard]] Result<std::vector<Edit>> objects() const;
    /// The same as it was at a row of the history, undone branches too. Errors: NotFound, Io.
    [[nodiscard]] Result<std::vector<Edit>> objectsAt(std::int64_t historyId) const;
    /// Loaded on first use, then kept until an import changes it. Errors: Io, CorruptFile.
    [[nodiscard]] Result<model::CatalogueSnapshot> catalogue();
    Counts counts() const;

    /// Applies the command in one transaction and writes its history row. A command that changes nothing is
    /// no row. Errors: ReadOnly, Io, Conflict (another writer holds the file), InvalidInput (an edit's body
    /// is not of its kind).
    [[nodiscard]] Result<void> apply(const Command& command);

    /// Titles of what undo() and redo() would do; empty = nothing to.
    std::string undoTitle() const;
    std::string redoTitle() const;
    [[nodiscard]] Result<void> undo();
    [[nodiscard]] Result<void> redo();
    /// To any state in the history, undone branches too.
    [[nodiscard]] Result<void> goTo(std::int64_t historyId);
    /// Newest first.
    std::vector<HistoryEntry> history(int limit = 1000) const;
    /// What a step did. Errors: NotFound, Io, CorruptFile.
    [[nodiscard]] Result<StepObjects> step(std::int64_t historyId) const;
    /// The newest steps with what each did, in the order of history(); takes as long as walking back once.
    /// Errors: Io, CorruptFile.
    [[nodiscard]] Result<void> eachStep(
        int limit, const std::function<void(const HistoryEntry&, const StepObjects&)>& visit) const;
    /// Says why a step was made, also long after; "" takes it away. No step of its own: undo does not take it
    /// back. Errors: ReadOnly, Io, Conflict, NotFound.
    [[nodiscard]] Result<void> setWhy(std::int64_t historyId, const std::string& why);
    /// What the project takes on the disk now: its file, and the log that stands beside it while it is open.
    std::int64_t fileBytes() const;
    HistorySize historySize() const;
    std::int64_t head() const;

    /// Writes a release; releases are not undone. Errors as apply().
    [[nodiscard]] Result<Release> addRelease(std::string version, std::string note, std::string pack);
    std::vector<Release> releases() const; ///< newest first, with `pack`

    /// Writes the project as it stands, history and bulk data included, to a new file. The copy is compact
    /// and takes no part in what this project does next. Errors: Io (exists already, no permission, disk
    /// full).
    [[nodiscard]] Result<void> saveCopy(const std::filesystem::path& file) const;
    /// Does what saveCopy() does, on any thread and whatever becomes of this object: a copy of a great
    /// project takes as long as an import. The name stands for nothing until the copy is whole.
    using Copier = std::function<Result<void>(const std::filesystem::path& file, const Progress&)>;
    /// Errors: ReadOnly (the file was moved or replaced: only saveCopy() still reaches it). Of the copier: as
    /// saveCopy(), Cancelled.
    [[nodiscard]] Result<Copier> copier() const;
    /// Whether the project's name still leads to the open file. If not, the project is read-only from then on
    /// and readOnlyReason() says so. Cheap enough for every second.
    bool isInPlace() const;
    /// The file turned out to be damaged (checkFile() found it): the project is read-only from then on, and
    /// readOnlyReason() says so.
    void distrust();

    /// A reader on its own connection, for any thread. Errors: Io.
    [[nodiscard]] Result<std::unique_ptr<BulkReader>> openReader() const;
    /// A writer on its own connection: one import = one transaction = one history row. While it lives,
    /// apply() answers Conflict. Errors: ReadOnly, Io, Conflict.
    [[nodiscard]] Result<std::unique_ptr<BulkWriter>> openWriter();
    /// Reads what is new in the file and tells the listener; two small queries where nothing is. To be
    /// called on this thread after a BulkWriter committed, and now and then while another program writes.
    void refresh();

    /// One listener (the workbench's session); called on this thread after each change, outside any
    /// transaction.
    void setListener(std::function<void(const Changed&)> listener);
    /// Who history rows name; default: the account's name.
    void setAuthor(std::string who);

private:
    struct Impl;
    explicit Project(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}
