// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/object_set.h"

namespace ow::cli {

/// What people authored in the project or text form at the path; nothing at all for an empty file, which is
/// how git hands over a version that does not exist. Errors: those of opening and reading; `at` names the
/// path.
[[nodiscard]] Result<store::ObjectSet> authoredAt(const std::string& path);

/// Puts the objects in place of those at the path: in a project as one step of its history, in a text form as
/// files. Errors: those of writing.
[[nodiscard]] Result<void> writeAuthored(
    const std::string& path, const store::ObjectSet& objects, const std::string& title);

}
