// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rescue.h"
#include "ui/shell/problem.h"

#include <vector>

namespace ow::ui {

// What a rescue lost, in words: for the message above the screen and for the Problems panel.

/// "Missing: 2 objects, about 214 rows." or that nothing is.
QString damageSummary(const store::RescueReport& report);
/// A line for each object, each table and whatever else is to be known.
std::vector<Problem> damageProblems(const store::RescueReport& report);

}
