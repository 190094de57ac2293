// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "model/pack_json.h"
#include "model/pack_parts.h"

// Guardrails, rank, holdout, guarantees.

namespace ow::model {

void readFields(ObjectReader& r, Guardrails& out)
{
    r.optionalInteger("min_margin_bp", out.minMarginBp, -anyInteger - 1, anyInteger);
    r.optionalInteger("max_discount_bp", out.maxDiscountBp, -anyInteger - 1, anyInteger);
    r.word("margin_scope", out.marginScope, Need::Optional);
}

void readFields(ObjectReader& r, Rank& out)
{
    r.text("score", out.score, Need::Optional);
    r.optionalNumber("floor", out.floor);
    r.boolean("distinct_roles", out.distinctRoles);
}

void readFields(ObjectReader& r, Holdout& out)
{
    r.text("salt", out.salt, Need::Required);
    r.word("unit", out.unit, Need::Required);
    r.integer("share_bp", out.shareBp, Need::Required, 0, wholeBp);
}

void readFields(ObjectReader& r, Guarantee& out)
{
    r.id("id", out.id);
    r.text("text", out.text, Need::Optional);
    r.text("never", out.never, Need::Required);
}

Result<Guardrails> readGuardrails(const Json& json, const std::string& path)
{
    return readPart<Guardrails>(json, path);
}
Result<Rank> readRank(const Json& json, const std::string& path) { return readPart<Rank>(json, path); }
Result<Holdout> readHoldout(const Json& json, const std::string& path)
{
    return readPart<Holdout>(json, path);
}
Result<Guarantee> readGuarantee(const Json& json, const std::string& path)
{
    return readPart<Guarantee>(json, path);
}

Json writeGuardrails(const Guardrails& g)
{
    Json out = Json::object();
    if (g.minMarginBp)
        out["min_margin_bp"] = *g.minMarginBp;
    if (g.maxDiscountBp)
        out["max_discount_bp"] = *g.maxDiscountBp;
    if (g.marginScope != MarginScope::Offer)
        out["margin_scope"] = name(g.marginScope);
    return out;
}

Json writeRank(const Rank& rank)
{
    Json out = Json::object();
    if (rank.score != Rank {}.score)
        out["score"] = rank.score;
    if (rank.floor)
        out["floor"] = *rank.floor;
    if (rank.distinctRoles)
        out["distinct_roles"] = true;
    return out;
}

Json writeHoldout(const Holdout& h)
{
    return { { "salt", h.salt }, { "unit", name(h.unit) }, { "share_bp", h.shareBp } };
}

Json writeGuarantee(const Guarantee& g)
{
    Json out { { "id", g.id }, { "never", g.never } };
    if (!g.text.empty())
        out["text"] = g.text;
    return out;
}

}
