// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "decide/counterfactual_proof.h"
#include "decide/counterfactual_work.h"

#include <algorithm>
#include <functional>

namespace ow::decide {

namespace {

using Kind = Change::Kind;

constexpr std::int64_t afterFirst = 3000; ///< decisions more, once an answer is known, for a smaller one

/// How many changes an obstacle would lead to, about: the smallest is taken.
int weight(const Influence& i)
{
    return int(std::ranges::count(i.attributes, true)) * 10 + (i.time ? 60 : 0) + (i.exposures ? 15 : 0)
        + (i.cart ? 60 : 0) + (i.focus ? 30 : 0) + (i.events ? 500 : 0);
}

}

CounterfactualSearch::CounterfactualSearch(const CompiledPack& pack)
    : m_work(std::make_unique<Work>(pack))
{
}
CounterfactualSearch::~CounterfactualSearch() = default;
CounterfactualSearch::CounterfactualSearch(CounterfactualSearch&&) noexcept = default;

Result<Counterfactual> CounterfactualSearch::find(const Request& request, std::string_view offer,
    const CounterfactualOptions& options, const Progress& progress)
{
    return m_work->find(request, offer, options, progress);
}

Result<Counterfactual> counterfactual(const CompiledPack& pack, const Request& request,
    std::string_view offer, const CounterfactualOptions& options, const Progress& progress)
{
    return CounterfactualSearch(pack).find(request, offer, options, progress);
}

Result<Counterfactual> CounterfactualSearch::Work::find(const Request& request, std::string_view offer,
    const CounterfactualOptions& options, const Progress& progress)
{
    m_offer = m_p.offer(offer);
    if (m_offer == none)
        return fail(ErrorCode::NotFound, "The pack has no offer \"" + std::string(offer) + '"');
    ChangedRequest changed(m_p, request);
    m_changed = &changed;
    m_now = request.now;
    m_progress = &progress;
    m_decisions = 0;
    m_budget = m_stopAt = options.decisions;
    m_tell = 0;
    m_cancelled = m_pruned = false;
    m_pool.clear();
    m_seen.clear();
    m_best.reset();

    Counterfactual out;
    out.offer = offer;
    Node root { {}, stateWith({}), {} };
    if (root.state.chosen) {
        out.answer = Counterfactual::Answer::Already;
        out.withheld = root.state.withheld;
    } else if (out.because = provedObstacles(m_p, request, m_offer); !out.because.empty()) {
        out.answer = Counterfactual::Answer::Impossible;
    } else {
        std::vector<Node> from { std::move(root) };
        for (int parts = 1; parts <= options.parts && !m_best && !from.empty(); ++parts) {
            const bool last = parts == options.parts;
            const std::int64_t left = m_budget - m_decisions;
            std::vector<Node> reached;
            const bool whole = level(from, parts == 1 || last ? left : left * 6 / 10, reached);
            if (whole && out.complete == parts - 1 && !m_pruned)
                out.complete = parts;
            from = frontier(std::move(reached));
        }
        if (m_cancelled)
            return fail(ErrorCode::Cancelled, "The search was stopped");
        if (m_best) {
            m_stopAt = m_budget + 2000; // what is found is made smaller in any case
            out.answer = Counterfactual::Answer::Found;
            const Parts parts = refined(minimal(m_best->parts));
            out.withheld = stateWith(parts).withheld;
            for (const Change* part : parts)
                out.changes.push_back(*part);
            std::ranges::stable_sort(out.changes, [&](const Change& a, const Change& b) {
                return a.kind != b.kind ? a.kind < b.kind : phrase(a, m_now) < phrase(b, m_now);
            });
        }
    }
    if (m_cancelled)
        return fail(ErrorCode::Cancelled, "The search was stopped");
    out.decisions = m_decisions;
    out.sentence = sentenceOf(out, m_now);
    return out;
}

bool CounterfactualSearch::Work::mayGoOn()
{
    if (m_decisions >= m_tell) {
        m_tell = m_decisions + 64;
        m_cancelled = m_cancelled || !goOn(*m_progress, std::min(m_decisions, m_budget), m_budget);
    }
    return !m_cancelled && m_decisions < m_stopAt;
}

CounterfactualSearch::Work::State CounterfactualSearch::Work::stateWith(const Parts& parts)
{
    ++m_decisions;
    const Decision& d = decide(m_p, m_changed->with(parts), m_scratch, { true, false });
    State out;
    out.withheld = std::ranges::find(d.withheld, m_offer, &ChosenOffer::offer) != d.withheld.end();
    for (const Considered& c : d.considered) {
        out.involved.push_back(c.offer);
        if (c.offer != m_offer)
            continue;
        out.candidate = true;
        out.chosen = c.verdict == Verdict::Chosen;
        for (const Block& block : c.blockedBy)
            out.blockers.push_back(block.text());
    }
    for (const auto& [id, value] : d.facts)
        out.facts.append(value).push_back('\n');
    return out;
}

/// Expands one node after the other; false where the budget did not suffice.
bool CounterfactualSearch::Work::level(
    const std::vector<Node>& from, std::int64_t budget, std::vector<Node>& reached)
{
    m_stopAt = m_decisions + budget;
    for (const Node& node : from) {
        if (!mayGoOn())
            return false;
        expand(node, reached);
    }
    return mayGoOn();
}

std::vector<Influence> CounterfactualSearch::Work::obstacles(const State& state) const
{
    std::vector<Influence> out;
    for (const std::string& blocker : state.blockers)
        out.push_back(influenceOf(blocker));
    if (!state.candidate) {
        Influence way = m_table.ofCandidates();
        way.add(m_table.of(m_p.offers[m_offer].source->trigger));
        out.push_back(std::move(way));
    } else if (out.empty()) { // outranked: anything may hold back what is preferred
        out.push_back(Influence::everything(m_p.defaults.size()));
    }
    return out;
}

/// What of a request a filter looks at.
Influence CounterfactualSearch::Work::influenceOf(const std::string& blocker) const
{
    const model::Offer& offer = *m_p.offers[m_offer].source;
    const auto colon = std::min(blocker.find(':'), blocker.size());
    const std::string kind = blocker.substr(0, colon);
    const std::string id = colon < blocker.size() ? blocker.substr(colon + 1) : "";
    Influence out;
    if (kind == "validity") {
        out.time = true;
    } else if (kind == "consent") {
        const std::string& channel = m_p.pack.placements[m_changed->plain().placement].channel;
        out = m_table.of(std::ranges::find(m_p.pack.channels, channel, &model::Channel::id)->consent);
    } else if (kind == "suppress") {
        out = m_table.of(std::ranges::find(m_p.pack.suppress, id, &model::Suppression::id)->when);
    } else if (kind == "when") {
        out = m_table.of(offer.when);
    } else if (kind == "owned") {
        out.events = true;
    } else if (kind == "substitute") {
        out.cart = out.events = out.time = true;
    } else if (kind == "margin") {
        out.cart = true;
    } else if (kind == "cap" || kind == "cooldown" || kind == "exclusive") {
        out.exposures = out.time = true;
    } else if (kind == "sequence") {
        const auto rule = std::ranges::find(m_p.pack.sequence, id, &model::SequenceRule::id);
        out = m_table.of(rule->where);
        out.time = true;
        (rule->afterEvent.empty() ? out.exposures : out.events) = true;
    } else if (kind == "propensity") {
        out = m_table.of(offer.propensity);
    } else if (kind == "score" || kind == "floor") {
        out = m_table.of(m_p.pack.rank.score);
        out.add(m_table.of(offer.propensity));
    }
    return out;
}

void CounterfactualSearch::Work::expand(const Node& node, std::vector<Node>& reached)
{
    std::vector<Influence> ways = obstacles(node.state);
    const auto least = std::ranges::min_element(ways, {}, weight);
    // A copy: trying a part changes the request that `with` gives.
    Request here(m_p);
    const Request& changed = m_changed->with(node.parts);
    here.now = changed.now;
    here.placement = changed.placement;
    here.focus = changed.focus;
    here.cart = changed.cart;
    here.attributes = changed.attributes;
    here.history = changed.history;
    const Standpoint at { here, m_offer, *least, node.state.blockers, node.state.involved };
    if (at.influence.time)
        tryTimes(node, at, reached);
    Request before(m_p); // positions in the history are those of the history as it was
    before.now = m_now;
    before.placement = here.placement;
    before.focus = here.focus;
    before.cart = here.cart;
    before.attributes = here.attributes;
    before.history = m_changed->history();
    const Standpoint then { before, m_offer, *least, node.state.blockers, node.state.involved };
    for (const auto& derive : { std::function([&] { return m_source.attributes(at); }),
             std::function([&] { return m_source.history(then, m_now); }),
             std::function([&] { return m_source.cart(at); }) }) {
        if (m_best && node.parts.empty())
            return; // the kinds that follow are larger
        for (Change& change : derive()) {
            if (fits(node.parts, change) && !tryPart(node, keep(std::move(change)), reached))
                return;
        }
    }
}

/// False where the budget is used up.
bool CounterfactualSearch::Work::tryPart(const Node& node, const Change* part, std::vector<Node>& reached)
{
    if (!mayGoOn())
        return false;
    Node next { node.parts, {}, {} };
    next.parts.push_back(part);
    next.cost = costOf(next.parts, m_now, m_p);
    if (next.parts.size() > 1) {
        if (m_best && m_best->cost < next.cost)
            return true;
        if (!m_seen.insert(next.cost.words).second)
            return true;
    }
    next.state = stateWith(next.parts);
    if (next.state.chosen)
        found(std::move(next.parts));
    else
        reached.push_back(std::move(next));
    return true;
}

/// In the order of time until one works; then the first instant that works is closed in on.
void CounterfactualSearch::Work::tryTimes(const Node& node, const Standpoint& at, std::vector<Node>& reached)
{
    if (std::ranges::find(node.parts, Kind::Time, &Change::kind) != node.parts.end())
        return;
    std::int64_t before = at.request.now.ms;
    for (const Timestamp t : m_source.times(at, node.parts.empty())) {
        Change change;
        change.at = t;
        const Change* part = keep(std::move(change));
        if (!mayGoOn())
            return;
        Node next { node.parts, {}, {} };
        next.parts.push_back(part);
        next.state = stateWith(next.parts);
        if (!next.state.chosen) {
            next.cost = costOf(next.parts, m_now, m_p);
            reached.push_back(std::move(next));
            before = t.ms;
            continue;
        }
        std::int64_t good = t.ms;
        while (good - before > 1 && mayGoOn()) {
            Change middle;
            middle.at = Timestamp { before + (good - before) / 2 };
            Parts parts = node.parts;
            parts.push_back(&middle);
            (works(parts) ? good : before) = middle.at.ms;
        }
        Change first;
        first.at = Timestamp { good };
        Parts parts = node.parts;
        parts.push_back(keep(std::move(first)));
        found(std::move(parts));
        return;
    }
}

/// Two parts must not speak of the same thing.
bool CounterfactualSearch::Work::fits(const Parts& parts, const Change& c)
{
    return std::ranges::none_of(parts, [&](const Change* p) {
        const bool cart = p->kind == Kind::CartLine || p->kind == Kind::NoCartLine;
        const bool alsoCart = c.kind == Kind::CartLine || c.kind == Kind::NoCartLine;
        if (cart && alsoCart)
            return p->sku == c.sku;
        if (p->kind != c.kind)
            return false;
        switch (c.kind) {
        case Kind::Attribute:
        case Kind::Context:
            return p->name == c.name;
        case Kind::NoExposure:
        case Kind::NoEvent:
            return p->position == c.position;
        case Kind::Time:
        case Kind::Focus:
            return true;
        default:
            return false; // something may happen twice
        }
    });
}

const Change* CounterfactualSearch::Work::keep(Change change)
{
    return &m_pool.emplace_back(std::move(change));
}

void CounterfactualSearch::Work::found(Parts parts)
{
    if (m_best && parts.size() == 1 && beyond(*parts.front(), *m_best->parts.front()))
        return;
    parts = refined(std::move(parts));
    Node node { std::move(parts), {}, {} };
    node.cost = costOf(node.parts, m_now, m_p);
    if (!m_best && node.parts.size() > 1)
        m_stopAt = std::min(m_stopAt, m_decisions + afterFirst);
    if (!m_best || node.cost < m_best->cost)
        m_best = std::move(node);
}

/// Whether a number is further the same way than one that works.
bool CounterfactualSearch::Work::beyond(const Change& c, const Change& known)
{
    if (c.kind != known.kind || c.name != known.name)
        return false;
    const auto further
        = [](auto a, auto b, auto from) { return (b > from && a >= b) || (b < from && a <= b); };
    const Result<Json> from = parseJson(c.from);
    if (!from || !from->is_number())
        return false;
    if (const auto* a = std::get_if<std::int64_t>(&c.value))
        return further(*a, std::get<std::int64_t>(known.value), from->get<std::int64_t>());
    if (const auto* a = std::get_if<double>(&c.value))
        return further(*a, std::get<double>(known.value), from->get<double>());
    return false;
}

/// From what to go on: of parts of one kind that leave the offer in the same state the smallest, the nearest
/// to being chosen first.
std::vector<CounterfactualSearch::Work::Node> CounterfactualSearch::Work::frontier(std::vector<Node> reached)
{
    std::ranges::stable_sort(reached, [](const Node& a, const Node& b) {
        const auto x = a.state.distance();
        const auto y = b.state.distance();
        return x != y ? x < y : a.cost < b.cost;
    });
    std::set<std::string> known;
    std::vector<Node> out;
    for (Node& node : reached) {
        std::string key;
        bool time = false;
        for (const Change* part : node.parts) {
            key += std::string(name(part->kind)) + '|' + part->name + '|';
            time = time || part->kind == Kind::Time;
        }
        for (const std::string& blocker : node.state.blockers)
            key += blocker + ',';
        key += node.state.candidate ? "" : "-";
        if (!time) // ages grow all the time
            key += node.state.facts;
        if (known.insert(std::move(key)).second)
            out.push_back(std::move(node));
        else
            m_pruned = true;
    }
    return out;
}

}
