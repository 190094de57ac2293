// SPDX-License-Identifier: GPL-3.0-or-later
// Section 8 of the statistics: pairs of products.
#include "base/json.h"
#include "stats/adjacency.h"
#include "stats/adjacency_stratified.h"
#include "stats/edge_class.h"
#include "stats/json_io.h"
#include "stats/sequence_ratio.h"

#include <array>

namespace ow::stats {
namespace {

PairCounts counts(Input& in) { return { in.count("n_ab"), in.count("n_a"), in.count("n_b"), in.count("n") }; }

std::vector<Stratum> strata(Input& in)
{
    std::vector<Stratum> out;
    for (Input& s : in.objects("strata"))
        out.push_back({ counts(s), s.maybe("size") });
    return out;
}

Json runAdjacency(Input& in)
{
    const Adjacency r = adjacency(counts(in));
    Output out(r);
    out.number("support", r.support).number("expected", r.expected);
    out.number("confidence_ab", r.confidenceAb).number("confidence_ba", r.confidenceBa);
    out.number("lift", r.lift).number("leverage", r.leverage);
    out.number("conviction_ab", r.convictionAb).number("conviction_ba", r.convictionBa);
    out.number("jaccard", r.jaccard).number("cosine", r.cosine).number("yule_q", r.yuleQ);
    out.number("pmi", r.pmi).number("npmi", r.npmi).number("g2", r.g2).number("g2_p", r.g2P);
    return out.number("p_greater", r.pGreater).number("p_less", r.pLess).take();
}

Json runStratified(Input& in)
{
    const auto list = strata(in);
    const AdjacencyStratified r = adjacencyStratified({ list, in.number("conf", 0.95) });
    Output out(r);
    out.whole("observed", r.observed).number("expected", r.expected).number("adjusted_lift", r.adjustedLift);
    out.number("p_greater", r.pGreater).number("p_less", r.pLess);
    if (r.method)
        out.text("method", *r.method == TestMethod::Exact ? "exact" : "normal");
    out.number("chi2", r.chi2).number("p_value", r.pValue).number("odds_ratio", r.oddsRatio);
    return out.number("lower", r.lower).number("upper", r.upper).whole("strata_used", r.strataUsed).take();
}

std::optional<Evidence> evidence(Input& pair, const char* key)
{
    if (!pair.has(key))
        return std::nullopt;
    Input in = pair.object(key);
    EvidenceTable table;
    table.stratified = in.has("strata");
    if (table.stratified)
        table.strata = strata(in);
    else
        table.counts = counts(in);
    return weigh(table);
}

Json edge(const Edge& e, std::string id)
{
    Output out;
    out.text("id", id).text("class", edgeClassName(e.edgeClass));
    out.number("lift_buy", e.liftBuy).number("lift_view", e.liftView).number("q_complement", e.qComplement);
    return out.number("q_coview", e.qCoview)
        .number("q_substitute", e.qSubstitute)
        .number("weight", e.weight)
        .take();
}

Json runEdgeClass(Input& in)
{
    std::vector<std::string> ids;
    std::vector<PairEvidence> pairs;
    for (Input& p : in.objects("pairs")) {
        ids.push_back(p.text("id", ""));
        pairs.push_back({ evidence(p, "buy"), evidence(p, "view"), evidence(p, "choice") });
    }
    const EdgeClasses r = edgeClasses(pairs,
        { in.number("q", 0.05), in.number("min_lift", 1.2), in.number("min_expected", 1),
            in.number("min_expected_choice", 5) });
    Output out(r);
    if (r.ok()) {
        Json list = Json::array();
        for (std::size_t i = 0; i < r.pairs.size(); ++i)
            list.push_back(edge(r.pairs[i], ids[i]));
        out.json("pairs", std::move(list));
    }
    return out.take();
}

Json runSequenceRatio(Input& in)
{
    const auto a = in.has("daily_a") ? in.numbers("daily_a") : std::vector<double> {};
    const auto b = in.has("daily_b") ? in.numbers("daily_b") : std::vector<double> {};
    const SequenceRatio r = sequenceRatio({ in.count("n_forward"), in.count("n_backward"), a, b,
        in.count("window", 60), in.number("conf", 0.95) });
    Output out(r);
    out.number("crude_ratio", r.crudeRatio).number("null_ratio", r.nullRatio).number("estimate", r.estimate);
    return out.number("lower", r.lower).number("upper", r.upper).number("p_value", r.pValue).take();
}

}

std::span<const Estimator> edgeEstimators()
{
    static constexpr std::array list {
        Estimator { "adjacency", runAdjacency },
        Estimator { "adjacency_stratified", runStratified },
        Estimator { "edge_class", runEdgeClass },
        Estimator { "sequence_ratio", runSequenceRatio },
    };
    return list;
}

}
