// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/units.h"
#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ow::score {

/// What a row of a scorecard measures. Rates and their differences are fractions, money is minor units.
enum class Metric { AttachRate, MarginPerUnit, CoreConversion, ReturnRate, OpportunitiesPerUnit };

/// Stable names, those of STATISTICS.md: "attach_rate", "margin_per_unit", "core_conversion", "return_rate",
/// "opportunities_per_unit".
std::string_view metricName(Metric metric);
bool higherIsBetter(Metric metric);
bool isMoney(Metric metric);
bool isRate(Metric metric);
/// How much worse a guardrail may get (a positive fraction); empty for a metric that is none.
std::optional<double> guardrailMargin(Metric metric);

/// The level of one arm.
struct ArmLevel {
    std::int64_t units = 0;
    double successes = 0; ///< rates: units that did; else 0
    std::optional<double> value;
    std::optional<double> lower, upper; ///< Wilson, for rates of independent units; else empty
};

/// One comparison of treatment and holdout with everything a screen says about it. Where status is not Ok the
/// effect has no interval and `reason` says why (wording.h puts it in a sentence); numbers that exist are
/// given all the same.
struct Measure {
    Metric metric = Metric::AttachRate;
    ArmLevel treatment, holdout;
    stats::Status status = stats::Status::Ok;
    std::string reason;
    std::vector<std::string> notes; ///< sorted codes
    std::optional<double> estimate, se; ///< treatment − holdout
    std::optional<double> lower, upper, pValue; ///< to be read once, at a moment chosen beforehand
    std::optional<double> anytimeLower, anytimeUpper,
        anytimeP; ///< may be read every day: what screens show first
    std::optional<double> relLift, relLower,
        relUpper; ///< only with both bounds: a baseline clearly above zero
    std::optional<double> guardrailMargin;
    std::string guardrail; ///< "held", "breached", "open"; "" = no guardrail or no interval

    bool hasInterval() const { return anytimeLower && anytimeUpper; }
};

struct Precision {
    double conf = 0.95;
    double nStar
        = 2000; ///< units at which always-valid intervals are tightest; frozen, never fitted to the data
    std::int64_t minUnits = 100; ///< per arm, below: the estimate without an interval
    std::int64_t minEvents = 10; ///< per arm and rate
};

/// Compares the arms over `units` by the estimator that the randomisation asks for: proportion_diff,
/// mean_diff or ratio_diff where customers are the units, cluster_diff where intents are. Margins are capped
/// at their pooled 99.9 % quantile (note "winsorized" where that changed something). ReturnRate is about the
/// units given: pass only those whose returns are complete.
Measure measure(Metric metric, std::span<const Unit> units, model::Unit unit, const Precision& precision);

}
