// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "core/decide/random_pack.h"
#include "decide/compiled_pack.h"
#include "decide/request.h"
#include "model/pack_json.h"

#include <stdexcept>

namespace ow::test {

/// Everything but the history. Views the plain request's strings.
inline decide::Request resolved(const decide::CompiledPack& pack, const PlainRequest& plain,
    std::shared_ptr<const decide::History> history)
{
    decide::Request out = *decide::makeRequest(
        pack, plain.customer, std::move(history), plain.now, pack.placement(plain.placement));
    for (const auto& [name, value] : plain.context)
        out.setContext(pack, name, value).or_else([](const Error& e) { throw std::logic_error(e.text()); });
    out.intent = plain.intent;
    out.focus = pack.product(plain.focus);
    for (const auto& [sku, qty] : plain.cart) {
        if (pack.product(sku) != decide::none)
            out.cart.push_back({ pack.product(sku), qty });
    }
    return out;
}

inline decide::Request resolved(const decide::CompiledPack& pack, const PlainRequest& plain)
{
    return resolved(pack, plain,
        std::make_shared<decide::History>(decide::History::of(pack, plain.events, plain.exposures)));
}

/// The request as others send it (DECISION.md, section 2).
inline Json requestJson(const PlainRequest& plain)
{
    const auto attributes = [](const model::Attributes& list) {
        Json out = Json::object();
        for (const auto& [name, value] : list)
            out[name] = model::toJson(value);
        return out;
    };
    const auto time = [](std::optional<Timestamp> t) { return t ? Json(formatTimestamp(*t)) : Json(); };
    Json out { { "customer",
                   { { "id", plain.customer.id }, { "attributes", attributes(plain.customer.attributes) } } },
        { "now", formatTimestamp(plain.now) }, { "placement", plain.placement }, { "intent", plain.intent },
        { "focus", plain.focus }, { "context", attributes(plain.context) }, { "cart", Json::array() },
        { "events", Json::array() }, { "exposures", Json::array() } };
    for (const auto& [sku, qty] : plain.cart)
        out["cart"].push_back({ { "sku", sku }, { "qty", qty } });
    for (const model::Event& e : plain.events)
        out["events"].push_back({ { "at", time(e.at) }, { "type", e.type }, { "sku", e.sku },
            { "qty", e.qty }, { "value", e.value }, { "channel", e.channel }, { "session", e.session },
            { "text", e.text } });
    for (const model::Exposure& e : plain.exposures)
        out["exposures"].push_back({ { "at", time(e.at) }, { "offer", e.offer }, { "placement", e.placement },
            { "clicked_at", time(e.clickedAt) }, { "accepted_at", time(e.acceptedAt) },
            { "declined_at", time(e.declinedAt) }, { "returned_at", time(e.returnedAt) } });
    return out;
}

}
