// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/object_set.h"

#include "store/object_kinds.h"

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

Result<model::Draft> draftOf(const ObjectSet& objects)
{
    DraftState state;
    for (const auto& [key, object] : objects) {
        if (auto done = state.set(key, object.position, canonicalJson(object.body)); !done)
            return fail(done.error().code, done.error().message, nameOf(key) + ": " + done.error().at);
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

std::string nameOf(const ObjectKey& key) { return key.kind + ' ' + key.id; }

}
