// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/offer_score.h"

#include "score/sample_ratio.h"
#include "score/verdict.h"

#include <algorithm>

namespace ow::score {

const Measure* OfferScore::find(Metric metric) const
{
    const auto found = std::find_if(
        measures.begin(), measures.end(), [&](const Measure& m) { return m.metric == metric; });
    return found == measures.end() ? nullptr : &*found;
}

namespace {

std::vector<Week> weeksOf(
    const std::vector<Unit>& byCycle, model::Unit unit, const Span& span, const Options& options)
{
    std::vector<Week> weeks;
    std::size_t end = 0;
    for (int cycle = 1; cycle <= span.cycles; ++cycle) {
        const std::size_t begin = end;
        while (end < byCycle.size() && span.cycleOf(byCycle[end].t0) == cycle)
            ++end;
        Week week;
        week.cycle = cycle;
        week.from = span.start + Duration { span.cycle.ms * (cycle - 1) };
        const std::span<const Unit> all(byCycle);
        const Measure own
            = measure(Metric::AttachRate, all.subspan(begin, end - begin), unit, options.precision);
        week.treatment = own.treatment;
        week.holdout = own.holdout;
        week.toDate = measure(Metric::AttachRate, all.first(end), unit, options.precision);
        weeks.push_back(std::move(week));
    }
    return weeks;
}

Funnel funnelOf(const Study& study, NameId offer, const Span& span)
{
    Funnel funnel;
    for (const Opportunity& o : study.opportunities) {
        if ((offer != noName && o.offer != offer) || o.at + o.window > span.dataEnd)
            continue;
        ++funnel.opportunities;
        if (o.shown == 0) {
            ++funnel.withheld;
            funnel.attachedWithheld += o.creditedQty > 0 ? 1 : 0;
            continue;
        }
        ++funnel.shown;
        funnel.clicked += o.clicked ? 1 : 0;
        funnel.accepted += o.accepted ? 1 : 0;
        funnel.declined += o.declined ? 1 : 0;
        funnel.attached += o.creditedQty > 0 ? 1 : 0;
    }
    return funnel;
}

Measure returnsMeasure(const Study& study, const std::vector<Unit>& units, const Design& design,
    const Span& span, const Options& options)
{
    Measure m;
    m.metric = Metric::ReturnRate;
    m.guardrailMargin = guardrailMargin(Metric::ReturnRate);
    if (design.unit == model::Unit::Intent) {
        m.status = stats::Status::Undefined;
        m.reason = "needs_customer_randomisation";
        return m;
    }
    const Duration whole { study.windows.margin.ms + study.windows.returns.ms };
    std::vector<Unit> mature;
    for (const Unit& unit : units)
        if (unit.t0 + whole <= span.dataEnd)
            mature.push_back(unit);
    return measure(Metric::ReturnRate, mature, design.unit, options.precision);
}

}

OfferScore scoreOffer(
    const Study& study, const Design& design, NameId offer, const Span& span, const Options& options)
{
    OfferScore score;
    score.experiment = design.experiment;
    score.unit = design.unit;
    Population population = findUnits(study, design, offer);
    score.crossed = population.crossed;
    score.sampleRatio = sampleRatio(population, design, study.log);
    score.funnel = funnelOf(study, offer, span);

    std::vector<Unit> units;
    for (const Unit& unit : population.units) {
        if (span.counts(unit.t0)) {
            units.push_back(unit);
            score.openUnits += unit.open ? 1 : 0;
        } else {
            ++score.immature;
        }
    }
    std::stable_sort(units.begin(), units.end(),
        [&](const Unit& a, const Unit& b) { return span.cycleOf(a.t0) < span.cycleOf(b.t0); });
    for (const Metric metric : { Metric::AttachRate, Metric::MarginPerUnit, Metric::CoreConversion })
        score.measures.push_back(measure(metric, units, design.unit, options.precision));
    score.measures.push_back(returnsMeasure(study, units, design, span, options));
    score.measures.push_back(measure(Metric::OpportunitiesPerUnit, units, design.unit, options.precision));
    const auto& opportunities = score.measures.back();
    score.opportunitiesDiffer = opportunities.pValue && *opportunities.pValue < 0.01;
    if (score.openUnits > 0)
        score.measures[1].notes.emplace_back("returns_open");
    score.weeks = weeksOf(units, design.unit, span, options);
    if (!options.by.empty())
        score.forest = forestOf(study, units, design.unit, options);
    if (offer != noName)
        score.verdict = verdictOf(units, design, study, span, options);
    return score;
}

}
