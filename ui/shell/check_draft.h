// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "model/draft.h"
#include "ui/shell/problem.h"

#include <vector>

namespace ow::ui {

/// What is wrong with the draft, found by core. Pure; any thread.
std::vector<Problem> checkDraft(
    const model::Draft& draft, const model::Catalogue& catalogue, const Progress& progress = {});

}
