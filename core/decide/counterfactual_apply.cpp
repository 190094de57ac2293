// SPDX-License-Identifier: Apache-2.0
#include "decide/counterfactual_apply.h"

#include "decide/compiled_pack.h"

#include <algorithm>

namespace ow::decide {

namespace {

using Kind = Change::Kind;

bool isHistory(Kind kind) { return kind >= Kind::NoExposure && kind <= Kind::Exposure; }

HistoryEvent eventOf(const CompiledPack& pack, const Change& c)
{
    HistoryEvent out;
    out.at = c.at;
    out.type = pack.eventType(c.name);
    out.product = pack.product(c.sku);
    out.qty = c.qty;
    out.value = c.number;
    out.typeName = c.name;
    out.sku = c.sku;
    out.channel = c.channel;
    out.session = std::string_view("");
    out.text = c.text;
    return out;
}

HistoryExposure exposureOf(const CompiledPack& pack, const Change& c)
{
    HistoryExposure out;
    out.offer = pack.offer(c.offer);
    out.placement = pack.placement(c.placement);
    out.times[std::size_t(model::Outcome::Shown)] = c.at.ms;
    out.times[std::size_t(c.outcome)] = c.at.ms;
    return out;
}

}

std::shared_ptr<const History> historyUntilNow(const Request& request)
{
    auto out = std::make_shared<History>();
    if (request.history == nullptr)
        return out;
    for (const HistoryEvent& e : request.history->eventsUntil(request.now))
        out->add(e);
    for (HistoryExposure e : request.history->exposuresUntil(request.now)) {
        for (std::int64_t& t : e.times)
            t = t > request.now.ms ? HistoryExposure::never : t;
        out->add(e);
    }
    out->sort();
    return out;
}

ChangedRequest::ChangedRequest(const CompiledPack& pack, const Request& asked)
    : m_p(pack)
    , m_asked(asked)
    , m_history(historyUntilNow(asked))
    , m_changed(pack)
{
}

const Request& ChangedRequest::with(std::span<const Change* const> changes)
{
    m_changed.now = m_asked.now;
    m_changed.placement = m_asked.placement;
    m_changed.focus = m_asked.focus;
    m_changed.cart = m_asked.cart;
    m_changed.customerId = m_asked.customerId;
    m_changed.intent = m_asked.intent;
    m_changed.attributes = m_asked.attributes;
    bool history = false;
    for (const Change* change : changes) {
        set(*change);
        history = history || isHistory(change->kind);
    }
    m_changed.history = history ? changedHistory(changes) : m_history;
    return m_changed;
}

void ChangedRequest::set(const Change& c)
{
    switch (c.kind) {
    case Kind::Time:
        m_changed.now = c.at;
        return;
    case Kind::Attribute:
    case Kind::Context: {
        const std::string_view attribute = std::string_view(c.name).substr(c.name.find('.') + 1);
        const Index slot = c.kind == Kind::Attribute ? m_p.nameSlots.customer + m_p.customerAttribute(attribute)
                                                     : m_p.nameSlots.context + m_p.contextAttribute(attribute);
        m_changed.attributes[slot] = std::visit(
            [](const auto& v) {
                if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::string>)
                    return expr::Value::of(std::string_view(v)); // the change keeps it
                else
                    return expr::Value::of(v);
            },
            c.value);
        return;
    }
    case Kind::Focus:
        m_changed.focus = m_p.product(c.sku);
        return;
    case Kind::CartLine:
    case Kind::NoCartLine:
        setCart(c);
        return;
    default:
        return; // the history is made once for all of them
    }
}

void ChangedRequest::setCart(const Change& c)
{
    const Index product = m_p.product(c.sku);
    if (c.kind == Kind::NoCartLine)
        std::erase_if(m_changed.cart, [&](const CartLine& line) { return line.product == product; });
    else
        m_changed.cart.push_back({ product, c.qty });
}

std::shared_ptr<const History> ChangedRequest::changedHistory(std::span<const Change* const> changes) const
{
    auto out = std::make_shared<History>();
    const auto left = [&](Kind kind, std::size_t position) {
        return std::ranges::any_of(
            changes, [&](const Change* c) { return c->kind == kind && c->position == position; });
    };
    for (std::size_t i = 0; i < m_history->events().size(); ++i) {
        if (!left(Kind::NoEvent, i))
            out->add(m_history->events()[i]);
    }
    for (std::size_t i = 0; i < m_history->exposures().size(); ++i) {
        if (!left(Kind::NoExposure, i))
            out->add(m_history->exposures()[i]);
    }
    for (const Change* c : changes) {
        if (c->kind == Kind::Event)
            out->add(eventOf(m_p, *c));
        if (c->kind == Kind::Exposure)
            out->add(exposureOf(m_p, *c));
    }
    out->sort();
    return out;
}

}
