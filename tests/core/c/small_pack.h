// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace ow::test {

/// A pack with a fact, a pattern, a cap, a bundle and edges: enough that deciding goes through every step.
inline constexpr std::string_view smallPack = R"json({
 "format": "offerwright.pack/1", "name": "small", "version": "1", "currency": "EUR", "timezone": "Europe/Berlin",
 "attributes": {"customer": {"segment": {"type": "string", "values": ["", "new", "loyal"], "default": ""}}},
 "products": [
  {"sku": "LAP-1", "title": "Laptop", "family": "laptop", "category": "computers", "price": 129900, "cost": 98000},
  {"sku": "DOCK-1", "title": "Dock für Möwen", "family": "dock", "category": "accessories", "price": 19900, "cost": 6000},
  {"sku": "SLV-1", "title": "Sleeve", "family": "sleeve", "category": "accessories", "price": 3900, "cost": 900}],
 "adjacency": [
  {"from": "family:laptop", "to": "sku:DOCK-1", "kind": "complement", "role": "power", "weight": 0.8},
  {"from": "sku:LAP-1", "to": "family:sleeve", "kind": "complement", "role": "protect", "weight": 0.6}],
 "facts": [{"id": "views", "aggregate": "count", "types": ["product_viewed"], "where": "event.sku.matches('^[A-Z]+-[0-9]$')", "window": "7d"}],
 "channels": [{"id": "web", "consent": "true"}],
 "placements": [{"id": "cart", "channel": "web", "high_intent": true, "max_offers": 2}],
 "offers": [
  {"id": "dock", "name": "Dock", "kind": "single", "role": "power", "status": "active", "items": [{"sku": "DOCK-1", "qty": 1}],
   "price": 19900, "placements": ["cart"], "trigger": "false", "when": "facts.views >= 0 && customer.segment != 'new'",
   "propensity": "0.1", "because": "You looked {facts.views} times."},
  {"id": "sleeve", "name": "Sleeve", "kind": "single", "role": "protect", "status": "active", "items": [{"sku": "SLV-1", "qty": 1}],
   "price": 3900, "placements": ["cart"], "trigger": "false", "when": "true", "propensity": "0.1", "because": "It fits."}],
 "caps": [{"id": "week", "scope": {"all": true}, "count": "shown", "limit": 2, "window": "7d"}]
})json";

/// The n-th of a row of different requests.
inline std::string request(int n)
{
    std::string events;
    for (int i = 0; i < n % 5; ++i) {
        events += (i == 0 ? "" : ",")
            + (R"({"type": "product_viewed", "at": "2026-06-09T12:00:0)" + std::to_string(i)
                + R"(Z", "sku": "LAP-1"})");
    }
    const char* const segments[] = { "", "new", "loyal" };
    const std::string exposures = n % 7 == 6
        ? R"({"offer": "sleeve", "placement": "cart", "at": "2026-06-09T10:00:00Z"}, {"offer": "sleeve", "placement": "cart", "at": "2026-06-09T11:00:00Z"})"
        : "";
    return R"({"now": "2026-06-10T12:00:00Z", "placement": "cart", "focus": "LAP-1", "customer": {"id": "c-)"
        + std::to_string(n) + R"(", "attributes": {"segment": ")" + segments[n % 3] + R"("}}, "events": [)"
        + events + R"(], "exposures": [)" + exposures + "]}";
}

}
