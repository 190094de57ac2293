// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "mine/baskets.h"
#include "mine/purchases.h"
#include "stats/edge_class.h"
#include "stats/hypergeometric.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ow::mine {

struct MineOptions {
    /// Fewest baskets (sessions) that hold both. 0 = one in a thousand, at least 5: a shop's rarest pairs are
    /// many, cost most of the time, and no rule is built on them.
    std::int64_t minSupport = 0;
    double fdr = 0.05; ///< Benjamini–Hochberg, per kind of evidence, over every tested pair
    double minLift = 1.2; ///< adjusted lift from which a significant pair is an edge
    double minExpected = 1; ///< a pair is tested where chance alone would give it this many baskets
    double minExpectedChoice = 5;
    int sequenceWindow = 60; ///< days in which B must follow A
    std::size_t perProduct = 12; ///< suggestions that a product brings: see suggestions()
    unsigned threads = 0; ///< 0 = one per core; the result is the same for any number
};

/// What is mined. Baskets alone are enough; the rest adds evidence. Products are matched by name.
struct MineInput {
    const Baskets* buys = nullptr; ///< orders; required
    const Sessions* sessions = nullptr; ///< views and choices
    const Purchases* purchases = nullptr; ///< items are indices into buys->names
};

/// One kind of table of a pair, all strata added up, with the size-adjusted test.
struct TableEvidence {
    stats::PairCounts counts;
    std::optional<double> expected,
        adjustedLift; ///< by chance given popularity and basket size; observed / expected
    std::optional<double> p; ///< one-sided: too many (buys, views), too few (choice)
    std::optional<double> q; ///< p corrected for everything tested; empty = not tested
};

/// Does one come before the other? STATISTICS 8.4.
struct SequenceEvidence {
    std::int64_t forward = 0, backward = 0; ///< customers: A then B, B then A
    std::optional<double> ratio, lower, upper; ///< trend-adjusted; infinite where never backward
    std::optional<double> p, q; ///< exact, two-sided
    std::optional<double> lagLower, lagMedian,
        lagUpper; ///< days between, quartiles, in the stronger direction
};

struct MinedPair {
    std::uint32_t a = 0, b = 0; ///< a < b, indices into AdjacencyEvidence::names
    TableEvidence buy; ///< counts always there, also where the pair was found by views
    // Descriptive numbers of the buy table.
    std::optional<double> support, confidenceAb, confidenceBa, lift, g2, g2P, npmi, yuleQ;
    std::optional<TableEvidence> view, choice;
    std::optional<SequenceEvidence> sequence;
    stats::EdgeClass edgeClass = stats::EdgeClass::Insufficient;
    double weight = 0; ///< 0 … 1, how strong the edge is: normalised pmi, or −Yule's Q of the choice
};

struct AdjacencyEvidence {
    std::vector<std::string> names; ///< every product of buys and sessions, ascending
    std::vector<std::int64_t> baskets; ///< per product: baskets with it (its sales, for the size of a node)
    std::int64_t basketCount = 0, sessionCount = 0;
    std::int64_t minSupport = 0; ///< the one that was used for baskets
    std::int64_t testedBuys = 0, testedViews = 0, testedChoices = 0; ///< pairs the corrections count
    std::vector<MinedPair>
        pairs; ///< strongest first: complements and substitutes by weight, then the rest by lift
};

/// Mines complements and substitutes. A pair is a candidate when minSupport baskets or sessions hold both;
/// the corrections count every pair of products bought minSupport times whose expected count reaches the
/// floor, whether seen together or not, so leaving out the unseen ones does not flatter the others. Every
/// number is one of core/stats. Errors: InvalidInput, Cancelled.
[[nodiscard]] Result<AdjacencyEvidence> mineAdjacency(
    const MineInput& input, const MineOptions& options, const Progress& progress = {});

/// One line of plain words for a card: "Bought together 312 times, 11.3 times what chance and basket size
/// explain".
std::string verdictSentence(const MinedPair& pair);

}
