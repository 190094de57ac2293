// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/simulation_json.h"

#include "base/json.h"
#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ow::cli {

namespace {

std::string_view name(simulate::ChangedPerson::How how)
{
    switch (how) {
    case simulate::ChangedPerson::How::Gains:
        return "gains";
    case simulate::ChangedPerson::How::Loses:
        return "loses";
    case simulate::ChangedPerson::How::Changes:
        break;
    }
    return "changes";
}

std::string money(double minor, std::string_view currency)
{
    return formatMoney({ std::llround(minor) }, currency) + ' ' + std::string(currency);
}

/// "0.898 (0.822 to 0.974)".
template <typename Print>
std::string interval(const simulate::Figure& figure, Print print)
{
    if (!figure.known)
        return figure.why.empty() ? print(figure.value)
                                  : fmt::format("{} ({})", print(figure.value), figure.why);
    return fmt::format("{} ({} to {})", print(figure.value), print(figure.lower), print(figure.upper));
}

std::string plain(double x) { return fmt::format("{:.3f}", x); }
std::string percent(double x) { return fmt::format("{:.1f} %", 100 * x); }

/// The most frequent reasons first.
std::vector<std::pair<std::string, std::int64_t>> ranked(const std::map<std::string, std::int64_t>& counts)
{
    std::vector<std::pair<std::string, std::int64_t>> list(counts.begin(), counts.end());
    std::stable_sort(
        list.begin(), list.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return list;
}

}

Json toJson(const simulate::Figure& figure)
{
    Json json { { "value", figure.value } };
    if (figure.known) {
        json["lower"] = figure.lower;
        json["upper"] = figure.upper;
    } else {
        json["why"] = figure.why;
    }
    return json;
}

Json toJson(const simulate::ReplayResult& r)
{
    Json offers = Json::array();
    for (const auto& o : r.offers)
        offers.push_back({ { "offer", o.offer }, { "considered", o.considered }, { "shown", o.shown },
            { "withheld", o.withheld }, { "attached", o.attached }, { "organic", o.organic },
            { "declined", o.declined }, { "customers", o.customers }, { "attach_rate", toJson(o.attachRate) },
            { "expected_margin", o.expectedMargin }, { "blocked_by", o.blockedBy } });
    Json cells = Json::array();
    for (const auto& [cell, n] : r.cells)
        cells.push_back({ { "stage", cell.first }, { "motivation", cell.second }, { "decisions", n } });
    Json json { { "from", formatTimestamp(r.from) }, { "until", formatTimestamp(r.until) },
        { "seed", r.options.seed }, { "customers", r.customers }, { "decisions", r.decisions },
        { "opportunities", r.opportunities }, { "shown", r.shown }, { "withheld", r.withheld },
        { "attached", r.attached }, { "organic", r.organic }, { "silent", r.silent },
        { "none_because", r.noneBecause }, { "cells", std::move(cells) },
        { "attach_rate", toJson(r.attachRate) }, { "asks_per_customer", toJson(r.asksPerCustomer) },
        { "margin_per_customer", toJson(r.marginPerCustomer) }, { "offers", std::move(offers) },
        { "blocked_by", r.blockedBy }, { "refused_customers", r.refusedRequests } };
    if (r.refusedRequests > 0)
        json["first_refusal"] = r.firstRefusal;
    return json;
}

Json toJson(const simulate::Comparison& c)
{
    Json people = Json::array();
    for (const auto& p : c.people)
        people.push_back({ { "customer", p.customer }, { "how", name(p.how) }, { "before", p.before },
            { "after", p.after }, { "at", formatTimestamp(p.at) } });
    return { { "gains", c.gains }, { "loses", c.loses }, { "changes", c.changes },
        { "asks_per_customer", toJson(c.asksPerCustomer) },
        { "attaches_per_customer", toJson(c.attachesPerCustomer) },
        { "margin_per_customer", toJson(c.marginPerCustomer) }, { "customers", std::move(people) } };
}

std::string toText(const simulate::ReplayResult& r, std::string_view currency)
{
    const auto cash = [&](double minor) { return money(minor, currency); };
    std::string out = fmt::format("{} customers, {} to {}, seed {}\n", r.customers,
        formatTimestamp(r.from).substr(0, 10), formatTimestamp(r.until).substr(0, 10), r.options.seed);
    out += fmt::format("{} decisions: {} offers shown, {} withheld, {} times none was best\n", r.decisions,
        r.shown, r.withheld, r.silent);
    out += fmt::format("Asks per customer    {}\n", interval(r.asksPerCustomer, plain));
    out += fmt::format("Attach rate          {}, of {} attached {} would have been bought anyway\n",
        interval(r.attachRate, percent), r.attached, r.organic);
    out += fmt::format("Expected margin      {} per customer\n\n", interval(r.marginPerCustomer, cash));
    out += fmt::format("{:<20}{:>8}{:>10}{:>10}{:>12}  {}\n", "Offer", "shown", "withheld", "attached",
        "margin", "most often blocked by");
    for (const auto& o : r.offers) {
        if (o.shown + o.withheld == 0)
            continue;
        const auto blocks = ranked(o.blockedBy);
        out += fmt::format("{:<20}{:>8}{:>10}{:>10}{:>12}  {}\n", o.offer, o.shown, o.withheld, o.attached,
            formatMoney({ std::llround(o.expectedMargin) }, currency),
            blocks.empty() ? "" : blocks.front().first);
    }
    if (r.refusedRequests > 0)
        out += fmt::format("\n{} customers were refused: {}\n", r.refusedRequests, r.firstRefusal);
    return out;
}

std::string toText(const simulate::Comparison& c, std::string_view currency)
{
    const auto cash = [&](double minor) { return money(minor, currency); };
    std::string out = fmt::format(
        "{} customers gain an offer, {} lose one, {} get others\n", c.gains, c.loses, c.changes);
    out += fmt::format("Asks per customer    {}\n", interval(c.asksPerCustomer, plain));
    out += fmt::format("Attaches             {} per customer\n", interval(c.attachesPerCustomer, plain));
    out += fmt::format("Expected margin      {} per customer\n", interval(c.marginPerCustomer, cash));
    return out;
}

}
