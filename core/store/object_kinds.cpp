// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/object_kinds.h"

#include "base/json.h"
#include "model/pack_json.h"
#include "store/draft_objects.h"

#include <algorithm>
#include <functional>

namespace ow::store {

namespace {

/// Puts an object of one kind; a body that is null takes it away.
using Setter
    = std::function<Result<void>(DraftState&, const std::string& id, double position, const Json* body)>;

template <typename T>
using Reader = Result<T> (*)(const Json&, const std::string&);

Result<void> anotherId(const std::string& said, const std::string& key)
{
    return fail(ErrorCode::InvalidInput,
        "The object is stored as \"" + key + "\" and calls itself \"" + said + "\"", key);
}

/// Keeps list and slots parallel and ordered by (position, id).
template <typename T>
void place(std::vector<T>& list, std::vector<DraftState::Slot>& slots, const std::string& id, double position,
    std::optional<T> value)
{
    const auto old = std::ranges::find(slots, id, &DraftState::Slot::id);
    if (old != slots.end()) {
        list.erase(list.begin() + (old - slots.begin()));
        slots.erase(old);
    }
    if (!value)
        return;
    DraftState::Slot slot { position, id };
    const auto at = std::ranges::upper_bound(slots, slot);
    list.insert(list.begin() + (at - slots.begin()), std::move(*value));
    slots.insert(at, std::move(slot));
}

/// A kind whose bodies are parts of a pack as they are, in a list of the policy.
template <typename T>
Setter listOf(
    std::string_view kind, std::vector<T> model::Policy::*list, Reader<T> read, std::string T::*idOf = &T::id)
{
    return [=](DraftState& state, const std::string& id, double position, const Json* body) -> Result<void> {
        std::optional<T> value;
        if (body != nullptr) {
            Result<T> read_ = read(*body, id);
            if (!read_)
                return fail(read_.error());
            if ((*read_).*idOf != id)
                return anotherId((*read_).*idOf, id);
            value = std::move(*read_);
        }
        place(state.editable().policy.*list, state.slots(kind), id, position, std::move(value));
        return {};
    };
}

Setter conditions(std::string_view kind, std::vector<model::Condition> model::Policy::*list)
{
    return [=](DraftState& state, const std::string& id, double position, const Json* body) -> Result<void> {
        std::optional<model::Condition> value;
        std::string title;
        if (body != nullptr) {
            Result<Titled> read = readTitled(*body, id);
            if (!read)
                return fail(read.error());
            if (read->condition.id != id)
                return anotherId(read->condition.id, id);
            value = std::move(read->condition);
            title = std::move(read->title);
        }
        place(state.editable().policy.*list, state.slots(kind), id, position, std::move(value));
        state.titles(kind).erase(id);
        if (!title.empty())
            state.titles(kind)[id] = title;
        return {};
    };
}

Setter attributes(std::string_view kind, std::vector<model::Attribute> model::Policy::*list)
{
    return [=](DraftState& state, const std::string& id, double position, const Json* body) -> Result<void> {
        std::optional<model::Attribute> value;
        if (body != nullptr) {
            Result<model::Attribute> read = model::readAttribute(id, *body, id);
            if (!read)
                return fail(read.error());
            value = std::move(*read);
        }
        place(state.editable().policy.*list, state.slots(kind), id, position, std::move(value));
        return {};
    };
}

Result<void> setSettings(DraftState& state, const std::string& id, double, const Json* body)
{
    if (id != kind::settings)
        return anotherId(std::string(kind::settings), id);
    if (body == nullptr) {
        assignSettings(state.editable().policy, model::Policy {});
        return {};
    }
    const Result<Settings> read = readSettings(*body, id);
    if (!read)
        return fail(read.error());
    assignSettings(state.editable().policy, read->policy);
    return {};
}

std::pair<std::string, std::string> splitCellId(const std::string& id)
{
    const auto bar = id.find('|');
    return bar == std::string::npos ? std::pair { id, std::string {} }
                                    : std::pair { id.substr(0, bar), id.substr(bar + 1) };
}

Result<void> setCell(DraftState& state, const std::string& id, double position, const Json* body)
{
    std::optional<model::Cell> value;
    std::vector<model::CellEvidence> evidence;
    if (body != nullptr) {
        Result<CellObject> read = readCellObject(*body, id);
        if (!read)
            return fail(read.error());
        if (const std::string said = cellId(read->cell.stage, read->cell.motivation); said != id)
            return anotherId(said, id);
        value = std::move(read->cell);
        evidence = std::move(read->evidence);
    }
    model::Draft& draft = state.editable();
    place(draft.policy.matrix, state.slots(kind::cell), id, position, std::move(value));
    if (evidence.empty())
        draft.evidence.erase(splitCellId(id));
    else
        draft.evidence[splitCellId(id)] = std::move(evidence);
    return {};
}

Result<void> setEdge(DraftState& state, const std::string& id, double, const Json* body)
{
    if (body == nullptr) {
        state.editable().edges.erase(id);
        return {};
    }
    Result<EdgeObject> read = readEdgeObject(*body, id);
    if (!read)
        return fail(read.error());
    if (const std::string said = model::edgeId(read->edge); said != id)
        return anotherId(said, id);
    state.editable().edges[id] = { std::move(read->edge), std::move(read->decision) };
    return {};
}

Result<void> setLearning(DraftState& state, const std::string& id, double position, const Json* body)
{
    std::optional<model::Learning> value;
    if (body != nullptr) {
        Result<model::Learning> read = readLearning(*body, id);
        if (!read)
            return fail(read.error());
        if (read->id != id)
            return anotherId(read->id, id);
        value = std::move(*read);
    }
    place(state.editable().learnings, state.slots(kind::learning), id, position, std::move(value));
    return {};
}

Result<void> setTitle(DraftState& state, const std::string& id, double, const Json* body)
{
    if (body == nullptr) {
        state.titles(kind::title).erase(id);
        return {};
    }
    Result<std::string> read = readTitle(*body, id);
    if (!read)
        return fail(read.error());
    state.titles(kind::title)[id] = std::move(*read);
    return {};
}

/// Importing reads it from its object; here it only must be one.
Result<void> setMapping(DraftState&, const std::string& id, double, const Json* body)
{
    if (body == nullptr)
        return {};
    const auto text = [&](const Json& json, const char* name) {
        const auto found = json.find(name);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto mapping = body->find("mapping");
    if (mapping == body->end() || !mapping->is_object() || text(*mapping, "kind").empty())
        return fail(
            ErrorCode::InvalidInput, "A mapping is {\"id\", \"columns\", \"mapping\": {\"kind\", …}}.", id);
    if (text(*body, "id") != id)
        return anotherId(text(*body, "id"), id);
    return {};
}

using Setters = std::map<std::string_view, Setter, std::less<>>;

const Setters& setters()
{
    using P = model::Policy;
    static const Setters all {
        { kind::settings, setSettings },
        { kind::offer, listOf<model::Offer>(kind::offer, &P::offers, &model::readOffer) },
        { kind::cell, setCell },
        { kind::edge, setEdge },
        { kind::fact, listOf<model::Fact>(kind::fact, &P::facts, &model::readFact) },
        { kind::stage, conditions(kind::stage, &P::stages) },
        { kind::motivation, conditions(kind::motivation, &P::motivations) },
        { kind::channel, listOf<model::Channel>(kind::channel, &P::channels, &model::readChannel) },
        { kind::placement, listOf<model::Placement>(kind::placement, &P::placements, &model::readPlacement) },
        { kind::suppression,
            listOf<model::Suppression>(kind::suppression, &P::suppress, &model::readSuppression) },
        { kind::cap, listOf<model::Cap>(kind::cap, &P::caps, &model::readCap) },
        { kind::cooldown, listOf<model::Cooldown>(kind::cooldown, &P::cooldowns, &model::readCooldown) },
        { kind::sequence,
            listOf<model::SequenceRule>(kind::sequence, &P::sequence, &model::readSequenceRule) },
        { kind::exclusive,
            listOf<model::ExclusiveGroup>(kind::exclusive, &P::exclusive, &model::readExclusiveGroup) },
        { kind::experiment,
            listOf<model::Experiment>(kind::experiment, &P::experiments, &model::readExperiment) },
        { kind::guarantee, listOf<model::Guarantee>(kind::guarantee, &P::guarantees, &model::readGuarantee) },
        { kind::learning, setLearning },
        { kind::title, setTitle },
        { kind::mapping, setMapping },
        { kind::customerAttribute, attributes(kind::customerAttribute, &P::customerAttributes) },
        { kind::contextAttribute, attributes(kind::contextAttribute, &P::contextAttributes) },
    };
    return all;
}

}

Result<void> DraftState::set(const ObjectKey& key, double position, const std::optional<std::string>& body)
{
    const auto setter = setters().find(key.kind);
    if (setter == setters().end())
        return fail(ErrorCode::Unsupported, "There is no kind of object \"" + key.kind + "\"",
            key.kind + '/' + key.id);
    m_edgesChanged |= key.kind == kind::edge;
    m_titlesChanged |= key.kind == kind::stage || key.kind == kind::motivation || key.kind == kind::title;
    if (!body)
        return setter->second(*this, key.id, position, nullptr);
    const Result<Json> json = parseJson(*body);
    if (!json)
        return fail(json.error().code, json.error().message, key.kind + '/' + key.id);
    Result<void> done = setter->second(*this, key.id, position, &*json);
    if (!done)
        done.error().at = key.kind + '/' + done.error().at;
    return done;
}

void DraftState::finish()
{
    if (m_edgesChanged) {
        m_draft.policy.adjacency.clear();
        for (const auto& [id, edge] : m_draft.edges)
            if (edge.second.state == model::EdgeState::Accepted)
                m_draft.policy.adjacency.push_back(edge.first);
    }
    if (m_titlesChanged) {
        // One map for screens; where a stage and a fact share an id, the stage's title holds.
        m_draft.titles = m_titles[std::string(kind::stage)];
        for (const std::string_view other : { kind::motivation, kind::title })
            for (const auto& title : m_titles[std::string(other)])
                m_draft.titles.insert(title);
    }
    m_edgesChanged = m_titlesChanged = false;
}

}
