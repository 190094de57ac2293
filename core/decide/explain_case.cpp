// SPDX-License-Identifier: Apache-2.0
#include "decide/explain_case.h"

#include "decide/run.h"

#include <algorithm>

namespace ow::decide {

namespace {

using expr::Value;

/// A value of its own: nothing in it points into a scratch.
Value copied(const Value& value, expr::Arena& arena)
{
    if (value.is(Value::Tag::String))
        return Value::of(arena.copy(value.asString()));
    const bool isMap = value.is(Value::Tag::Map);
    if (!isMap && !value.is(Value::Tag::List))
        return value;
    const std::span<const Value> from = isMap ? value.entries() : value.items();
    Value* to = arena.allocate<Value>(from.size());
    if (to == nullptr)
        return Value::zero(isMap ? expr::Kind::Map : expr::Kind::List);
    for (std::size_t i = 0; i < from.size(); ++i)
        std::construct_at(to + i, copied(from[i], arena));
    return isMap ? Value::map({ to, from.size() }) : Value::list({ to, from.size() });
}

std::vector<Index> anchorsOf(const Case& c)
{
    std::vector<Index> out;
    const auto append = [&](Index product) {
        if (std::ranges::find(out, product) == out.end())
            out.push_back(product);
    };
    if (c.request.focus != none)
        append(c.request.focus);
    for (const CartLine& line : c.request.cart)
        append(line.product);
    const std::int64_t since = c.request.now.ms - c.pack.pack.anchorWindow.ms;
    for (const Purchase& p : c.kept) {
        if (p.at > since)
            append(p.product);
    }
    return out;
}

}

void Case::bindOffer(Index offer, Index anchor)
{
    std::ranges::copy(pack.offers[offer].values, values.begin() + pack.nameSlots.offer);
    const std::uint32_t slot = pack.nameSlots.anchor;
    if (anchor != none) {
        std::ranges::copy(pack.products[anchor].values, values.begin() + slot);
        return;
    }
    for (std::uint32_t field = 0; field < 8; ++field)
        values[slot + field] = Value::zero(field < 4 ? expr::Kind::String
                : field < 7                          ? expr::Kind::Int
                                                     : expr::Kind::List);
}

void Case::bindCandidate(double fit, double propensity, Origin origin)
{
    values[pack.nameSlots.candidate] = Value::of(fit);
    values[pack.nameSlots.candidate + 1] = Value::of(propensity);
    values[pack.nameSlots.candidate + 2] = Value::of(name(origin));
}

void Case::bindEvent(const HistoryEvent& e)
{
    const auto text = [&](std::size_t field) {
        return e.product == none ? Value::zero(expr::Kind::String) : pack.products[e.product].values[field];
    };
    const std::array<Value, 10> event { Value::of(e.typeName), Value::of(e.sku), text(2), text(3),
        Value::of(e.qty), Value::of(e.value), Value::of(e.channel), Value::of(e.session), Value::of(e.text),
        Value::of(e.at) };
    std::ranges::copy(event, values.begin() + pack.nameSlots.event);
}

std::vector<Purchase> keptPurchases(std::span<const HistoryEvent> events)
{
    std::vector<Purchase> out;
    for (const HistoryEvent& e : events) {
        if (e.type != CompiledPack::purchased || e.product == none)
            continue;
        const bool returned = std::ranges::any_of(events, [&](const HistoryEvent& r) {
            return r.type == CompiledPack::returned && r.product == e.product && r.at > e.at;
        });
        if (!returned)
            out.push_back({ e.at.ms, e.product });
    }
    std::ranges::sort(out, [](const Purchase& a, const Purchase& b) {
        return a.at != b.at ? a.at < b.at : a.product < b.product;
    });
    return out;
}

NameLists::NameLists(const CompiledPack& pack)
{
    const expr::Vocabulary names = pack.names.at(expr::Place::Offer);
    std::string text;
    std::vector<std::uint32_t> slots;
    const auto flush = [&] {
        if (slots.empty())
            return;
        auto program = expr::compile('[' + text + ']', names);
        if (program) // every name is declared, so it does
            m_parts.push_back({ std::move(*program), slots });
        text.clear();
        slots.clear();
    };
    for (const expr::Name& name : names.names()) {
        text += (slots.empty() ? "" : ", ") + name.path;
        slots.push_back(name.slot);
        if (text.size() > 16'384)
            flush();
    }
    flush();
}

void NameLists::look(Case& out, Scratch& scratch) const
{
    if (out.request.history != nullptr) {
        out.events = out.request.history->eventsUntil(out.request.now);
        out.exposures = out.request.history->exposuresUntil(out.request.now);
    }
    out.kept = keptPurchases(out.events);
    out.anchors = anchorsOf(out);
    out.values.assign(out.pack.nameSlots.count, Value());
    const DecideOptions options;
    for (const Part& part : m_parts) {
        const Value list = Run(out.pack, out.request, scratch, options).evaluate(part.program, none);
        for (std::size_t i = 0; i < part.slots.size() && i < list.size(); ++i)
            out.values[part.slots[i]] = copied(list.items()[i], out.memory);
    }
}

}
