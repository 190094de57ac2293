// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/project.h"
#include "ui/shell/problem.h"

#include <QString>

#include <vector>

namespace ow::ui {

/// One line of what a draft should have before it leaves the house.
struct CheckItem {
    enum class State { Good, Caution, Bad };
    State state = State::Good;
    QString text;
    QString detail; ///< what to do where it is not good
    QString screen; ///< where; "" = nowhere
    bool problems = false; ///< a click opens the Problems panel instead
};

/// Computed from the draft, the counts and what the checks found; nothing here is asked of a person. Only Bad
/// items keep a draft from being released.
std::vector<CheckItem> checklist(const model::Draft& draft, const store::Counts& counts,
    const std::vector<Problem>& problems, std::int64_t productsWithoutCost);

bool releasable(const std::vector<CheckItem>& items);

}
