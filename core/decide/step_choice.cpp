// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.h"
#include "decide/run.h"

#include <algorithm>
#include <cmath>

namespace ow::decide {

using expr::Value;

void Run::scoreCandidates()
{
    const model::Rank& rank = m_p.pack.rank;
    for (Candidate& c : m_s.candidates) {
        c.verdict = c.blockCount == 0 ? Verdict::Outranked : Verdict::Blocked;
        if (c.verdict == Verdict::Blocked)
            continue;
        setCandidate(c.offer, c.anchor);
        need(m_paths.score);
        m_s.values[m_p.nameSlots.candidate] = Value::of(c.fit);
        m_s.values[m_p.nameSlots.candidate + 1] = Value::of(c.propensity);
        m_s.values[m_p.nameSlots.candidate + 2] = Value::of(name(c.origin));
        const Value score = number(m_p.score->code());
        c.firstBlock = std::uint32_t(m_s.blocks.size());
        if (!score.is(Value::Tag::Double) || !std::isfinite(score.asDouble())) {
            block(Filter::Score);
        } else if (rank.floor && score.asDouble() < *rank.floor) {
            block(Filter::Floor);
            m_belowFloor = true;
        } else {
            c.score = score.asDouble();
        }
        c.blockCount = std::uint32_t(m_s.blocks.size()) - c.firstBlock;
        if (c.blockCount != 0)
            c.verdict = Verdict::Blocked;
    }
}

void Run::choose()
{
    m_s.order.clear();
    m_s.taken.clear();
    for (Index i = 0; i < m_s.candidates.size(); ++i) {
        if (m_s.candidates[i].verdict != Verdict::Blocked)
            m_s.order.push_back(i);
    }
    std::ranges::sort(m_s.order, [&](Index a, Index b) {
        const Candidate& x = m_s.candidates[a];
        const Candidate& y = m_s.candidates[b];
        if (x.score != y.score)
            return x.score > y.score;
        const std::int64_t px = m_p.offers[x.offer].source->priority;
        const std::int64_t py = m_p.offers[y.offer].source->priority;
        return px != py ? px < py : x.offer < y.offer; // offers are in the order of their ids
    });
    const auto most = std::size_t(std::max(m_p.pack.placements[m_r.placement].maxOffers, 0));
    for (const Index i : m_s.order) {
        Candidate& c = m_s.candidates[i];
        if (m_s.taken.size() < most && fitsWithTaken(c)) {
            c.verdict = Verdict::Chosen;
            m_s.taken.push_back(i);
        }
    }
}

bool Run::fitsWithTaken(const Candidate& c)
{
    if (m_s.taken.empty())
        return true; // the filters said so
    const CompiledOffer& offer = m_p.offers[c.offer];
    for (const Index t : m_s.taken) {
        const Index other = m_s.candidates[t].offer;
        if (std::ranges::any_of(offer.groups, [&](Index g) { return bool(m_p.groups[g][other]); }))
            return false;
        if (m_p.pack.rank.distinctRoles && m_p.offers[other].source->role == offer.source->role)
            return false;
    }
    for (Index i = 0; i < m_p.caps.size(); ++i) {
        const Scope& scope = m_p.caps[i];
        if (m_p.pack.caps[i].count != model::Outcome::Shown || !scope.covers(c.offer, m_r.placement))
            continue;
        // Known already: this candidate was put through the same cap by the filters.
        std::int64_t count = capCount(i);
        for (const Index t : m_s.taken)
            count += scope.covers(m_s.candidates[t].offer, m_r.placement) ? 1 : 0;
        if (count >= m_p.pack.caps[i].limit)
            return false;
    }
    return true;
}

std::int64_t Run::bucket(std::string_view id, std::string_view salt, model::Unit unit) const
{
    const bool byIntent = unit == model::Unit::Intent && !m_r.intent.empty();
    std::string& text = m_s.hashed;
    text.clear();
    text.append(id).append(":").append(salt).append(":").append(byIntent ? m_r.intent : m_r.customerId);
    const Sha256 digest = sha256(text);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8 | digest[i];
    return std::int64_t(number % 10000);
}

bool Run::inHoldout() const
{
    const std::optional<model::Holdout>& h = m_p.pack.holdout;
    return h && bucket("holdout", h->salt, h->unit) < h->shareBp;
}

void Run::answer()
{
    for (const Index i : m_s.taken)
        m_p.offers[m_s.candidates[i].offer].because.prefetch();
    const bool holdout = inHoldout();
    m_d.arm = holdout ? "holdout" : "treatment";
    for (const Index i : m_s.taken) {
        const Candidate& c = m_s.candidates[i];
        const bool withheld = drawArms(m_p.offers[c.offer]) || holdout;
        present(c, (withheld ? m_d.withheld : m_d.offers).add());
    }
    if (!m_s.taken.empty())
        return;
    m_d.noneBecause = !m_met ? "no_candidate" : m_belowFloor ? "below_floor" : "all_blocked";
}

/// The arm of every experiment on the offer, into Scratch::arms; whether one of them withholds it.
bool Run::drawArms(const CompiledOffer& offer)
{
    m_s.arms.clear();
    bool withholds = false;
    for (const Index e : offer.experiments) {
        const model::Experiment& experiment = m_p.pack.experiments[e];
        std::int64_t left = bucket(experiment.id, experiment.salt, experiment.unit);
        Index k = 0;
        while (k < experiment.arms.size() && left >= experiment.arms[k].shareBp)
            left -= experiment.arms[k++].shareBp;
        const bool drawn = k < experiment.arms.size();
        m_s.arms.push_back(drawn ? k : none);
        withholds = withholds || (drawn && experiment.arms[k].withhold);
    }
    return withholds;
}

/// The offer as its experiments show it.
void Run::present(const Candidate& c, ChosenOffer& out)
{
    const CompiledOffer& offer = m_p.offers[c.offer];
    out.offer = c.offer;
    out.id = offer.id();
    out.score = c.score;
    out.origin = c.origin;
    out.fit = c.fit;
    out.propensity = c.propensity;
    out.anchor = c.anchor;
    if (c.anchor != none)
        out.anchorSku = m_p.products[c.anchor].values[0].asString();
    if (c.origin == Origin::Matrix)
        out.benefit = m_p.pack.matrix[m_cell].benefit;
    out.price = { offer.prices.price };
    const Because* because = &offer.because;
    std::string_view shownName = offer.name();
    for (std::size_t i = 0; i < offer.experiments.size(); ++i) {
        const model::Experiment& experiment = m_p.pack.experiments[offer.experiments[i]];
        const Index k = m_s.arms[i];
        if (k == none) {
            out.variants.emplace_back(experiment.id, "");
            continue;
        }
        const model::Arm& arm = experiment.arms[k];
        out.variants.emplace_back(experiment.id, arm.id);
        out.price = arm.price.value_or(out.price);
        if (arm.name)
            shownName = *arm.name;
        const CompiledArm& compiled = m_p.experiments[offer.experiments[i]].arms[k];
        if (compiled.because)
            because = &*compiled.because;
    }
    if (!m_options.because)
        return;
    setCandidate(c.offer, c.anchor);
    need(because->needs & ~needs::offer);
    if ((because->needs & needs::offer) != 0)
        bindShownOffer(c.offer, shownName, out);
    because->render(m_s.values, m_p.decimals, out.because);
}

/// The offer for a sentence that reads it: as its experiments show it, which no other expression is to see.
void Run::bindShownOffer(Index index, std::string_view shownName, const ChosenOffer& out)
{
    bindWholeOffer(index);
    if (out.variants.empty())
        return;
    const CompiledOffer& offer = m_p.offers[index];
    const OfferPrices prices = pricesAt(out.price.minor, offer.prices.listPrice, offer.prices.cost);
    // id name kind role tier mission price list_price discount_bp margin margin_bp
    Value* const shown = m_s.values.data() + m_p.nameSlots.offer;
    shown[1] = Value::of(shownName);
    shown[6] = Value::of(prices.price);
    shown[8] = Value::of(prices.discountBp);
    shown[9] = Value::of(prices.margin);
    shown[10] = Value::of(prices.marginBp);
    m_have &= ~needs::offer;
}

void Run::explain()
{
    std::ranges::sort(m_s.candidates, {}, &Candidate::offer); // by id
    for (const Candidate& c : m_s.candidates) {
        Considered& out = m_d.considered.add();
        out.offer = c.offer;
        out.id = m_p.offers[c.offer].source->id;
        out.verdict = c.verdict;
        out.origin = c.origin;
        out.fit = c.fit;
        out.anchor = c.anchor;
        out.propensity = c.propensity;
        out.score = c.score;
        const auto first = m_s.blocks.begin() + c.firstBlock;
        out.blockedBy.assign(first, first + c.blockCount);
    }
    need(m_paths.allFacts);
    for (std::size_t i = 0; i < m_p.facts.size(); ++i) {
        FactText& out = m_d.facts.add();
        out.id = m_p.pack.facts[i].id;
        expr::appendText(m_s.values[m_p.nameSlots.facts + i], out.value);
    }
}

}
