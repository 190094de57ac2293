// SPDX-License-Identifier: GPL-3.0-or-later
// Sections 6, 7 and 9 of the statistics: value over time, price response, policies, fairness, segments.
#include "base/json.h"
#include "stats/customer_value.h"
#include "stats/elasticity.h"
#include "stats/heterogeneity.h"
#include "stats/json_io.h"
#include "stats/parity.h"
#include "stats/policy_value.h"

#include <array>

namespace ow::stats {
namespace {

double conf(Input& in) { return in.number("conf", 0.95); }

std::vector<double> numbersOrNone(Input& in, const char* key)
{
    return in.has(key) ? in.numbers(key) : std::vector<double> {};
}

std::vector<std::int64_t> labelsOrNone(Input& in, const char* key)
{
    return in.has(key) ? in.labels(key) : std::vector<std::int64_t> {};
}

std::vector<std::vector<DatedValue>> purchases(Input& in)
{
    std::vector<std::vector<DatedValue>> out;
    for (const Json& customer : in.raw("purchases")) {
        std::vector<DatedValue>& list = out.emplace_back();
        for (const Json& p : customer) {
            if (p.is_array() && p.size() == 2 && p[0].is_number() && p[1].is_number())
                list.push_back({ p[0].get<double>(), p[1].get<double>() });
            else
                in.fail("purchases", "every purchase is [day, value]");
        }
    }
    return out;
}

Json ltvPart(const LtvEstimate& e, const char* count)
{
    Output out;
    out.whole(count, std::optional(e.n)).number("mean", e.mean).number("se", e.se);
    return out.number("lower", e.lower).number("upper", e.upper).take();
}

Json runLtv(Input& in)
{
    const auto followup = in.numbers("followup");
    const auto bought = purchases(in);
    LtvInput l;
    l.followup = followup;
    l.purchases = bought;
    if (in.has("horizons"))
        l.horizons = in.numbers("horizons");
    l.breaks = numbersOrNone(in, "breaks");
    l.conf = conf(in);
    const Ltv r = ltv(l);
    Output out(r);
    if (r.ok()) {
        Json list = Json::array();
        for (const LtvHorizon& h : r.horizons) {
            Output one;
            one.whole("day", std::optional(h.day)).json("mature", ltvPart(h.mature, "n"));
            list.push_back(one.json("partitioned", ltvPart(h.partitioned, "n_last")).take());
        }
        out.json("horizons", std::move(list));
    }
    return out.take();
}

Json runSurvival(Input& in)
{
    const auto time = in.numbers("time"), at = in.numbers("at");
    const auto event = in.zeroOnes("event");
    const Survival r = survival({ time, event, at, conf(in) });
    Output out(r);
    if (r.ok()) {
        Json list = Json::array();
        for (const SurvivalPoint& p : r.points) {
            Output one;
            one.whole("t", std::optional(p.t)).number("estimate", p.estimate).number("se", p.se);
            one.number("lower", p.lower).number("upper", p.upper).whole("at_risk", std::optional(p.atRisk));
            if (!p.note.empty())
                one.text("note", p.note);
            list.push_back(one.take());
        }
        out.json("points", std::move(list));
    }
    return out.take();
}

Json elasticityJson(const Elasticity& r, bool withDf)
{
    Output out(r);
    out.number("estimate", r.estimate).number("se", r.se).number("lower", r.lower).number("upper", r.upper);
    if (withDf)
        out.whole("df", r.df);
    return out.text("band", r.band).take();
}

Json runElasticity(Input& in)
{
    const auto price = in.numbers("price"), qty = in.numbers("qty");
    const auto group = labelsOrNone(in, "group"), cluster = labelsOrNone(in, "cluster");
    return elasticityJson(elasticity({ price, qty, group, cluster, conf(in) }), true);
}

Json runElasticityArms(Input& in)
{
    return elasticityJson(elasticityArms({ in.count("k_t"), in.count("n_t"), in.number("price_t"),
                              in.count("k_c"), in.count("n_c"), in.number("price_c"), conf(in) }),
        false);
}

Json policyJson(const PolicyValue& v)
{
    Output out;
    return out.number("value", v.value)
        .number("se", v.se)
        .number("lower", v.lower)
        .number("upper", v.upper)
        .take();
}

Json runOpe(Input& in)
{
    const auto reward = in.numbers("reward"), pLog = in.numbers("p_log"), pTarget = in.numbers("p_target");
    const auto qLog = numbersOrNone(in, "q_log"), qTarget = numbersOrNone(in, "q_target");
    const Ope r = ope({ reward, pLog, pTarget, qLog, qTarget, in.maybe("clip"), conf(in) });
    Output out(r);
    out.number("logged_value", r.loggedValue).number("ess", r.ess);
    out.number("max_weight", r.maxWeight).number("mean_weight", r.meanWeight);
    if (r.ips.value) {
        out.json("ips", policyJson(r.ips))
            .json("snips", policyJson(r.snips))
            .json("ips_gain", policyJson(r.ipsGain));
        out.json("dr", r.dr ? policyJson(*r.dr) : Json());
    }
    return out.take();
}

Json runQini(Input& in)
{
    const auto y = in.numbers("y"), score = in.numbers("score");
    const auto t = in.zeroOnes("t");
    const Qini r = qini({ y, t, score });
    Output out(r);
    if (r.ok()) {
        Json curve = Json::array();
        for (const auto& [k, q] : r.curve)
            curve.push_back(Json::array({ k, q }));
        out.json("curve", std::move(curve));
    }
    out.number("total", r.total).number("area", r.area).number("area_random", r.areaRandom);
    return out.number("qini", r.qini).take();
}

Json runParity(Input& in)
{
    const std::string reference = in.text("reference");
    std::vector<ParityGroup> groups;
    for (Input& g : in.objects("groups"))
        groups.push_back({ g.text("id"), g.count("k"), g.count("n") });
    const Parity r = parity({ reference, groups, in.number("q", 0.05), conf(in) });
    Output out(r);
    if (r.ok()) {
        Json list = Json::array();
        for (const ParityRow& row : r.groups) {
            Output one;
            one.text("id", row.id).number("rate", row.rate).number("ratio", row.ratio);
            one.number("ratio_lower", row.ratioLower).number("ratio_upper", row.ratioUpper);
            one.number("diff", row.diff)
                .number("diff_lower", row.diffLower)
                .number("diff_upper", row.diffUpper);
            one.number("p_value", row.pValue).number("q_value", row.qValue).text("flag", row.flag);
            list.push_back(one.take());
        }
        out.json("groups", std::move(list));
    }
    return out.take();
}

Json runHeterogeneity(Input& in)
{
    const auto estimates = in.numbers("estimates"), se = in.numbers("se");
    const Heterogeneity r = heterogeneity({ estimates, se });
    Output out(r);
    out.number("pooled", r.pooled).number("pooled_se", r.pooledSe).number("q", r.q).whole("df", r.df);
    out.number("p_value", r.pValue).number("i2", r.i2).number("tau2", r.tau2).number("pooled_re", r.pooledRe);
    if (r.ok())
        out.json("shrunken", Json(r.shrunken));
    return out.take();
}

}

std::span<const Estimator> policyEstimators()
{
    static constexpr std::array list {
        Estimator { "ltv", runLtv },
        Estimator { "survival", runSurvival },
        Estimator { "elasticity", runElasticity },
        Estimator { "elasticity_arms", runElasticityArms },
        Estimator { "ope", runOpe },
        Estimator { "qini", runQini },
        Estimator { "parity", runParity },
        Estimator { "heterogeneity", runHeterogeneity },
    };
    return list;
}

}
