// SPDX-License-Identifier: Apache-2.0
#include "decide/counterfactual_words.h"

#include "base/json.h"
#include "decide/compiled_pack.h"
#include "decide/explain_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ow::decide {

namespace {

using Kind = Change::Kind;

std::string counted(std::int64_t n, const char* unit)
{
    return fmt::format("{} {}{}", n, unit, n == 1 ? "" : "s");
}

/// The two largest units: what is below them stands in the instant behind it.
std::string lengthWords(std::int64_t ms)
{
    constexpr std::array<std::pair<std::int64_t, const char*>, 4> units { { { 86'400'000, "day" },
        { 3'600'000, "hour" }, { 60'000, "minute" }, { 1000, "second" } } };
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (ms < units[i].first)
            continue;
        std::string out = counted(ms / units[i].first, units[i].second);
        const std::int64_t rest = ms % units[i].first;
        if (i + 1 < units.size() && rest >= units[i + 1].first)
            out += ' ' + counted(rest / units[i + 1].first, units[i + 1].second);
        return out;
    }
    return counted(ms, "millisecond");
}

std::string eventPhrase(const Change& c)
{
    std::string out = c.name + (c.sku.empty() ? "" : " of " + c.sku) + " happened now";
    if (c.qty != 1)
        out += fmt::format(" with the quantity {}", c.qty);
    if (c.number != 0)
        out += fmt::format(" with the value {}", c.number);
    if (!c.text.empty())
        out += " with the text " + inQuotes(c.text);
    return out;
}

std::string cartPhrase(const Change& c)
{
    return c.qty == 1 ? "the cart held " + c.sku : fmt::format("the cart held {} more of {}", c.qty, c.sku);
}

/// How far a part goes: a time in ms; a number by the width of its declared range (without one by its own
/// size); any other value 1; pieces as they are.
double sizeOf(const Change& c, Timestamp now, const CompiledPack& pack)
{
    switch (c.kind) {
    case Kind::Time:
        return double((c.at - now).ms);
    case Kind::Attribute:
    case Kind::Context:
        break;
    case Kind::Event:
        return double(c.qty) + std::abs(double(c.number)) + (c.text.empty() ? 0 : 1);
    case Kind::CartLine:
        return double(c.qty);
    default:
        return 1;
    }
    const auto number = [](const model::AttributeValue& v, double& out) {
        if (const auto* whole = std::get_if<std::int64_t>(&v))
            out = double(*whole);
        else if (const auto* real = std::get_if<double>(&v))
            out = *real;
        else
            return false;
        return true;
    };
    double to = 0;
    if (!number(c.value, to))
        return 1;
    const Result<Json> before = parseJson(c.from);
    const double from = before && before->is_number() ? before->get<double>() : 0;
    const std::string_view id = std::string_view(c.name).substr(c.name.find('.') + 1);
    const auto& list = c.kind == Kind::Attribute ? pack.pack.customerAttributes : pack.pack.contextAttributes;
    const auto a = std::ranges::find(list, id, &model::Attribute::name);
    const bool ranged = a != list.end() && a->min && a->max && *a->max > *a->min;
    return std::abs(to - from) / (ranged ? *a->max - *a->min : std::max(1.0, std::abs(from)));
}

}

std::string_view name(Change::Kind kind)
{
    constexpr std::array<std::string_view, 10> names { "time", "attribute", "context", "without_exposure",
        "without_event", "event", "exposure", "without_cart_line", "cart_line", "focus" };
    return names.at(std::size_t(kind));
}

std::string_view name(Counterfactual::Answer answer)
{
    constexpr std::array<std::string_view, 4> names { "already", "found", "impossible", "not_found" };
    return names.at(std::size_t(answer));
}

std::string phrase(const Change& c, Timestamp now)
{
    switch (c.kind) {
    case Kind::Time:
        return lengthWords((c.at - now).ms) + " from now (" + formatTimestamp(c.at) + ')';
    case Kind::Attribute:
        return c.name.substr(c.name.find('.') + 1) + " were " + c.to;
    case Kind::Context:
        return c.name + " were " + c.to;
    case Kind::NoExposure:
        return (c.offer.empty() ? "an offer that the pack has no longer" : inQuotes(c.offer))
            + " had not been shown at " + formatTimestamp(c.at);
    case Kind::NoEvent:
        return c.name + (c.sku.empty() ? "" : " of " + c.sku) + " at " + formatTimestamp(c.at)
            + " had not happened";
    case Kind::Event:
        return eventPhrase(c);
    case Kind::Exposure:
        return inQuotes(c.offer) + " were " + std::string(model::name(c.outcome)) + " now";
    case Kind::NoCartLine:
        return c.sku + " were not in the cart";
    case Kind::CartLine:
        return cartPhrase(c);
    case Kind::Focus:
        break;
    }
    return (c.sku.empty() ? "nothing" : c.sku) + " were looked at";
}

ChangeCost costOf(std::span<const Change* const> changes, Timestamp now, const CompiledPack& pack)
{
    std::vector<const Change*> sorted(changes.begin(), changes.end());
    std::ranges::stable_sort(sorted, [&](const Change* a, const Change* b) {
        return a->kind != b->kind ? a->kind < b->kind : phrase(*a, now) < phrase(*b, now);
    });
    ChangeCost out;
    out.parts = sorted.size();
    for (const Change* c : sorted) {
        out.kinds += int(c->kind);
        out.sizes.push_back(sizeOf(*c, now, pack));
        out.words += phrase(*c, now) + '\n';
    }
    return out;
}

std::string sentenceOf(const Counterfactual& a, Timestamp now)
{
    std::string because;
    for (const std::string& code : a.because)
        because += (because.empty() ? "" : ", ") + code;
    std::string when;
    std::string conditions;
    for (const Change& c : a.changes) {
        if (c.kind == Kind::Time)
            when = ' ' + phrase(c, now);
        else
            conditions += (conditions.empty() ? " if " : " and ") + phrase(c, now);
    }
    switch (a.answer) {
    case Counterfactual::Answer::Already:
        return a.withheld ? "It is the chosen one, and withheld." : "It is the chosen one.";
    case Counterfactual::Answer::Found:
        return fmt::format(
            "It would be {}{}{}.", a.withheld ? "chosen (and withheld)" : "shown", when, conditions);
    case Counterfactual::Answer::Impossible:
        return fmt::format(
            "No change of the customer, the history, the cart or the time makes it the chosen one: {}.",
            because);
    case Counterfactual::Answer::NotFound:
        break;
    }
    return fmt::format("No change was found that makes it the chosen one ({} decisions tried).", a.decisions);
}

Json writeCounterfactual(const Counterfactual& a)
{
    Json changes = Json::array();
    for (const Change& c : a.changes) {
        Json one { { "kind", name(c.kind) } };
        const auto text = [&](const char* key, const std::string& value) {
            if (!value.empty())
                one[key] = value;
        };
        const auto value = [&](const char* key, const std::string& json) {
            if (const Result<Json> parsed = parseJson(json); parsed)
                one[key] = *parsed;
        };
        const bool happens = c.kind >= Kind::NoExposure && c.kind <= Kind::Exposure;
        if (happens || c.kind == Kind::Time)
            one["at"] = formatTimestamp(c.at);
        text("name", c.name);
        value("from", c.from);
        value("to", c.to);
        text("offer", c.offer);
        text("placement", c.placement);
        if (c.kind == Kind::Exposure)
            one["outcome"] = model::name(c.outcome);
        text("sku", c.sku);
        if (c.kind == Kind::Event || c.kind == Kind::CartLine)
            one["qty"] = c.qty;
        if (c.number != 0)
            one["value"] = c.number;
        text("channel", c.channel);
        text("text", c.text);
        changes.push_back(std::move(one));
    }
    Json out { { "offer", a.offer }, { "answer", name(a.answer) }, { "changes", std::move(changes) },
        { "sentence", a.sentence }, { "decisions", a.decisions } };
    if (a.answer == Counterfactual::Answer::Impossible)
        out["because"] = a.because;
    if (a.answer == Counterfactual::Answer::NotFound)
        out["complete"] = a.complete;
    if (a.answer == Counterfactual::Answer::Found)
        out["withheld"] = a.withheld;
    return out;
}

}
