// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merge.h"

#include "store/text_form.h"

#include <fmt/format.h>

#include <set>

namespace ow::store {

namespace {

using Value = std::optional<Json>;

/// An object as one value: the body's keys and its place side by side, so that a move is one more field.
Value valueOf(const ObjectSet& objects, const ObjectKey& key)
{
    const auto found = objects.find(key);
    if (found == objects.end())
        return {};
    return Json { { "object", found->second.body }, { "position", found->second.position } };
}

/// "object.cap.limit" is the way in the file; people think of "cap.limit".
std::string shortened(const std::string& path)
{
    constexpr std::string_view prefix = "object.";
    return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
}

/// Stands in a merged text where marks belong; no author types a control character.
std::string placeholder(std::size_t i)
{
    return fmt::format("\x01"
                       "conflict {}",
        i);
}

/// The lines that say `"name": value` with that indentation; none where the side has no such field.
std::string lines(const Value& value, const std::string& before, std::size_t indent, const std::string& after)
{
    if (!value)
        return {};
    std::string out = before;
    for (const char c : value->dump(2, ' ', false, Json::error_handler_t::replace)) {
        out += c;
        if (c == '\n')
            out.append(indent, ' ');
    }
    return out + after + '\n';
}

/// Puts both sides' lines in the place of each line that holds a placeholder.
std::string marked(const std::string& text, const std::vector<FieldDifference>& conflicts)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        const std::string line = text.substr(at, end - at - 1);
        at = end;
        const auto found = line.find("\"\\u0001conflict ");
        if (found == std::string::npos) {
            out += line + '\n';
            continue;
        }
        const std::size_t number = std::stoul(line.substr(found + 16));
        const std::string before = line.substr(0, found);
        const std::string after = line.ends_with(',') ? "," : "";
        const std::size_t indent = line.find_first_not_of(' ');
        out += "<<<<<<< ours\n" + lines(conflicts[number].ours, before, indent, after) + "=======\n"
            + lines(conflicts[number].theirs, before, indent, after) + ">>>>>>> theirs\n";
    }
    return out;
}

}

namespace {

std::set<ObjectKey> keysOf(const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs)
{
    std::set<ObjectKey> keys;
    for (const ObjectSet* side : { &base, &ours, &theirs })
        for (const auto& [key, object] : *side)
            keys.insert(key);
    return keys;
}

/// All of an object: its place says nothing to who chooses.
void withoutPlace(FieldDifference& field)
{
    for (Value* value : { &field.base, &field.ours, &field.theirs })
        if (*value)
            *value = Json(value->value().at("object"));
}

/// A body that was chosen for all of an object, at the place where a side has it.
Value withPlace(const Value& body, const FieldDifference& whole)
{
    if (!body)
        return {};
    for (const Value* side : { &whole.ours, &whole.theirs, &whole.base })
        if (*side && (*side)->at("object") == *body)
            return **side;
    const Value& place = whole.ours ? whole.ours : whole.theirs ? whole.theirs : whole.base;
    return Json { { "object", *body }, { "position", place->value("position", 0.0) } };
}

/// One object's merge; `choose` is asked about what `ask` says.
Value mergeObject(const ObjectKey& key, const Value& base, const Value& ours, const Value& theirs,
    const ChooseValue& choose, Ask ask)
{
    return mergeJson(
        base, ours, theirs,
        [&](FieldDifference field) {
            if (!field.path.empty()) {
                field.path = shortened(field.path);
                return choose({ key, std::move(field) });
            }
            const FieldDifference whole = field;
            withoutPlace(field);
            return withPlace(choose({ key, std::move(field) }), whole);
        },
        ask);
}

ObjectSet merge(const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs,
    const ChooseValue& choose, Ask ask, std::vector<ObjectKey>* taken)
{
    ObjectSet out;
    for (const ObjectKey& key : keysOf(base, ours, theirs)) {
        const Value before = valueOf(ours, key);
        const Value merged = mergeObject(key, valueOf(base, key), before, valueOf(theirs, key), choose, ask);
        if (taken && merged != before)
            taken->push_back(key);
        if (merged)
            out[key] = { merged->value("position", 0.0), merged->at("object") };
    }
    return out;
}

}

const std::optional<Json>& valueOf(const FieldDifference& field, Side side)
{
    return side == Side::Base ? field.base : side == Side::Ours ? field.ours : field.theirs;
}

MergeResult mergeObjects(
    const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs, const ChooseSide& choose)
{
    MergeResult out;
    const auto settle = [&](const MergeDifference& conflict) {
        out.conflicts.push_back(conflict);
        return valueOf(conflict.field, choose ? choose(conflict) : Side::Ours);
    };
    out.merged = merge(base, ours, theirs, settle, Ask::Conflicts, &out.taken);
    return out;
}

std::vector<MergeDifference> mergeDifferences(
    const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs)
{
    std::vector<MergeDifference> out;
    mergeAs(base, ours, theirs, [&](const MergeDifference& difference) {
        out.push_back(difference);
        return difference.field.ours;
    });
    return out;
}

ObjectSet mergeAs(
    const ObjectSet& base, const ObjectSet& ours, const ObjectSet& theirs, const ChooseValue& choose)
{
    return merge(base, ours, theirs, choose, Ask::Everything, nullptr);
}

Result<MergedText> mergeTexts(
    const std::optional<std::string>& base, std::string_view ours, std::string_view theirs)
{
    const auto read = [](std::string_view text) -> Result<Json> {
        const auto object = readTextOf("", text); // any kind: the folder says which
        if (!object)
            return fail(object.error());
        return Json { { "id", object->first.id }, { "object", object->second.body },
            { "position", object->second.position } };
    };
    const auto ourJson = read(ours);
    const auto theirJson = read(theirs);
    const auto baseJson = base ? read(*base) : Result<Json>(Json());
    for (const auto* side : { &ourJson, &theirJson, &baseJson })
        if (!*side)
            return fail(side->error());
    MergedText out;
    const Value merged
        = mergeJson(base ? Value(*baseJson) : Value(), *ourJson, *theirJson, [&](FieldDifference field) {
              field.path = shortened(field.path);
              out.conflicts.push_back(std::move(field));
              return Value(placeholder(out.conflicts.size() - 1));
          });
    out.text = marked(merged->dump(2, ' ', false, Json::error_handler_t::replace) + '\n', out.conflicts);
    return out;
}

}
