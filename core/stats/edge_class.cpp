// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/edge_class.h"

#include "stats/adjacency.h"
#include "stats/adjust.h"
#include "stats/distributions.h"

#include <algorithm>

namespace ow::stats {
namespace {

using Column = std::vector<std::optional<double>>;

/// The p of every pair whose expected count reaches the floor, corrected within its family.
template <typename Get>
Column family(std::span<const PairEvidence> pairs, double floor, std::size_t alsoTested, Get get)
{
    Column p(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto [evidence, tail] = get(pairs[i]);
        if (evidence && evidence->ok() && *evidence->expected >= floor)
            p[i] = (*evidence).*tail;
    }
    return adjust(p, AdjustMethod::BenjaminiHochberg, alsoTested).adjusted;
}

EdgeClass classify(const Edge& e, const EdgeOptions& o)
{
    if (!e.qComplement && !e.qCoview)
        return EdgeClass::Insufficient;
    const auto significant = [&](const std::optional<double>& p) { return p && *p <= o.q; };
    const bool complement = significant(e.qComplement) && *e.liftBuy >= o.minLift;
    const bool viewed = significant(e.qCoview) && *e.liftView >= o.minLift;
    const bool substitute = viewed && significant(e.qSubstitute);
    if (complement && substitute)
        return EdgeClass::Mixed;
    if (complement)
        return EdgeClass::Complement;
    if (substitute)
        return EdgeClass::Substitute;
    return viewed ? EdgeClass::CoViewed : EdgeClass::None;
}

double weightOf(const PairEvidence& pair, EdgeClass c)
{
    if (c == EdgeClass::Complement && pair.buy)
        return std::max(0.0, pair.buy->npmi.value_or(0));
    if (c == EdgeClass::Substitute && pair.choice)
        return std::max(0.0, -pair.choice->yuleQ.value_or(0));
    return 0;
}

}

std::string_view edgeClassName(EdgeClass c)
{
    switch (c) {
    case EdgeClass::Complement:
        return "complement";
    case EdgeClass::Substitute:
        return "substitute";
    case EdgeClass::CoViewed:
        return "coviewed";
    case EdgeClass::Mixed:
        return "mixed";
    case EdgeClass::None:
        return "none";
    case EdgeClass::Insufficient:
        return "insufficient";
    }
    return "none";
}

Evidence weigh(const EvidenceTable& table)
{
    Evidence out;
    PairCounts counts = table.counts;
    if (table.stratified) {
        const AdjacencyStratified test = adjacencyStratified({ table.strata });
        static_cast<Outcome&>(out) = test;
        out.expected = test.expected;
        out.lift = test.adjustedLift;
        out.pGreater = test.pGreater;
        out.pLess = test.pLess;
        counts = {};
        for (const Stratum& s : table.strata) {
            counts.nAb += s.counts.nAb;
            counts.nA += s.counts.nA;
            counts.nB += s.counts.nB;
            counts.n += s.counts.n;
        }
        if (!out.ok())
            return out;
    }
    const Adjacency plain = adjacency(counts);
    if (!table.stratified) {
        static_cast<Outcome&>(out) = plain;
        out.expected = plain.expected;
        out.lift = plain.lift;
        out.pGreater = plain.pGreater;
        out.pLess = plain.pLess;
    }
    out.npmi = plain.npmi;
    out.yuleQ = plain.yuleQ;
    return out;
}

EdgeClasses edgeClasses(std::span<const PairEvidence> pairs, const EdgeOptions& options)
{
    EdgeClasses out;
    if (!isLevel(options.q)) {
        out.invalid("bad_alpha");
        return out;
    }
    for (const PairEvidence& pair : pairs) {
        for (const auto* evidence : { &pair.buy, &pair.view, &pair.choice }) {
            if (*evidence && (*evidence)->status == Status::Invalid) {
                out.invalid((*evidence)->reason);
                return out;
            }
        }
    }
    using Tested = std::pair<const std::optional<Evidence>&, std::optional<double> Evidence::*>;
    const auto buy = [](const PairEvidence& p) { return Tested { p.buy, &Evidence::pGreater }; };
    const auto view = [](const PairEvidence& p) { return Tested { p.view, &Evidence::pGreater }; };
    const auto choice = [](const PairEvidence& p) { return Tested { p.choice, &Evidence::pLess }; };
    const Column complement = family(pairs, options.minExpected, options.alsoTestedBuys, buy);
    const Column coview = family(pairs, options.minExpected, options.alsoTestedViews, view);
    const Column substitute = family(pairs, options.minExpectedChoice, 0, choice);
    out.pairs.resize(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        Edge& e = out.pairs[i];
        e.liftBuy = pairs[i].buy ? pairs[i].buy->lift : std::nullopt;
        e.liftView = pairs[i].view ? pairs[i].view->lift : std::nullopt;
        e.qComplement = complement[i];
        e.qCoview = coview[i];
        e.qSubstitute = substitute[i];
        e.edgeClass = classify(e, options);
        e.weight = weightOf(pairs[i], e.edgeClass);
    }
    return out;
}

}
