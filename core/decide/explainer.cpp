// SPDX-License-Identifier: Apache-2.0
#include "decide/explain_work.h"

#include <algorithm>

namespace ow::decide {

Explainer::Explainer(const CompiledPack& pack)
    : m_work(std::make_unique<Work>(pack))
{
}
Explainer::~Explainer() = default;
Explainer::Explainer(Explainer&&) noexcept = default;
Explainer& Explainer::operator=(Explainer&&) noexcept = default;

Explanation Explainer::explain(const Request& request) { return m_work->explain(request); }

Result<OfferExplanation> Explainer::explain(const Request& request, std::string_view offer)
{
    return m_work->explain(request, offer);
}

Explanation explain(const CompiledPack& pack, const Request& request)
{
    return Explainer(pack).explain(request);
}

void Explainer::Work::decideAndLook(const Request& request, Case& c)
{
    m_decision = decide(m_p, request, m_scratch, { true, false });
    Scratch apart; // the decision may live in the other one
    m_names.look(c, apart);
}

Explanation Explainer::Work::explain(const Request& request)
{
    Case c(m_p, request);
    decideAndLook(request, c);
    Explanation out;
    out.stage = m_decision.stage;
    out.motivation = m_decision.motivation;
    for (const Considered& considered : m_decision.considered)
        out.offers.push_back(this->considered(c, considered));
    return out;
}

Result<OfferExplanation> Explainer::Work::explain(const Request& request, std::string_view offer)
{
    const Index index = m_p.offer(offer);
    if (index == none)
        return fail(ErrorCode::NotFound, "The pack has no offer \"" + std::string(offer) + '"');
    Case c(m_p, request);
    decideAndLook(request, c);
    const auto it = std::ranges::find(m_decision.considered, index, &Considered::offer);
    return it != m_decision.considered.end() ? considered(c, *it) : absent(c, index);
}

OfferExplanation Explainer::Work::considered(Case& c, const Considered& considered)
{
    OfferExplanation out;
    out.offer = considered.id;
    out.name = m_p.offers[considered.offer].source->name;
    out.verdict = considered.verdict;
    out.origin = considered.origin;
    out.fit = considered.fit;
    if (considered.anchor != none)
        out.anchor = m_p.products[considered.anchor].source->sku;
    out.propensity = considered.propensity;
    out.score = considered.score;
    c.bindOffer(considered.offer, considered.anchor);
    c.bindCandidate(considered.fit, considered.propensity, considered.origin);
    for (const Block& block : considered.blockedBy)
        out.reasons.push_back(reasonOf(c, considered, block));
    if (considered.verdict == Verdict::Outranked)
        out.reasons = outranked(c, considered);
    return out;
}

Reason Explainer::Work::reasonOf(Case& c, const Considered& considered, const Block& block)
{
    const CompiledOffer& offer = m_p.offers[considered.offer];
    const model::Offer& source = *offer.source;
    const auto reason = [&]() -> Reason {
        switch (block.filter) {
        case Filter::Status:
            return status(source);
        case Filter::Validity:
            return validity(c, source);
        case Filter::Placement:
            return placement(c, source);
        case Filter::Consent:
            return consent(c);
        case Filter::Suppress:
            return suppress(c, block.rule);
        case Filter::When:
            return when(c, source);
        case Filter::Owned:
            return owned(c, offer);
        case Filter::Substitute:
            return substitute(c, offer);
        case Filter::Stock:
            return stock(offer);
        case Filter::Margin:
            return margin(c, offer);
        case Filter::Discount:
            return discount(offer);
        case Filter::Cap:
            return cap(c, block.rule);
        case Filter::Cooldown:
            return cooldown(c, block.rule, considered.offer);
        case Filter::Sequence:
            return sequence(c, block.rule);
        case Filter::Exclusive:
            return exclusive(c, block.rule, considered.offer);
        case Filter::Propensity:
            return propensity(c, source);
        case Filter::Score:
            return score(c, considered);
        case Filter::Floor:
            break;
        }
        return floor(c, considered);
    };
    Reason out = reason();
    out.kind = name(block.filter);
    out.rule = block.rule;
    return out;
}

OtherOffer Explainer::Work::other(const HistoryExposure& e, model::Outcome outcome) const
{
    OtherOffer out;
    if (e.offer != none)
        out.offer = m_p.offers[e.offer].source->id;
    out.at = Timestamp { e.time(outcome) };
    return out;
}

std::string inQuotes(std::string_view text) { return '"' + std::string(text) + '"'; }

std::string percent(std::int64_t bp)
{
    const std::int64_t rest = (bp < 0 ? -(bp % 100) : bp % 100);
    return (bp < 0 && bp > -100 ? "-" : "") + std::to_string(bp / 100) + (rest < 10 ? ".0" : ".")
        + std::to_string(rest) + " %";
}

}
