// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <optional>
#include <span>
#include <string_view>

namespace ow::stats {

/// The shape of Fieller's set of ratios that the data do not rule out.
enum class RatioSet {
    Bounded, ///< an interval: the only one that may be printed as such
    Complement, ///< everything outside an interval: the denominator may be zero
    All, ///< nothing is ruled out
};
std::string_view ratioSetName(RatioSet kind); ///< "bounded", "complement", "all"

struct FiellerInput {
    double num = 0, den = 0; ///< estimates
    double varNum = 0, varDen = 0, cov = 0; ///< of the estimates, not of single units
    std::optional<double> df; ///< Student's t with these; normal where absent
    double conf = 0.95;
};

struct Fieller : Outcome {
    std::optional<double> estimate; ///< num / den
    std::optional<RatioSet> kind;
    std::optional<double> lower, upper; ///< when Bounded
    std::optional<double> excludedLower, excludedUpper; ///< when Complement
};

/// Interval of a ratio of two estimates (Fieller 1954). Undefined zero_denominator; invalid bad_covariance,
/// bad_alpha.
Fieller fieller(const FiellerInput& in);

struct EffectRatioInput {
    std::span<const double> numT, denT, numC, denC; ///< one value per unit and arm
    double conf = 0.95;
};

struct EffectRatio : Fieller {
    std::optional<double> deltaNum, deltaDen; ///< differences of arm means, T − C
    std::optional<double> seNum, seDen;
};

/// Ratio of two effects, e.g. extra margin per extra unit of promotion cost. Undefined
/// nonpositive_denominator, empty_arm, zero_variance; insufficient too_few_units; invalid bad_size (lengths
/// differ).
EffectRatio effectRatio(const EffectRatioInput& in);

}
