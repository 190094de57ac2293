// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/adjacency.h"

#include <fmt/format.h>

namespace ow::mine {
namespace {

/// A ratio as a person reads it: two digits that matter.
std::string times(double ratio)
{
    return ratio < 10 ? fmt::format("{:.1f}", ratio) : fmt::format("{:.0f}", ratio);
}

std::string bought(const MinedPair& p)
{
    const auto n = p.buy.counts.nAb;
    std::string s = fmt::format("Bought together {} {}", n, n == 1 ? "time" : "times");
    if (p.buy.adjustedLift)
        s += fmt::format(", {} times what chance and basket size explain", times(*p.buy.adjustedLift));
    return s;
}

std::string viewed(const MinedPair& p)
{
    if (!p.view || !p.view->adjustedLift)
        return "Viewed together";
    return fmt::format("Viewed together {} times as often as chance has it", times(*p.view->adjustedLift));
}

}

std::string verdictSentence(const MinedPair& pair)
{
    switch (pair.edgeClass) {
    case stats::EdgeClass::Complement:
        return bought(pair) + ".";
    case stats::EdgeClass::Substitute:
        return fmt::format(
            "{}, yet of {} sessions that viewed both and bought, only {} bought both: chosen instead of "
            "each other.",
            viewed(pair), pair.choice->counts.n, pair.choice->counts.nAb);
    case stats::EdgeClass::CoViewed:
        return viewed(pair) + "; whether one replaces the other is undecided.";
    case stats::EdgeClass::Mixed:
        return bought(pair) + ", yet often chosen instead of each other: decide by hand.";
    case stats::EdgeClass::None:
        return bought(pair) + ": no more than chance may do.";
    case stats::EdgeClass::Insufficient:
        return bought(pair) + ": too rare to be tested.";
    }
    return {};
}

}
