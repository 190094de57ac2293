// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decide/random_pack.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

// The filters of DECISION.md 4.3 once more, from the model's plain values, with no regard for speed and
// nothing in common with core/decide: what blocks one offer for one request.

namespace ow::test {

class NaiveFilters {
public:
    NaiveFilters(const model::Pack& pack, const PlainRequest& request)
        : p(pack)
        , r(request)
    {
    }

    /// Everything but `propensity`, `score` and `floor`.
    std::vector<std::string> blockedBy(const model::Offer& o) const
    {
        std::vector<std::string> out;
        const auto when = [&](bool blocks, const std::string& name) {
            if (blocks)
                out.push_back(name);
        };
        const model::Placement& here = *placement(r.placement);
        when(o.status != model::OfferStatus::Active, "status");
        when((o.validFrom && r.now < *o.validFrom) || (o.validUntil && !(r.now < *o.validUntil)), "validity");
        when(std::ranges::find(o.placements, r.placement) == o.placements.end()
                || (o.kind == model::OfferKind::Bundle && !here.highIntent),
            "placement");
        for (const model::Channel& c : p.channels)
            when(c.id == here.channel && !holds(c.consent), "consent");
        for (const model::Suppression& s : p.suppress)
            when(inScope(s.scope, o) && holds(s.when), "suppress:" + s.id);
        when(!holds(o.when), "when");
        when(o.once && !o.items.empty()
                && std::ranges::all_of(o.items, [&](const auto& i) { return owned(i.sku, 0); }),
            "owned");
        when(replaced(o), "substitute");
        when(std::ranges::any_of(o.items,
                 [&](const auto& i) { return product(i.sku)->stock && *product(i.sku)->stock < i.qty; }),
            "stock");
        money(o, when);
        for (const model::Cap& c : p.caps)
            when(inScope(c.scope, o) && counted(c) >= c.limit, "cap:" + c.id);
        for (const model::Cooldown& c : p.cooldowns)
            when(inScope(c.blocks ? *c.blocks : c.scope, o) && cooling(c, o), "cooldown:" + c.id);
        for (const model::SequenceRule& s : p.sequence)
            when(s.offer == o.id && !open(s), "sequence:" + s.id);
        for (const model::ExclusiveGroup& g : p.exclusive)
            when(
                std::ranges::find(g.offers, o.id) != g.offers.end() && shownOther(g, o), "exclusive:" + g.id);
        return out;
    }

private:
    std::int64_t now() const { return r.now.ms; }

    /// The few expressions that randomCondition() writes.
    bool holds(const std::string& text) const
    {
        const bool openCase = std::get<bool>(r.customer.attributes.at("open_case"));
        const std::int64_t age = std::get<std::int64_t>(r.customer.attributes.at("age"));
        if (text == "true")
            return true;
        if (text == "customer.open_case")
            return openCase;
        if (text == "!customer.open_case")
            return !openCase;
        const std::int64_t number = std::stoll(text.substr(text.rfind(' ')));
        return text.find(">=") != std::string::npos ? age >= number : age < number;
    }

    const model::Product* product(const std::string& sku) const
    {
        for (const model::Product& x : p.products) {
            if (x.sku == sku)
                return &x;
        }
        return nullptr;
    }
    const model::Placement* placement(const std::string& id) const
    {
        for (const model::Placement& x : p.placements) {
            if (x.id == id)
                return &x;
        }
        return nullptr;
    }
    const model::Offer* offer(const std::string& id) const
    {
        for (const model::Offer& x : p.offers) {
            if (x.id == id)
                return &x;
        }
        return nullptr;
    }

    static bool lists(const model::Scope& s, const std::string& name)
    {
        return std::ranges::find(s.names, name) != s.names.end();
    }

    bool covers(const model::Scope& s, const model::Offer& o, const model::Placement* at) const
    {
        using Of = model::Scope::Of;
        switch (s.of) {
        case Of::All:
            return true;
        case Of::Offers:
            return lists(s, o.id);
        case Of::Roles:
            return lists(s, std::string(name(o.role)));
        case Of::Kinds:
            return lists(s, std::string(name(o.kind)));
        case Of::Missions:
            return lists(s, std::string(name(o.mission)));
        case Of::Channels:
            return at != nullptr && lists(s, at->channel);
        }
        return false;
    }
    bool inScope(const model::Scope& s, const model::Offer& o) const
    {
        return covers(s, o, placement(r.placement));
    }
    bool inScope(const model::Scope& s, const model::Exposure& e) const
    {
        if (s.of == model::Scope::Of::All)
            return true;
        const model::Offer* o = offer(e.offer);
        return o != nullptr && covers(s, *o, placement(e.placement));
    }

    /// Bought after `since`, at or before now, and not returned later.
    bool owned(const std::string& sku, std::int64_t since) const
    {
        for (const model::Event& e : r.events) {
            if (e.type != "purchased" || e.sku != sku || e.at.ms > now() || e.at.ms <= since)
                continue;
            const bool back = std::ranges::any_of(r.events, [&](const model::Event& x) {
                return x.type == "returned" && x.sku == sku && x.at > e.at && x.at.ms <= now();
            });
            if (!back)
                return true;
        }
        return false;
    }

    bool inCart(const std::string& sku) const
    {
        return std::ranges::any_of(r.cart, [&](const auto& line) { return line.first == sku; });
    }

    bool substitutes(const model::Product& a, const model::Product& b) const
    {
        const auto is = [](const model::EdgeEnd& end, const model::Product& x) {
            return end.key == (end.family ? x.family : x.sku);
        };
        return std::ranges::any_of(p.adjacency, [&](const model::Edge& e) {
            return e.kind == model::EdgeKind::Substitute
                && ((is(e.from, a) && is(e.to, b)) || (is(e.from, b) && is(e.to, a)));
        });
    }

    bool replaced(const model::Offer& o) const
    {
        for (const model::OfferItem& item : o.items) {
            if (std::ranges::find(o.anchors, item.sku) != o.anchors.end())
                continue;
            if (inCart(item.sku))
                return true;
            for (const model::Product& other : p.products) {
                if (other.sku == item.sku || !substitutes(*product(item.sku), other))
                    continue;
                if (p.substitutes.inCart && inCart(other.sku))
                    return true;
                if (p.substitutes.ownedWindow && owned(other.sku, now() - p.substitutes.ownedWindow->ms))
                    return true;
            }
        }
        return false;
    }

    template <typename When>
    void money(const model::Offer& o, When when) const
    {
        std::int64_t list = 0;
        std::int64_t cost = 0;
        for (const model::OfferItem& i : o.items) {
            list += product(i.sku)->price.minor * i.qty;
            cost += product(i.sku)->cost.minor * i.qty;
        }
        std::int64_t price = o.price.minor;
        if (p.guardrails.marginScope == model::MarginScope::Cart) {
            for (const auto& [sku, qty] : r.cart) {
                if (const model::Product* x = product(sku)) {
                    price += x->price.minor * qty;
                    cost += x->cost.minor * qty;
                }
            }
        }
        when((price - cost) * 10000 / price < *p.guardrails.minMarginBp, "margin");
        const std::int64_t discount = list <= o.price.minor ? 0 : (list - o.price.minor) * 10000 / list;
        when(o.kind != model::OfferKind::Service && discount > *p.guardrails.maxDiscountBp, "discount");
    }

    static std::optional<Timestamp> timeOf(const model::Exposure& e, model::Outcome o)
    {
        switch (o) {
        case model::Outcome::Shown:
            return e.at;
        case model::Outcome::Clicked:
            return e.clickedAt;
        case model::Outcome::Accepted:
            return e.acceptedAt;
        case model::Outcome::Declined:
            return e.declinedAt;
        case model::Outcome::Returned:
            return e.returnedAt;
        }
        return {};
    }

    std::int64_t counted(const model::Cap& c) const
    {
        std::int64_t n = 0;
        for (const model::Exposure& e : r.exposures) {
            const std::optional<Timestamp> t = timeOf(e, c.count);
            if (e.at.ms > now() || !t || t->ms > now() || !inScope(c.scope, e))
                continue;
            // The calendar's own arithmetic is proved elsewhere (tst_time, the vectors).
            const bool inside = c.window ? t->ms > now() - c.window->ms
                                         : *t >= *calendarStart(r.now, CalendarUnit(*c.calendar), p.timezone);
            n += inside ? 1 : 0;
        }
        return n;
    }

    bool cooling(const model::Cooldown& c, const model::Offer& o) const
    {
        return std::ranges::any_of(r.exposures, [&](const model::Exposure& e) {
            const std::optional<Timestamp> t = timeOf(e, c.after);
            const bool own = c.blocks || c.scope.of != model::Scope::Of::Offers || e.offer == o.id;
            return e.at.ms <= now() && t && t->ms <= now() && now() < t->ms + c.length.ms
                && inScope(c.scope, e) && own;
        });
    }

    bool open(const model::SequenceRule& s) const
    {
        std::optional<std::int64_t> newest;
        const auto see = [&](std::optional<Timestamp> t) {
            if (t && t->ms <= now() && (!newest || t->ms > *newest))
                newest = t->ms;
        };
        for (const model::Event& e : r.events) {
            if (e.type == s.afterEvent && e.qty > 1) // its `where` in randomPack()
                see(e.at);
        }
        for (const model::Exposure& e : r.exposures) {
            if (s.afterEvent.empty() && e.offer == s.afterOffer && e.at.ms <= now())
                see(timeOf(e, s.outcome));
        }
        return newest && now() - *newest >= s.min.ms && (!s.max || now() - *newest <= s.max->ms);
    }

    bool shownOther(const model::ExclusiveGroup& g, const model::Offer& o) const
    {
        return std::ranges::any_of(r.exposures, [&](const model::Exposure& e) {
            return e.offer != o.id && offer(e.offer) != nullptr
                && std::ranges::find(g.offers, e.offer) != g.offers.end() && e.at.ms <= now()
                && e.at.ms > now() - g.window.ms;
        });
    }

    const model::Pack& p;
    const PlainRequest& r;
};

}
