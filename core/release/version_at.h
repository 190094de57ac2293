// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/diff.h"

namespace ow::release {

/// What people authored in the project, release (FILE@VERSION), state of a history (FILE@step:NUMBER), pack
/// or text form at the path; nothing at all for an empty file, which is how git hands over a version that
/// does not exist. What it says of a draft is checked. Only reads; any thread. Errors: those of opening and
/// reading; `at` names the path.
[[nodiscard]] Result<Version> versionAt(const std::string& path);

}
