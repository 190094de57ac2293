// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "base/text.h"
#include "model/pack_json.h"
#include "model/pack_parts.h"

#include <fmt/format.h>

// Facts, stages and motivations, the matrix, channels and placements.

namespace ow::model {

namespace {

bool looksAtAValue(Aggregate a)
{
    return a == Aggregate::Distinct || a == Aggregate::Sum || a == Aggregate::Min || a == Aggregate::Max;
}

bool hasElse(Aggregate a) { return a == Aggregate::Min || a == Aggregate::Max || a == Aggregate::Age; }

}

void readFields(ObjectReader& r, Fact& out)
{
    r.id("id", out.id);
    if (!r.state().failed() && !isIdentifier(out.id))
        r.fault("id", fmt::format("\"{}\" cannot be a fact's id: expressions could not say it", out.id));
    if (r.has("expr"))
        return r.text("expr", out.expr.emplace(), Need::Required);
    if (!r.state().failed() && !r.has("aggregate"))
        return r.faultHere("A fact has either \"expr\" or \"aggregate\"");
    r.word("aggregate", out.aggregate, Need::Required);
    r.texts("types", out.types);
    r.text("where", out.where, Need::Optional);
    if (looksAtAValue(out.aggregate))
        r.text("of", out.of, Need::Required);
    if (hasElse(out.aggregate))
        r.optionalInteger("else", out.otherwise, -anyInteger - 1, anyInteger);
    r.duration("window", out.window, Need::Required);
}

void readFields(ObjectReader& r, Condition& out)
{
    r.id("id", out.id);
    r.text("when", out.when, Need::Optional);
}

void readFields(ObjectReader& r, CellOffer& out)
{
    r.reference("offer", out.offer);
    r.number("fit", out.fit, Need::Optional);
}

void readFields(ObjectReader& r, Cell& out)
{
    r.reference("stage", out.stage);
    r.reference("motivation", out.motivation);
    r.list("offers", out.offers);
    r.text("benefit", out.benefit, Need::Optional);
}

void readFields(ObjectReader& r, Channel& out)
{
    r.id("id", out.id);
    r.text("consent", out.consent, Need::Required);
}

void readFields(ObjectReader& r, Placement& out)
{
    r.id("id", out.id);
    r.reference("channel", out.channel);
    r.boolean("high_intent", out.highIntent);
    std::int64_t most = out.maxOffers;
    r.integer("max_offers", most, Need::Optional, 0, 1'000'000);
    out.maxOffers = int(most);
}

Result<Fact> readFact(const Json& json, const std::string& path) { return readPart<Fact>(json, path); }
Result<Condition> readCondition(const Json& json, const std::string& path)
{
    return readPart<Condition>(json, path);
}
Result<Cell> readCell(const Json& json, const std::string& path) { return readPart<Cell>(json, path); }
Result<Channel> readChannel(const Json& json, const std::string& path)
{
    return readPart<Channel>(json, path);
}
Result<Placement> readPlacement(const Json& json, const std::string& path)
{
    return readPart<Placement>(json, path);
}

Json writeFact(const Fact& f)
{
    Json out { { "id", f.id } };
    if (f.expr) {
        out["expr"] = *f.expr;
        return out;
    }
    out["aggregate"] = name(f.aggregate);
    out["window"] = formatDuration(f.window);
    if (!f.types.empty())
        out["types"] = f.types;
    if (f.where != "true")
        out["where"] = f.where;
    if (looksAtAValue(f.aggregate))
        out["of"] = f.of;
    if (f.otherwise && hasElse(f.aggregate))
        out["else"] = *f.otherwise;
    return out;
}

Json writeCondition(const Condition& c)
{
    Json out { { "id", c.id } };
    if (c.when != "true")
        out["when"] = c.when;
    return out;
}

Json writeCell(const Cell& c)
{
    Json out { { "stage", c.stage }, { "motivation", c.motivation } };
    for (const CellOffer& offer : c.offers) {
        Json entry { { "offer", offer.offer } };
        if (offer.fit != 1)
            entry["fit"] = offer.fit;
        out["offers"].push_back(std::move(entry));
    }
    if (!c.benefit.empty())
        out["benefit"] = c.benefit;
    return out;
}

Json writeChannel(const Channel& c) { return { { "id", c.id }, { "consent", c.consent } }; }

Json writePlacement(const Placement& p)
{
    Json out { { "id", p.id }, { "channel", p.channel } };
    if (p.highIntent)
        out["high_intent"] = true;
    if (p.maxOffers != 1)
        out["max_offers"] = p.maxOffers;
    return out;
}

}
