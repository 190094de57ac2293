// SPDX-License-Identifier: GPL-3.0-or-later
#include "signal/ready_signal.h"

#include "expr/string_literal.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace ow::signal {

namespace {

using model::Aggregate;
using model::Draft;
using model::Fact;
using Facts = std::vector<Fact>;
using Types = std::vector<std::string>;

std::int64_t secondsOf(Duration length) { return length.ms / 1000; }

Fact aggregate(std::string id, Aggregate how, Types types, Duration window, std::string where = "true",
    std::string of = {})
{
    Fact fact;
    fact.id = std::move(id);
    fact.aggregate = how;
    fact.types = std::move(types);
    fact.where = std::move(where);
    fact.of = std::move(of);
    fact.window = window;
    return fact;
}

Fact expression(std::string_view id, std::string text)
{
    Fact fact;
    fact.id = id;
    fact.expr = std::move(text);
    return fact;
}

/// A visit: the session; where the data has none, the hour counts as one.
constexpr const char* visit = "event.session != \"\" ? event.session : string(event.at.getHours())";
/// An order likewise, by the day.
constexpr const char* order = "event.session != \"\" ? event.session : string(event.at.getDayOfYear())";

std::string sub(std::string_view id, std::string_view part) { return fmt::format("{}_{}", id, part); }

/// At least so many in the window (of `of`: so many different ones), the latest of them within the best
/// window.
Facts often(
    std::string_view id, const Settings& s, Types types, std::string where = "true", std::string of = {})
{
    const auto how = of.empty() ? Aggregate::Count : Aggregate::Distinct;
    Facts out;
    out.push_back(aggregate(sub(id, "count"), how, types, s.window, where, std::move(of)));
    out.push_back(aggregate(sub(id, "age"), Aggregate::Age, std::move(types), s.window, std::move(where)));
    out.push_back(expression(id,
        fmt::format("facts.{0}_count >= {1} && facts.{0}_age <= {2}", id, s.threshold, secondsOf(s.best))));
    return out;
}

/// A pattern of RE2 that finds any of the words as they stand; one that nothing matches where there are none.
std::string anyOf(const std::vector<std::string>& words)
{
    std::string pattern = "(?i)";
    bool first = true;
    for (const std::string& word : words) {
        pattern += std::exchange(first, false) ? "" : "|";
        for (const char c : word) {
            if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos)
                pattern += '\\';
            pattern += c;
        }
    }
    return words.empty() ? "event.text != event.text"
                         : fmt::format("event.text.matches({})", expr::quoted(pattern));
}

/// Views of what pairs with something that is owned, by the accepted complement edges: "one of the laptops is
/// owned, and this is a dock".
std::string pairsWithOwned(const Draft& draft)
{
    std::vector<const model::Edge*> edges;
    for (const model::Edge& edge : draft.policy.adjacency)
        if (edge.kind == model::EdgeKind::Complement)
            edges.push_back(&edge);
    std::ranges::stable_sort(edges, [](const auto* a, const auto* b) { return a->weight > b->weight; });
    edges.resize(std::min(edges.size(), mostGravityEdges));
    std::map<model::EdgeEnd, std::pair<std::vector<std::string>, std::vector<std::string>>>
        byFrom; // families, skus
    for (const model::Edge* edge : edges) {
        auto& [families, skus] = byFrom[edge->from];
        (edge->to.family ? families : skus).push_back(expr::quoted(edge->to.key));
    }
    std::string out;
    for (const auto& [from, to] : byFrom) {
        const auto& [families, skus] = to;
        std::string what;
        if (!families.empty())
            what = fmt::format("event.family in [{}]", fmt::join(families, ", "));
        if (!skus.empty())
            what += fmt::format("{}event.sku in [{}]", what.empty() ? "" : " || ", fmt::join(skus, ", "));
        out += fmt::format("{}({} in {} && ({}))", out.empty() ? "" : " || ", expr::quoted(from.key),
            from.family ? "owned.families" : "owned.skus", what);
    }
    return out.empty() ? "false" : out;
}

Facts accessoryGravity(std::string_view id, const Settings& s, const Draft& draft)
{
    Facts out = often(id, s, { "product_viewed" }, pairsWithOwned(draft));
    out.insert(out.end() - 1, aggregate(sub(id, "bought"), Aggregate::Count, { "purchased" }, days(30)));
    *out.back().expr += fmt::format(" && facts.{}_bought > 0", id);
    return out;
}

Facts serviceGlow(std::string_view id, const Settings& s, const Draft&)
{
    Facts out;
    const std::string good = fmt::format("event.value >= {}", s.threshold);
    out.push_back(aggregate(sub(id, "age"), Aggregate::Age, { "survey" }, s.window, good));
    out.push_back(
        aggregate(sub(id, "resolved"), Aggregate::Age, { "case_resolved" }, Duration { s.window.ms * 2 }));
    out.push_back(
        aggregate(sub(id, "opened"), Aggregate::Age, { "case_opened" }, Duration { s.window.ms * 2 }));
    // A word of thanks that came after the resolution, within the window, and no case opened since.
    out.push_back(expression(id,
        fmt::format("facts.{0}_age <= {1} && facts.{0}_resolved >= facts.{0}_age && "
                    "facts.{0}_resolved - facts.{0}_age <= {2} && facts.{0}_opened >= facts.{0}_resolved",
            id, secondsOf(s.best), secondsOf(s.window))));
    return out;
}

Facts cartLeft(std::string_view id, const Settings& s, const Draft&)
{
    Facts out;
    out.push_back(aggregate(sub(id, "age"), Aggregate::Age, { "checkout_started" }, s.window));
    out.push_back(aggregate(sub(id, "bought"), Aggregate::Age, { "purchased" }, s.window));
    out.push_back(expression(
        id, fmt::format("facts.{0}_age <= {1} && facts.{0}_bought > facts.{0}_age", id, secondsOf(s.best))));
    return out;
}

/// Between two ages of the latest event: the window ends, the best window is how long before its end it
/// begins.
Facts between(std::string_view id, const Settings& s, const char* type)
{
    Facts out;
    out.push_back(aggregate(sub(id, "age"), Aggregate::Age, { type }, Duration { s.window.ms + days(1).ms }));
    out.push_back(expression(id,
        fmt::format("facts.{0}_age <= {1} && facts.{0}_age >= {2}", id, secondsOf(s.window),
            std::max<std::int64_t>(secondsOf(s.window) - secondsOf(s.best), 0))));
    return out;
}

Facts handOff(std::string_view id, const Settings& s, const Draft&)
{
    Facts out;
    const Duration both { s.window.ms + s.best.ms };
    out.push_back(aggregate(sub(id, "opened"), Aggregate::Age, { "app_opened" }, both));
    out.push_back(aggregate(sub(id, "clicked"), Aggregate::Age, { "email_clicked" }, both));
    out.push_back(expression(id,
        fmt::format("facts.{0}_opened <= {1} && facts.{0}_clicked >= facts.{0}_opened && "
                    "facts.{0}_clicked - facts.{0}_opened <= {2}",
            id, secondsOf(s.best), secondsOf(s.window))));
    return out;
}

Facts rfv(std::string_view id, const Settings& s, const Draft&)
{
    Facts out;
    out.push_back(aggregate(sub(id, "recency"), Aggregate::Age, { "purchased" }, s.window));
    out.push_back(
        aggregate(sub(id, "frequency"), Aggregate::Distinct, { "purchased" }, s.window, "true", order));
    out.push_back(aggregate(sub(id, "velocity"), Aggregate::Velocity, { "product_viewed" }, days(28)));
    out.push_back(expression(id,
        fmt::format("facts.{0}_recency <= {1} && facts.{0}_frequency >= {2} && facts.{0}_velocity > 0", id,
            secondsOf(s.best), s.threshold)));
    return out;
}

/// One that counts events of these types.
auto counting(Types types, std::string where = "true", std::string of = {})
{
    return
        [=](std::string_view id, const Settings& s, const Draft&) { return often(id, s, types, where, of); };
}

auto saying(Types types)
{
    return [=](std::string_view id, const Settings& s, const Draft&) {
        return often(id, s, types, anyOf(s.words));
    };
}

auto ageBetween(const char* type)
{
    return [=](std::string_view id, const Settings& s, const Draft&) { return between(id, s, type); };
}

std::vector<ReadySignal> all()
{
    using enum Family;
    constexpr unsigned usual = ReadySignal::Threshold | ReadySignal::Window | ReadySignal::Best;
    constexpr unsigned words = usual | ReadySignal::Words;
    constexpr unsigned times = ReadySignal::Window | ReadySignal::Best;
    return {
        { "query_qualifier", Intent, words,
            { 1, days(7), hours(2), { "for travel", "first-time", "first time" } }, saying({ "search" }),
            { "search" } },
        { "rebrowse_burst", Momentum, usual, { 3, hours(48), hours(24), {} },
            counting({ "product_viewed" }, "focus.sku != \"\" && event.family == focus.family", visit),
            { "product_viewed" } },
        { "wishlist_activity", Momentum, usual, { 1, days(7), hours(24), {} }, counting({ "wishlist_added" }),
            { "wishlist_added" } },
        { "cart_edits", Momentum, usual, { 3, hours(24), hours(24), {} },
            counting({ "cart_added", "cart_removed" }), { "cart_added" } },
        { "cart_left", Momentum, times, { 1, days(7), hours(24), {} }, cartLeft, { "checkout_started" } },
        { "category_hopping", Momentum, usual, { 3, hours(24), hours(24), {} },
            counting({ "product_viewed" }, "event.category != \"\"", "event.category"),
            { "product_viewed" } },
        { "whats_next", Momentum, words,
            { 1, days(2), hours(24), { "what-next", "what next", "whats next" } }, saying({ "page_viewed" }),
            { "page_viewed" } },
        { "accessory_gravity", Attach, usual, { 2, hours(24), hours(24), {} }, accessoryGravity,
            { "product_viewed" }, true },
        { "service_glow", Care, usual, { 4, hours(24), hours(6), {} }, serviceGlow,
            { "survey", "case_resolved" } },
        { "support_tickets", Care, usual, { 1, days(30), days(7), {} }, counting({ "case_opened" }),
            { "case_opened" } },
        { "recent_returns", Care, usual, { 1, days(90), days(14), {} }, counting({ "returned" }),
            { "returned" } },
        { "howto_reading", Care, usual, { 1, days(7), days(3), {} }, counting({ "howto_read" }),
            { "howto_read" } },
        { "contract_pivot", Lifecycle, times, { 1, days(30), days(5), {} }, ageBetween("contract_started"),
            { "contract_started" } },
        { "trial_pivot", Lifecycle, times, { 1, days(8), days(1), {} }, ageBetween("trial_started"),
            { "trial_started" } },
        { "renewal_near", Lifecycle, usual, { 1, days(14), days(7), {} }, counting({ "contract_ending" }),
            { "contract_ending" } },
        { "channel_handoff", Channel, times, { 1, hours(2), Duration { 1'800'000 }, {} }, handOff,
            { "email_clicked", "app_opened" } },
        { "rfv_hot", Overall, usual, { 2, days(365), days(45), {} }, rfv, { "purchased", "product_viewed" } },
    };
}

}

ReadySignal::Lacks ReadySignal::lacks(const Draft& draft) const
{
    const auto isComplement
        = [](const model::Edge& edge) { return edge.kind == model::EdgeKind::Complement; };
    if (needsGraph && std::ranges::none_of(draft.policy.adjacency, isComplement))
        return Lacks::ComplementEdges;
    return Lacks::Nothing;
}

const std::vector<ReadySignal>& readySignals()
{
    static const std::vector<ReadySignal> signals = all();
    return signals;
}

const ReadySignal* findReadySignal(std::string_view id)
{
    const auto found = std::ranges::find(readySignals(), id, &ReadySignal::id);
    return found == readySignals().end() ? nullptr : &*found;
}

}
