// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/scorecard_json.h"

#include "base/json.h"
#include "score/wording.h"

#include <cmath>

namespace ow::score {

namespace {

Json number(const std::optional<double>& value)
{
    if (!value || std::isnan(*value))
        return nullptr;
    if (std::isinf(*value))
        return *value > 0 ? "inf" : "-inf";
    return *value;
}

Json time(const std::optional<Timestamp>& t) { return t ? Json(formatTimestamp(*t)) : Json(nullptr); }

Json toJson(const ArmLevel& level, bool rate)
{
    Json json { { "units", level.units }, { "value", number(level.value) } };
    if (rate && level.lower) {
        json["successes"] = level.successes;
        json["lower"] = number(level.lower);
        json["upper"] = number(level.upper);
    }
    return json;
}

Json toJson(const Measure& m, const Scorecard& card)
{
    Json json { { "metric", metricName(m.metric) }, { "status", stats::statusName(m.status) },
        { "treatment", toJson(m.treatment, isRate(m.metric)) },
        { "holdout", toJson(m.holdout, isRate(m.metric)) }, { "estimate", number(m.estimate) },
        { "se", number(m.se) }, { "lower", number(m.lower) }, { "upper", number(m.upper) },
        { "p_value", number(m.pValue) }, { "anytime_lower", number(m.anytimeLower) },
        { "anytime_upper", number(m.anytimeUpper) }, { "anytime_p", number(m.anytimeP) },
        { "rel_lift", number(m.relLift) }, { "rel_lower", number(m.relLower) },
        { "rel_upper", number(m.relUpper) },
        { "sentence", effectSentence(m, card.currency, card.options.precision) } };
    if (!m.reason.empty())
        json["reason"] = m.reason;
    if (!m.notes.empty())
        json["notes"] = m.notes;
    if (m.guardrailMargin)
        json["guardrail"]
            = { { "margin", *m.guardrailMargin }, { "state", m.guardrail.empty() ? "open" : m.guardrail } };
    return json;
}

Json toJson(const SampleRatio& ratio)
{
    Json arms = Json::array();
    for (const ArmCount& arm : ratio.arms)
        arms.push_back({ { "arm", arm.arm }, { "units", arm.units }, { "expected", number(arm.expected) } });
    return { { "status", stats::statusName(ratio.status) }, { "reason", ratio.reason },
        { "arms", std::move(arms) }, { "p_value", number(ratio.pValue) }, { "verdict", ratio.verdict },
        { "suspects", ratio.suspects } };
}

Json toJson(const Forest& forest, const Scorecard& card)
{
    Json segments = Json::array();
    for (const Segment& s : forest.segments)
        segments.push_back({ { "value", s.value }, { "lift", toJson(s.lift, card) }, { "q", number(s.q) },
            { "flagged", s.flagged }, { "shrunken", number(s.shrunken) } });
    return { { "by", forest.by }, { "segments", std::move(segments) }, { "differ_p", number(forest.differP) },
        { "i2", number(forest.i2) } };
}

Json toJson(const OfferScore& offer, const Scorecard& card)
{
    Json measures = Json::array(), weeks = Json::array();
    for (const Measure& m : offer.measures)
        measures.push_back(toJson(m, card));
    for (const Week& w : offer.weeks)
        weeks.push_back({ { "cycle", w.cycle }, { "from", formatTimestamp(w.from) },
            { "treatment", toJson(w.treatment, true) }, { "holdout", toJson(w.holdout, true) },
            { "lift_to_date",
                { { "estimate", number(w.toDate.estimate) }, { "lower", number(w.toDate.anytimeLower) },
                    { "upper", number(w.toDate.anytimeUpper) },
                    { "status", stats::statusName(w.toDate.status) }, { "reason", w.toDate.reason } } } });
    const Funnel& f = offer.funnel;
    Json json { { "offer", offer.id }, { "name", offer.name }, { "unit", model::name(offer.unit) },
        { "design", offer.experiment.empty() ? "holdout" : offer.experiment },
        { "sample_ratio", toJson(offer.sampleRatio) }, { "crossed", offer.crossed },
        { "immature", offer.immature }, { "returns_open", offer.openUnits },
        { "opportunities_differ", offer.opportunitiesDiffer }, { "measures", std::move(measures) },
        { "weeks", std::move(weeks) },
        { "opportunities",
            { { "all", f.opportunities }, { "shown", f.shown }, { "clicked", f.clicked },
                { "accepted", f.accepted }, { "declined", f.declined }, { "attached", f.attached },
                { "withheld", f.withheld }, { "attached_withheld", f.attachedWithheld } } } };
    if (offer.forest)
        json["segments"] = toJson(*offer.forest, card);
    if (offer.verdict)
        json["verdict"] = { { "state", offer.verdict->state }, { "reason", offer.verdict->reason },
            { "cycle", offer.verdict->cycle }, { "final", offer.verdict->final },
            { "sentence", verdictSentence(*offer.verdict) } };
    return json;
}

Json toJson(const Options& o)
{
    const auto hoursOf = [](Duration d) { return double(d.ms) / 3'600'000.0; };
    Json json { { "conf", o.precision.conf }, { "n_star", o.precision.nStar },
        { "min_units", o.precision.minUnits }, { "min_events", o.precision.minEvents }, { "by", o.by },
        { "segment_fdr", o.segmentFdr },
        { "attach_window_hours",
            { { "shelf", hoursOf(o.windows.atTheShelf) }, { "other", hoursOf(o.windows.elsewhere) } } },
        { "margin_window_hours", hoursOf(o.windows.margin) },
        { "return_window_hours", hoursOf(o.windows.returns) }, { "cycle_hours", hoursOf(o.windows.cycle) },
        { "min_cycles", o.minCycles },
        { "lift", { { "threshold", o.lift.threshold }, { "worthwhile", o.lift.worthwhile } } },
        { "margin", { { "threshold", o.margin.threshold }, { "worthwhile", o.margin.worthwhile } } } };
    if (o.plannedUnits) {
        json["planned_units"] = *o.plannedUnits;
        json["max_cycles"] = o.maxCycles;
    }
    return json;
}

}

Json toJson(const Scorecard& card)
{
    Json offers = Json::array(), health = Json::array();
    for (const OfferScore& offer : card.offers)
        offers.push_back(toJson(offer, card));
    for (const HealthLine& line : healthLines(card))
        health.push_back({ { "tone",
                               line.tone == HealthLine::Tone::Good          ? "good"
                                   : line.tone == HealthLine::Tone::Caution ? "caution"
                                                                            : "bad" },
            { "title", line.title }, { "text", line.text } });
    Json json { { "project", card.project }, { "currency", card.currency }, { "start", time(card.start) },
        { "data_end", time(card.dataEnd) }, { "cycles", card.cycles },
        { "first_mature", time(card.firstMature) }, { "exposures", card.exposures },
        { "customers", card.customers }, { "lines_without_cost", card.linesWithoutCost },
        { "blocked", card.blocked }, { "health", std::move(health) }, { "offers", std::move(offers) },
        { "dimensions", card.dimensions }, { "options", toJson(card.options) } };
    json["overall"] = card.start ? toJson(card.overall, card) : Json(nullptr);
    return json;
}

}
