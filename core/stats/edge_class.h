// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/adjacency_stratified.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace ow::stats {

/// How two products stand to each other.
enum class EdgeClass {
    Complement, ///< bought together more than chance has it
    Substitute, ///< viewed together, yet chosen instead of each other
    CoViewed, ///< compared, undecided: suppress when in doubt
    Mixed, ///< both; a person decides
    None,
    Insufficient, ///< too rare to be tested
};
std::string_view edgeClassName(
    EdgeClass c); ///< "complement", "substitute", "coviewed", "mixed", "none", "insufficient"

/// A table of one kind of evidence: plain counts, or strata (which the miner always sends).
struct EvidenceTable {
    PairCounts counts; ///< used where `strata` is empty
    std::vector<Stratum> strata;
    bool stratified = false;
};

/// What one table says: expected count, lift, the tail asked for and a graph weight's raw material.
struct Evidence : Outcome {
    std::optional<double> expected, lift, pGreater, pLess;
    std::optional<double> npmi, yuleQ; ///< of the table (strata added up), for weights
};
Evidence weigh(const EvidenceTable& table);

struct PairEvidence {
    std::optional<Evidence> buy; ///< over baskets
    std::optional<Evidence> view; ///< over sessions
    std::optional<Evidence>
        choice; ///< sessions that viewed both and bought something: who bought A × who bought B
};

struct EdgeOptions {
    double q = 0.05; ///< false discovery rate per family
    double minLift = 1.2;
    double minExpected
        = 1; ///< tested only from here on; margins only, so the filter does not bias the correction
    double minExpectedChoice = 5;
    std::size_t alsoTestedBuys = 0; ///< pairs not listed that count as tested, with p = 1
    std::size_t alsoTestedViews = 0;
};

struct Edge {
    EdgeClass edgeClass = EdgeClass::Insufficient;
    std::optional<double> liftBuy, liftView;
    std::optional<double> qComplement, qCoview, qSubstitute; ///< empty where not tested
    double weight = 0; ///< complement: normalised pmi; substitute: −Yule's Q of the choice; else 0
};

struct EdgeClasses : Outcome {
    std::vector<Edge> pairs; ///< in the order given
};

/// Classifies pairs with Benjamini–Hochberg per family over every tested pair. Invalid with the reason of the
/// first table that cannot be true, or bad_alpha (q outside (0, 1)).
EdgeClasses edgeClasses(std::span<const PairEvidence> pairs, const EdgeOptions& options);

}
