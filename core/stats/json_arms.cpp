// SPDX-License-Identifier: GPL-3.0-or-later
// Sections 3, 4.1, 4.3 and 4.4 of the statistics: the comparisons of two arms and what goes with them.
#include "base/json.h"
#include "stats/adjust.h"
#include "stats/beta_binomial.h"
#include "stats/cluster_diff.h"
#include "stats/confidence_sequence.h"
#include "stats/cuped.h"
#include "stats/fieller.h"
#include "stats/json_io.h"
#include "stats/mean_diff.h"
#include "stats/proportion.h"
#include "stats/ratio.h"
#include "stats/srm.h"
#include "stats/winsorize.h"

#include <array>

namespace ow::stats {
namespace {

double conf(Input& in) { return in.number("conf", 0.95); }

Output& interval(Output& out, const auto& r)
{
    return out.number("estimate", r.estimate).number("lower", r.lower).number("upper", r.upper);
}

Output& effect(Output& out, const Effect& r)
{
    out.number("estimate", r.estimate).number("se", r.se).whole("df", r.df).number("t", r.t);
    return out.number("p_value", r.pValue).number("lower", r.lower).number("upper", r.upper);
}

Output& relative(Output& out, const auto& r)
{
    return out.number("rel_lift", r.relLift).number("rel_lower", r.relLower).number("rel_upper", r.relUpper);
}

Json runProportion(Input& in)
{
    const Proportion r = proportion({ in.count("k"), in.count("n"), conf(in) });
    Output out(r);
    return interval(out, r).take();
}

Json runProportionDiff(Input& in)
{
    const ProportionDiff r
        = proportionDiff({ in.count("k_t"), in.count("n_t"), in.count("k_c"), in.count("n_c"), conf(in) });
    Output out(r);
    interval(out, r).number("se", r.se).number("z", r.z).number("p_value", r.pValue);
    return relative(out, r).take();
}

Json runBetaBinomial(Input& in)
{
    const BetaBinomial r = betaBinomial({ in.count("k_t"), in.count("n_t"), in.count("k_c"), in.count("n_c"),
        in.number("a0", 0.5), in.number("b0", 0.5), conf(in) });
    Output out(r);
    out.number("mean_t", r.meanT).number("lower_t", r.lowerT).number("upper_t", r.upperT);
    out.number("mean_c", r.meanC).number("lower_c", r.lowerC).number("upper_c", r.upperC);
    return out.number("prob_better", r.probBetter).number("loss_t", r.lossT).number("loss_c", r.lossC).take();
}

Json runMeanDiff(Input& in)
{
    const MeanDiff r = meanDiff({ in.number("n_t"), in.number("mean_t"), in.number("var_t"), in.number("n_c"),
        in.number("mean_c"), in.number("var_c"), conf(in) });
    Output out(r);
    effect(out, r);
    return relative(out, r).take();
}

Json runRatio(Input& in)
{
    const auto y = in.numbers("y"), x = in.numbers("x");
    const Ratio r = ratio({ y, x, conf(in) });
    Output out(r);
    return interval(out, r).number("se", r.se).whole("df", r.df).take();
}

Json runRatioDiff(Input& in)
{
    const auto yT = in.numbers("y_t"), xT = in.numbers("x_t"), yC = in.numbers("y_c"), xC = in.numbers("x_c");
    const RatioDiff r = ratioDiff({ yT, xT, yC, xC, conf(in) });
    Output out(r);
    effect(out, r).number("ratio_t", r.ratioT).number("ratio_c", r.ratioC);
    return relative(out, r).take();
}

Json runClusterDiff(Input& in)
{
    const auto y = in.numbers("y"), x = in.numbers("x");
    const auto arm = in.zeroOnes("arm");
    const auto cluster = in.labels("cluster");
    const ClusterDiff r = clusterDiff({ y, x, arm, cluster, conf(in) });
    Output out(r);
    return effect(out, r).whole("clusters", r.clusters).number("design_effect", r.designEffect).take();
}

Json runCuped(Input& in)
{
    const auto y = in.numbers("y");
    const auto pre = in.nullables("pre");
    const auto arm = in.zeroOnes("arm");
    const auto x = in.has("x") ? in.numbers("x") : std::vector<double> {};
    const auto preX = in.has("pre_x") ? in.nullables("pre_x") : std::vector<std::optional<double>> {};
    const Cuped r = cuped({ y, pre, arm, x, preX, conf(in) });
    Output out(r);
    effect(out, r).number("theta", r.theta);
    out.number("unadjusted_estimate", r.unadjustedEstimate).number("unadjusted_se", r.unadjustedSe);
    out.number("variance_reduction", r.varianceReduction);
    return out.number("pre_difference", r.preDifference).number("pre_p_value", r.prePValue).take();
}

Json runWinsorize(Input& in)
{
    const auto values = in.numbers("values");
    const Winsorize r = winsorize({ values, in.number("q", 0.999) });
    Output out(r);
    return out.number("cap", r.cap)
        .whole("capped", r.capped)
        .number("mean", r.mean)
        .number("variance", r.variance)
        .take();
}

Output& fiellerOut(Output& out, const Fieller& r)
{
    out.number("estimate", r.estimate).number("lower", r.lower).number("upper", r.upper);
    if (r.kind)
        out.text("kind", ratioSetName(*r.kind));
    return out.number("excluded_lower", r.excludedLower).number("excluded_upper", r.excludedUpper);
}

Json runFieller(Input& in)
{
    const Fieller r = fieller({ in.number("num"), in.number("den"), in.number("var_num"),
        in.number("var_den"), in.number("cov", 0), in.maybe("df"), conf(in) });
    Output out(r);
    return fiellerOut(out, r).take();
}

Json runEffectRatio(Input& in)
{
    const auto numT = in.numbers("num_t"), denT = in.numbers("den_t");
    const auto numC = in.numbers("num_c"), denC = in.numbers("den_c");
    const EffectRatio r = effectRatio({ numT, denT, numC, denC, conf(in) });
    Output out(r);
    fiellerOut(out, r).number("delta_num", r.deltaNum).number("delta_den", r.deltaDen);
    return out.number("se_num", r.seNum).number("se_den", r.seDen).take();
}

Side side(Input& in)
{
    const std::string name = in.text("side", "two");
    if (name == "lower" || name == "upper")
        return name == "lower" ? Side::Lower : Side::Upper;
    if (name != "two")
        in.fail("side", "give \"two\", \"lower\" or \"upper\"");
    return Side::Two;
}

Json runConfidenceSequence(Input& in)
{
    const ConfidenceSequence r = confidenceSequence({ in.number("estimate"), in.number("se"), in.number("n"),
        in.number("n_star"), in.number("alpha", 0.05), side(in), in.number("null", 0) });
    Output out(r);
    out.number("rho2", r.rho2).number("multiplier", r.multiplier).number("radius", r.radius);
    return interval(out, r).number("p_value", r.pValue).take();
}

Json runSrm(Input& in)
{
    const auto counts = in.counts("counts");
    const auto shares = in.numbers("shares");
    const Srm r = srm({ counts, shares });
    Output out(r);
    return out.number("chi2", r.chi2)
        .whole("df", r.df)
        .number("p_value", r.pValue)
        .text("verdict", r.verdict)
        .take();
}

AdjustMethod adjustMethod(Input& in)
{
    const std::string name = in.text("method", "bh");
    if (name == "by")
        return AdjustMethod::BenjaminiYekutieli;
    if (name == "holm")
        return AdjustMethod::Holm;
    if (name == "bonferroni")
        return AdjustMethod::Bonferroni;
    if (name != "bh")
        in.fail("method", "give \"bh\", \"by\", \"holm\" or \"bonferroni\"");
    return AdjustMethod::BenjaminiHochberg;
}

Json runAdjust(Input& in)
{
    const auto p = in.nullables("p");
    const Adjusted r = adjust(p, adjustMethod(in));
    Output out(r);
    if (r.ok()) {
        Json list = Json::array();
        for (const auto& value : r.adjusted)
            list.push_back(numberJson(value));
        out.json("adjusted", std::move(list));
    }
    return out.take();
}

}

std::span<const Estimator> armEstimators()
{
    static constexpr std::array list {
        Estimator { "proportion", runProportion },
        Estimator { "proportion_diff", runProportionDiff },
        Estimator { "beta_binomial", runBetaBinomial },
        Estimator { "mean_diff", runMeanDiff },
        Estimator { "ratio", runRatio },
        Estimator { "ratio_diff", runRatioDiff },
        Estimator { "cluster_diff", runClusterDiff },
        Estimator { "cuped", runCuped },
        Estimator { "winsorize", runWinsorize },
        Estimator { "fieller", runFieller },
        Estimator { "effect_ratio", runEffectRatio },
        Estimator { "confidence_sequence", runConfidenceSequence },
        Estimator { "srm", runSrm },
        Estimator { "adjust", runAdjust },
    };
    return list;
}

}
