// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/verdict.h"

#include "stats/srm.h"
#include "stats/stop_loss.h"

#include <algorithm>
#include <array>
#include <limits>

namespace ow::score {

namespace {

stats::StopLossConfig configOf(const Design& design, const Options& options)
{
    stats::StopLossConfig config;
    config.lift = { options.lift.threshold, options.lift.worthwhile };
    config.margin = { options.margin.threshold, options.margin.worthwhile };
    for (const Metric metric : { Metric::CoreConversion, Metric::ReturnRate })
        if (metric != Metric::ReturnRate || design.unit == model::Unit::Customer)
            config.guardrails.push_back(
                { std::string(metricName(metric)), *guardrailMargin(metric), higherIsBetter(metric) });
    config.minCycles = options.minCycles;
    config.minUnits = options.precision.minUnits;
    if (options.plannedUnits) {
        config.mode = stats::StopLossMode::Planned;
        config.plannedUnits = *options.plannedUnits;
        config.maxCycles = options.maxCycles;
    } else { // nobody planned a size, so there is no last cycle
        config.mode = stats::StopLossMode::AlwaysValid;
        config.nStar = options.precision.nStar;
        config.maxCycles = std::numeric_limits<int>::max();
    }
    return config;
}

std::optional<stats::LookMetric> metricOf(const Measure& m)
{
    if (m.status != stats::Status::Ok || !m.estimate || !m.se)
        return std::nullopt;
    return stats::LookMetric { *m.estimate, *m.se };
}

double sampleRatioP(std::span<const Unit> units, const Design& design)
{
    if (!design.treatmentShare)
        return 1.0;
    const auto treated = std::count_if(units.begin(), units.end(), [](const Unit& u) { return u.treated; });
    const std::array<std::int64_t, 2> counts { treated, std::int64_t(units.size()) - treated };
    const std::array<double, 2> shares { *design.treatmentShare, 1.0 - *design.treatmentShare };
    return stats::srm({ .counts = counts, .shares = shares }).pValue.value_or(1.0);
}

stats::Look lookAt(int cycle, std::span<const Unit> units, const Design& design, const Study& study,
    const Span& span, const Options& options)
{
    stats::Look look;
    look.cycle = cycle;
    look.srmP = sampleRatioP(units, design);
    for (const Unit& unit : units)
        ++(unit.treated ? look.unitsT : look.unitsC);
    const auto of = [&](Metric metric, std::span<const Unit> who) {
        return metricOf(measure(metric, who, design.unit, options.precision));
    };
    look.lift = of(Metric::AttachRate, units);
    look.margin = of(Metric::MarginPerUnit, units);
    if (const auto core = of(Metric::CoreConversion, units))
        look.guardrails[std::string(metricName(Metric::CoreConversion))] = *core;
    if (design.unit == model::Unit::Customer) {
        const Timestamp now = span.start + Duration { span.cycle.ms * cycle + span.horizon.ms };
        std::vector<Unit> mature;
        for (const Unit& unit : units)
            if (unit.t0 + Duration { study.windows.margin.ms + study.windows.returns.ms } <= now)
                mature.push_back(unit);
        if (const auto returns = of(Metric::ReturnRate, mature))
            look.guardrails[std::string(metricName(Metric::ReturnRate))] = *returns;
    }
    return look;
}

}

std::optional<Verdict> verdictOf(const std::vector<Unit>& byCycle, const Design& design, const Study& study,
    const Span& span, const Options& options)
{
    stats::StopLoss rule(configOf(design, options));
    if (!rule.problem().empty() || byCycle.empty())
        return std::nullopt;
    std::optional<Verdict> verdict;
    std::size_t end = 0;
    int own = 0; // the offer's cycles start with its first unit, not with the log
    for (int cycle = span.cycleOf(byCycle.front().t0); cycle <= span.cycles; ++cycle) {
        while (end < byCycle.size() && span.cycleOf(byCycle[end].t0) <= cycle)
            ++end;
        stats::Look look
            = lookAt(cycle, std::span<const Unit>(byCycle).first(end), design, study, span, options);
        look.cycle = ++own;
        const auto answer = rule.look(look);
        const bool final = answer.state == stats::StopLossState::Keep
            || answer.state == stats::StopLossState::Kill || answer.state == stats::StopLossState::Review;
        verdict
            = Verdict { std::string(stats::stopLossStateName(answer.state)), answer.reason, cycle, final };
        if (final)
            break; // absorbing: later looks repeat it
    }
    return verdict;
}

}
