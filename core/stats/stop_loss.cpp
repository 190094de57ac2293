// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/stop_loss.h"

#include "stats/confidence_sequence.h"
#include "stats/distributions.h"

#include <algorithm>
#include <limits>

namespace ow::stats {
namespace {

constexpr double srmLimit = 0.001;
constexpr double infinity = std::numeric_limits<double>::infinity();

bool measured(const std::optional<LookMetric>& m) { return m && m->se > 0; }
double lowerBound(const LookMetric& m, double c) { return m.estimate - c * m.se; }
double upperBound(const LookMetric& m, double c) { return m.estimate + c * m.se; }

/// The guardrail's effect turned so that higher is better; empty where it was not measured.
std::optional<LookMetric> oriented(const StopLossGuardrail& g, const Look& look)
{
    const auto it = look.guardrails.find(g.id);
    if (it == look.guardrails.end() || !(it->second.se > 0))
        return std::nullopt;
    return LookMetric { g.higherIsBetter ? it->second.estimate : -it->second.estimate, it->second.se };
}

LookVerdict with(LookVerdict v, StopLossState state, std::string reason)
{
    v.state = state;
    v.reason = std::move(reason);
    return v;
}

}

std::string_view stopLossStateName(StopLossState s)
{
    switch (s) {
    case StopLossState::Continue:
        return "continue";
    case StopLossState::Blocked:
        return "blocked";
    case StopLossState::Keep:
        return "keep";
    case StopLossState::Kill:
        return "kill";
    case StopLossState::Review:
        return "review";
    }
    return "continue";
}

double SpendingCache::bound(double alpha, SpendingFamily family, const std::vector<double>& t)
{
    const std::lock_guard lock(m_mutex);
    Key key { alpha, family, t };
    const auto it = m_bounds.find(key);
    if (it != m_bounds.end())
        return it->second;
    const double z = spendingBounds({ t, alpha, family }).z.back().value_or(infinity);
    m_bounds.emplace(std::move(key), z);
    return z;
}

StopLoss::StopLoss(StopLossConfig config, std::shared_ptr<SpendingCache> cache)
    : m_config(std::move(config))
    , m_cache(cache ? std::move(cache) : std::make_shared<SpendingCache>())
{
}

std::string_view StopLoss::problem() const
{
    const StopLossConfig& c = m_config;
    if (!(c.lift.worthwhile > 0) || !(c.margin.worthwhile > 0))
        return "bad_margin";
    if (std::any_of(c.guardrails.begin(), c.guardrails.end(), [](const auto& g) { return !(g.margin > 0); }))
        return "bad_margin";
    for (double alpha : { c.alphaKeep, c.alphaKill, c.alphaHarm }) {
        if (!(alpha > 0 && alpha < 0.5))
            return "bad_alpha";
    }
    if (c.minCycles < 1 || c.maxCycles < c.minCycles)
        return "bad_design";
    if (c.mode == StopLossMode::Planned)
        return c.plannedUnits > 0 ? "" : "bad_design";
    return c.nStar > 0 ? "" : "bad_n_star";
}

void StopLoss::criticalValues(LookVerdict& v, const Look& look, bool decides)
{
    const double harm = m_config.alphaHarm / double(std::max<std::size_t>(1, m_config.guardrails.size()));
    const double kill = m_config.alphaKill / 2; // two ways to be killed: lift and margin
    if (m_config.mode == StopLossMode::Planned) {
        v.cHarm = m_cache->bound(harm, SpendingFamily::Linear, m_analysed);
        if (decides) {
            v.cKeep = m_cache->bound(m_config.alphaKeep, SpendingFamily::ObrienFleming, m_decided);
            v.cKill = m_cache->bound(kill, SpendingFamily::ObrienFleming, m_decided);
        }
        return;
    }
    const double n = double(look.unitsT + look.unitsC);
    v.cHarm = confidenceSequenceMultiplier(n, m_config.nStar, harm, Side::Lower);
    if (decides) {
        v.cKeep = confidenceSequenceMultiplier(n, m_config.nStar, m_config.alphaKeep, Side::Lower);
        v.cKill = confidenceSequenceMultiplier(n, m_config.nStar, kill, Side::Lower);
    }
}

std::optional<std::string> StopLoss::harmed(const Look& look, double c) const
{
    for (const StopLossGuardrail& g : m_config.guardrails) {
        const auto effect = oriented(g, look);
        if (effect && upperBound(*effect, c) < -g.margin)
            return g.id;
    }
    return std::nullopt;
}

LookVerdict StopLoss::look(const Look& look)
{
    LookVerdict v;
    v.cycle = look.cycle;
    if (m_final)
        return with(v, m_final->state, m_final->reason);
    const bool lastCycle = look.cycle >= m_config.maxCycles;
    if (look.srmP < srmLimit)
        return with(v, StopLossState::Blocked, "srm");
    if (std::min(look.unitsT, look.unitsC) < m_config.minUnits) {
        v = with(v, lastCycle ? StopLossState::Review : StopLossState::Continue, "too_few_units");
        if (lastCycle)
            m_final = v;
        return v;
    }
    const bool planned = m_config.mode == StopLossMode::Planned;
    const bool decides = look.cycle >= m_config.minCycles;
    bool last = lastCycle;
    if (planned) {
        const double t
            = lastCycle ? 1 : std::min(1.0, double(look.unitsT + look.unitsC) / m_config.plannedUnits);
        if (!m_analysed.empty() && t <= m_analysed.back())
            return with(v, StopLossState::Continue, "no_new_data");
        v.information = t;
        m_analysed.push_back(t);
        if (decides)
            m_decided.push_back(t);
        last = last || t == 1;
    }
    criticalValues(v, look, decides);
    if (const auto guardrail = harmed(look, *v.cHarm))
        v = with(v, StopLossState::Kill, "guardrail:" + *guardrail);
    else if (!decides)
        v = with(v, StopLossState::Continue, "min_cycles");
    else
        v = decide(v, look, last);
    if (v.state != StopLossState::Continue)
        m_final = v;
    return v;
}

LookVerdict StopLoss::decide(LookVerdict v, const Look& look, bool last) const
{
    const double keep = *v.cKeep, kill = *v.cKill;
    const bool experience = measured(look.experience) && lowerBound(*look.experience, keep) > 0;
    const auto end = [&] {
        return experience ? with(v, StopLossState::Review, "experience")
                          : with(v, StopLossState::Kill, "not_proven");
    };
    if (!measured(look.lift) || !measured(look.margin))
        return last ? end() : with(v, StopLossState::Continue, "no_estimate");
    const StopLossTarget &lift = m_config.lift, &margin = m_config.margin;
    const bool cleared
        = lowerBound(*look.lift, keep) > lift.threshold && lowerBound(*look.margin, keep) > margin.threshold;
    const bool guarded
        = std::all_of(m_config.guardrails.begin(), m_config.guardrails.end(), [&](const auto& g) {
              const auto effect = oriented(g, look);
              return effect && lowerBound(*effect, keep) > -g.margin;
          });
    if (cleared && guarded)
        return with(v, StopLossState::Keep, "proven");
    const double upperMargin = upperBound(*look.margin, kill);
    const bool liftBelow = upperBound(*look.lift, kill) < lift.threshold + lift.worthwhile;
    const bool marginBelow = upperMargin < margin.threshold + margin.worthwhile;
    const bool spared = (liftBelow || marginBelow) && experience && upperMargin >= 0;
    if ((liftBelow || marginBelow) && !spared)
        return with(v, StopLossState::Kill, liftBelow ? "lift_below" : "margin_below");
    if (last)
        return end();
    return with(v, StopLossState::Continue,
        spared        ? "experience"
            : cleared ? "guardrail_pending"
                      : "undecided");
}

StopLossPath stopLoss(const StopLossConfig& config, std::span<const Look> looks)
{
    StopLossPath out;
    StopLoss machine(config);
    if (const auto problem = machine.problem(); !problem.empty()) {
        out.invalid(problem);
        return out;
    }
    for (std::size_t i = 1; i < looks.size(); ++i) {
        if (looks[i].cycle <= looks[i - 1].cycle) {
            out.invalid("bad_design");
            return out;
        }
    }
    if (looks.empty())
        out.undefined("no_units");
    for (const Look& look : looks)
        out.path.push_back(machine.look(look));
    return out;
}

}
