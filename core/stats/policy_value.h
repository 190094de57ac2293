// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace ow::stats {

struct OpeInput {
    std::span<const double> reward; ///< what the logged action brought
    std::span<const double> pLog; ///< the logging policy's probability of it, in (0, 1]
    std::span<const double> pTarget; ///< the new policy's, in [0, 1]
    std::span<const double> qLog,
        qTarget; ///< a model's reward of the logged action, of the new policy; both or neither
    std::optional<double> clip; ///< largest weight
    double conf = 0.95;
};

struct PolicyValue {
    std::optional<double> value, se, lower, upper;
};

struct Ope : Outcome {
    PolicyValue ips, snips, ipsGain; ///< ipsGain: against the logged policy
    std::optional<PolicyValue> dr; ///< doubly robust; with qLog and qTarget only
    std::optional<double> loggedValue, ess, maxWeight, meanWeight;
};

/// What a new policy would have earned, from the old one's log (Swaminathan, Joachims 2015; Dudík et al.
/// 2011). Notes weights_clipped, low_ess, weights_off_one: with the last two nothing may be promoted on this
/// number. Undefined no_rounds, no_overlap; insufficient too_few_rounds; invalid bad_propensity, bad_size,
/// bad_alpha.
Ope ope(const OpeInput& in);

struct QiniInput {
    std::span<const double> y; ///< outcome
    std::span<const std::uint8_t> t; ///< 1 = treated
    std::span<const double> score; ///< predicted uplift, of a model that has not seen these units
};

struct Qini : Outcome {
    std::vector<std::pair<std::int64_t, double>> curve; ///< units by falling score, extra outcomes so far
    std::optional<double> total, area, areaRandom;
    std::optional<double> qini; ///< area − areaRandom, outcomes per unit
};

/// How well a score sorts people by what treating them adds (Radcliffe 2007). Undefined no_units, empty_arm;
/// invalid bad_size, bad_design.
Qini qini(const QiniInput& in);

}
