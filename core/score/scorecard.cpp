// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/scorecard.h"

#include "score/offer_score.h"

#include <fmt/format.h>

#include <algorithm>

namespace ow::score {

namespace {

constexpr std::size_t manyValues = 200; // an attribute with more is an identifier, not a segment

std::vector<std::string> dimensionsOf(const Log& log)
{
    std::vector<std::string> names { "placement" };
    for (const Log::Attribute& attribute : log.attributes()) {
        std::vector<NameId> values = attribute.values;
        std::sort(values.begin(), values.end());
        const auto distinct = std::size_t(std::unique(values.begin(), values.end()) - values.begin());
        if (distinct <= manyValues && attribute.name != "placement")
            names.push_back(attribute.name);
    }
    std::sort(names.begin() + 1, names.end());
    return names;
}

std::optional<Error> problemIn(const Options& options, const std::vector<std::string>& dimensions)
{
    if (!options.by.empty()
        && std::find(dimensions.begin(), dimensions.end(), options.by) == dimensions.end()) {
        std::string known;
        for (const auto& name : dimensions)
            known += (known.empty() ? "" : ", ") + name;
        return Error { ErrorCode::NotFound,
            fmt::format("No segments by “{}”: choose one of {}.", options.by, known), "by" };
    }
    const auto& p = options.precision;
    if (!(p.conf > 0 && p.conf < 1) || !(p.nStar > 0) || options.windows.cycle.ms <= 0
        || !(options.lift.worthwhile > 0) || !(options.margin.worthwhile > 0))
        return Error { ErrorCode::InvalidInput,
            "The confidence must lie between 0 and 1; n*, the cycle and what is worthwhile must be above 0.",
            "options" };
    return std::nullopt;
}

// Whole cycles whose every unit has its longest window behind it. A cycle that has only begun would weigh
// some weekdays more than others.
int wholeCycles(Timestamp start, Timestamp end, Duration horizon, Duration cycle)
{
    return int(std::max<std::int64_t>(0, ((end - start).ms - horizon.ms) / cycle.ms));
}

std::vector<NameId> offersInOrder(
    const std::vector<Opportunity>& opportunities, const model::Policy& policy, const Log& log)
{
    std::vector<bool> seen(log.names.size(), false);
    for (const Opportunity& o : opportunities)
        seen[o.offer] = true;
    std::vector<NameId> order;
    const auto take = [&](NameId id) {
        if (id != noName && seen[id]) {
            order.push_back(id);
            seen[id] = false;
        }
    };
    for (const model::Offer& offer : policy.offers)
        take(log.names.find(offer.id));
    for (NameId id = 0; id < seen.size(); ++id)
        take(id);
    return order;
}

std::string nameOf(const model::Policy& policy, const std::string& id)
{
    for (const model::Offer& offer : policy.offers)
        if (offer.id == id && !offer.name.empty())
            return offer.name;
    return id;
}

std::string blockedBy(const OfferScore& score)
{
    const std::int64_t all
        = score.crossed + score.sampleRatio.arms[0].units + score.sampleRatio.arms[1].units;
    if (score.sampleRatio.verdict == "fail")
        return "srm";
    if (all > 0 && double(score.crossed) > 0.05 * double(all))
        return "crossed";
    return {};
}

}

Result<Scorecard> scoreOffers(const Log& log, const model::Policy& policy, const model::Catalogue& catalogue,
    const Options& options, const Progress& progress)
{
    Scorecard card;
    card.project = policy.name;
    card.currency = policy.currency;
    card.options = options;
    card.dimensions = dimensionsOf(log);
    if (const auto problem = problemIn(options, card.dimensions))
        return fail(*problem);
    card.exposures = std::int64_t(log.exposures().size());
    card.customers = std::int64_t(log.customers.size());
    card.dataEnd = log.dataEnd();
    if (log.exposures().empty())
        return card;

    auto opportunities = findOpportunities(log, options.windows);
    const OfferItems items(policy, log);
    const auto lines = netPurchases(log, catalogue, options.windows.returns);
    creditLines(opportunities, lines, items, log);
    card.linesWithoutCost
        = std::count_if(lines.begin(), lines.end(), [](auto& line) { return !line.costKnown; });

    Duration horizon = options.windows.margin;
    Timestamp start = opportunities.front().at;
    for (const Opportunity& o : opportunities) {
        horizon = std::max(horizon, o.window);
        start = std::min(start, o.at);
    }
    const Span span { start, *log.dataEnd(), options.windows.cycle, horizon,
        wholeCycles(start, *log.dataEnd(), horizon, options.windows.cycle) };
    card.start = start;
    card.cycles = span.cycles;
    card.firstMature = start + Duration { horizon.ms + options.windows.cycle.ms };

    const Study study { log, options.windows, items, opportunities, lines };
    const auto order = offersInOrder(opportunities, policy, log);
    const auto total = std::int64_t(order.size() + 1);
    card.overall = scoreOffer(study, holdoutDesign(policy), noName, span, options);
    card.blocked = blockedBy(card.overall);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!goOn(progress, std::int64_t(i + 1), total))
            return fail(ErrorCode::Cancelled, "Scoring was stopped.");
        const std::string& id = log.names.text(order[i]);
        OfferScore score = scoreOffer(study, designOf(policy, id), order[i], span, options);
        score.id = id;
        score.name = nameOf(policy, id);
        const std::string blocked = card.blocked.empty() ? blockedBy(score) : card.blocked;
        if (score.verdict && !blocked.empty())
            score.verdict = Verdict { "blocked", blocked, score.verdict->cycle, false };
        card.offers.push_back(std::move(score));
    }
    std::vector<OfferScore*> all;
    for (OfferScore& offer : card.offers)
        all.push_back(&offer);
    adjustForests(all, options.segmentFdr);
    std::vector<OfferScore*> overall { &card.overall };
    adjustForests(overall, options.segmentFdr);
    goOn(progress, total, total);
    return card;
}

}
