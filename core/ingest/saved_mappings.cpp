// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/saved_mappings.h"

#include "base/json.h"
#include "base/text.h"
#include "store/object_kinds.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::ingest {

namespace {

Result<SavedMapping> read(const store::Edit& edit)
{
    const auto json = parseJson(edit.body.value_or("{}"));
    if (!json)
        return fail(json.error());
    SavedMapping out;
    out.name = edit.key.id;
    const auto mapping = json->find("mapping");
    auto parsed = mapping == json->end()
        ? Result<Mapping>(fail(ErrorCode::InvalidInput, "It holds no mapping."))
        : parseMapping(mapping->dump());
    if (!parsed) {
        Error error = parsed.error();
        error.at = "mapping " + edit.key.id + (error.at.empty() ? "" : ": " + error.at);
        return fail(std::move(error));
    }
    out.mapping = std::move(*parsed);
    out.mapping.name = out.name;
    if (const auto columns = json->find("columns"); columns != json->end() && columns->is_array())
        for (const Json& column : *columns)
            if (column.is_string())
                out.columns.push_back(column.get<std::string>());
    return out;
}

std::vector<std::string> sorted(std::vector<std::string> columns)
{
    std::ranges::sort(columns);
    return columns;
}

}

Result<std::vector<SavedMapping>> savedMappings(const store::Project& project)
{
    const auto objects = project.objects();
    if (!objects)
        return fail(objects.error());
    std::vector<SavedMapping> out;
    for (const store::Edit& edit : *objects) {
        if (edit.key.kind != store::kind::mapping)
            continue;
        auto saved = read(edit);
        if (!saved)
            return fail(saved.error());
        out.push_back(std::move(*saved));
    }
    std::ranges::sort(out, {}, &SavedMapping::name);
    return out;
}

Result<SavedMapping> savedMapping(const store::Project& project, std::string_view name)
{
    auto all = savedMappings(project);
    if (!all)
        return fail(all.error());
    std::string known;
    for (SavedMapping& saved : *all) {
        if (saved.name == name)
            return std::move(saved);
        known += (known.empty() ? "" : ", ") + saved.name;
    }
    return fail(ErrorCode::NotFound,
        fmt::format("The project has no mapping \"{}\". It has: {}.", readable(name, 60),
            known.empty() ? "none" : known),
        std::string(name));
}

Result<void> saveMapping(store::Project& project, const SavedMapping& saved)
{
    const bool plain
        = std::ranges::none_of(saved.name, [](char c) { return static_cast<unsigned char>(c) < ' '; });
    if (saved.name.empty() || saved.name.size() > longestMappingName || !plain || !isUtf8(saved.name))
        return fail(ErrorCode::InvalidInput,
            fmt::format("A mapping is saved under a name of 1 to {} bytes in one line.", longestMappingName),
            plain ? readable(saved.name, 60) : std::string());
    Mapping named = saved.mapping;
    named.name = saved.name;
    const std::string text = mappingText(named);
    if (const auto back = parseMapping(text); !back)
        return fail(back.error());
    const Json body { { "columns", saved.columns }, { "id", saved.name }, { "mapping", Json::parse(text) } };
    const bool known = savedMapping(project, saved.name).has_value();
    return project.apply({ fmt::format("{} the mapping “{}” ({})", known ? "Changed" : "Saved", saved.name,
                               named.kind),
        { { { std::string(store::kind::mapping), saved.name }, canonicalJson(body), std::nullopt } }, {} });
}

Result<void> removeMapping(store::Project& project, std::string_view name)
{
    if (const auto known = savedMapping(project, name); !known)
        return fail(known.error());
    return project.apply({ fmt::format("Removed the mapping “{}”", name),
        { store::remove(std::string(store::kind::mapping), std::string(name)) }, {} });
}

const SavedMapping* mappingFor(
    const std::vector<SavedMapping>& saved, const std::vector<std::string>& columns)
{
    const auto wanted = sorted(columns);
    const SavedMapping* found = nullptr;
    for (const SavedMapping& one : saved)
        if (!one.columns.empty() && sorted(one.columns) == wanted)
            found = &one;
    return found;
}

}
