// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "model/pack_json.h"
#include "model/pack_parts.h"

// Offers, and the experiments on them.

namespace ow::model {

void readFields(ObjectReader& r, OfferItem& out)
{
    r.filledText("sku", out.sku);
    r.integer("qty", out.qty, Need::Required, 1, 1'000'000);
}

void readFields(ObjectReader& r, Offer& out)
{
    r.id("id", out.id);
    r.text("name", out.name, Need::Required);
    r.word("kind", out.kind, Need::Required);
    r.word("role", out.role, Need::Required);
    r.word("status", out.status, Need::Required);
    r.list("items", out.items);
    r.texts("anchors", out.anchors);
    r.word("mission", out.mission, Need::Optional);
    r.word("tier", out.tier, Need::Optional);
    r.money("price", out.price);
    r.text("term", out.term, Need::Optional);
    r.texts("placements", out.placements);
    r.optionalTime("valid_from", out.validFrom);
    r.optionalTime("valid_until", out.validUntil);
    r.text("trigger", out.trigger, Need::Optional);
    r.text("when", out.when, Need::Optional);
    r.boolean("once", out.once);
    r.text("propensity", out.propensity, Need::Required);
    r.integer("priority", out.priority, Need::Optional, -anyInteger - 1, anyInteger);
    r.text("because", out.because, Need::Optional);
    r.reference("replaced_by", out.replacedBy, Need::Optional);
}

void readFields(ObjectReader& r, Arm& out)
{
    r.id("id", out.id);
    r.integer("share_bp", out.shareBp, Need::Required, 0, wholeBp);
    r.optionalText("because", out.because);
    if (r.has("price"))
        r.money("price", out.price.emplace());
    r.optionalText("name", out.name);
    r.boolean("withhold", out.withhold);
    if (out.withhold && (out.because || out.price || out.name))
        r.faultHere("An arm that withholds shows nothing: it cannot override because, price or name as well");
}

void readFields(ObjectReader& r, Experiment& out)
{
    r.id("id", out.id);
    r.reference("offer", out.offer);
    r.text("salt", out.salt, Need::Required);
    r.word("unit", out.unit, Need::Required);
    r.list("arms", out.arms, &Arm::id);
    std::int64_t sum = 0;
    for (const Arm& arm : out.arms)
        sum += arm.shareBp;
    if (sum > wholeBp)
        r.fault("arms", "The arms' shares add up to " + std::to_string(sum) + ", above 10000");
}

Result<Offer> readOffer(const Json& json, const std::string& path) { return readPart<Offer>(json, path); }
Result<Experiment> readExperiment(const Json& json, const std::string& path)
{
    return readPart<Experiment>(json, path);
}

namespace {

void writeTimes(Json& out, const Offer& o)
{
    if (o.validFrom)
        out["valid_from"] = formatTimestamp(*o.validFrom);
    if (o.validUntil)
        out["valid_until"] = formatTimestamp(*o.validUntil);
}

void writeWords(Json& out, const Offer& o)
{
    if (o.mission != Mission::None)
        out["mission"] = name(o.mission);
    if (o.tier != Tier::None)
        out["tier"] = name(o.tier);
    if (!o.term.empty())
        out["term"] = o.term;
    if (!o.because.empty())
        out["because"] = o.because;
    if (!o.replacedBy.empty())
        out["replaced_by"] = o.replacedBy;
}

void writeLists(Json& out, const Offer& o)
{
    for (const OfferItem& item : o.items)
        out["items"].push_back({ { "sku", item.sku }, { "qty", item.qty } });
    if (!o.anchors.empty())
        out["anchors"] = o.anchors;
    if (!o.placements.empty())
        out["placements"] = o.placements;
}

}

Json writeOffer(const Offer& o)
{
    Json out { { "id", o.id }, { "name", o.name }, { "kind", name(o.kind) }, { "role", name(o.role) },
        { "status", name(o.status) }, { "price", o.price.minor }, { "propensity", o.propensity } };
    writeLists(out, o);
    writeTimes(out, o);
    writeWords(out, o);
    if (o.trigger != "false")
        out["trigger"] = o.trigger;
    if (o.when != "true")
        out["when"] = o.when;
    if (o.once)
        out["once"] = true;
    if (o.priority != 100)
        out["priority"] = o.priority;
    return out;
}

Json writeExperiment(const Experiment& e)
{
    Json out { { "id", e.id }, { "offer", e.offer }, { "salt", e.salt }, { "unit", name(e.unit) } };
    for (const Arm& arm : e.arms) {
        Json entry { { "id", arm.id }, { "share_bp", arm.shareBp } };
        if (arm.because)
            entry["because"] = *arm.because;
        if (arm.price)
            entry["price"] = arm.price->minor;
        if (arm.name)
            entry["name"] = *arm.name;
        if (arm.withhold)
            entry["withhold"] = true;
        out["arms"].push_back(std::move(entry));
    }
    return out;
}

}
