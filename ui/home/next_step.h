// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"
#include "store/project.h"

#include <QString>

namespace ow::ui {

/// The one thing to do next, on the way from files to a release.
struct NextStep {
    QString title;
    QString why;
    QString button;
    QString screen;
};

/// The first step of the way that is not made yet; after a release: look at the scorecards. Names only
/// screens that are there (an empty screen = nothing to offer).
NextStep nextStep(const model::Draft& draft, const store::Counts& counts, bool released, int errors);

}
