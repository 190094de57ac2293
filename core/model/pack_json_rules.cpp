// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "model/pack_json.h"
#include "model/pack_parts.h"

#include <array>
#include <utility>

// Suppression, caps, cooldowns, sequences, exclusive groups, substitutes.

namespace ow::model {

namespace {

constexpr std::array<std::pair<std::string_view, Scope::Of>, 5> listScopes {
    { { "offers", Scope::Of::Offers }, { "roles", Scope::Of::Roles }, { "channels", Scope::Of::Channels },
        { "kinds", Scope::Of::Kinds }, { "missions", Scope::Of::Missions } }
};

void checkWords(ObjectReader& r, std::string_view key, const Scope& scope)
{
    for (std::size_t i = 0; i < scope.names.size(); ++i) {
        const std::string& word = scope.names[i];
        const bool known = scope.of == Scope::Of::Roles ? parse<Role>(word).has_value()
            : scope.of == Scope::Of::Kinds              ? parse<OfferKind>(word).has_value()
            : scope.of == Scope::Of::Missions           ? parse<Mission>(word).has_value()
                                                        : true;
        if (!known)
            return r.fault(std::string(key) + '[' + std::to_string(i) + ']',
                "\"" + word.substr(0, 80) + "\" is none of the " + std::string(key));
    }
}

constexpr std::string_view oneScope
    = "A scope is exactly one of {\"all\": true} or a list of offers, roles, channels, kinds or missions";

/// What an outcome may be where only what is seen in the shop counts.
void refuseReturned(ObjectReader& r, std::string_view key, Outcome outcome)
{
    if (outcome == Outcome::Returned)
        r.fault(key, "\"returned\" cannot stand here; use shown, clicked, accepted or declined");
}

}

void readFields(ObjectReader& r, Scope& out)
{
    int found = 0;
    if (r.has("all")) {
        bool all = false;
        r.boolean("all", all);
        if (!r.state().failed() && !all)
            r.fault("all", "\"all\" can only be true");
        out.of = Scope::Of::All;
        ++found;
    }
    for (const auto& [key, of] : listScopes) {
        if (!r.has(key))
            continue;
        out.of = of;
        r.texts(key, out.names);
        if (!r.state().failed())
            checkWords(r, key, out);
        ++found;
    }
    if (found == 0)
        r.done(); // a misspelt key is the better answer
    if (found != 1)
        r.faultHere(std::string(oneScope));
}

void readFields(ObjectReader& r, Suppression& out)
{
    r.id("id", out.id);
    r.text("when", out.when, Need::Optional);
    r.object("scope", out.scope, Need::Required);
    r.text("reason", out.reason, Need::Optional);
}

void readFields(ObjectReader& r, Cap& out)
{
    r.id("id", out.id);
    r.object("scope", out.scope, Need::Required);
    r.word("count", out.count, Need::Required);
    refuseReturned(r, "count", out.count);
    r.integer("limit", out.limit, Need::Required, 0, anyInteger);
    r.optionalDuration("window", out.window);
    if (r.has("calendar"))
        r.word("calendar", out.calendar.emplace(), Need::Required);
    if (out.window.has_value() == out.calendar.has_value())
        r.faultHere("A cap has either \"window\" or \"calendar\"");
}

void readFields(ObjectReader& r, Cooldown& out)
{
    r.id("id", out.id);
    r.object("scope", out.scope, Need::Required);
    r.optionalObject("blocks", out.blocks);
    r.word("after", out.after, Need::Required);
    r.duration("for", out.length, Need::Required);
}

namespace {

/// `after` of a sequence, an object of its own.
struct After {
    SequenceRule& rule;
};

void readFields(ObjectReader& r, After& out)
{
    SequenceRule& rule = out.rule;
    if (r.has("event") == r.has("offer")) {
        if (!r.has("event"))
            r.done(); // a misspelt key is the better answer
        return r.faultHere("A sequence goes after either an \"event\" or an \"offer\"");
    }
    if (r.has("event")) {
        r.filledText("event", rule.afterEvent);
        return r.text("where", rule.where, Need::Optional);
    }
    r.reference("offer", rule.afterOffer);
    r.word("outcome", rule.outcome, Need::Required);
    refuseReturned(r, "outcome", rule.outcome);
}

}

void readFields(ObjectReader& r, SequenceRule& out)
{
    r.id("id", out.id);
    r.reference("offer", out.offer);
    After after { out };
    r.object("after", after, Need::Required);
    r.duration("min", out.min, Need::Optional);
    r.optionalDuration("max", out.max);
}

void readFields(ObjectReader& r, ExclusiveGroup& out)
{
    r.id("id", out.id);
    r.texts("offers", out.offers, Need::Optional);
    r.duration("window", out.window, Need::Required);
}

void readFields(ObjectReader& r, SubstituteRule& out)
{
    r.boolean("in_cart", out.inCart);
    r.optionalDuration("owned_window", out.ownedWindow);
}

Result<Scope> readScope(const Json& json, const std::string& path) { return readPart<Scope>(json, path); }
Result<Suppression> readSuppression(const Json& json, const std::string& path)
{
    return readPart<Suppression>(json, path);
}
Result<Cap> readCap(const Json& json, const std::string& path) { return readPart<Cap>(json, path); }
Result<Cooldown> readCooldown(const Json& json, const std::string& path)
{
    return readPart<Cooldown>(json, path);
}
Result<SequenceRule> readSequenceRule(const Json& json, const std::string& path)
{
    return readPart<SequenceRule>(json, path);
}
Result<ExclusiveGroup> readExclusiveGroup(const Json& json, const std::string& path)
{
    return readPart<ExclusiveGroup>(json, path);
}
Result<SubstituteRule> readSubstituteRule(const Json& json, const std::string& path)
{
    return readPart<SubstituteRule>(json, path);
}

Json writeScope(const Scope& scope)
{
    for (const auto& [key, of] : listScopes) {
        if (of == scope.of) {
            Json out = Json::object();
            out[std::string(key)] = scope.names;
            return out;
        }
    }
    return { { "all", true } };
}

Json writeSuppression(const Suppression& s)
{
    Json out { { "id", s.id }, { "scope", writeScope(s.scope) } };
    if (s.when != "true")
        out["when"] = s.when;
    if (!s.reason.empty())
        out["reason"] = s.reason;
    return out;
}

Json writeCap(const Cap& c)
{
    Json out { { "id", c.id }, { "scope", writeScope(c.scope) }, { "count", name(c.count) },
        { "limit", c.limit } };
    if (c.window)
        out["window"] = formatDuration(*c.window);
    if (c.calendar)
        out["calendar"] = name(*c.calendar);
    return out;
}

Json writeCooldown(const Cooldown& c)
{
    Json out { { "id", c.id }, { "scope", writeScope(c.scope) }, { "after", name(c.after) },
        { "for", formatDuration(c.length) } };
    if (c.blocks)
        out["blocks"] = writeScope(*c.blocks);
    return out;
}

Json writeSequenceRule(const SequenceRule& s)
{
    Json after = Json::object();
    if (s.afterEvent.empty()) {
        after["offer"] = s.afterOffer;
        after["outcome"] = name(s.outcome);
    } else {
        after["event"] = s.afterEvent;
        if (s.where != "true")
            after["where"] = s.where;
    }
    Json out { { "id", s.id }, { "offer", s.offer }, { "after", std::move(after) } };
    if (s.min.ms != 0)
        out["min"] = formatDuration(s.min);
    if (s.max)
        out["max"] = formatDuration(*s.max);
    return out;
}

Json writeExclusiveGroup(const ExclusiveGroup& g)
{
    Json out { { "id", g.id }, { "window", formatDuration(g.window) } };
    if (!g.offers.empty())
        out["offers"] = g.offers;
    return out;
}

Json writeSubstituteRule(const SubstituteRule& s)
{
    Json out = Json::object();
    if (s.inCart)
        out["in_cart"] = true;
    if (s.ownedWindow)
        out["owned_window"] = formatDuration(*s.ownedWindow);
    return out;
}

}
