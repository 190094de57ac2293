// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/sha256.h"
#include "core/decide/naive_names.h"
#include "core/decide/random_pack.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

// DECISION.md sections 3 to 5 once more: from the model's plain values, sentence by sentence, with no regard
// for speed and nothing in common with core/decide. Whatever is asked is looked up and computed anew.

namespace ow::test {

/// Decides for one pack; expressions are the only thing kept between requests.
class NaiveDecider {
public:
    explicit NaiveDecider(const model::Pack& pack)
        : p(pack)
    {
        declareNames();
    }

    /// The decision as JSON, with `considered` and `facts`.
    Json decide(const PlainRequest& request)
    {
        r = &request;
        m_values = std::make_unique<NaiveValues>();
        m_out = { { "offers", Json::array() }, { "withheld", Json::array() }, { "warnings", Json::array() },
            { "none_because", "" }, { "facts", Json::object() } };
        bindRequest();
        facts();
        m_out["stage"] = firstOf(p.stages);
        m_out["motivation"] = firstOf(p.motivations);
        set("stage", m_out["stage"].get<std::string>());
        set("motivation", m_out["motivation"].get<std::string>());
        std::vector<Candidate> candidates = findCandidates();
        for (Candidate& c : candidates)
            filter(c);
        for (Candidate& c : candidates)
            score(c);
        choose(candidates);
        return m_out;
    }

private:
    using Value = expr::Value;

    struct Candidate {
        const model::Offer* offer = nullptr;
        double fit = 0;
        int origin = 0; ///< matrix adjacency trigger
        const model::Product* anchor = nullptr;
        std::vector<std::string> blocks;
        double propensity = 0;
        double score = 0;
        bool chosen = false;
    };
    static std::string originName(int origin)
    {
        return origin == 0 ? "matrix" : origin == 1 ? "adjacency" : "trigger";
    }

    // ---- names --------------------------------------------------------------------------------------------

    static expr::Kind kindOf(model::AttributeType t)
    {
        using enum expr::Kind;
        return t == model::AttributeType::Bool  ? Bool
            : t == model::AttributeType::Int    ? Int
            : t == model::AttributeType::Double ? Double
                                                : String;
    }

    void declareNames()
    {
        using enum expr::Kind;
        for (const auto& a : p.customerAttributes)
            m_names.declare("customer." + a.name, kindOf(a.type));
        for (const auto& a : p.contextAttributes)
            m_names.declare("context." + a.name, kindOf(a.type));
        m_names.declare("now", Timestamp);
        for (const char* text :
            { "placement.id", "placement.channel", "stage", "motivation", "event.type", "event.sku",
                "event.family", "event.category", "event.channel", "event.session", "event.text", "offer.id",
                "offer.name", "offer.kind", "offer.role", "offer.tier", "offer.mission", "candidate.origin" })
            m_names.declare(text, String);
        for (const char* number : { "cart.value", "cart.size", "cart.margin_bp", "event.qty", "event.value",
                 "offer.price", "offer.list_price", "offer.discount_bp", "offer.margin", "offer.margin_bp" })
            m_names.declare(number, Int);
        for (const char* list :
            { "cart.skus", "cart.families", "cart.categories", "owned.skus", "owned.families" })
            m_names.declare(list, expr::Type::list(String));
        m_names.declare("placement.high_intent", Bool);
        m_names.declare("event.at", Timestamp);
        m_names.declare("candidate.fit", Double);
        m_names.declare("candidate.propensity", Double);
        for (const std::string group : { "focus.", "anchor." }) {
            for (const char* text : { "sku", "title", "family", "category" })
                m_names.declare(group + text, String);
            for (const char* number : { "price", "cost", "stock" })
                m_names.declare(group + number, Int);
            m_names.declare(group + "tags", expr::Type::list(String));
        }
        for (const model::Fact& f : p.facts)
            m_names.declare("facts." + f.id, f.expr ? m_names.kindOf(*f.expr) : Int);
    }

    template <typename T>
    void set(const std::string& path, const T& value)
    {
        m_values->set(path, value);
    }
    Value evaluate(const std::string& text)
    {
        return m_names.evaluate(text, m_values->all(), m_values->arena());
    }
    bool isTrue(const std::string& text)
    {
        const Value v = evaluate(text);
        return v.is(Value::Tag::Bool) && v.asBool();
    }

    void setProduct(const std::string& group, const model::Product* x)
    {
        const model::Product product = x == nullptr ? model::Product {} : *x;
        set(group + "sku", product.sku);
        set(group + "title", product.title);
        set(group + "family", product.family);
        set(group + "category", product.category);
        set(group + "price", product.price.minor);
        set(group + "cost", product.cost.minor);
        set(group + "stock", x == nullptr ? 0 : product.stock.value_or(-1));
        set(group + "tags", product.tags);
    }

    void setOffer(const model::Offer& o, const std::string& shownName, std::int64_t price)
    {
        std::int64_t list = 0;
        std::int64_t cost = 0;
        for (const model::OfferItem& i : o.items) {
            list += product(i.sku)->price.minor * i.qty;
            cost += product(i.sku)->cost.minor * i.qty;
        }
        set("offer.id", o.id);
        set("offer.name", shownName);
        set("offer.kind", std::string(name(o.kind)));
        set("offer.role", std::string(name(o.role)));
        set("offer.tier", std::string(name(o.tier)));
        set("offer.mission", std::string(name(o.mission)));
        set("offer.price", price);
        set("offer.list_price", list);
        set("offer.discount_bp", list <= price ? std::int64_t(0) : (list - price) * 10000 / list);
        set("offer.margin", price - cost);
        set("offer.margin_bp", ratio(price - cost, price));
    }

    void setEvent(const model::Event& e)
    {
        const model::Product* about = product(e.sku);
        set("event.type", e.type);
        set("event.sku", e.sku);
        set("event.family", about == nullptr ? std::string() : about->family);
        set("event.category", about == nullptr ? std::string() : about->category);
        set("event.qty", e.qty);
        set("event.value", e.value);
        set("event.channel", e.channel);
        set("event.session", e.session);
        set("event.text", e.text);
        set("event.at", e.at);
    }

    static std::int64_t ratio(std::int64_t part, std::int64_t whole)
    {
        return whole == 0 ? 0 : part * 10000 / whole;
    }

    void bindRequest()
    {
        for (const auto& a : p.customerAttributes)
            set("customer." + a.name, attribute(r->customer.attributes, a));
        for (const auto& a : p.contextAttributes)
            set("context." + a.name, attribute(r->context, a));
        set("now", r->now);
        set("placement.id", here().id);
        set("placement.channel", here().channel);
        set("placement.high_intent", here().highIntent);
        setProduct("focus.", product(r->focus));
        std::vector<std::string> skus;
        std::vector<std::string> families;
        std::vector<std::string> categories;
        std::int64_t value = 0;
        std::int64_t cost = 0;
        std::int64_t size = 0;
        for (const auto& [line, qty] : cart()) {
            addOnce(skus, line->sku);
            addOnce(families, line->family);
            addOnce(categories, line->category);
            value += line->price.minor * qty;
            cost += line->cost.minor * qty;
            size += qty;
        }
        set("cart.skus", skus);
        set("cart.families", families);
        set("cart.categories", categories);
        set("cart.value", value);
        set("cart.size", size);
        set("cart.margin_bp", ratio(value - cost, value));
        skus.clear();
        families.clear();
        for (const auto& [at, bought] : keptPurchases()) {
            addOnce(skus, bought->sku);
            addOnce(families, bought->family);
        }
        set("owned.skus", skus);
        set("owned.families", families);
    }

    static model::AttributeValue attribute(const model::Attributes& given, const model::Attribute& declared)
    {
        const auto found = given.find(declared.name);
        return found == given.end() ? declared.defaultValue : found->second;
    }
    static void addOnce(std::vector<std::string>& list, const std::string& text)
    {
        if (std::ranges::find(list, text) == list.end())
            list.push_back(text);
    }

    // ---- what the request and the pack have
    // ------------------------------------------------------------------

    std::int64_t now() const { return r->now.ms; }

    const model::Product* product(const std::string& sku) const
    {
        for (const model::Product& x : p.products) {
            if (x.sku == sku)
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
    const model::Placement* placement(const std::string& id) const
    {
        for (const model::Placement& x : p.placements) {
            if (x.id == id)
                return &x;
        }
        return nullptr;
    }
    const model::Placement& here() const { return *placement(r->placement); }

    std::vector<std::pair<const model::Product*, std::int64_t>> cart() const
    {
        std::vector<std::pair<const model::Product*, std::int64_t>> out;
        for (const auto& [sku, qty] : r->cart) {
            if (product(sku) != nullptr)
                out.emplace_back(product(sku), qty);
        }
        return out;
    }

    /// Purchases until now that were not returned later: oldest first, smaller sku at equal times.
    std::vector<std::pair<std::int64_t, const model::Product*>> keptPurchases() const
    {
        std::vector<std::pair<std::int64_t, const model::Product*>> out;
        for (const model::Event& e : r->events) {
            if (e.type != "purchased" || product(e.sku) == nullptr || e.at.ms > now())
                continue;
            const bool back = std::ranges::any_of(r->events, [&](const model::Event& x) {
                return x.type == "returned" && x.sku == e.sku && x.at > e.at && x.at.ms <= now();
            });
            if (!back)
                out.emplace_back(e.at.ms, product(e.sku));
        }
        std::ranges::sort(out, [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : a.second->sku < b.second->sku;
        });
        return out;
    }
    bool owned(const std::string& sku) const
    {
        return std::ranges::any_of(keptPurchases(), [&](const auto& k) { return k.second->sku == sku; });
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

    // ---- 4.1
    // ------------------------------------------------------------------------------------------------

    void facts()
    {
        for (const model::Fact& f : p.facts) {
            Value value = f.expr ? evaluate(*f.expr) : aggregate(f);
            if (value.isError()) {
                m_out["warnings"].push_back("fact:" + f.id);
                value = Value::zero(f.expr ? m_names.kindOf(*f.expr) : expr::Kind::Int);
            }
            m_values->put("facts." + f.id, value);
            m_out["facts"][f.id] = expr::toText(value);
        }
    }

    Value aggregate(const model::Fact& f)
    {
        using enum model::Aggregate;
        std::int64_t count = 0;
        std::int64_t balance = 0;
        std::set<std::string> texts;
        std::vector<std::int64_t> numbers;
        std::optional<std::int64_t> newest;
        for (const model::Event& e : r->events) {
            const bool wanted = f.types.empty() || std::ranges::find(f.types, e.type) != f.types.end();
            if (!wanted || e.at.ms > now() || e.at.ms <= now() - f.window.ms)
                continue;
            setEvent(e);
            if (!isTrue(f.where))
                continue;
            Value of = f.of.empty() ? Value() : evaluate(f.of);
            if (of.isError())
                continue; // the event is dropped
            ++count;
            balance += e.at.ms > now() - f.window.ms / 2 ? 1 : -1;
            newest = std::max(newest.value_or(e.at.ms), e.at.ms);
            if (f.aggregate == Distinct)
                texts.insert(std::string(of.asString()));
            else if (!f.of.empty())
                numbers.push_back(of.asInt());
        }
        switch (f.aggregate) {
        case Count:
            return Value::of(count);
        case Velocity:
            return Value::of(balance);
        case Distinct:
            return Value::of(std::int64_t(texts.size()));
        case Age:
            return Value::of(newest ? (now() - *newest) / 1000
                                    : f.otherwise.value_or(std::int64_t(9'007'199'254'740'991)));
        case Min:
            return Value::of(numbers.empty() ? f.otherwise.value_or(0) : *std::ranges::min_element(numbers));
        case Max:
            return Value::of(numbers.empty() ? f.otherwise.value_or(0) : *std::ranges::max_element(numbers));
        case Sum:
            break;
        }
        __extension__ using Wide = __int128;
        Wide sum = 0;
        for (const std::int64_t x : numbers)
            sum += x;
        if (sum > std::numeric_limits<std::int64_t>::max() || sum < std::numeric_limits<std::int64_t>::min())
            return Value::error(expr::EvalError::Overflow);
        return Value::of(std::int64_t(sum));
    }

    std::string firstOf(const std::vector<model::Condition>& list)
    {
        for (const model::Condition& c : list) {
            if (isTrue(c.when))
                return c.id;
        }
        return "";
    }

    // ---- 4.2
    // ------------------------------------------------------------------------------------------------

    /// Focus, cart, kept purchases within anchor_window: the most recent first, smaller sku at equal times.
    std::vector<const model::Product*> anchors() const
    {
        std::vector<const model::Product*> out;
        const auto add = [&](const model::Product* x) {
            if (x != nullptr && std::ranges::find(out, x) == out.end())
                out.push_back(x);
        };
        add(product(r->focus));
        for (const auto& [line, qty] : cart())
            add(line);
        for (const model::Product* x : recentPurchases())
            add(x);
        return out;
    }
    std::vector<const model::Product*> recentPurchases() const
    {
        auto kept = keptPurchases();
        std::erase_if(kept, [&](const auto& k) { return k.first <= now() - p.anchorWindow.ms; });
        std::ranges::stable_sort(kept, [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<const model::Product*> out;
        for (const auto& [at, x] : kept)
            out.push_back(x);
        return out;
    }
    const model::Product* anchorOtherwise() const
    {
        if (const model::Product* focus = product(r->focus))
            return focus;
        const model::Product* best = nullptr;
        std::int64_t worth = 0;
        for (const auto& [line, qty] : cart()) {
            if (best == nullptr || line->price.minor * qty > worth) {
                best = line;
                worth = line->price.minor * qty;
            }
        }
        if (best != nullptr)
            return best;
        const auto recent = recentPurchases();
        return recent.empty() ? nullptr : recent.front();
    }

    static bool is(const model::EdgeEnd& end, const model::Product& x)
    {
        return end.family ? end.key == x.family : end.key == x.sku;
    }
    bool has(const model::Offer& o, const model::EdgeEnd& end) const
    {
        return std::ranges::any_of(o.items, [&](const auto& i) { return is(end, *product(i.sku)); });
    }

    std::vector<Candidate> findCandidates()
    {
        std::vector<Candidate> out;
        const model::Product* otherwise = anchorOtherwise();
        std::vector<const model::Offer*> byId;
        for (const model::Offer& o : p.offers)
            byId.push_back(&o);
        std::ranges::sort(byId, {}, &model::Offer::id);
        for (const model::Offer* o : byId) {
            std::optional<Candidate> best; // ways come in the order in which they win at equal fit
            const auto way = [&](double fit, int origin, const model::Product* anchor) {
                if (!best || fit > best->fit)
                    best = Candidate { o, fit, origin, anchor, {}, 0, 0, false };
            };
            for (const model::Cell& cell : p.matrix) {
                for (const model::CellOffer& c : cell.offers) {
                    if (cell.stage == m_out["stage"] && cell.motivation == m_out["motivation"]
                        && c.offer == o->id)
                        way(c.fit, 0, otherwise);
                }
            }
            for (const model::Product* anchor : anchors()) {
                for (const model::Edge& e : p.adjacency) {
                    const bool own
                        = std::ranges::any_of(o->items, [&](const auto& i) { return i.sku == anchor->sku; });
                    if (e.kind == model::EdgeKind::Complement && is(e.from, *anchor) && has(*o, e.to) && !own)
                        way(e.weight, 1, anchor);
                }
            }
            setOffer(*o, o->name, o->price.minor);
            setProduct("anchor.", otherwise);
            if (isTrue(o->trigger))
                way(1.0, 2, otherwise);
            if (best)
                out.push_back(*best);
        }
        return out;
    }

    // ---- 4.3
    // ------------------------------------------------------------------------------------------------

    static bool lists(const std::vector<std::string>& list, std::string_view name)
    {
        return std::ranges::find(list, name) != list.end();
    }
    bool covers(const model::Scope& s, const model::Offer& o, const model::Placement* at) const
    {
        using Of = model::Scope::Of;
        switch (s.of) {
        case Of::All:
            return true;
        case Of::Offers:
            return lists(s.names, o.id);
        case Of::Roles:
            return lists(s.names, name(o.role));
        case Of::Kinds:
            return lists(s.names, name(o.kind));
        case Of::Missions:
            return lists(s.names, name(o.mission));
        case Of::Channels:
            return at != nullptr && lists(s.names, at->channel);
        }
        return false;
    }
    bool inScope(const model::Scope& s, const model::Offer& o) const { return covers(s, o, &here()); }
    bool inScope(const model::Scope& s, const model::Exposure& e) const
    {
        if (s.of == model::Scope::Of::All)
            return true;
        const model::Offer* o = offer(e.offer);
        return o != nullptr && covers(s, *o, placement(e.placement));
    }

    void filter(Candidate& c)
    {
        const model::Offer& o = *c.offer;
        const auto when = [&](bool blocks, const std::string& by) {
            if (blocks)
                c.blocks.push_back(by);
        };
        setOffer(o, o.name, o.price.minor);
        setProduct("anchor.", c.anchor);
        when(o.status != model::OfferStatus::Active, "status");
        when((o.validFrom && now() < o.validFrom->ms) || (o.validUntil && now() >= o.validUntil->ms),
            "validity");
        when(!lists(o.placements, r->placement) || (o.kind == model::OfferKind::Bundle && !here().highIntent),
            "placement");
        for (const model::Channel& channel : p.channels)
            when(channel.id == here().channel && !isTrue(channel.consent), "consent");
        for (const model::Suppression& s : p.suppress) {
            if (inScope(s.scope, o)) {
                const Value v = evaluate(s.when);
                when(v.isError() || v.asBool(), "suppress:" + s.id);
            }
        }
        when(!isTrue(o.when), "when");
        when(o.once && !o.items.empty()
                && std::ranges::all_of(o.items, [&](const auto& i) { return owned(i.sku); }),
            "owned");
        when(replaced(o), "substitute");
        when(std::ranges::any_of(
                 o.items, [&](const auto& i) { return product(i.sku)->stock.value_or(i.qty) < i.qty; }),
            "stock");
        when(marginTooLow(o), "margin");
        when(p.guardrails.maxDiscountBp && o.kind != model::OfferKind::Service
                && m_values->all().at("offer.discount_bp").asInt() > *p.guardrails.maxDiscountBp,
            "discount");
        for (const model::Cap& cap : p.caps)
            when(inScope(cap.scope, o) && counted(cap) >= cap.limit, "cap:" + cap.id);
        for (const model::Cooldown& d : p.cooldowns)
            when(inScope(d.blocks ? *d.blocks : d.scope, o) && cooling(d, o), "cooldown:" + d.id);
        for (const model::SequenceRule& s : p.sequence)
            when(s.offer == o.id && !open(s), "sequence:" + s.id);
        for (const model::ExclusiveGroup& g : p.exclusive)
            when(lists(g.offers, o.id) && shownOther(g, o), "exclusive:" + g.id);
        const Value propensity = evaluate(o.propensity);
        c.propensity = propensity.isError() ? NAN : propensity.asDouble();
        when(!std::isfinite(c.propensity), "propensity");
    }

    bool substitutes(const model::Product& a, const model::Product& b) const
    {
        return std::ranges::any_of(p.adjacency, [&](const model::Edge& e) {
            return e.kind == model::EdgeKind::Substitute
                && ((is(e.from, a) && is(e.to, b)) || (is(e.from, b) && is(e.to, a)));
        });
    }
    bool replaced(const model::Offer& o) const
    {
        for (const model::OfferItem& i : o.items) {
            if (lists(o.anchors, i.sku))
                continue;
            const model::Product& item = *product(i.sku);
            const auto replaces
                = [&](const model::Product* x) { return x != &item && substitutes(item, *x); };
            for (const auto& [line, qty] : cart()) {
                if (line == &item || (p.substitutes.inCart && replaces(line)))
                    return true;
            }
            for (const auto& [at, bought] : keptPurchases()) {
                if (p.substitutes.ownedWindow && at > now() - p.substitutes.ownedWindow->ms
                    && replaces(bought))
                    return true;
            }
        }
        return false;
    }

    bool marginTooLow(const model::Offer& o) const
    {
        if (!p.guardrails.minMarginBp)
            return false;
        std::int64_t price = o.price.minor;
        std::int64_t cost = 0;
        for (const model::OfferItem& i : o.items)
            cost += product(i.sku)->cost.minor * i.qty;
        if (p.guardrails.marginScope == model::MarginScope::Cart) {
            for (const auto& [line, qty] : cart()) {
                price += line->price.minor * qty;
                cost += line->cost.minor * qty;
            }
        }
        return ratio(price - cost, price) < *p.guardrails.minMarginBp;
    }

    std::int64_t counted(const model::Cap& cap) const
    {
        std::int64_t n = 0;
        for (const model::Exposure& e : r->exposures) {
            const std::optional<Timestamp> t = timeOf(e, cap.count);
            if (e.at.ms > now() || !t || t->ms > now() || !inScope(cap.scope, e))
                continue;
            // The calendar's own arithmetic is proved elsewhere (tst_time, the vectors).
            const bool inside = cap.window
                ? t->ms > now() - cap.window->ms
                : t->ms >= calendarStart(r->now, CalendarUnit(*cap.calendar), p.timezone)->ms;
            n += inside ? 1 : 0;
        }
        return n;
    }

    bool cooling(const model::Cooldown& d, const model::Offer& o) const
    {
        return std::ranges::any_of(r->exposures, [&](const model::Exposure& e) {
            const std::optional<Timestamp> t = timeOf(e, d.after);
            const bool own = d.blocks || d.scope.of != model::Scope::Of::Offers || e.offer == o.id;
            return e.at.ms <= now() && t && t->ms <= now() && now() < t->ms + d.length.ms
                && inScope(d.scope, e) && own;
        });
    }

    bool open(const model::SequenceRule& s)
    {
        std::optional<std::int64_t> newest;
        const auto see = [&](std::int64_t t) {
            if (t <= now())
                newest = std::max(newest.value_or(t), t);
        };
        for (const model::Event& e : r->events) {
            if (s.afterEvent.empty() || e.type != s.afterEvent || e.at.ms > now())
                continue;
            setEvent(e);
            if (isTrue(s.where))
                see(e.at.ms);
        }
        for (const model::Exposure& e : r->exposures) {
            const std::optional<Timestamp> t = timeOf(e, s.outcome);
            if (s.afterEvent.empty() && e.offer == s.afterOffer && e.at.ms <= now() && t)
                see(t->ms);
        }
        return newest && now() - *newest >= s.min.ms && (!s.max || now() - *newest <= s.max->ms);
    }

    bool shownOther(const model::ExclusiveGroup& g, const model::Offer& o) const
    {
        return std::ranges::any_of(r->exposures, [&](const model::Exposure& e) {
            return e.offer != o.id && lists(g.offers, e.offer) && e.at.ms <= now()
                && e.at.ms > now() - g.window.ms;
        });
    }

    // ---- 4.4 and 4.5
    // ----------------------------------------------------------------------------------------

    void score(Candidate& c)
    {
        if (!c.blocks.empty())
            return;
        setOffer(*c.offer, c.offer->name, c.offer->price.minor);
        setProduct("anchor.", c.anchor);
        set("candidate.fit", c.fit);
        set("candidate.propensity", c.propensity);
        set("candidate.origin", originName(c.origin));
        const Value v = evaluate(p.rank.score);
        if (v.isError() || !std::isfinite(v.asDouble()))
            c.blocks.emplace_back("score");
        else if (p.rank.floor && v.asDouble() < *p.rank.floor)
            c.blocks.emplace_back("floor");
        else
            c.score = v.asDouble();
    }

    bool fits(const Candidate& c, const std::vector<const Candidate*>& taken) const
    {
        for (const Candidate* t : taken) {
            for (const model::ExclusiveGroup& g : p.exclusive) {
                if (lists(g.offers, t->offer->id) && lists(g.offers, c.offer->id))
                    return false;
            }
            if (p.rank.distinctRoles && t->offer->role == c.offer->role)
                return false;
        }
        for (const model::Cap& cap : p.caps) {
            if (cap.count != model::Outcome::Shown || !inScope(cap.scope, *c.offer))
                continue;
            const auto more = std::ranges::count_if(
                taken, [&](const Candidate* t) { return inScope(cap.scope, *t->offer); });
            if (counted(cap) + more >= cap.limit)
                return false;
        }
        return true;
    }

    void choose(std::vector<Candidate>& all)
    {
        std::vector<Candidate*> open;
        for (Candidate& c : all) {
            if (c.blocks.empty())
                open.push_back(&c);
        }
        std::ranges::sort(open, [](const Candidate* a, const Candidate* b) {
            if (a->score != b->score)
                return a->score > b->score;
            if (a->offer->priority != b->offer->priority)
                return a->offer->priority < b->offer->priority;
            return a->offer->id < b->offer->id;
        });
        std::vector<const Candidate*> taken;
        for (Candidate* c : open) {
            if (int(taken.size()) < here().maxOffers && fits(*c, taken)) {
                taken.push_back(c);
                c->chosen = true;
            }
        }
        const bool holdout
            = p.holdout && bucket("holdout", p.holdout->salt, p.holdout->unit) < p.holdout->shareBp;
        m_out["arm"] = holdout ? "holdout" : "treatment";
        for (const Candidate* c : taken)
            present(*c, holdout);
        bool floored = false;
        m_out["considered"] = Json::array();
        for (const Candidate& c : all) {
            floored = floored || lists(c.blocks, "floor");
            m_out["considered"].push_back({ { "offer", c.offer->id },
                { "verdict",
                    c.chosen               ? "chosen"
                        : c.blocks.empty() ? "outranked"
                                           : "blocked" },
                { "blocked_by", c.blocks } });
        }
        if (taken.empty())
            m_out["none_because"] = all.empty() ? "no_candidate" : floored ? "below_floor" : "all_blocked";
    }

    // ---- 4.6 and 4.7
    // ----------------------------------------------------------------------------------------

    std::int64_t bucket(const std::string& id, const std::string& salt, model::Unit unit) const
    {
        const bool byIntent = unit == model::Unit::Intent && !r->intent.empty();
        const Sha256 digest = sha256(id + ":" + salt + ":" + (byIntent ? r->intent : r->customer.id));
        std::uint64_t number = 0;
        for (int i = 0; i < 8; ++i)
            number = number * 256 + digest[std::size_t(i)];
        return std::int64_t(number % 10000);
    }

    void present(const Candidate& c, bool holdout)
    {
        std::int64_t price = c.offer->price.minor;
        std::string because = c.offer->because;
        std::string shownName = c.offer->name;
        bool withheld = holdout;
        Json variants = Json::object();
        for (const model::Experiment& e : p.experiments) {
            if (e.offer != c.offer->id)
                continue;
            const std::int64_t at = bucket(e.id, e.salt, e.unit);
            std::int64_t end = 0;
            variants[e.id] = "";
            for (const model::Arm& arm : e.arms) {
                const std::int64_t begin = end;
                end += arm.shareBp;
                if (at < begin || at >= end)
                    continue;
                variants[e.id] = arm.id;
                price = arm.price ? arm.price->minor : price;
                because = arm.because.value_or(because);
                shownName = arm.name.value_or(shownName);
                withheld = withheld || arm.withhold;
            }
        }
        setOffer(*c.offer, shownName, price);
        setProduct("anchor.", c.anchor);
        std::string benefit;
        for (const model::Cell& cell : p.matrix) {
            if (c.origin == 0 && cell.stage == m_out["stage"] && cell.motivation == m_out["motivation"])
                benefit = cell.benefit;
        }
        m_out[withheld ? "withheld" : "offers"].push_back({ { "offer", c.offer->id }, { "score", c.score },
            { "price", price }, { "origin", originName(c.origin) }, { "fit", c.fit },
            { "propensity", c.propensity }, { "anchor", c.anchor == nullptr ? "" : c.anchor->sku },
            { "benefit", benefit }, { "because", sentence(because) }, { "variants", variants } });
    }

    std::string sentence(const std::string& pattern) const
    {
        std::string out;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            const bool twice = i + 1 < pattern.size() && pattern[i] == pattern[i + 1];
            if ((pattern[i] == '{' || pattern[i] == '}') && twice) {
                out += pattern[i++];
            } else if (pattern[i] == '{') {
                const std::size_t end = pattern.find('}', i);
                const std::string path = pattern.substr(i + 1, end - i - 1);
                out += printed(path, m_values->all().at(path));
                i = end;
            } else {
                out += pattern[i];
            }
        }
        return out;
    }

    std::string printed(const std::string& path, const Value& v) const
    {
        static const std::set<std::string> money { "focus.price", "focus.cost", "anchor.price", "anchor.cost",
            "offer.price", "offer.list_price", "offer.margin", "cart.value" };
        switch (v.tag()) {
        case Value::Tag::Bool:
            return v.asBool() ? "true" : "false";
        case Value::Tag::Int:
            return money.contains(path) ? amount(v.asInt()) : std::to_string(v.asInt());
        case Value::Tag::Double:
            return formatDouble(v.asDouble());
        case Value::Tag::Timestamp:
            return formatTimestamp(v.asTimestamp());
        case Value::Tag::List: {
            std::string out;
            for (const Value& item : v.items())
                out += (out.empty() && &item == v.items().data() ? "" : ", ") + printed("", item);
            return out;
        }
        default:
            return std::string(v.asString());
        }
    }

    std::string amount(std::int64_t minor) const
    {
        const int decimals = p.currency == "JPY" ? 0 : p.currency == "KWD" ? 3 : 2;
        std::string digits = std::to_string(std::abs(minor));
        if (decimals > 0) {
            while (int(digits.size()) <= decimals)
                digits.insert(0, "0");
            digits.insert(digits.size() - std::size_t(decimals), ".");
        }
        return (minor < 0 ? "-" : "") + digits;
    }

    const model::Pack& p;
    const PlainRequest* r = nullptr;
    NaiveNames m_names;
    std::unique_ptr<NaiveValues> m_values;
    Json m_out;
};

}
