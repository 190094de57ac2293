// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "release/diff.h"
#include "store/step_objects.h"

namespace ow::release {

/// What a step of a project's history changed, by meaning, as diff() tells it; nothing for an import, or
/// where a step moved things only. Errors: CorruptFile, an object is no JSON.
[[nodiscard]] Result<std::vector<Difference>> stepDiff(const store::StepObjects& step);

}
