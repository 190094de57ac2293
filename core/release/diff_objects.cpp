// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff_objects.h"

#include "model/pack_json.h"
#include "store/object_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ow::release {

namespace {

namespace kind = store::kind;

struct KindInfo {
    std::string_view name;
    bool ordered = false;
    bool draftOnly = false;
};

constexpr std::array<KindInfo, 21> kinds { { { kind::settings }, { kind::customerAttribute },
    { kind::contextAttribute }, { kind::edge }, { kind::fact, true }, { kind::stage, true },
    { kind::motivation, true }, { kind::cell }, { kind::channel }, { kind::placement }, { kind::offer },
    { kind::suppression }, { kind::cap }, { kind::cooldown }, { kind::sequence }, { kind::exclusive },
    { kind::experiment }, { kind::guarantee }, { kind::title, false, true },
    { kind::learning, false, true }, { kind::mapping, false, true } } };

/// A text that a hostile text form may have made anything else.
std::string textAt(const Json& body, const char* key)
{
    if (!body.is_object())
        return {};
    const auto found = body.find(key);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string {};
}

/// {"cell": {…}, "evidence": […]} -> {…, "evidence": […]}: a cell's, edge's and condition's own part is what
/// people change; that it is nested is the file's business.
Json unnested(Json body, const char* part)
{
    if (!body.is_object() || !body.contains(part) || !body[part].is_object())
        return body;
    Json out = body[part];
    body.erase(part);
    for (const auto& [key, value] : body.items())
        out[key] = value;
    return out;
}

void erase(Json& body, std::initializer_list<const char*> keys)
{
    if (!body.is_object())
        return;
    for (const char* key : keys)
        body.erase(key);
}

Json comparedBody(std::string_view kindName, const Json& stored, bool packOnly)
{
    Json body = stored;
    if (kindName == kind::cell) {
        body = unnested(std::move(body), "cell");
        erase(body, { "stage", "motivation" });
        if (packOnly)
            erase(body, { "evidence" });
    } else if (kindName == kind::edge) {
        body = unnested(std::move(body), "edge");
        erase(body, { "from", "to", "kind" });
        if (packOnly)
            erase(body, { "state", "drawn", "note" });
    } else if (kindName == kind::stage || kindName == kind::motivation) {
        body = unnested(std::move(body), "condition");
        if (packOnly)
            erase(body, { "title" });
    }
    erase(body, { "id" });
    return body;
}

ComparedKind products(const Version& version, bool with)
{
    ComparedKind out { "product", false, {} };
    if (!with || !version.products)
        return out;
    for (const model::Product& product : *version.products) {
        Json body = model::writeProduct(product);
        body.erase("sku");
        out.objects.push_back({ product.sku, std::move(body) });
    }
    return out;
}

}

std::vector<ComparedKind> comparedKinds(const Version& version, bool packOnly, bool withProducts)
{
    std::vector<ComparedKind> out;
    std::map<std::string, std::size_t, std::less<>> where;
    for (const KindInfo& info : kinds) {
        where[std::string(info.name)] = out.size();
        out.push_back({ std::string(info.name), info.ordered, {} });
    }
    std::map<std::string, std::vector<std::pair<double, ComparedObject>>, std::less<>> placed;
    for (const auto& [key, object] : version.objects) {
        const auto known = where.find(key.kind);
        if (known == where.end() || (packOnly && kinds[known->second].draftOnly))
            continue;
        if (packOnly && key.kind == kind::edge && textAt(object.body, "state") == "rejected")
            continue;
        placed[key.kind].push_back(
            { object.position, { key.id, comparedBody(key.kind, object.body, packOnly) } });
    }
    for (auto& [name, list] : placed) {
        // By place where places count, else by id, as the map has them.
        ComparedKind& kind = out[where[name]];
        if (kind.ordered)
            std::ranges::stable_sort(list, {}, [](const auto& item) { return item.first; });
        for (auto& item : list)
            kind.objects.push_back(std::move(item.second));
    }
    out.push_back(products(version, withProducts));
    return out;
}

Titles titlesOf(const store::ObjectSet& a, const store::ObjectSet& b)
{
    Titles out;
    for (const store::ObjectSet* objects : { &a, &b })
        for (const std::string_view name : { kind::stage, kind::motivation }) {
            const store::ObjectKey first { std::string(name), {} };
            for (auto at = objects->lower_bound(first); at != objects->end() && at->first.kind == name; ++at)
                if (const std::string title = textAt(at->second.body, "title"); !title.empty())
                    out[at->first] = title;
        }
    return out;
}

std::string objectWords(std::string_view kindName, const ComparedObject& object, const Titles& titles)
{
    if (kindName == kind::settings)
        return "settings";
    if (kindName == kind::edge)
        return store::nameOf({ std::string(kindName), object.id });
    if (kindName == kind::cell) {
        const auto bar = object.id.find('|');
        const auto called = [&](std::string_view of, const std::string& id) {
            const auto found = titles.find({ std::string(of), id });
            return found == titles.end() ? id : found->second;
        };
        if (bar == std::string::npos)
            return "cell " + object.id;
        return fmt::format("cell {} × {}", called(kind::stage, object.id.substr(0, bar)),
            called(kind::motivation, object.id.substr(bar + 1)));
    }
    std::string out(kindName);
    std::ranges::replace(out, '_', ' ');
    out += ' ' + object.id;
    const bool conditions = kindName == kind::stage || kindName == kind::motivation;
    const std::string name = textAt(object.body, conditions ? "title" : "name");
    return name.empty() ? out : out + " “" + name + "”";
}

std::string objectWords(const store::ObjectKey& key, const store::ObjectSet& a, const store::ObjectSet& b)
{
    ComparedObject object { key.id, {} };
    for (const store::ObjectSet* side : { &b, &a })
        if (const auto found = side->find(key); found != side->end()) {
            object.body = comparedBody(key.kind, found->second.body, false);
            break;
        }
    return objectWords(key.kind, object, titlesOf(a, b));
}

}
