// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/draft_objects.h"

#include "base/json.h"
#include "model/json_reader.h"
#include "model/pack_json.h"

namespace ow::store {

using model::Need;
using model::ObjectReader;
using model::ReadState;

namespace {

/// Reads an object whose fields `fields` asks for.
template <typename T, typename Fields>
Result<T> readWith(const Json& json, const std::string& path, Fields&& fields)
{
    ReadState state;
    ObjectReader reader(json, path, state);
    T out {};
    if (!state.failed())
        fields(reader, out);
    reader.done();
    if (state.error)
        return fail(*state.error);
    return out;
}

/// A nested part of a pack, by its own reader.
template <typename T>
void part(ObjectReader& r, std::string_view key, T& out, Need need,
    Result<T> (*read)(const Json&, const std::string&))
{
    const Json* json = r.find(key, need);
    if (json == nullptr)
        return;
    Result<T> value = read(*json, r.pathOf(key));
    if (value)
        out = std::move(*value);
    else
        r.state().fault(value.error().at, value.error().message);
}

}

Result<Titled> readTitled(const Json& json, const std::string& path)
{
    return readWith<Titled>(json, path, [](ObjectReader& r, Titled& out) {
        part(r, "condition", out.condition, Need::Required, &model::readCondition);
        r.text("title", out.title, Need::Optional);
    });
}

Json writeTitled(const model::Condition& condition, const std::string& title)
{
    Json out = { { "condition", model::writeCondition(condition) } };
    if (!title.empty())
        out["title"] = title;
    return out;
}

namespace {

Result<model::CellEvidence> readEvidence(const Json& json, const std::string& path)
{
    return readWith<model::CellEvidence>(json, path, [](ObjectReader& r, model::CellEvidence& out) {
        r.text("kind", out.kind, Need::Required);
        r.text("text", out.text, Need::Required);
        r.text("source", out.source, Need::Optional);
    });
}

}

Result<CellObject> readCellObject(const Json& json, const std::string& path)
{
    return readWith<CellObject>(json, path, [](ObjectReader& r, CellObject& out) {
        part(r, "cell", out.cell, Need::Required, &model::readCell);
        for (const Json* element : r.elements("evidence", Need::Optional)) {
            const auto evidence = readEvidence(*element, r.pathOf("evidence"));
            if (!evidence)
                return r.state().fault(evidence.error().at, evidence.error().message);
            out.evidence.push_back(*evidence);
        }
    });
}

Json writeCellObject(const model::Cell& cell, const std::vector<model::CellEvidence>& evidence)
{
    Json out = { { "cell", model::writeCell(cell) } };
    for (const model::CellEvidence& e : evidence) {
        Json json = { { "kind", e.kind }, { "text", e.text } };
        if (!e.source.empty())
            json["source"] = e.source;
        out["evidence"].push_back(std::move(json));
    }
    return out;
}

Result<EdgeObject> readEdgeObject(const Json& json, const std::string& path)
{
    return readWith<EdgeObject>(json, path, [](ObjectReader& r, EdgeObject& out) {
        part(r, "edge", out.edge, Need::Required, &model::readEdge);
        std::string state;
        r.text("state", state, Need::Required);
        if (state != "accepted" && state != "rejected")
            r.fault("state", "\"" + state + "\" is neither \"accepted\" nor \"rejected\"");
        out.decision.state = state == "rejected" ? model::EdgeState::Rejected : model::EdgeState::Accepted;
        if (r.has("drawn"))
            r.boolean("drawn", out.decision.drawn);
        r.text("note", out.decision.note, Need::Optional);
    });
}

Json writeEdgeObject(const model::Edge& edge, const model::EdgeDecision& decision)
{
    Json out = { { "edge", model::writeEdge(edge) },
        { "state", decision.state == model::EdgeState::Accepted ? "accepted" : "rejected" } };
    if (decision.drawn)
        out["drawn"] = true;
    if (!decision.note.empty())
        out["note"] = decision.note;
    return out;
}

Result<Settings> readSettings(const Json& json, const std::string& path)
{
    return readWith<Settings>(json, path, [](ObjectReader& r, Settings& out) {
        model::Policy& p = out.policy;
        r.text("name", p.name, Need::Required);
        r.text("currency", p.currency, Need::Required);
        r.text("timezone", p.timezone, Need::Required);
        part(r, "substitutes", p.substitutes, Need::Optional, &model::readSubstituteRule);
        part(r, "guardrails", p.guardrails, Need::Optional, &model::readGuardrails);
        part(r, "rank", p.rank, Need::Optional, &model::readRank);
        r.duration("anchor_window", p.anchorWindow, Need::Optional);
        if (r.has("holdout"))
            part(r, "holdout", p.holdout.emplace(), Need::Optional, &model::readHoldout);
    });
}

Json writeSettings(const model::Policy& p)
{
    Json out = { { "name", p.name }, { "currency", p.currency }, { "timezone", p.timezone },
        { "substitutes", model::writeSubstituteRule(p.substitutes) },
        { "guardrails", model::writeGuardrails(p.guardrails) }, { "rank", model::writeRank(p.rank) } };
    if (p.anchorWindow.ms != 0)
        out["anchor_window"] = formatDuration(p.anchorWindow);
    if (p.holdout)
        out["holdout"] = model::writeHoldout(*p.holdout);
    return out;
}

void assignSettings(model::Policy& policy, const model::Policy& s)
{
    policy.name = s.name;
    policy.currency = s.currency;
    policy.timezone = s.timezone;
    policy.substitutes = s.substitutes;
    policy.guardrails = s.guardrails;
    policy.rank = s.rank;
    policy.anchorWindow = s.anchorWindow;
    policy.holdout = s.holdout;
}

Result<model::Learning> readLearning(const Json& json, const std::string& path)
{
    return readWith<model::Learning>(json, path, [](ObjectReader& r, model::Learning& out) {
        r.id("id", out.id);
        r.text("offer", out.offer, Need::Optional);
        r.text("about", out.about, Need::Optional);
        r.text("believed", out.believed, Need::Optional);
        r.text("saw", out.saw, Need::Optional);
        r.text("next", out.next, Need::Optional);
    });
}

Json writeLearning(const model::Learning& l)
{
    return { { "id", l.id }, { "offer", l.offer }, { "about", l.about }, { "believed", l.believed },
        { "saw", l.saw }, { "next", l.next } };
}

Result<std::string> readTitle(const Json& json, const std::string& path)
{
    return readWith<std::string>(
        json, path, [](ObjectReader& r, std::string& out) { r.text("title", out, Need::Required); });
}

}
