// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/file_identity.h"
#include "store/history_table.h"
#include "store/object_kinds.h"
#include "store/project.h"
#include "store/project_file.h"
#include "store/rescue.h"

#include <atomic>

namespace ow::store {

/// What a Project has behind its face.
struct Project::Impl {
    Impl(std::filesystem::path path, OpenedFile openedFile);
    ~Impl();

    /// Reads everything that an open project keeps in memory. Throws SQLite::Exception. Errors: CorruptFile,
    /// NewerVersion.
    [[nodiscard]] Result<void> load();
    /// Reads the state of these objects from the file. Inside a read transaction wherever another program may
    /// write: else it could be two states in one.
    [[nodiscard]] Result<Changed> readTouched(const Touched& touched);
    /// The same, and tells the listener.
    [[nodiscard]] Result<void> takeOver(const Touched& touched);
    /// Errors: ReadOnly, Conflict.
    [[nodiscard]] Result<void> mayEdit();
    /// Whether the project's name still leads to the file that is open; one call of the system. If not,
    /// the project is read-only from now on, and what its log holds has been brought into the open file: a
    /// log that stayed beside the name would be taken for that of the file which is there now.
    bool lookAtPlace();
    /// The same as a Result. Errors: ReadOnly.
    [[nodiscard]] Result<void> stillInPlace();
    /// Inside a write transaction: has another program moved on? Errors: Conflict.
    [[nodiscard]] Result<void> stillAtHead();
    /// Undo, redo, goTo: to another row in one transaction.
    [[nodiscard]] Result<void> moveTo(std::int64_t target);
    /// Reads what is new in the file. What cannot be read now is read the next time; the draft in memory
    /// stays whole.
    void refresh();
    void tell(const Changed& changed) const;

    /// Where readers find the data.
    const std::filesystem::path& dataPath() const { return opened.scratch ? opened.scratch->path() : path; }

    std::filesystem::path path;
    FileIdentity identity; ///< of the file that is open
    bool displaced = false; ///< lookAtPlace() said no
    std::optional<RescueReport> rescued; ///< where the file is damaged
    OpenedFile opened;
    SQLite::Database& db = opened.db;
    HistoryTable history { db };
    DraftState state;
    model::DraftSnapshot snapshot;
    model::CatalogueSnapshot catalogue; ///< null = not read yet
    Counts counts;
    std::int64_t head = 0;
    std::int64_t lastRelease = 0;
    std::string author;
    std::function<void(const Changed&)> listener;
    std::shared_ptr<std::atomic<bool>> writing
        = std::make_shared<std::atomic<bool>>(false); ///< a BulkWriter lives
};

}
