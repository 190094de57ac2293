// SPDX-License-Identifier: GPL-3.0-or-later
#include "signal/course.h"

#include "decide/match.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::signal {

namespace {

constexpr const char* anywhere = "ow_anywhere"; ///< where the draft has no placement

/// Only what facts need: their attributes, each other and the products.
model::Pack packFor(const model::Draft& draft, const model::Catalogue& catalogue,
    std::span<const Trial> trials, std::vector<std::string>& expressions)
{
    const model::Policy& policy = draft.policy;
    model::Pack pack;
    pack.name = policy.name;
    pack.version = "draft";
    pack.currency = policy.currency;
    pack.timezone = policy.timezone;
    pack.customerAttributes = policy.customerAttributes;
    pack.contextAttributes = policy.contextAttributes;
    pack.facts = policy.facts;
    pack.channels.push_back({ anywhere, "true" });
    model::Placement placement;
    placement.id = anywhere;
    placement.channel = anywhere;
    pack.placements.push_back(std::move(placement));
    pack.products = catalogue.products;
    for (std::size_t i = 0; i < trials.size(); ++i) {
        const Trial& trial = trials[i];
        if (trial.own) {
            expressions.push_back(fmt::format("facts.{}", trial.signal->id));
            continue;
        }
        const std::string id = fmt::format("ow_trial_{}", i);
        for (model::Fact& fact : trial.signal->facts(id, trial.settings, draft))
            pack.facts.push_back(std::move(fact));
        expressions.push_back("facts." + id);
    }
    return pack;
}

struct Asked {
    const simulate::Person* person;
    std::shared_ptr<const decide::History> history;
    std::size_t seen = 0; ///< events until the instant asked last
    decide::Index focus = decide::none;
};

}

Result<Courses> countSignals(const model::Draft& draft, const model::Catalogue& catalogue,
    const simulate::Population& people, std::span<const Trial> trials, std::span<const Timestamp> instants,
    const Progress& progress, unsigned threads)
{
    std::vector<std::string> expressions;
    const auto compiled = decide::compile(packFor(draft, catalogue, trials, expressions));
    if (!compiled)
        return fail(compiled.error());
    const decide::CompiledPack& pack = **compiled;
    const decide::Index placement = pack.placement(anywhere);
    std::vector<Asked> asked;
    for (const simulate::Person& person : people.people())
        asked.push_back({ &person,
            std::make_shared<const decide::History>(decide::History::of(pack, person.events, {})) });

    Courses out;
    out.having.assign(trials.size(), std::vector<std::int64_t>(instants.size()));
    std::vector<std::size_t> order(instants.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::size_t i) { return instants[i]; });
    std::vector<decide::Request> requests;
    std::int64_t done = 0;
    for (const std::size_t instant : order) {
        requests.clear();
        for (Asked& one : asked) {
            const auto& events = one.person->events;
            for (; one.seen < events.size() && events[one.seen].at <= instants[instant]; ++one.seen)
                if (events[one.seen].type == "product_viewed")
                    one.focus = pack.product(events[one.seen].sku);
            auto request
                = decide::makeRequest(pack, one.person->customer, one.history, instants[instant], placement);
            if (!request)
                continue; // an attribute outside what is declared: no answer can be given for this one
            request->focus = one.focus;
            requests.push_back(std::move(*request));
        }
        if (!goOn(progress, done++, std::int64_t(instants.size())))
            return fail(ErrorCode::Cancelled, "Counting was stopped");
        const auto counts
            = decide::countMatches(pack, requests, expressions, expr::Place::Offer, {}, threads);
        if (!counts)
            return fail(counts.error());
        out.people = std::int64_t(requests.size());
        for (std::size_t i = 0; i < trials.size(); ++i)
            out.having[i][instant] = (*counts)[i].matched;
    }
    return out;
}

std::vector<Timestamp> weeksUntil(Timestamp end, std::size_t count)
{
    std::vector<Timestamp> out(count);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = Timestamp { end.ms - std::int64_t(count - 1 - i) * days(7).ms };
    return out;
}

}
