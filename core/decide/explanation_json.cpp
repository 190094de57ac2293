// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "decide/explanation.h"

namespace ow::decide {

namespace {

/// Values were printed from JSON; what does not read back (nothing does not) stays text.
Json valueJson(const std::string& text)
{
    if (text.empty())
        return nullptr;
    Result<Json> json = parseJson(text);
    return json ? std::move(*json) : Json(text);
}

Json clauseJson(const Clause& clause)
{
    Json out { { "text", clause.text }, { "at", { clause.begin, clause.end } } };
    if (!clause.error.empty())
        out["error"] = { { "code", clause.error }, { "message", clause.errorSentence },
            { "text", clause.errorText }, { "at", { clause.errorBegin, clause.errorEnd } } };
    return out;
}

Json traceJson(const ExpressionTrace& trace)
{
    Json clauses = Json::array();
    for (const Clause& clause : trace.clauses)
        clauses.push_back(clauseJson(clause));
    Json reads = Json::object();
    for (const Reading& reading : trace.reads)
        reads[reading.name] = valueJson(reading.value);
    return { { "text", trace.text }, { "value", valueJson(trace.value) }, { "clauses", std::move(clauses) },
        { "reads", std::move(reads) } };
}

Json othersJson(const std::vector<OtherOffer>& others)
{
    Json out = Json::array();
    for (const OtherOffer& other : others) {
        Json one { { "offer", other.offer } };
        if (other.at)
            one["at"] = formatTimestamp(*other.at);
        if (other.score)
            one["score"] = *other.score;
        out.push_back(std::move(one));
    }
    return out;
}

Json reasonJson(const Reason& r)
{
    Json out { { "kind", r.kind }, { "sentence", r.sentence } };
    const auto text = [&](const char* key, const std::string& value) {
        if (!value.empty())
            out[key] = value;
    };
    const auto time = [&](const char* key, const std::optional<Timestamp>& t) {
        if (t)
            out[key] = formatTimestamp(*t);
    };
    text("rule", r.rule);
    text("detail", r.detail);
    if (r.expression)
        out["expression"] = traceJson(*r.expression);
    if (r.found)
        out["found"] = *r.found;
    if (r.limit)
        out["limit"] = *r.limit;
    if (r.score)
        out["score"] = *r.score;
    if (r.floor)
        out["floor"] = *r.floor;
    text("after", r.outcome);
    text(r.calendar ? "calendar" : "length", r.length);
    text("min", r.least);
    text("max", r.most);
    if (!r.others.empty())
        out["offers"] = othersJson(r.others);
    text("product", r.product);
    text("item", r.item);
    time("since", r.since);
    time("opens", r.opens);
    time("closes", r.closes);
    return out;
}

}

Json writeExplanation(const OfferExplanation& o)
{
    Json reasons = Json::array();
    for (const Reason& reason : o.reasons)
        reasons.push_back(reasonJson(reason));
    if (!o.candidate)
        return { { "offer", o.offer }, { "candidate", false }, { "reasons", std::move(reasons) } };
    return { { "offer", o.offer }, { "candidate", true }, { "verdict", name(o.verdict) },
        { "origin", name(o.origin) }, { "fit", o.fit }, { "anchor", o.anchor },
        { "propensity", o.propensity }, { "score", o.score }, { "reasons", std::move(reasons) } };
}

Json writeExplanation(const Explanation& explanation)
{
    Json out = Json::array();
    for (const OfferExplanation& offer : explanation.offers)
        out.push_back(writeExplanation(offer));
    return { { "candidates", std::move(out) } };
}

}
