// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/selection.h"

#include <QString>

namespace ow::ui {

/// One line of the Problems panel.
struct Problem {
    enum class Severity { Error, Warning, Hint };
    Severity severity = Severity::Error;
    QString text; ///< a sentence: what is wrong and what to do
    QString place; ///< where, in words: "Offer “USB-C dock”, when"
    QString screen; ///< id of the screen a click leads to
    Selection selection; ///< what it selects there

    friend bool operator==(const Problem&, const Problem&) = default;
};

}
