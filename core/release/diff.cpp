// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff.h"

#include "base/json.h"
#include "model/draft.h"
#include "model/pack_json.h"
#include "release/diff_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ow::release {

namespace {

struct Object {
    std::string id;
    Json body; ///< without its id
};

struct Kind {
    std::string name;
    bool ordered = false; ///< the engine reads the order
    std::vector<Object> objects;
};

template <typename T, typename Write>
Kind kindOf(std::string name, const std::vector<T>& list, Write write, bool ordered = false)
{
    Kind kind { std::move(name), ordered, {} };
    for (const auto& item : list) {
        Json body = write(item);
        std::string id = body.value("id", "");
        body.erase("id");
        kind.objects.push_back({ std::move(id), std::move(body) });
    }
    return kind;
}

Kind attributes(std::string name, const std::vector<model::Attribute>& list)
{
    Kind kind { std::move(name), false, {} };
    for (const auto& attribute : list)
        kind.objects.push_back({ attribute.name, model::writeAttribute(attribute) });
    return kind;
}

Kind cells(const model::Policy& policy)
{
    Kind kind { "cell", false, {} };
    for (const auto& cell : policy.matrix) {
        Json body = model::writeCell(cell);
        body.erase("stage");
        body.erase("motivation");
        kind.objects.push_back({ cell.stage + '|' + cell.motivation, std::move(body) });
    }
    return kind;
}

Kind edges(const model::Policy& policy)
{
    Kind kind { "edge", false, {} };
    for (const auto& edge : policy.adjacency) {
        Json body = model::writeEdge(edge);
        for (const auto* end : { "from", "to", "kind" })
            body.erase(end);
        kind.objects.push_back({ model::edgeId(edge), std::move(body) });
    }
    return kind;
}

/// Everything that is one per policy.
Kind settings(const model::Policy& policy)
{
    Json body = Json::object();
    body["name"] = policy.name;
    body["currency"] = policy.currency;
    body["timezone"] = policy.timezone;
    body["substitutes"] = model::writeSubstituteRule(policy.substitutes);
    body["guardrails"] = model::writeGuardrails(policy.guardrails);
    body["rank"] = model::writeRank(policy.rank);
    body["anchor_window"] = formatDuration(policy.anchorWindow);
    body["holdout"] = policy.holdout ? model::writeHoldout(*policy.holdout) : Json(nullptr);
    return { "settings", false, { { "policy", std::move(body) } } };
}

std::vector<Kind> kindsOf(const model::Policy& p)
{
    return { settings(p), attributes("customer_attribute", p.customerAttributes),
        attributes("context_attribute", p.contextAttributes), edges(p),
        kindOf("fact", p.facts, model::writeFact, true),
        kindOf("stage", p.stages, model::writeCondition, true),
        kindOf("motivation", p.motivations, model::writeCondition, true), cells(p),
        kindOf("channel", p.channels, model::writeChannel),
        kindOf("placement", p.placements, model::writePlacement),
        kindOf("offer", p.offers, model::writeOffer),
        kindOf("suppression", p.suppress, model::writeSuppression), kindOf("cap", p.caps, model::writeCap),
        kindOf("cooldown", p.cooldowns, model::writeCooldown),
        kindOf("sequence", p.sequence, model::writeSequenceRule),
        kindOf("exclusive", p.exclusive, model::writeExclusiveGroup),
        kindOf("experiment", p.experiments, model::writeExperiment),
        kindOf("guarantee", p.guarantees, model::writeGuarantee) };
}

/// What a person calls the object.
std::string nameOf(const Kind& kind, const Object& object)
{
    if (kind.name == "settings")
        return "Settings";
    std::string id = object.id;
    if (kind.name == "cell")
        id.replace(id.find('|'), 1, " × ");
    if (kind.name == "edge") {
        const auto first = id.find('|');
        const auto second = id.find('|', first + 1);
        return fmt::format("{} {} → {}", id.substr(0, first) == "substitute" ? "Substitute" : "Complement",
            id.substr(first + 1, second - first - 1), id.substr(second + 1));
    }
    const std::string name = object.body.value("name", "");
    return kindTitle(kind.name) + ' ' + id + (name.empty() ? "" : " “" + name + "”");
}

class Differ {
public:
    explicit Differ(std::string currency)
        : m_currency(std::move(currency))
    {
    }

    void compare(const Kind& a, const Kind& b)
    {
        const auto before = byId(a);
        const auto after = byId(b);
        for (const auto& object : b.objects)
            if (const auto it = before.find(object.id); it == before.end())
                whole(b, object, Difference::What::Added);
            else
                fields(b, object, it->second->body, object.body, "");
        for (const auto& object : a.objects)
            if (after.count(object.id) == 0)
                whole(a, object, Difference::What::Removed);
        if (b.ordered)
            order(a, b);
    }

    std::vector<Difference> take() { return std::move(m_out); }

private:
    static std::map<std::string, const Object*> byId(const Kind& kind)
    {
        std::map<std::string, const Object*> map;
        for (const auto& object : kind.objects)
            map[object.id] = &object;
        return map;
    }

    void whole(const Kind& kind, const Object& object, Difference::What what)
    {
        const bool added = what == Difference::What::Added;
        Difference d { what, kind.name, object.id, {}, {}, {}, {} };
        (added ? d.after : d.before) = words({}, object.body, m_currency);
        d.sentence = nameOf(kind, object) + (added ? " is new" : " is gone");
        m_out.push_back(std::move(d));
    }

    /// Down into objects key by key; lists are one field.
    void fields(const Kind& kind, const Object& object, const Json& a, const Json& b, const std::string& path)
    {
        if (a == b)
            return;
        if (!a.is_object() || !b.is_object() || a.contains("all") || b.contains("all")) {
            changed(kind, object, path, a, b);
            return;
        }
        std::map<std::string, std::pair<Json, Json>> both;
        for (const auto& [key, value] : a.items())
            both[key].first = value;
        for (const auto& [key, value] : b.items())
            both[key].second = value;
        for (const auto& [key, pair] : both)
            fields(kind, object, pair.first, pair.second, path.empty() ? key : path + '.' + key);
    }

    void changed(
        const Kind& kind, const Object& object, const std::string& path, const Json& a, const Json& b)
    {
        const auto key = path.substr(path.rfind('.') == std::string::npos ? 0 : path.rfind('.') + 1);
        Difference d { Difference::What::Changed, kind.name, object.id, path, words(key, a, m_currency),
            words(key, b, m_currency), {} };
        if (a.is_array() && b.is_array() && !b.empty() && (b.front().is_string() || b.front().is_object()))
            d.sentence
                = fmt::format("{}: {} {}", nameOf(kind, object), fieldTitle(path), listChange(key, a, b));
        else
            d.sentence
                = fmt::format("{}: {} {} → {}", nameOf(kind, object), fieldTitle(path), d.before, d.after);
        m_out.push_back(std::move(d));
    }

    /// "+ email, − cart"; where only the order changed, the new order.
    std::string listChange(const std::string& key, const Json& a, const Json& b) const
    {
        std::string out;
        const auto say = [&](std::string_view sign, const Json& from, const Json& other) {
            for (const auto& item : from)
                if (std::find(other.begin(), other.end(), item) == other.end())
                    out += fmt::format(
                        "{}{} {}", out.empty() ? "" : ", ", sign, words(key, item, m_currency));
        };
        say("+", b, a);
        say("−", a, b);
        return out.empty() ? "now in the order " + words(key, b, m_currency) : out;
    }

    void order(const Kind& a, const Kind& b)
    {
        const auto inBoth = [](const Kind& kind, const std::map<std::string, const Object*>& other) {
            std::string ids;
            for (const auto& object : kind.objects)
                if (other.count(object.id))
                    ids += (ids.empty() ? "" : ", ") + object.id;
            return ids;
        };
        const auto before = inBoth(a, byId(b));
        const auto after = inBoth(b, byId(a));
        if (before == after)
            return;
        m_out.push_back({ Difference::What::Reordered, b.name, {}, {}, before, after,
            kindTitle(b.name) + "s are asked in another order: " + after });
    }

    std::string m_currency;
    std::vector<Difference> m_out;
};

}

std::vector<Difference> diff(const model::Policy& a, const model::Policy& b)
{
    Differ differ(b.currency);
    const auto before = kindsOf(a);
    const auto after = kindsOf(b);
    for (std::size_t i = 0; i < after.size(); ++i)
        differ.compare(before[i], after[i]);
    return differ.take();
}

std::vector<Difference> diff(const model::Pack& a, const model::Pack& b)
{
    auto out = diff(static_cast<const model::Policy&>(a), static_cast<const model::Policy&>(b));
    const auto products = [](const model::Pack& pack) {
        Kind kind { "product", false, {} };
        for (const auto& product : pack.products) {
            Json body = model::writeProduct(product);
            body.erase("sku");
            kind.objects.push_back({ product.sku, std::move(body) });
        }
        return kind;
    };
    Differ differ(b.currency);
    differ.compare(products(a), products(b));
    for (auto& difference : differ.take())
        out.push_back(std::move(difference));
    return out;
}

}
