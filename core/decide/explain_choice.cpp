// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"
#include "decide/explain_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace ow::decide {

Reason Explainer::Work::propensity(const Case& c, const model::Offer& offer)
{
    Reason out;
    out.expression = m_tracer.number(offer.propensity, expr::Place::Offer, c.values);
    out.sentence = fmt::format("Its propensity has no finite value: {}{}.", describe(*out.expression),
        out.expression->value.empty() ? "" : " is " + out.expression->value);
    return out;
}

Reason Explainer::Work::score(Case& c, const Considered& considered)
{
    Reason out;
    c.bindCandidate(considered.fit, considered.propensity, considered.origin);
    out.expression = m_tracer.number(m_p.pack.rank.score, expr::Place::Rank, c.values);
    out.sentence = fmt::format("Its score has no finite value: {}{}.", describe(*out.expression),
        out.expression->value.empty() ? "" : " is " + out.expression->value);
    return out;
}

Reason Explainer::Work::floor(Case& c, const Considered& considered)
{
    Reason out;
    c.bindCandidate(considered.fit, considered.propensity, considered.origin);
    out.expression = m_tracer.number(m_p.pack.rank.score, expr::Place::Rank, c.values);
    const expr::Value score = m_tracer.evaluate(m_p.pack.rank.score, expr::Place::Rank, c.values);
    out.score = score.is(expr::Value::Tag::Double) ? score.asDouble() : 0.0;
    out.floor = m_p.pack.rank.floor.value_or(0.0);
    out.sentence = fmt::format(
        "Its score of {} is below the floor of {}.", formatDouble(*out.score), formatDouble(*out.floor));
    return out;
}

/// The walk of DECISION.md 4.5, as far as this offer: what was taken before it, and what of that it does not
/// fit.
std::vector<Reason> Explainer::Work::outranked(const Case& c, const Considered& mine) const
{
    const auto key = [&](const Considered& x) {
        return std::tuple(-x.score, m_p.offers[x.offer].source->priority, x.offer);
    };
    std::vector<const Considered*> taken;
    for (const Considered& x : m_decision.considered) {
        if (x.verdict == Verdict::Chosen && key(x) < key(mine))
            taken.push_back(&x);
    }
    std::ranges::sort(taken, {}, [&](const Considered* x) { return key(*x); });
    std::vector<Reason> out;
    const auto add = [&](std::string detail, std::string_view rule, std::vector<const Considered*> by,
                         const std::string& why) {
        Reason r;
        r.kind = "outranked";
        r.detail = std::move(detail);
        r.rule = rule;
        r.score = mine.score;
        std::string list;
        for (const Considered* x : by) {
            r.others.push_back({ std::string(x->id), {}, x->score });
            list += (list.empty() ? "" : ", ")
                + fmt::format("{} (score {})", inQuotes(x->id), formatDouble(x->score));
        }
        r.sentence = fmt::format("Outranked with a score of {}: {}{}{}.", formatDouble(mine.score), list,
            list.empty() ? "" : " ", why);
        out.push_back(std::move(r));
    };
    const CompiledOffer& offer = m_p.offers[mine.offer];
    const int most = m_p.pack.placements[c.request.placement].maxOffers;
    if (most <= 0)
        add("slots", {}, {}, "the placement shows nothing");
    else if (std::ssize(taken) >= most)
        add("slots", {}, taken, most > 1 ? fmt::format("took all {} places", most) : "took the only place");
    for (std::size_t g = 0; g < m_p.groups.size(); ++g) {
        for (const Considered* x : taken) {
            if (m_p.groups[g][mine.offer] && m_p.groups[g][x->offer])
                add("exclusive", m_p.pack.exclusive[g].id, { x },
                    fmt::format(
                        "was taken, and the group {} allows one", inQuotes(m_p.pack.exclusive[g].id)));
        }
    }
    for (std::size_t i = 0; i < m_p.caps.size(); ++i) {
        const model::Cap& cap = m_p.pack.caps[i];
        const Scope& scope = m_p.caps[i];
        if (cap.count != model::Outcome::Shown || !scope.covers(mine.offer, c.request.placement))
            continue;
        std::vector<const Considered*> counted;
        std::ranges::copy_if(taken, std::back_inserter(counted),
            [&](const Considered* x) { return scope.covers(x->offer, c.request.placement); });
        const std::int64_t before = *this->cap(c, cap.id).found;
        if (!counted.empty() && before + std::ssize(counted) >= cap.limit)
            add("cap", cap.id, counted,
                fmt::format("was taken, and with {} shown before cap {} allows {}", before, inQuotes(cap.id),
                    cap.limit));
    }
    for (const Considered* x : taken) {
        if (m_p.pack.rank.distinctRoles && m_p.offers[x->offer].source->role == offer.source->role)
            add("role", {}, { x },
                fmt::format("was taken, and has the role {} too", inQuotes(model::name(offer.source->role))));
    }
    return out;
}

}
