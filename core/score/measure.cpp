// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/measure.h"

#include "stats/cluster_diff.h"
#include "stats/confidence_sequence.h"
#include "stats/mean_diff.h"
#include "stats/proportion.h"
#include "stats/ratio.h"
#include "stats/sums.h"
#include "stats/winsorize.h"

#include <algorithm>
#include <utility>

namespace ow::score {

std::string_view metricName(Metric metric)
{
    switch (metric) {
    case Metric::AttachRate:
        return "attach_rate";
    case Metric::MarginPerUnit:
        return "margin_per_unit";
    case Metric::CoreConversion:
        return "core_conversion";
    case Metric::ReturnRate:
        return "return_rate";
    case Metric::OpportunitiesPerUnit:
        return "opportunities_per_unit";
    }
    return {};
}

bool higherIsBetter(Metric metric)
{
    return metric != Metric::ReturnRate && metric != Metric::OpportunitiesPerUnit;
}
bool isMoney(Metric metric) { return metric == Metric::MarginPerUnit; }
bool isRate(Metric metric) { return !isMoney(metric) && metric != Metric::OpportunitiesPerUnit; }

std::optional<double> guardrailMargin(Metric metric)
{
    if (metric == Metric::ReturnRate)
        return 0.01;
    if (metric == Metric::CoreConversion)
        return 0.005;
    return std::nullopt;
}

namespace {

// Numerator and denominator of each unit.
std::pair<double, double> values(Metric metric, const Unit& unit)
{
    switch (metric) {
    case Metric::AttachRate:
        return { unit.attached ? 1.0 : 0.0, 1.0 };
    case Metric::MarginPerUnit:
        return { unit.margin, 1.0 };
    case Metric::CoreConversion:
        return { unit.coreOrder ? 1.0 : 0.0, 1.0 };
    case Metric::ReturnRate:
        return { unit.returnedQty, unit.soldQty };
    case Metric::OpportunitiesPerUnit:
        return { double(unit.opportunities), 1.0 };
    }
    return { 0.0, 1.0 };
}

struct Columns {
    std::vector<double> yT, xT, yC, xC;
};

Columns columns(Metric metric, std::span<const Unit> units)
{
    Columns c;
    for (const Unit& unit : units) {
        const auto [y, x] = values(metric, unit);
        (unit.treated ? c.yT : c.yC).push_back(y);
        (unit.treated ? c.xT : c.xC).push_back(x);
    }
    return c;
}

// Caps the upper tail of both arms at one pooled quantile, so that no single order decides a verdict.
void winsorize(Columns& c, Measure& m)
{
    std::vector<double> pooled = c.yT;
    pooled.insert(pooled.end(), c.yC.begin(), c.yC.end());
    const auto capped = stats::winsorize({ .values = pooled, .q = 0.999 });
    if (!capped.ok() || !capped.cap || capped.capped.value_or(0) == 0)
        return;
    for (auto* values : { &c.yT, &c.yC })
        for (double& value : *values)
            value = std::min(value, *capped.cap);
    m.notes.emplace_back("winsorized");
}

void take(Measure& m, const stats::Outcome& from)
{
    m.status = from.status;
    m.reason = from.reason;
    m.notes.insert(m.notes.end(), from.notes.begin(), from.notes.end());
}

void takeEffect(Measure& m, const stats::Effect& effect)
{
    take(m, effect);
    m.estimate = effect.estimate;
    m.se = effect.se;
    m.lower = effect.lower;
    m.upper = effect.upper;
    m.pValue = effect.pValue;
}

void takeRelative(Measure& m, const std::optional<double>& lift, const std::optional<double>& lower,
    const std::optional<double>& upper)
{
    if (lift && lower && upper) {
        m.relLift = lift;
        m.relLower = lower;
        m.relUpper = upper;
    }
}

void compareShares(Measure& m, double conf)
{
    const auto diff = stats::proportionDiff({ .kT = std::int64_t(m.treatment.successes),
        .nT = m.treatment.units,
        .kC = std::int64_t(m.holdout.successes),
        .nC = m.holdout.units,
        .conf = conf });
    take(m, diff);
    m.estimate = diff.estimate;
    m.se = diff.se;
    m.lower = diff.lower;
    m.upper = diff.upper;
    m.pValue = diff.pValue;
    takeRelative(m, diff.relLift, diff.relLower, diff.relUpper);
}

void compareMeans(Measure& m, const Columns& c, double conf)
{
    const auto t = stats::moments(c.yT);
    const auto h = stats::moments(c.yC);
    const auto diff = stats::meanDiff({ .nT = double(c.yT.size()),
        .meanT = t.mean,
        .varT = t.variance,
        .nC = double(c.yC.size()),
        .meanC = h.mean,
        .varC = h.variance,
        .conf = conf });
    takeEffect(m, diff);
    takeRelative(m, diff.relLift, diff.relLower, diff.relUpper);
}

void compareClusters(
    Measure& m, Metric metric, std::span<const Unit> units, const Columns& capped, double conf)
{
    std::vector<double> y, x;
    std::vector<std::uint8_t> arm;
    std::vector<std::int64_t> cluster;
    std::size_t t = 0, c = 0;
    for (const Unit& unit : units) {
        y.push_back(unit.treated ? capped.yT[t++] : capped.yC[c++]);
        x.push_back(values(metric, unit).second);
        arm.push_back(unit.treated ? 1 : 0);
        cluster.push_back(std::int64_t(unit.customer));
    }
    const auto diff = stats::clusterDiff({ .y = y, .x = x, .arm = arm, .cluster = cluster, .conf = conf });
    takeEffect(m, diff);
    if (diff.clusters && *diff.clusters < 30)
        m.notes.emplace_back("few_clusters");
}

void fillLevel(
    ArmLevel& level, const std::vector<double>& y, const std::vector<double>& x, bool share, double conf)
{
    level.units = std::int64_t(y.size());
    const double denominator = stats::total(x);
    const double numerator = stats::total(y);
    if (denominator > 0)
        level.value = numerator / denominator;
    if (!share)
        return;
    level.successes = numerator;
    const auto wilson = stats::proportion({ .k = std::int64_t(numerator), .n = level.units, .conf = conf });
    level.lower = wilson.lower;
    level.upper = wilson.upper;
}

bool enough(const Measure& m, const Precision& precision, bool share)
{
    for (const ArmLevel* level : { &m.treatment, &m.holdout }) {
        if (level->units < precision.minUnits)
            return false;
        if (share && level->successes < double(precision.minEvents))
            return false;
    }
    return true;
}

void addAnytime(Measure& m, const Precision& precision, bool share)
{
    if (m.status != stats::Status::Ok || !m.estimate || !m.se)
        return;
    if (!enough(m, precision, share)) {
        m.status = stats::Status::Insufficient;
        m.reason = "too_few_units";
        return;
    }
    const auto sequence = stats::confidenceSequence({ .estimate = *m.estimate,
        .se = *m.se,
        .n = double(m.treatment.units + m.holdout.units),
        .nStar = precision.nStar,
        .alpha = 1.0 - precision.conf });
    if (!sequence.ok()) {
        m.status = sequence.status;
        m.reason = sequence.reason;
        return;
    }
    m.anytimeLower = sequence.lower;
    m.anytimeUpper = sequence.upper;
    m.anytimeP = sequence.pValue;
}

void judgeGuardrail(Measure& m)
{
    m.guardrailMargin = guardrailMargin(m.metric);
    if (!m.guardrailMargin || !m.hasInterval())
        return;
    const bool up = higherIsBetter(m.metric);
    const double worst = up ? *m.anytimeLower : -*m.anytimeUpper;
    const double best = up ? *m.anytimeUpper : -*m.anytimeLower;
    m.guardrail = worst > -*m.guardrailMargin ? "held" : best < -*m.guardrailMargin ? "breached" : "open";
}

}

Measure measure(Metric metric, std::span<const Unit> units, model::Unit unit, const Precision& precision)
{
    Measure m;
    m.metric = metric;
    Columns c = columns(metric, units);
    if (isMoney(metric))
        winsorize(c, m);
    const bool share = metric == Metric::AttachRate || metric == Metric::CoreConversion;
    fillLevel(m.treatment, c.yT, c.xT, share, precision.conf);
    fillLevel(m.holdout, c.yC, c.xC, share, precision.conf);
    if (c.yT.empty() || c.yC.empty()) {
        m.status = stats::Status::Undefined;
        m.reason = units.empty() ? "no_units" : "empty_arm";
    } else if (unit == model::Unit::Intent) {
        compareClusters(m, metric, units, c, precision.conf);
    } else if (share) {
        compareShares(m, precision.conf);
    } else if (metric == Metric::ReturnRate) {
        const auto diff
            = stats::ratioDiff({ .yT = c.yT, .xT = c.xT, .yC = c.yC, .xC = c.xC, .conf = precision.conf });
        takeEffect(m, diff);
        takeRelative(m, diff.relLift, diff.relLower, diff.relUpper);
    } else {
        compareMeans(m, c, precision.conf);
    }
    addAnytime(m, precision, share);
    judgeGuardrail(m);
    std::sort(m.notes.begin(), m.notes.end());
    m.notes.erase(std::unique(m.notes.begin(), m.notes.end()), m.notes.end());
    return m;
}

}
