// SPDX-License-Identifier: Apache-2.0
#include "decide/counterfactual_changes.h"

#include "base/json.h"
#include "expr/value_json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace ow::decide {

namespace {

using expr::Value;
using Kind = Change::Kind;

std::string jsonText(const Value& value)
{
    return expr::valueToJson(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string jsonText(const model::AttributeValue& value)
{
    return std::visit(
        [](const auto& v) { return Json(v).dump(-1, ' ', false, Json::error_handler_t::replace); }, value);
}

bool reads(const Test& test, std::uint32_t slot)
{
    return std::ranges::find(test.names, slot) != test.names.end();
}

}

struct ChangeSource::Attribute {
    const model::Attribute& declared;
    std::uint32_t slot = 0;
    Kind kind = Kind::Attribute;
    Value current;

    Change to(model::AttributeValue value) const
    {
        Change out;
        out.kind = kind;
        out.name = (kind == Kind::Attribute ? "customer." : "context.") + declared.name;
        out.from = jsonText(current);
        out.to = jsonText(value);
        out.value = std::move(value);
        return out;
    }
};

bool ChangeSource::counts(const Test& test, const Standpoint& at) const
{
    return test.owner == none || test.owner == at.offer
        || std::ranges::binary_search(at.involved, test.owner);
}

std::vector<Change> ChangeSource::attributes(const Standpoint& at) const
{
    std::vector<Change> out;
    for (std::uint32_t slot = 0; slot < m_p.defaults.size(); ++slot) {
        if (slot >= at.influence.attributes.size() || !at.influence.attributes[slot])
            continue;
        if (std::ranges::none_of(
                m_table.tests(), [&](const Test& t) { return counts(t, at) && reads(t, slot); }))
            continue; // nothing that bears on it reads it
        const bool customer = slot < m_p.nameSlots.context;
        const Attribute a { customer ? m_p.pack.customerAttributes[slot - m_p.nameSlots.customer]
                                     : m_p.pack.contextAttributes[slot - m_p.nameSlots.context],
            slot, customer ? Kind::Attribute : Kind::Context, at.request.attributes[slot] };
        switch (a.declared.type) {
        case model::AttributeType::Bool:
            out.push_back(a.to(!a.current.asBool()));
            break;
        case model::AttributeType::String:
            addTexts(at, a, out);
            break;
        default:
            addNumbers(at, a, out);
        }
    }
    return out;
}

/// The values at which a test may tip: its constants and the values it is compared with, and their
/// neighbours; and both ends of the range, for tests that calculate.
void ChangeSource::addNumbers(const Standpoint& at, const Attribute& a, std::vector<Change>& out) const
{
    const bool whole = a.declared.type == model::AttributeType::Int;
    std::set<double> values;
    const auto add = [&](double v) {
        const double infinity = std::numeric_limits<double>::infinity();
        for (const double n : { v, whole ? v - 1 : std::nextafter(v, -infinity),
                 whole ? v + 1 : std::nextafter(v, infinity) }) {
            const bool inside
                = (!a.declared.min || n >= *a.declared.min) && (!a.declared.max || n <= *a.declared.max);
            if (inside && std::isfinite(n) && (!whole || (n == std::floor(n) && std::abs(n) < 9e15)))
                values.insert(n);
        }
    };
    for (const Test& test : m_table.tests()) {
        if (!counts(test, at) || !reads(test, a.slot))
            continue;
        for (const double n : test.numbers) {
            add(whole ? std::floor(n) : n);
            add(whole ? std::ceil(n) : n);
        }
        for (const std::uint32_t slot : test.names) {
            if (slot == a.slot || slot >= at.request.attributes.size())
                continue;
            const Value& other = at.request.attributes[slot];
            if (other.is(Value::Tag::Int))
                add(double(other.asInt()));
            else if (other.is(Value::Tag::Double))
                add(whole ? std::floor(other.asDouble()) : other.asDouble());
        }
    }
    for (const std::optional<double>& end : { a.declared.min, a.declared.max }) {
        if (end)
            add(whole ? std::trunc(*end) : *end);
    }
    const double current = whole ? double(a.current.asInt()) : a.current.asDouble();
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::stable_sort(sorted, {}, [&](double n) { return std::abs(n - current); });
    for (const double n : sorted) {
        if (n != current)
            out.push_back(
                whole ? a.to(model::AttributeValue(std::int64_t(n))) : a.to(model::AttributeValue(n)));
    }
}

void ChangeSource::addTexts(const Standpoint& at, const Attribute& a, std::vector<Change>& out) const
{
    std::vector<std::string> values = a.declared.values;
    if (values.empty()) {
        std::set<std::string> tested { "" };
        for (const Test& test : m_table.tests()) {
            if (counts(test, at) && reads(test, a.slot))
                tested.insert(test.texts.begin(), test.texts.end());
        }
        values.assign(tested.begin(), tested.end());
    }
    for (std::string& value : values) {
        if (value != a.current.asString())
            out.push_back(a.to(model::AttributeValue(std::move(value))));
    }
}

std::vector<Change> ChangeSource::history(const Standpoint& at, Timestamp happens) const
{
    std::vector<Change> out;
    const History& history = *at.request.history;
    if (at.influence.exposures) {
        for (std::size_t i = 0; i < history.exposures().size(); ++i) {
            const HistoryExposure& e = history.exposures()[i];
            Change c;
            c.kind = Kind::NoExposure;
            c.position = i;
            c.at = Timestamp { e.shown() };
            c.offer = e.offer == none ? "" : m_p.offers[e.offer].source->id;
            c.placement = e.placement == none ? "" : m_p.pack.placements[e.placement].id;
            out.push_back(std::move(c));
        }
        for (const Index i : m_p.offers[at.offer].sequences) {
            const model::SequenceRule& rule = m_p.pack.sequence[i];
            if (rule.afterOffer.empty())
                continue;
            Change c;
            c.kind = Kind::Exposure;
            c.at = happens;
            c.offer = rule.afterOffer;
            c.outcome = rule.outcome;
            c.placement = m_p.pack.placements[at.request.placement].id;
            out.push_back(std::move(c));
        }
    }
    if (at.influence.events) {
        for (std::size_t i = 0; i < history.events().size(); ++i) {
            const HistoryEvent& e = history.events()[i];
            Change c;
            c.kind = Kind::NoEvent;
            c.position = i;
            c.at = e.at;
            c.name = e.typeName;
            c.sku = e.sku;
            out.push_back(std::move(c));
        }
        addEvents(at, happens, out);
    }
    return out;
}

std::vector<std::string> ChangeSource::eventTypes() const
{
    std::set<std::string> out { "purchased", "returned" };
    for (const model::Fact& fact : m_p.pack.facts)
        out.insert(fact.types.begin(), fact.types.end());
    for (const model::SequenceRule& rule : m_p.pack.sequence) {
        if (!rule.afterEvent.empty())
            out.insert(rule.afterEvent);
    }
    for (const Test& test : m_table.tests()) {
        if (reads(test, m_p.nameSlots.event)) // event.type == 'search', in a fact over any type
            out.insert(test.texts.begin(), test.texts.end());
    }
    return { out.begin(), out.end() };
}

/// Products that rules may speak of here: what is looked at, in the cart, lately bought, in the offer, joined
/// to it by an edge, or named by a test.
std::vector<std::string> ChangeSource::productsAbout(const Standpoint& at) const
{
    constexpr std::size_t most = 64;
    std::vector<std::string> out { "" };
    const auto add = [&](std::string_view sku) {
        if (out.size() < most && std::ranges::find(out, sku) == out.end())
            out.emplace_back(sku);
    };
    const auto addProduct = [&](Index product) {
        if (product != none)
            add(m_p.products[product].source->sku);
    };
    const auto addFamily = [&](const std::string& family) {
        const auto it = std::ranges::find(
            m_p.products, family, [](const CompiledProduct& p) { return p.source->family; });
        if (it != m_p.products.end())
            add(it->source->sku);
    };
    addProduct(at.request.focus);
    for (const CartLine& line : at.request.cart)
        addProduct(line.product);
    for (const CompiledItem& item : m_p.offers[at.offer].items)
        addProduct(item.product);
    for (const model::Edge& edge : m_p.pack.adjacency) {
        const bool leads = std::ranges::any_of(m_p.offers[at.offer].items, [&](const CompiledItem& item) {
            const model::Product& p = *m_p.products[item.product].source;
            return edge.to.key == (edge.to.family ? p.family : p.sku);
        });
        if (leads && edge.kind == model::EdgeKind::Complement)
            edge.from.family ? addFamily(edge.from.key) : add(edge.from.key);
    }
    // What may stop the others: their items, and what replaces those.
    for (const Index other : at.blockers.empty() ? at.involved : std::vector<Index>()) {
        for (const CompiledItem& item : m_p.offers[other].items) {
            addProduct(item.product);
            const model::Product& p = *m_p.products[item.product].source;
            for (const model::Edge& edge : m_p.pack.adjacency) {
                if (edge.kind != model::EdgeKind::Substitute)
                    continue;
                for (const auto& [here, there] :
                    { std::pair(&edge.from, &edge.to), std::pair(&edge.to, &edge.from) }) {
                    if (here->key == (here->family ? p.family : p.sku))
                        there->family ? addFamily(there->key) : add(there->key);
                }
            }
        }
    }
    for (const Test& test : m_table.tests()) {
        if (!counts(test, at))
            continue;
        for (const std::string& text : test.texts) {
            if (m_p.product(text) != none)
                add(text);
            else
                addFamily(text);
        }
    }
    for (const HistoryEvent& e : at.request.history->events())
        addProduct(e.product);
    return out;
}

void ChangeSource::addEvents(const Standpoint& at, Timestamp happens, std::vector<Change>& out) const
{
    const std::vector<std::string> products = productsAbout(at);
    std::set<std::int64_t> quantities { 1 };
    std::set<std::int64_t> values { 0 };
    std::set<std::string> texts { "" };
    for (const Test& test : m_table.tests()) {
        if (!counts(test, at))
            continue;
        for (const double n : test.numbers) {
            if (std::abs(n) > 1e15)
                continue;
            for (const auto v : { std::int64_t(n), std::int64_t(n) + 1, std::int64_t(n) - 1 }) {
                if (reads(test, m_p.nameSlots.event + 4) && v > 0)
                    quantities.insert(v);
                if (reads(test, m_p.nameSlots.event + 5))
                    values.insert(v);
            }
        }
        if (reads(test, m_p.nameSlots.event + 6) || reads(test, m_p.nameSlots.event + 8))
            texts.insert(test.texts.begin(), test.texts.end());
    }
    Change c;
    c.kind = Kind::Event;
    c.at = happens;
    for (const std::string& type : eventTypes()) {
        c.name = type;
        for (const std::string& sku : products) {
            c.sku = sku;
            for (const std::int64_t qty : quantities) {
                c.qty = qty;
                out.push_back(c);
            }
            c.qty = 1;
            for (const std::int64_t value : values) {
                c.number = value;
                if (value != 0)
                    out.push_back(c);
            }
            c.number = 0;
        }
        c.sku.clear();
        for (const std::string& text : texts) {
            c.text = c.channel = text; // a test reads one of the two
            if (!text.empty())
                out.push_back(c);
        }
        c.text.clear();
        c.channel.clear();
    }
}

std::vector<Change> ChangeSource::cart(const Standpoint& at) const
{
    std::vector<Change> out;
    if (at.influence.cart) {
        std::set<std::int64_t> sizes;
        std::set<std::int64_t> sums;
        for (const Test& test : m_table.tests()) {
            for (const double n : test.numbers) {
                if (!counts(test, at) || std::abs(n) > 1e12)
                    continue;
                if (reads(test, m_p.nameSlots.cart + 4))
                    sizes.insert(std::int64_t(n));
                if (reads(test, m_p.nameSlots.cart + 3))
                    sums.insert(std::int64_t(n));
            }
        }
        std::int64_t pieces = 0;
        std::int64_t sum = 0;
        for (const CartLine& line : at.request.cart) {
            const std::int64_t qty = std::clamp<std::int64_t>(line.qty, 0, 1'000'000);
            pieces += qty;
            sum += qty
                * std::min<std::int64_t>(m_p.products[line.product].source->price.minor, 1'000'000'000);
            Change c;
            c.kind = Kind::NoCartLine;
            c.sku = m_p.products[line.product].source->sku;
            out.push_back(std::move(c));
        }
        for (const std::string& sku : productsAbout(at)) {
            if (sku.empty())
                continue;
            std::set<std::int64_t> quantities { 1 };
            for (const std::int64_t n : sizes)
                for (const std::int64_t more : { n - pieces, n - pieces + 1 })
                    quantities.insert(more);
            const std::int64_t price = m_p.products[m_p.product(sku)].source->price.minor;
            for (const std::int64_t n : sums) {
                for (const std::int64_t more :
                    { price > 0 ? (n - sum + price - 1) / price : 0, price > 0 ? (n - sum) / price + 1 : 0 })
                    quantities.insert(more);
            }
            for (const std::int64_t qty : quantities) {
                if (qty < 1 || qty > 1000)
                    continue;
                Change c;
                c.kind = Kind::CartLine;
                c.sku = sku;
                c.qty = qty;
                out.push_back(std::move(c));
            }
        }
    }
    if (at.influence.focus) {
        const std::string current
            = at.request.focus == none ? "" : m_p.products[at.request.focus].source->sku;
        for (const std::string& sku : productsAbout(at)) {
            if (sku == current)
                continue;
            Change c;
            c.kind = Kind::Focus;
            c.sku = sku;
            c.from = jsonText(model::AttributeValue(current));
            c.to = jsonText(model::AttributeValue(sku));
            out.push_back(std::move(c));
        }
    }
    return out;
}

}
