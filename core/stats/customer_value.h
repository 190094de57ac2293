// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ow::stats {

/// What one customer was worth on one day after the first opportunity (day 0 = that day). May be negative.
struct DatedValue {
    double day = 0;
    double value = 0;
};

struct LtvInput {
    std::span<const double> followup; ///< whole days observed, per customer
    std::span<const std::vector<DatedValue>> purchases; ///< per customer
    std::vector<double> horizons { 30, 60, 90 }; ///< days
    std::vector<double>
        breaks; ///< 0 < … ascending, with every horizon; empty = 0, 30, 60, 90 or 0 and the horizons
    double conf = 0.95;
};

struct LtvEstimate {
    std::int64_t n = 0; ///< mature customers; for partitioned: those observed to the last break
    std::optional<double> mean, se, lower, upper;
};

struct LtvHorizon {
    double day = 0;
    LtvEstimate mature; ///< customers observed to the horizon only
    LtvEstimate partitioned; ///< all customers, right-censored (Bang, Tsiatis 2000)
};

struct Ltv : Outcome {
    std::vector<LtvHorizon> horizons;
};

/// Value per customer by day 30, 60, 90 of one arm or cohort. A purchase on day 30 is not in LTV30.
/// Undefined no_units; invalid bad_breaks, bad_size, bad_alpha.
Ltv ltv(const LtvInput& in);

struct SurvivalInput {
    std::span<const double> time; ///< until the event or the end of observation
    std::span<const std::uint8_t> event; ///< 1 = it happened then, 0 = censored
    std::span<const double> at; ///< where the curve is asked for
    double conf = 0.95;
};

struct SurvivalPoint {
    double t = 0;
    std::optional<double> estimate, se, lower, upper;
    std::int64_t atRisk = 0; ///< observed at least until t
    std::string note; ///< "no_events", "all_events", "beyond_follow_up" or empty
};

struct Survival : Outcome {
    std::vector<SurvivalPoint> points;
};

/// Share still without the event: Kaplan–Meier with Greenwood's error and log–log intervals.
/// Undefined no_units; invalid bad_size, bad_alpha.
Survival survival(const SurvivalInput& in);

}
