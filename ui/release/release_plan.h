// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "release/compile.h"
#include "release/diff.h"
#include "store/project.h"

#include <optional>
#include <string>
#include <vector>

namespace ow::ui {

/// What releasing the draft now would make and change.
struct ReleasePlan {
    bool first = true; ///< nothing was released before: everything is new
    std::string against; ///< version compared with
    std::vector<release::Difference> differences;
    std::optional<Error> failure; ///< the draft cannot be compiled, or the last release cannot be read
    std::int64_t withoutCost = 0;
    std::size_t bytes = 0; ///< of the pack
};

/// Compiles the draft and compares it with the last release. Any thread.
ReleasePlan planRelease(
    const model::Draft& draft, const model::Catalogue& catalogue, const std::optional<store::Release>& last);

/// One more than the last release's version where that ends in a number ("1.9" -> "1.10", "12" -> "13"); "1"
/// at the beginning; the same with "-2" where it does not.
std::string nextVersion(const std::optional<store::Release>& last);

}
