// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "release/diff.h"
#include "store/object_set.h"

namespace ow::cli {

/// release::versionAt(); "-" reads a pack from standard input.
[[nodiscard]] Result<release::Version> versionAt(const std::string& path);

/// The same where only the objects count: sides of a merge.
[[nodiscard]] Result<store::ObjectSet> authoredAt(const std::string& path);

/// Puts the objects in place of those at the path: in a project as one step of its history, in a text form as
/// files. Errors: those of writing.
[[nodiscard]] Result<void> writeAuthored(
    const std::string& path, const store::ObjectSet& objects, const std::string& title);

/// {what, kind, id, field, before, after, from, to, sentence}: before and after in words, from and to the
/// values.
Json toJson(const release::Difference& difference);

}
