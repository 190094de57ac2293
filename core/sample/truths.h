// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ow::sample {

/// What is true in the generated year, whatever any screen says: the yardstick for mining and scorecards.
/// docs/sample-project.md tells it in words.
struct PlantedTruths {
    enum class Verdict { Helps, Harms, Cannibalises, Small, Nothing };

    /// Chance that a customer buys the offer's product within the attach window of an opportunity.
    struct OfferTruth {
        std::string offer;
        Verdict verdict = Verdict::Nothing;
        double withheld = 0; ///< without being asked
        double shown = 0; ///< when asked; the difference is the true lift
        std::string experiment; ///< whose arms show it best; "" = the global holdout
    };

    /// Buying the family's product puts the other one into the same basket with this chance (before any
    /// offer).
    struct Complement {
        std::string family;
        std::string sku;
        double chance = 0;
    };

    /// Compared in one session, bought one at a time.
    struct Substitute {
        std::string a;
        std::string b;
    };

    std::vector<OfferTruth> offers;
    std::vector<Complement> complements;
    std::vector<Substitute> substitutes;

    double harmCompletion
        = 0; ///< change of a checkout's completion where the harmful offer is shown (negative)
    double harmReturns = 0; ///< added chance that the core line comes back after such a checkout

    const OfferTruth& offer(std::string_view id) const; ///< throws std::out_of_range
};

const PlantedTruths& plantedTruths();

}
