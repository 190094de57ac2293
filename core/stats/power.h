// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>

namespace ow::stats {

enum class PowerKind { Proportion, Mean };
enum class PowerSolve { N, Mde, Power };

struct PowerInput {
    PowerKind kind = PowerKind::Proportion;
    PowerSolve solve = PowerSolve::N;
    double alpha = 0.05; ///< two-sided
    double power = 0.8;
    double ratio = 1; ///< treatment units per control unit
    double designEffect = 1;
    double pC = 0; ///< Proportion: the control's rate
    double sdC = 0; ///< Mean: standard deviations
    std::optional<double> sdT; ///< as the control's where absent
    double delta = 0; ///< the effect to be found; N, Power
    double nC = 0; ///< control units; Mde, Power
    std::optional<double> weeklyUnits; ///< both arms; for the number of cycles
};

struct Power : Outcome {
    std::optional<double> nC, nT; ///< fractional
    std::optional<std::int64_t> nTotal; ///< whole units of both arms
    std::optional<std::int64_t> nTotalAlwaysValid; ///< with intervals that are read daily
    std::optional<std::int64_t> cycles; ///< whole weeks, at least 2
    std::optional<double> mde, power;
};

/// Plans an experiment: how many units for an effect, what effect for so many units, what power. Note
/// no_traffic. Undefined zero_effect, no_units, no_detectable_effect; invalid bad_alpha, bad_design,
/// bad_baseline, bad_effect.
Power power(const PowerInput& in);

}
