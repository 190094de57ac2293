// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_of.h"

#include "ui/shell/text.h"

#include <QCoreApplication>

#include <charconv>

using namespace Qt::StringLiterals;

namespace ow::ui {
namespace {

struct Path {
    std::string list; ///< "offers"
    std::size_t index = 0;
    bool hasIndex = false;
    std::string rest; ///< "when"
};

Path split(const std::string& text)
{
    Path path;
    const std::size_t end = text.find_first_of(".[");
    path.list = text.substr(0, end);
    if (end == std::string::npos)
        return path;
    std::size_t rest = end;
    if (text[end] == '[') {
        const std::size_t close = text.find(']', end);
        const char* first = text.data() + end + 1;
        const auto parsed = std::from_chars(first, text.data() + std::min(close, text.size()), path.index);
        path.hasIndex = parsed.ec == std::errc();
        rest = close == std::string::npos ? text.size() : close + 1;
    }
    if (rest < text.size() && text[rest] == '.')
        ++rest;
    path.rest = text.substr(std::min(rest, text.size()));
    return path;
}

template <typename List>
store::ObjectKey keyIn(const char* kind, const List& list, const Path& path)
{
    return path.hasIndex && path.index < list.size() ? store::ObjectKey { kind, list[path.index].id }
                                                     : store::ObjectKey {};
}

store::ObjectKey keyOf(const model::Draft& draft, const Path& path)
{
    const model::Policy& p = draft.policy;
    if (path.list == "offers")
        return keyIn("offer", p.offers, path);
    if (path.list == "facts")
        return keyIn("fact", p.facts, path);
    if (path.list == "stages")
        return keyIn("stage", p.stages, path);
    if (path.list == "motivations")
        return keyIn("motivation", p.motivations, path);
    if (path.list == "channels")
        return keyIn("channel", p.channels, path);
    if (path.list == "placements")
        return keyIn("placement", p.placements, path);
    if (path.list == "suppress")
        return keyIn("suppression", p.suppress, path);
    if (path.list == "caps")
        return keyIn("cap", p.caps, path);
    if (path.list == "cooldowns")
        return keyIn("cooldown", p.cooldowns, path);
    if (path.list == "sequence")
        return keyIn("sequence", p.sequence, path);
    if (path.list == "exclusive")
        return keyIn("exclusive", p.exclusive, path);
    if (path.list == "experiments")
        return keyIn("experiment", p.experiments, path);
    if (path.list == "guarantees")
        return keyIn("guarantee", p.guarantees, path);
    if (path.list == "matrix" && path.hasIndex && path.index < p.matrix.size())
        return { "cell", store::cellId(p.matrix[path.index].stage, p.matrix[path.index].motivation) };
    if (path.list == "adjacency" && path.hasIndex && path.index < p.adjacency.size())
        return { "edge", model::edgeId(p.adjacency[path.index]) };
    if (!path.list.empty() && path.list != "products" && path.list != "attributes")
        return { "settings", "settings" };
    return {};
}

}

Place placeOf(const model::Draft& draft, const model::Catalogue& catalogue, const std::string& text)
{
    const Path path = split(text);
    if (path.list == "products" && path.hasIndex && path.index < catalogue.products.size()) {
        const std::string& sku = catalogue.products[path.index].sku;
        return { {}, QCoreApplication::translate("place", "Product %1").arg(qs(sku)), u"data"_s, sku };
    }
    const store::ObjectKey key = keyOf(draft, path);
    if (key.kind.empty())
        return { {}, qs(text), {}, {} };
    const ObjectInfo info = objectInfo(draft, key);
    const QString title = key.kind == "settings" ? info.title + u", "_s + qs(path.list)
                                                 : u"%1 “%2”"_s.arg(info.kind, info.title);
    return { key, path.rest.empty() ? title : u"%1, %2"_s.arg(title, qs(path.rest)), info.screen, {} };
}

}
