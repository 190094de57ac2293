// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/partial_policy.h"

#include "base/json.h"
#include "base/text.h"
#include "model/pack_json.h"
#include "store/object_kinds.h"

#include <algorithm>
#include <array>

namespace ow::cli {

namespace {

constexpr std::array<std::string_view, 8> settingKeys { "name", "currency", "timezone", "substitutes",
    "guardrails", "rank", "anchor_window", "holdout" };

constexpr std::array removableKinds { store::kind::offer, store::kind::cell, store::kind::edge,
    store::kind::fact, store::kind::stage, store::kind::motivation, store::kind::channel,
    store::kind::placement, store::kind::suppression, store::kind::cap, store::kind::cooldown,
    store::kind::sequence, store::kind::exclusive, store::kind::experiment, store::kind::guarantee,
    store::kind::learning, store::kind::title, store::kind::customerAttribute,
    store::kind::contextAttribute };

/// The draft's settings as a pack without lists: what the part does not name stays.
Json settingsOf(const model::Policy& policy)
{
    model::Pack pack;
    pack.name = policy.name;
    pack.currency = policy.currency;
    pack.timezone = policy.timezone;
    pack.substitutes = policy.substitutes;
    pack.guardrails = policy.guardrails;
    pack.rank = policy.rank;
    pack.anchorWindow = policy.anchorWindow;
    pack.holdout = policy.holdout;
    pack.version = "draft";
    return model::writePack(pack);
}

Result<std::vector<store::Edit>> removals(const Json& remove)
{
    std::vector<store::Edit> edits;
    if (!remove.is_object())
        return fail(ErrorCode::InvalidInput, "\"remove\" is an object: {\"offer\": [\"dock\"]}", "remove");
    for (const auto& [kind, ids] : remove.items()) {
        if (std::ranges::find(removableKinds, kind) == removableKinds.end()) {
            const auto near = closest(kind, { removableKinds.begin(), removableKinds.end() });
            return fail(ErrorCode::InvalidInput,
                "No such kind of object"
                    + (near.empty() ? std::string() : "; did you mean \"" + near + "\"?"),
                "remove." + kind);
        }
        if (!ids.is_array())
            return fail(ErrorCode::InvalidInput, "A list of ids is wanted", "remove." + kind);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!ids[i].is_string())
                return fail(ErrorCode::InvalidInput, "An id is a string",
                    "remove." + kind + '[' + std::to_string(i) + ']');
            edits.push_back(store::remove(kind, ids[i].get<std::string>()));
        }
    }
    return edits;
}

/// The listed objects as a draft of their own, so that the store writes their edits; what only the present
/// draft knows of them (evidence, titles) comes along.
Result<model::Draft> draftOf(const model::Pack& pack, const Json& titles, const model::Draft& present)
{
    model::Draft draft;
    draft.policy = pack;
    draft.evidence = present.evidence;
    for (const auto& edge : pack.adjacency)
        draft.edges[model::edgeId(edge)] = { edge, { model::EdgeState::Accepted, true, {} } };
    for (const auto& list : { pack.stages, pack.motivations })
        for (const auto& condition : list)
            if (const auto it = present.titles.find(condition.id); it != present.titles.end())
                draft.titles.insert(*it);
    for (const auto& [id, title] : titles.items()) {
        if (!title.is_string())
            return fail(ErrorCode::InvalidInput, "A title is a string", "titles." + id);
        draft.titles[id] = title.get<std::string>();
    }
    return draft;
}

}

Result<std::vector<store::Edit>> editsOfPartialPolicy(const Json& part, const model::Draft& draft)
{
    if (!part.is_object())
        return fail(ErrorCode::InvalidInput, "A part of a pack is a JSON object, such as {\"caps\": [ … ]}");
    Json whole = settingsOf(draft.policy);
    Json titles = Json::object();
    std::vector<store::Edit> edits;
    bool settings = false;
    for (const auto& [key, value] : part.items()) {
        if (key == "titles") {
            if (!value.is_object())
                return fail(ErrorCode::InvalidInput, "Titles are an object: {\"dock\": \"Dock\"}", key);
            titles = value;
        } else if (key == "remove") {
            auto removed = removals(value);
            if (!removed)
                return removed;
            edits = std::move(*removed);
        } else if (key == "products") {
            return fail(
                ErrorCode::InvalidInput, "Products come with `offerwright import --as products`", key);
        } else {
            whole[key] = value;
            settings
                = settings || std::find(settingKeys.begin(), settingKeys.end(), key) != settingKeys.end();
        }
    }
    const auto pack = model::readPack(whole);
    if (!pack)
        return fail(pack.error());
    const auto listed = draftOf(*pack, titles, draft);
    if (!listed)
        return fail(listed.error());
    for (auto& edit : store::editsFor(*listed)) {
        if (edit.key.kind == store::kind::settings && !settings)
            continue;
        edit.position.reset(); // what is there keeps its place, what is new goes behind
        edits.push_back(std::move(edit));
    }
    return edits;
}

}
