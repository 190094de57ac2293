// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/verb.h"
#include "store/project.h"

#include <memory>
#include <string>

namespace ow::cli {

/// Opens a project for a verb that only reads it. Of a damaged one what can be read, and a sentence on
/// standard error that says how much is missing (with --json, too: the answer may be wrong for it). Not for
/// verbs that compare or merge: what is missing would look as if somebody had removed it. Errors: as
/// Project::open() and Project::openRescued().
[[nodiscard]] Result<std::unique_ptr<store::Project>> openToRead(
    const std::string& file, const Console& console);

}
