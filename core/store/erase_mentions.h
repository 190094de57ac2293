// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "store/id_finder.h"
#include "store/sqlite.h"

#include <cstdint>

// What people wrote: authored objects with their whole past, remarks, releases, names of files. Inside
// core/store only.

namespace ow::store {

/// Replaces ids in all of it and counts the places (an object, a step, a release each once). Steps fit each
/// other afterwards as before: an object's body is replaced alike wherever the history has it, whole or in
/// parts. Inside a transaction of the caller's. Throws SQLite::Exception, FileDamage where the history does
/// not hold together. Errors: InvalidInput (an object that would not be one of its kind any more), Cancelled.
[[nodiscard]] Result<std::int64_t> eraseMentions(
    SQLite::Database& db, const IdFinder& names, const IdFinder& remarks, const Progress& progress);

}
