// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "signal/ready_signal.h"

namespace ow::signal {

/// How a ready-made signal stands in a draft.
struct Standing {
    enum class How {
        Absent, ///< no fact of its id
        Adopted, ///< its facts, with some settings
        Own ///< a fact of its id that somebody wrote otherwise, or changed by hand
    };
    How how = How::Absent;
    Settings settings; ///< of an adopted one; else the usual ones
};

/// Read off the facts themselves, so that nothing has to be remembered beside them. What a signal took of the
/// graph when it was adopted stands; that the graph has changed since does not make it somebody's own. To be
/// asked for a draft that is shown: up to some 10 ms for facts with many numbers.
Standing standingOf(const ReadySignal& signal, const model::Draft& draft);

/// The facts of an adopted signal with other settings; what it took of the graph stays as the draft has it.
std::vector<model::Fact> adjusted(
    const ReadySignal& signal, const Settings& settings, const model::Draft& draft);

/// The facts that make up an adopted signal, in the draft's order; just the fact of its id where it is
/// somebody's own.
std::vector<model::Fact> factsOf(const ReadySignal& signal, const model::Draft& draft);

}
