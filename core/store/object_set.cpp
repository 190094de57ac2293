// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/object_set.h"

#include "store/object_kinds.h"

#include <algorithm>

namespace ow::store {

Result<ObjectSet> objectSet(const std::vector<Edit>& edits)
{
    ObjectSet out;
    for (const Edit& edit : edits) {
        if (!edit.body)
            continue;
        auto body = parseJson(*edit.body);
        if (!body)
            return fail(ErrorCode::InvalidInput, body.error().message, nameOf(edit.key));
        out[edit.key] = { edit.position.value_or(0), std::move(*body) };
    }
    return out;
}

namespace {

/// Where in the object: readers say it by kind and id, which the name says already.
std::string placeIn(const ObjectKey& key, const std::string& at)
{
    const std::string own = key.kind + '/' + key.id;
    const std::string inside = at.starts_with(own) ? at.substr(std::min(own.size() + 1, at.size())) : at;
    return inside.empty() ? nameOf(key) : nameOf(key) + ": " + inside;
}

}

Result<model::Draft> draftOf(const ObjectSet& objects)
{
    DraftState state;
    for (const auto& [key, object] : objects) {
        if (auto done = state.set(key, object.position, canonicalJson(object.body)); !done)
            return fail(done.error().code, done.error().message, placeIn(key, done.error().at));
    }
    state.finish();
    return state.draft();
}

std::vector<Edit> editsBetween(const ObjectSet& before, const ObjectSet& after)
{
    std::vector<Edit> out;
    for (const auto& [key, object] : before) {
        if (!after.contains(key))
            out.push_back({ key, {}, {} });
    }
    for (const auto& [key, object] : after) {
        const auto was = before.find(key);
        if (was == before.end() || !(was->second == object))
            out.push_back({ key, canonicalJson(object.body), object.position });
    }
    return out;
}

namespace {

std::string shortEnd(const std::string& end)
{
    for (const std::string_view prefix : { "sku:", "family:" })
        if (end.starts_with(prefix))
            return end.substr(prefix.size());
    return end;
}

/// "complement|family:laptop|sku:DOCK" -> "laptop → DOCK"; anything else as it is.
std::string edgeWords(const std::string& id)
{
    const auto first = id.find('|');
    const auto second = first == std::string::npos ? first : id.find('|', first + 1);
    if (second == std::string::npos)
        return id;
    return shortEnd(id.substr(first + 1, second - first - 1))
        + (id.substr(0, first) == "substitute" ? " ↔ " : " → ") + shortEnd(id.substr(second + 1));
}

}

std::string nameOf(const ObjectKey& key)
{
    return key.kind + ' ' + (key.kind == kind::edge ? edgeWords(key.id) : key.id);
}

}
