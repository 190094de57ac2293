// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "model/pack_json.h"
#include "sample/resources.h"
#include "sample/sample.h"

#include <stdexcept>

namespace ow::sample {

namespace {

Json parsed(std::string_view text, const char* file)
{
    auto json = parseJson(text);
    if (!json)
        throw std::runtime_error(std::string("resources/sample/") + file + ": " + json.error().text());
    return std::move(*json);
}

void addEvidence(model::Draft& draft, const Json& evidence)
{
    for (const auto& [cell, notes] : evidence.items()) {
        const auto bar = cell.find('|');
        auto& list = draft.evidence[{ cell.substr(0, bar), cell.substr(bar + 1) }];
        for (const auto& note : notes)
            list.push_back({ note.at("kind"), note.at("text"), note.at("source") });
    }
}

/// Accepted edges come from the policy, rejected ones and what people said about an edge from the workshop.
void addEdges(model::Draft& draft, const Json& workshop)
{
    std::map<std::string, model::Edge> accepted;
    for (const auto& edge : draft.policy.adjacency)
        accepted.emplace(model::edgeId(edge), edge);
    draft.policy.adjacency.clear();
    for (const auto& [id, edge] : accepted) {
        draft.policy.adjacency.push_back(edge); // the draft keeps them in the order of their ids
        draft.edges[id] = { edge, {} };
    }
    for (const auto& [id, said] : workshop.at("edges").items()) {
        auto& decision = draft.edges.at(id).second;
        decision.note = said.at("note");
        decision.drawn = said.at("drawn");
    }
    for (auto entry : workshop.at("rejected")) {
        const std::string note = entry.at("note");
        entry.erase("note");
        const auto edge = model::readEdge(entry, "rejected");
        if (!edge)
            throw std::runtime_error("resources/sample/workshop.json: " + edge.error().text());
        draft.edges[model::edgeId(*edge)] = { *edge, { model::EdgeState::Rejected, false, note } };
    }
}

}

model::Draft sampleDraft()
{
    auto pack = model::readPack(parsed(policyJson, "policy.json"));
    if (!pack)
        throw std::runtime_error("resources/sample/policy.json: " + pack.error().text());
    model::Draft draft;
    draft.policy = static_cast<model::Policy&&>(*pack);
    const Json workshop = parsed(workshopJson, "workshop.json");
    addEvidence(draft, workshop.at("evidence"));
    addEdges(draft, workshop);
    draft.titles = workshop.at("titles").get<std::map<std::string, std::string>>();
    for (const auto& l : workshop.at("learnings"))
        draft.learnings.push_back(
            { l.at("id"), l.at("offer"), l.at("about"), l.at("believed"), l.at("saw"), l.at("next") });
    return draft;
}

}
