// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"
#include "stats/spending_bounds.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace ow::stats {

enum class StopLossMode {
    Planned, ///< the experiment has a last cycle: group-sequential bounds, far stronger
    AlwaysValid, ///< it has none: confidence sequences
};

/// Below `threshold` the offer is not worth having; at threshold + worthwhile or better it must not be
/// killed.
struct StopLossTarget {
    double threshold = 0;
    double worthwhile = 0; ///< > 0
};

struct StopLossGuardrail {
    std::string id;
    double margin = 0; ///< how much worse is tolerable, > 0
    bool higherIsBetter = true;
};

/// Frozen when the first exposure is logged.
struct StopLossConfig {
    StopLossMode mode = StopLossMode::Planned;
    StopLossTarget lift, margin; ///< on the absolute scale of their metric
    std::vector<StopLossGuardrail> guardrails;
    double alphaKeep = 0.05, alphaKill = 0.10, alphaHarm = 0.05; ///< one-sided
    int minCycles = 2, maxCycles = 8;
    std::int64_t minUnits = 100; ///< per arm
    double plannedUnits = 0; ///< both arms at maxCycles; Planned
    double nStar = 0; ///< AlwaysValid
};

struct LookMetric {
    double estimate = 0;
    double se = 0; ///< without se > 0 there is no estimate
};

/// What is known at the end of one whole cycle, cumulative from the start.
struct Look {
    int cycle = 0;
    double srmP = 1;
    std::int64_t unitsT = 0, unitsC = 0;
    std::optional<LookMetric> lift, margin, experience;
    std::map<std::string, LookMetric> guardrails; ///< by id; a missing one was not measured
};

enum class StopLossState { Continue, Blocked, Keep, Kill, Review };
std::string_view stopLossStateName(StopLossState s); ///< "continue", "blocked", "keep", "kill", "review"

struct LookVerdict {
    int cycle = 0;
    StopLossState state = StopLossState::Continue;
    std::string reason;
    // The critical values this look was judged by, for the interval "at the decision"; empty where it was not
    // analysed, infinite where the bound could not be crossed.
    std::optional<double> cKeep, cKill, cHarm;
    std::optional<double> information; ///< t, Planned
};

/// Group-sequential bounds already computed. Many experiments (or simulated ones) ask for the same.
/// Thread-safe.
class SpendingCache {
public:
    /// The bound of the last of these looks; infinite where it cannot be crossed.
    double bound(double alpha, SpendingFamily family, const std::vector<double>& t);

private:
    using Key = std::tuple<double, SpendingFamily, std::vector<double>>;
    std::mutex m_mutex;
    std::map<Key, double> m_bounds;
};

/// The verdict as a state machine, one look per whole cycle, rules in the order of STATISTICS 5.2. Keep, kill
/// and review are final: later looks repeat them. Not thread-safe; the cache may be shared.
class StopLoss {
public:
    explicit StopLoss(StopLossConfig config, std::shared_ptr<SpendingCache> cache = {});

    /// Empty, or why the configuration cannot be: bad_margin, bad_alpha, bad_design, bad_n_star.
    std::string_view problem() const;
    LookVerdict look(const Look& look);

private:
    void criticalValues(LookVerdict& v, const Look& look, bool decides);
    std::optional<std::string> harmed(const Look& look, double c) const;
    LookVerdict decide(LookVerdict v, const Look& look, bool last) const;

    StopLossConfig m_config;
    std::shared_ptr<SpendingCache> m_cache;
    std::vector<double> m_analysed,
        m_decided; ///< information at the analysed looks; at those that may keep or kill
    std::optional<LookVerdict> m_final;
};

struct StopLossPath : Outcome {
    std::vector<LookVerdict> path;
};

/// All looks of an experiment. Invalid with the configuration's problem, or bad_design where cycles do not
/// ascend; undefined no_units without looks.
StopLossPath stopLoss(const StopLossConfig& config, std::span<const Look> looks);

}
