// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "score/scorecard.h"

#include <cmath>
#include <string>

namespace ow::score::testing {

inline Timestamp at(double day)
{
    return Timestamp { 1'700'000'000'000 } + Duration { std::int64_t(std::llround(day * 86'400'000)) };
}

/// Writes logs as the tests think of them: times in days, money in minor units.
struct LogBuilder {
    Log log;

    LogBuilder& expose(std::string customer, std::string offer, double day, std::string arm = "treatment",
        std::string intent = "i1", std::string placement = "cart", std::string experiment = "")
    {
        model::LoggedExposure row;
        row.customer = std::move(customer);
        row.offer = std::move(offer);
        row.at = at(day);
        row.withheld = arm == "holdout";
        row.arm = std::move(arm);
        row.intent = std::move(intent);
        row.placement = std::move(placement);
        row.experiment = std::move(experiment);
        log.add(row);
        return *this;
    }
    LogBuilder& event(const char* type, std::string customer, std::string sku, double day, std::int64_t value,
        std::int64_t qty, std::string order)
    {
        model::Event e;
        e.type = type;
        e.sku = std::move(sku);
        e.at = at(day);
        e.value = value;
        e.qty = qty;
        e.session = std::move(order);
        log.add(customer, e);
        return *this;
    }
    LogBuilder& buy(std::string customer, std::string sku, double day, std::int64_t paid = 1000,
        std::int64_t qty = 1, std::string order = "o1")
    {
        return event("purchased", std::move(customer), std::move(sku), day, paid, qty, std::move(order));
    }
    LogBuilder& giveBack(std::string customer, std::string sku, double day, std::int64_t refund = 0,
        std::int64_t qty = 1, std::string order = "")
    {
        return event("returned", std::move(customer), std::move(sku), day, refund, qty, std::move(order));
    }
    /// Moves the data end to that day.
    LogBuilder& until(double day) { return event("page_viewed", "somebody", "", day, 0, 1, ""); }
};

inline model::Offer offer(
    std::string id, std::vector<std::string> skus, std::vector<std::string> anchors = {})
{
    model::Offer o;
    o.name = "The " + id;
    o.id = std::move(id);
    for (auto& sku : skus)
        o.items.push_back({ std::move(sku), 1 });
    o.anchors = std::move(anchors);
    return o;
}

/// Offers dock (DOCK) and kit (LAP as its anchor, DOCK, BAG); customers as units, a tenth held out.
inline model::Policy policy()
{
    model::Policy p;
    p.name = "Test shop";
    p.currency = "EUR";
    p.offers = { offer("dock", { "DOCK" }), offer("kit", { "LAP", "DOCK", "BAG" }, { "LAP" }) };
    p.holdout = model::Holdout { "s", model::Unit::Customer, 1000 };
    return p;
}

/// LAP costs 600, DOCK 400, BAG 100, PEN 50 minor units.
inline model::Catalogue catalogue()
{
    model::Catalogue c;
    const auto add = [&](const char* sku, std::int64_t cost) {
        model::Product p;
        p.sku = sku;
        p.cost = { cost };
        c.products.push_back(p);
    };
    add("BAG", 100);
    add("DOCK", 400);
    add("LAP", 600);
    add("PEN", 50);
    return c;
}

}
