// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "store/erasures.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace ow::store {

/// Somebody who is to go.
struct ErasedPerson {
    std::string id; ///< as the project has it
    std::string original; ///< what stood for it before it was pseudonymised; "" = nothing else
};

struct ErasureRequest {
    std::vector<ErasedPerson> persons;
    std::string why; ///< for the row of the history; ids in it are replaced, too
    std::string who; ///< "" = the account
};

struct ErasureReport {
    Erasure erasure; ///< as the history has it from now on
    std::vector<std::string>
        notCustomers; ///< ids that no import brought; texts that name them were looked for
    std::vector<std::string> otherNumbers; ///< ids that are mere numbers and stand as a whole text in
                                           ///< authored things, where they may mean something else: left
    std::vector<std::string> releases; ///< versions whose pack is another one now
    std::int64_t bytesBefore = 0; ///< of the file
    std::int64_t bytesAfter = 0;
};

/// Takes every trace of customers out of a project: rows, what imports said of them, texts that nobody else
/// has, lines of rejected rows, mentions in authored things, remarks and releases, and all of that in the
/// history, so that no undo brings it back. Irreversible. The file is written anew beside itself, without
/// unused pages, and takes the old one's place in one step (docs/architecture/erasing.md): until then it can
/// be stopped, and whenever the program ends the name stands for the one or the other, whole.
///
/// Nobody may have the project open, this program neither: take the Project away first and open it again
/// afterwards. Any thread. Errors: NotFound (nothing of any of them is there), Conflict (it is open
/// somewhere), ReadOnly, Io (disk full: needs the file's size twice), InvalidInput (no id; an object cannot
/// do without the id), CorruptFile, Cancelled. Then nothing was changed.
[[nodiscard]] Result<ErasureReport> eraseCustomers(
    const std::filesystem::path& file, const ErasureRequest& request, const Progress& progress = {});

}
