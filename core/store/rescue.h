// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "store/command.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ow::store {

/// What sentences about a damaged project end with, where a rescue may help. Windows offer a button for it,
/// the command line names its command.
inline constexpr const char* rescueAdvice = "It was not changed; save a rescued copy of it.";

/// What became of one table.
struct RescuedTable {
    std::string name; ///< as the file calls it
    std::int64_t rows = 0; ///< read, and in the copy
    std::int64_t lost = 0; ///< known to be missing, or the estimate where `isEstimate`
    bool isEstimate = false; ///< nobody counted what was on the damaged pages
    std::int64_t damagedPages = 0;
    std::string title {}; ///< "table of events"
};

/// An authored object that could not be read where it should be.
struct LostObject {
    ObjectKey key;
    std::string reason;
    bool restored = false; ///< its last readable form was found in the history
};

/// What a rescue read, and what it lost.
struct RescueReport {
    std::vector<RescuedTable> tables;
    std::vector<LostObject> objects;
    std::int64_t historySteps = 0; ///< kept: they can be undone and redone
    std::int64_t historyLost
        = 0; ///< rows that were read and do not fit together, and rows that could not be read
    /// Of those: steps that were read and whose changes were not. Undo ends behind the last of them.
    std::int64_t stepsWithoutChanges = 0;
    bool undoReachesBeginning = true; ///< else the history begins with the rescue
    std::int64_t stepsToUndo = 0; ///< from where the project stands
    std::vector<std::string> notes; ///< whatever else a person should know, as sentences

    std::int64_t rowsLost() const;
    bool isComplete() const;
    /// One sentence: "2 objects, 214 rows and 31 steps of the history are missing."
    std::string summary() const;
};

/// Reads what can be read of a damaged project, without SQLite and without writing to it, and writes a new,
/// sound project with all of that: every readable row of every table, the authored objects, and the history
/// as far back as it is consistent. Takes about as long as an import of the same data. `copy` must not exist;
/// nothing is left of it on failure. Errors: NotFound, Io (also: `copy` is there already), Conflict (another
/// program is writing the project), NewerVersion, CorruptFile (nothing in it can be read), Cancelled.
[[nodiscard]] Result<RescueReport> rescue(
    const std::filesystem::path& damaged, const std::filesystem::path& copy, const Progress& progress = {});

}
