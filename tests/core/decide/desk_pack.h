// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "decide/decide.h"
#include "model/pack_json.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <string>

namespace ow::test {

/// A desk shop with two offers that every visitor of "cart" is a candidate for: the dock (score 0.5) and the
/// hub (0.25). Tests add what they try as a JSON merge patch.
inline constexpr const char* deskPack = R"({
  "format": "offerwright.pack/1", "name": "desk", "version": "1", "currency": "EUR", "timezone": "Europe/Berlin",
  "attributes": {
    "customer": {
      "segment": {"type": "string", "values": ["new", "regular", "pro"], "default": "regular"},
      "tenure_days": {"type": "int", "min": 0, "max": 20000, "default": 100},
      "open_case": {"type": "bool", "default": false},
      "consent_email": {"type": "bool", "default": false}},
    "context": {"weather": {"type": "string", "values": ["dry", "rain"], "default": "dry"}}},
  "products": [
    {"sku": "DOCK-1", "title": "Dock", "family": "dock", "category": "desk", "price": 20000, "cost": 5000},
    {"sku": "HUB-3", "title": "Hub", "family": "hub", "category": "desk", "price": 5000, "cost": 1000},
    {"sku": "LAP-1", "title": "Laptop", "family": "laptop", "category": "computers", "price": 129900, "cost": 98000}],
  "channels": [{"id": "web", "consent": "true"}, {"id": "email", "consent": "customer.consent_email"}],
  "placements": [{"id": "cart", "channel": "web", "high_intent": true}, {"id": "mail", "channel": "email"}],
  "offers": [
    {"id": "dock", "name": "USB-C dock", "kind": "single", "role": "power", "status": "active",
     "items": [{"sku": "DOCK-1", "qty": 1}], "price": 19900, "placements": ["cart", "mail"], "trigger": "true",
     "propensity": "0.5", "because": "A dock."},
    {"id": "hub", "name": "USB-C hub", "kind": "single", "role": "power", "status": "active",
     "items": [{"sku": "HUB-3", "qty": 1}], "price": 4900, "placements": ["cart"], "trigger": "true",
     "propensity": "0.25", "because": "A hub."}]
})";

/// JSON as tests write it: a line's end is a space, in strings too.
inline Json patchOf(const char* text)
{
    std::string joined(text);
    std::ranges::replace(joined, '\n', ' ');
    Result<Json> json = parseJson(joined);
    if (!json)
        qFatal("%s", json.error().text().c_str());
    return std::move(*json);
}

/// The desk pack with a merge patch, an array of offers' patches by id under "offer:ID".
inline std::shared_ptr<const decide::CompiledPack> desk(const char* patch = "{}")
{
    Json json = *parseJson(deskPack);
    const Json change = patchOf(patch);
    for (const auto& [key, value] : change.items()) {
        if (!key.starts_with("offer:")) {
            json.merge_patch({ { key, value } });
            continue;
        }
        for (Json& offer : json["offers"]) {
            if (offer["id"] == key.substr(6))
                offer.merge_patch(value);
        }
    }
    const Result<model::Pack> pack = model::readPack(json);
    if (!pack)
        qFatal("%s", pack.error().text().c_str());
    const auto compiled = decide::compile(*pack);
    if (!compiled)
        qFatal("%s", compiled.error().text().c_str());
    return *compiled;
}

/// A request at noon of 22 November 2026 in "cart", with a merge patch.
inline decide::Request deskRequest(const decide::CompiledPack& pack, const char* patch = "{}")
{
    Json json { { "customer", { { "id", "c-1" } } }, { "now", "2026-11-22T12:00:00Z" }, { "placement", "cart" } };
    const Json change = patchOf(patch);
    json.merge_patch(change);
    Result<decide::Request> request = decide::readRequest(json.dump(), pack);
    if (!request)
        qFatal("%s", request.error().text().c_str());
    return std::move(*request);
}

}
