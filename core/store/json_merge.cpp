// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/json_merge.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <vector>

namespace ow::store {

namespace {

using Value = std::optional<Json>;

/// What an item of a list is called: its own text, or the field that names it. Empty where it has no name.
std::string nameOf(const Json& item)
{
    if (item.is_string())
        return item.get<std::string>();
    if (!item.is_object())
        return {};
    for (const char* key : { "id", "offer", "sku" }) {
        if (const auto found = item.find(key); found != item.end() && found->is_string())
            return found->get<std::string>();
    }
    return {};
}

/// Whether every item has a name of its own, so that items can be told apart.
bool isNamed(const Json& list)
{
    std::set<std::string> seen;
    return std::ranges::all_of(list, [&](const Json& item) {
        const std::string name = nameOf(item);
        return !name.empty() && seen.insert(name).second;
    });
}

std::vector<std::string> namesOf(const Json& list)
{
    std::vector<std::string> out;
    for (const Json& item : list)
        out.push_back(nameOf(item));
    return out;
}

Value itemOf(const Json& list, const std::string& name)
{
    const auto found = std::ranges::find_if(list, [&](const Json& item) { return nameOf(item) == name; });
    return found == list.end() ? Value() : Value(*found);
}

/// The names of `list` that the other one has, in the order of `list`.
std::vector<std::string> common(const std::vector<std::string>& list, const std::vector<std::string>& other)
{
    std::vector<std::string> out;
    std::ranges::copy_if(list, std::back_inserter(out),
        [&](const std::string& name) { return std::ranges::find(other, name) != other.end(); });
    return out;
}

/// {"all": true} and {"offers": […]}, an event and an outcome to wait for: objects without a key in common
/// are alternatives, and a field of one makes no sense in the other.
bool areAlternatives(const Value& base, const Json& ours, const Json& theirs)
{
    if (ours.empty() || theirs.empty() || (base && base->empty()))
        return false;
    return std::ranges::none_of(ours.items(), [&](const auto& item) { return theirs.contains(item.key()); });
}

class Merge {
public:
    Merge(const Settle& settle, Ask ask)
        : m_settle(settle)
        , m_ask(ask)
    {
    }

    Value merge(const Value& base, const Value& ours, const Value& theirs, const std::string& path)
    {
        if (ours == theirs)
            return ours;
        if (m_ask == Ask::Conflicts && theirs == base)
            return ours;
        if (m_ask == Ask::Conflicts && ours == base)
            return theirs;
        if (ours && theirs) {
            if (ours->is_object() && theirs->is_object() && !areAlternatives(base, *ours, *theirs))
                return objects(base && base->is_object() ? *base : Json::object(), *ours, *theirs, path);
            if (ours->is_array() && theirs->is_array() && isNamed(*ours) && isNamed(*theirs)) {
                const Json old = base && base->is_array() ? *base : Json::array();
                if (isNamed(old) && sameOrder(namesOf(old), namesOf(*ours), namesOf(*theirs)))
                    return lists(old, *ours, *theirs, path);
            }
        }
        return m_settle({ path, base, ours, theirs });
    }

private:
    Json objects(const Json& base, const Json& ours, const Json& theirs, const std::string& path)
    {
        std::set<std::string> keys;
        for (const Json* side : { &base, &ours, &theirs })
            for (const auto& [key, value] : side->items())
                keys.insert(key);
        const auto field = [](const Json& object, const std::string& key) {
            const auto found = object.find(key);
            return found == object.end() ? Value() : Value(*found);
        };
        Json out = Json::object();
        for (const std::string& key : keys) {
            Value merged = merge(field(base, key), field(ours, key), field(theirs, key),
                path.empty() ? key : path + '.' + key);
            if (merged)
                out[key] = std::move(*merged);
        }
        return out;
    }

    /// At most one side may have put what was there in another order: two orders are one value that both
    /// changed.
    static bool sameOrder(const std::vector<std::string>& base, const std::vector<std::string>& ours,
        const std::vector<std::string>& theirs)
    {
        const bool oursAsBefore = common(ours, base) == common(base, ours);
        const bool theirsAsBefore = common(theirs, base) == common(base, theirs);
        return oursAsBefore || theirsAsBefore || common(ours, theirs) == common(theirs, ours);
    }

    /// The names of the side that changed the order, ours where neither did, then the other's.
    std::pair<std::vector<std::string>, std::vector<std::string>> ordered(const std::vector<std::string>& old,
        const std::vector<std::string>& ours, const std::vector<std::string>& theirs, const std::string& path)
    {
        const bool oursAsBefore = common(ours, old) == common(old, ours);
        const bool theirsAsBefore = common(theirs, old) == common(old, theirs);
        const bool byTheirs = oursAsBefore && !theirsAsBefore;
        if (m_ask == Ask::Conflicts || oursAsBefore == theirsAsBefore)
            return byTheirs ? std::pair { theirs, ours } : std::pair { ours, theirs };
        const std::vector<std::string>& mover = byTheirs ? theirs : ours;
        const Json before = common(old, mover);
        const Json after = common(mover, old);
        const Value chosen
            = m_settle({ path, before, byTheirs ? before : after, byTheirs ? after : before, true });
        const bool theirOrder = chosen == (byTheirs ? after : before);
        return theirOrder ? std::pair { theirs, ours } : std::pair { ours, theirs };
    }

    /// One side's order; the other's new items after what they followed.
    Json lists(const Json& base, const Json& ours, const Json& theirs, const std::string& path)
    {
        auto [order, other] = ordered(namesOf(base), namesOf(ours), namesOf(theirs), path);
        for (std::size_t i = 0; i < other.size(); ++i) {
            if (std::ranges::find(order, other[i]) != order.end())
                continue;
            auto at = order.begin();
            for (std::size_t k = i; k-- > 0;) {
                if (const auto before = std::ranges::find(order, other[k]); before != order.end()) {
                    at = before + 1;
                    break;
                }
            }
            order.insert(at, other[i]);
        }
        Json out = Json::array();
        for (const std::string& name : order) {
            Value merged = merge(
                itemOf(base, name), itemOf(ours, name), itemOf(theirs, name), path + '[' + name + ']');
            if (merged)
                out.push_back(std::move(*merged));
        }
        return out;
    }

    const Settle& m_settle;
    Ask m_ask;
};

}

std::optional<Json> mergeJson(const std::optional<Json>& base, const std::optional<Json>& ours,
    const std::optional<Json>& theirs, const Settle& settle, Ask ask)
{
    return Merge(settle, ask).merge(base, ours, theirs, {});
}

}
