// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "model/draft.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::signal {

/// What a signal tells of: DOMAIN.md, "Signals (facts) and their windows".
enum class Family { Intent, Momentum, Attach, Care, Lifecycle, Channel, Overall };

/// What a person adjusts. A signal uses what its ReadySignal says, the rest stays as it is.
struct Settings {
    std::int64_t threshold = 1; ///< at least so many (a survey: at least this score), 1 … 1,000,000
    Duration window; ///< of the events that are looked at, more than 0
    Duration
        best; ///< the signal holds so long after the latest event of its kind, more than 0: its best window
    std::vector<std::string> words; ///< any of these occurs in the text, without regard to case

    friend bool operator==(const Settings&, const Settings&) = default;
};

/// A signal that needs no code: facts made from a few settings. The last fact carries the signal's id and is
/// a bool; the ones before it, "ID_…", are what it is computed from.
struct ReadySignal {
    enum Uses : unsigned { Threshold = 1, Window = 2, Best = 4, Words = 8 };
    /// What is needed of the draft but is not there.
    enum class Lacks { Nothing, ComplementEdges };

    std::string_view id;
    Family family = Family::Momentum;
    unsigned uses = 0;
    Settings usual; ///< the practitioners' figures
    /// Facts of this signal under an id: the usual one when it is adopted.
    std::function<std::vector<model::Fact>(std::string_view id, const Settings&, const model::Draft&)> facts;
    /// Event types without which it can never hold.
    std::vector<std::string_view> needs;
    bool needsGraph = false; ///< complement edges that were accepted

    Lacks lacks(const model::Draft& draft) const;
};

/// All, by family.
const std::vector<ReadySignal>& readySignals();
/// Null where there is none.
const ReadySignal* findReadySignal(std::string_view id);

/// How many of a draft's complement edges accessory gravity looks at: the heaviest ones.
inline constexpr std::size_t mostGravityEdges = 60;

}
