// SPDX-License-Identifier: Apache-2.0
#include "decide/decision.h"

#include "base/json.h"

#include <array>

namespace ow::decide {

std::string_view name(Origin origin)
{
    constexpr std::array<std::string_view, 3> names { "matrix", "adjacency", "trigger" };
    return names.at(std::size_t(origin));
}

std::string_view name(Verdict verdict)
{
    constexpr std::array<std::string_view, 3> names { "chosen", "blocked", "outranked" };
    return names.at(std::size_t(verdict));
}

std::string_view name(Filter filter)
{
    constexpr std::array<std::string_view, 18> names { "status", "validity", "placement", "consent",
        "suppress", "when", "owned", "substitute", "stock", "margin", "discount", "cap", "cooldown",
        "sequence", "exclusive", "propensity", "score", "floor" };
    return names.at(std::size_t(filter));
}

std::string Block::text() const
{
    std::string out(name(filter));
    if (!rule.empty())
        out.append(":").append(rule);
    return out;
}

void ChosenOffer::clear()
{
    because.clear();
    variants.clear();
    anchorSku = {};
    benefit = {};
}

void Considered::clear() { blockedBy.clear(); }

void Decision::clear()
{
    arm = stage = motivation = noneBecause = {};
    offers.clear();
    withheld.clear();
    considered.clear();
    warnings.clear();
    facts.clear();
}

namespace {

Json writeOffers(const Reused<ChosenOffer>& offers)
{
    Json out = Json::array();
    for (const ChosenOffer& o : offers) {
        Json variants = Json::object();
        for (const auto& [experiment, arm] : o.variants)
            variants[std::string(experiment)] = arm;
        out.push_back({ { "offer", o.id }, { "score", o.score }, { "price", o.price.minor },
            { "origin", name(o.origin) }, { "fit", o.fit }, { "propensity", o.propensity },
            { "anchor", o.anchorSku }, { "benefit", o.benefit }, { "because", o.because },
            { "variants", std::move(variants) } });
    }
    return out;
}

Json writeConsidered(const Reused<Considered>& considered)
{
    Json out = Json::array();
    for (const Considered& c : considered) {
        Json blocks = Json::array();
        for (const Block& b : c.blockedBy)
            blocks.push_back(b.text());
        out.push_back(
            { { "offer", c.id }, { "verdict", name(c.verdict) }, { "blocked_by", std::move(blocks) } });
    }
    return out;
}

}

Json writeDecision(const Decision& d, bool explain)
{
    Json warnings = Json::array();
    for (const std::string_view fact : d.warnings)
        warnings.push_back("fact:" + std::string(fact));
    Json out { { "arm", d.arm }, { "stage", d.stage }, { "motivation", d.motivation },
        { "offers", writeOffers(d.offers) }, { "withheld", writeOffers(d.withheld) },
        { "none_because", d.noneBecause }, { "warnings", std::move(warnings) } };
    if (explain) {
        out["considered"] = writeConsidered(d.considered);
        Json facts = Json::object();
        for (const auto& [id, value] : d.facts)
            facts[std::string(id)] = value;
        out["facts"] = std::move(facts);
    }
    return out;
}

}
