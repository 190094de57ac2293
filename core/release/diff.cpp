// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/diff.h"

#include "release/diff_objects.h"
#include "release/diff_words.h"
#include "store/json_merge.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ow::release {

namespace {

using Value = std::optional<Json>;
using store::FieldDifference;

std::string jsonText(const Value& value) { return value ? canonicalJson(*value) : std::string {}; }

/// "cart.size > 0 USD" is no amount: only what ends in the currency on both sides says it once.
std::string fromTo(const std::string& before, const std::string& after, const std::string& currency)
{
    const std::string unit = ' ' + currency;
    const bool money = !currency.empty() && before.ends_with(unit) && after.ends_with(unit);
    return (money ? before.substr(0, before.size() - unit.size()) : before) + " → " + after;
}

/// The value at a path of keys; none where the path goes through an item of a list.
Value valueAt(const Json& body, std::string_view path)
{
    const Json* at = &body;
    while (!path.empty()) {
        const auto dot = path.find('.');
        const auto found = at->is_object() ? at->find(std::string(path.substr(0, dot))) : at->end();
        if (found == at->end())
            return {};
        at = &*found;
        path = dot == std::string_view::npos ? std::string_view {} : path.substr(dot + 1);
    }
    return *at;
}

/// Where the path of an item of a list, or of its order, has the list.
std::string listPath(const FieldDifference& leaf)
{
    return leaf.isOrder ? leaf.path : leaf.path.substr(0, leaf.path.rfind('['));
}

/// A whole item came or went, or items changed places: told together, in one sentence for the list.
bool isOfList(const FieldDifference& leaf)
{
    return leaf.isOrder || (leaf.path.ends_with(']') && (!leaf.base || !leaf.theirs));
}

class Differ {
public:
    Differ(std::string currency, const Titles& titles)
        : m_currency(std::move(currency))
        , m_titles(titles)
    {
    }

    void compare(const ComparedKind& a, const ComparedKind& b)
    {
        const auto before = byId(a);
        const auto after = byId(b);
        for (const auto& object : b.objects)
            if (const auto it = before.find(object.id); it == before.end())
                whole(b.name, object, Difference::What::Added);
            else if (it->second->body != object.body)
                fields(b.name, it->second->body, object);
        for (const auto& object : a.objects)
            if (after.count(object.id) == 0)
                whole(a.name, object, Difference::What::Removed);
        if (b.ordered)
            order(a, b);
    }

    std::vector<Difference> take() { return std::move(m_out); }

private:
    using ById = std::map<std::string, const ComparedObject*>;

    static ById byId(const ComparedKind& kind)
    {
        ById map;
        for (const auto& object : kind.objects)
            map[object.id] = &object;
        return map;
    }

    std::string say(std::string_view key, const Value& value) const
    {
        return words(key, value ? *value : Json(), m_currency);
    }

    std::string quoted(std::string_view key, const Value& value) const
    {
        return quotedWords(key, value ? *value : Json(), m_currency);
    }

    void whole(const std::string& kind, const ComparedObject& object, Difference::What what)
    {
        const bool added = what == Difference::What::Added;
        Difference d { what, kind, object.id, {}, {}, {}, {}, {}, {}, {}, {} };
        (added ? d.after : d.before) = words({}, object.body, m_currency);
        (added ? d.afterJson : d.beforeJson) = canonicalJson(object.body);
        d.name = objectWords(kind, object, m_titles);
        const bool edge = kind == "edge";
        const bool rejected = edge && valueAt(object.body, "state") == Json("rejected");
        d.text = !edge ? (added ? "is new" : "is gone")
            : added    ? (rejected ? "rejected" : "accepted")
                       : "taken out";
        d.sentence = d.name + (edge ? ": " : " ") + d.text;
        m_out.push_back(std::move(d));
    }

    /// Field by field, as the merge goes: what differs between two is what one side changed.
    void fields(const std::string& kind, const Json& before, const ComparedObject& object)
    {
        std::vector<FieldDifference> leaves;
        store::mergeJson(
            before, before, object.body,
            [&](const FieldDifference& leaf) {
                leaves.push_back(leaf);
                return leaf.theirs;
            },
            store::Ask::Everything);
        std::vector<std::string> lists;
        for (const FieldDifference& leaf : leaves) {
            if (!isOfList(leaf)) {
                changed(kind, object, leaf);
                continue;
            }
            const std::string path = listPath(leaf);
            if (std::ranges::find(lists, path) != lists.end())
                continue;
            lists.push_back(path);
            listChanged(kind, before, object, path, leaves);
        }
    }

    void changed(const std::string& kind, const ComparedObject& object, const FieldDifference& leaf)
    {
        const std::string key = lastKey(leaf.path);
        Difference d { Difference::What::Changed, kind, object.id, leaf.path, say(key, leaf.base),
            say(key, leaf.theirs), jsonText(leaf.base), jsonText(leaf.theirs),
            objectWords(kind, object, m_titles), {}, {} };
        if (kind == "edge" && leaf.path == "state") {
            d.text = fmt::format("{}, was {}", d.after, d.before);
        } else {
            const bool lists = leaf.base && leaf.base->is_array() && leaf.theirs && leaf.theirs->is_array();
            d.text = spaced(fieldWords(kind, leaf.path),
                lists ? listWords(key, *leaf.base, *leaf.theirs)
                      : fromTo(quoted(key, leaf.base), quoted(key, leaf.theirs), m_currency));
        }
        add(std::move(d));
    }

    void add(Difference d)
    {
        d.sentence = d.name + ": " + d.text;
        m_out.push_back(std::move(d));
    }

    static std::string spaced(std::string field, const std::string& text)
    {
        return field.empty() ? text : std::move(field) + ' ' + text;
    }

    void listChanged(const std::string& kind, const Json& before, const ComparedObject& object,
        const std::string& path, const std::vector<FieldDifference>& leaves)
    {
        const std::string key = lastKey(path);
        std::string items;
        std::string order;
        const auto addItem = [&](std::string_view sign, const Json& item) {
            items += fmt::format("{}{} {}", items.empty() ? "" : ", ", sign, say(key, item));
        };
        for (const bool added : { true, false })
            for (const FieldDifference& leaf : leaves)
                if (isOfList(leaf) && !leaf.isOrder && listPath(leaf) == path && bool(leaf.theirs) == added)
                    addItem(added ? "+" : "−", added ? *leaf.theirs : *leaf.base);
        for (const FieldDifference& leaf : leaves)
            if (leaf.isOrder && leaf.path == path)
                order = "now in the order " + say({}, leaf.theirs);
        const Value from = valueAt(before, path);
        const Value to = valueAt(object.body, path);
        if (!items.empty() && !order.empty())
            items += ", ";
        add({ Difference::What::Changed, kind, object.id, path, say(key, from), say(key, to), jsonText(from),
            jsonText(to), objectWords(kind, object, m_titles), spaced(fieldWords(kind, path), items + order),
            {} });
    }

    /// "+ email, − cart"; where only the order changed, the new order.
    std::string listWords(const std::string& key, const Json& a, const Json& b) const
    {
        std::string out;
        const auto each = [&](std::string_view sign, const Json& from, const Json& other) {
            for (const auto& item : from)
                if (std::find(other.begin(), other.end(), item) == other.end())
                    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", sign, say(key, item));
        };
        each("+", b, a);
        each("−", a, b);
        return out.empty() ? "now in the order " + say(key, b) : out;
    }

    void order(const ComparedKind& a, const ComparedKind& b)
    {
        const auto inBoth = [](const ComparedKind& kind, const ById& other) {
            Json ids = Json::array();
            for (const auto& object : kind.objects)
                if (other.count(object.id))
                    ids.push_back(object.id);
            return ids;
        };
        const Json before = inBoth(a, byId(b));
        const Json after = inBoth(b, byId(a));
        if (before == after)
            return;
        Difference d { Difference::What::Reordered, b.name, {}, {}, say({}, before), say({}, after),
            canonicalJson(before), canonicalJson(after), b.name + 's', {}, {} };
        d.text = "asked in another order: " + d.after;
        d.sentence = d.name + " are " + d.text;
        m_out.push_back(std::move(d));
    }

    std::string m_currency;
    const Titles& m_titles;
    std::vector<Difference> m_out;
};

std::string currencyOf(const Version& version)
{
    const auto settings = version.objects.find({ "settings", "settings" });
    if (settings == version.objects.end() || !settings->second.body.is_object())
        return {};
    const Json currency = settings->second.body.value("currency", Json());
    return currency.is_string() ? currency.get<std::string>() : std::string {};
}

}

std::vector<Difference> diff(const Version& a, const Version& b)
{
    const bool packOnly = a.isPack || b.isPack;
    const bool withProducts = a.products && b.products;
    const Titles titles = titlesOf(a.objects, b.objects);
    Differ differ(currencyOf(b), titles);
    const auto before = comparedKinds(a, packOnly, withProducts);
    const auto after = comparedKinds(b, packOnly, withProducts);
    for (std::size_t i = 0; i < after.size(); ++i)
        differ.compare(before[i], after[i]);
    return differ.take();
}

std::vector<Difference> diff(const model::Policy& a, const model::Policy& b)
{
    return diff(versionOf(a), versionOf(b));
}

std::vector<Difference> diff(const model::Pack& a, const model::Pack& b)
{
    return diff(versionOf(a), versionOf(b));
}

}
