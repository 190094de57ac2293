// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/offer_score.h"
#include "stats/adjust.h"
#include "stats/heterogeneity.h"

#include <algorithm>
#include <map>

namespace ow::score {

namespace {

constexpr std::size_t fewestPrinted = 10; // smaller groups are never shown: they could point at a person

std::size_t attributeIndex(const Log& log, const std::string& name)
{
    const auto& all = log.attributes();
    return std::size_t(
        std::find_if(all.begin(), all.end(), [&](auto& a) { return a.name == name; }) - all.begin());
}

}

// Do the segments differ, and where does each stand once pulled towards the common effect?
static void compareSegments(Forest& forest)
{
    std::vector<double> estimates, se;
    std::vector<Segment*> judged;
    for (Segment& segment : forest.segments) {
        if (!segment.lift.hasInterval())
            continue;
        estimates.push_back(*segment.lift.estimate);
        se.push_back(*segment.lift.se);
        judged.push_back(&segment);
    }
    const auto result = stats::heterogeneity({ .estimates = estimates, .se = se });
    forest.differP = result.pValue;
    forest.i2 = result.i2;
    for (std::size_t i = 0; i < result.shrunken.size() && i < judged.size(); ++i)
        judged[i]->shrunken = result.shrunken[i];
}

Forest forestOf(const Study& study, const std::vector<Unit>& units, model::Unit unit, const Options& options)
{
    Forest forest;
    forest.by = options.by;
    const bool byPlacement = options.by == "placement";
    const std::size_t attribute = byPlacement ? 0 : attributeIndex(study.log, options.by);
    std::map<NameId, std::vector<Unit>> groups;
    for (const Unit& u : units)
        groups[byPlacement ? u.placement : study.log.attribute(attribute, u.customer)].push_back(u);

    std::vector<std::pair<std::string, std::vector<Unit>>> named;
    for (auto& [value, members] : groups)
        named.emplace_back(value == noName ? "not known" : study.log.names.text(value), std::move(members));
    std::stable_sort(named.begin(), named.end(),
        [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
    std::vector<Unit> others;
    while (!named.empty()
        && (named.size() > options.maxSegments || named.back().second.size() < fewestPrinted)) {
        others.insert(others.end(), named.back().second.begin(), named.back().second.end());
        named.pop_back();
    }
    if (others.size() >= fewestPrinted)
        named.emplace_back("other", std::move(others));
    for (const auto& [value, members] : named) {
        Segment segment;
        segment.value = value;
        segment.lift = measure(Metric::AttachRate, members, unit, options.precision);
        forest.segments.push_back(std::move(segment));
    }
    compareSegments(forest);
    return forest;
}

void adjustForests(std::vector<OfferScore*> offers, double fdr)
{
    std::vector<std::optional<double>> p;
    std::vector<Segment*> segments;
    for (OfferScore* offer : offers) {
        if (!offer->forest)
            continue;
        for (Segment& segment : offer->forest->segments) {
            segments.push_back(&segment);
            p.push_back(segment.lift.anytimeP);
        }
    }
    const auto adjusted = stats::adjust(p, stats::AdjustMethod::BenjaminiHochberg);
    for (std::size_t i = 0; i < adjusted.adjusted.size(); ++i) {
        segments[i]->q = adjusted.adjusted[i];
        segments[i]->flagged = segments[i]->q && *segments[i]->q <= fdr;
    }
}

}
