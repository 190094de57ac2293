// SPDX-License-Identifier: GPL-3.0-or-later
// Sections 4.2, 4.5, 4.6 and 5 of the statistics: bounds, margins, plans and verdicts.
#include "base/json.h"
#include "stats/json_io.h"
#include "stats/noninferiority.h"
#include "stats/power.h"
#include "stats/spending_bounds.h"
#include "stats/stop_loss.h"

#include <array>

namespace ow::stats {
namespace {

Json list(const auto& values)
{
    Json out = Json::array();
    for (const auto& v : values)
        out.push_back(numberJson(v));
    return out;
}

Json runSpendingBounds(Input& in)
{
    const auto t = in.numbers("t");
    const std::string family = in.text("family", "obf");
    if (family != "obf" && family != "linear")
        in.fail("family", "give \"obf\" or \"linear\"");
    const SpendingBounds r = spendingBounds({ t, in.number("alpha", 0.05),
        family == "linear" ? SpendingFamily::Linear : SpendingFamily::ObrienFleming });
    Output out(r);
    if (r.ok())
        out.json("z", list(r.z))
            .json("cumulative_alpha", list(r.cumulativeAlpha))
            .json("nominal_p", list(r.nominalP));
    return out.take();
}

Json runNoninferiority(Input& in)
{
    const Noninferiority r = noninferiority({ in.number("estimate"), in.number("se"), in.maybe("df"),
        in.number("margin"), in.flag("higher_is_better", true), in.number("alpha", 0.05) });
    Output out(r);
    out.number("z", r.z).number("p_value", r.pValue).number("lower", r.lower).number("upper", r.upper);
    return out.text("verdict", r.verdict).take();
}

Json runNoninferiorityProp(Input& in)
{
    const NoninferiorityProp r = noninferiorityProp({ in.count("k_t"), in.count("n_t"), in.count("k_c"),
        in.count("n_c"), in.number("margin"), in.flag("higher_is_better", true), in.number("alpha", 0.05) });
    Output out(r);
    out.number("estimate", r.estimate).number("p_t0", r.pT0).number("p_c0", r.pC0);
    return out.number("z", r.z).number("p_value", r.pValue).text("verdict", r.verdict).take();
}

Json runPower(Input& in)
{
    PowerInput p;
    const std::string kind = in.text("kind"), solve = in.text("solve", "n");
    if (kind != "proportion" && kind != "mean")
        in.fail("kind", "give \"proportion\" or \"mean\"");
    if (solve != "n" && solve != "mde" && solve != "power")
        in.fail("solve", "give \"n\", \"mde\" or \"power\"");
    p.kind = kind == "mean" ? PowerKind::Mean : PowerKind::Proportion;
    p.solve = solve == "mde" ? PowerSolve::Mde : solve == "power" ? PowerSolve::Power : PowerSolve::N;
    p.alpha = in.number("alpha", 0.05);
    p.power = in.number("power", 0.8);
    p.ratio = in.number("ratio", 1);
    p.designEffect = in.number("design_effect", 1);
    if (p.kind == PowerKind::Proportion)
        p.pC = in.number("p_c");
    else
        p.sdC = in.number("sd_c");
    p.sdT = in.maybe("sd_t");
    if (p.solve != PowerSolve::Mde)
        p.delta = in.number("delta");
    if (p.solve != PowerSolve::N)
        p.nC = in.number("n_c");
    p.weeklyUnits = in.maybe("weekly_units");
    const Power r = power(p);
    Output out(r);
    if (p.solve == PowerSolve::Mde)
        return out.number("mde", r.mde).take();
    if (p.solve == PowerSolve::Power)
        return out.number("power", r.power).take();
    out.number("n_c", r.nC).number("n_t", r.nT).whole("n_total", r.nTotal);
    return out.whole("n_total_always_valid", r.nTotalAlwaysValid).whole("cycles", r.cycles).take();
}

StopLossTarget target(Input in) { return { in.number("threshold", 0), in.number("worthwhile") }; }

StopLossConfig config(Input in)
{
    StopLossConfig c;
    const std::string mode = in.text("mode", "planned");
    if (mode != "planned" && mode != "always_valid")
        in.fail("mode", "give \"planned\" or \"always_valid\"");
    c.mode = mode == "planned" ? StopLossMode::Planned : StopLossMode::AlwaysValid;
    c.lift = target(in.object("lift"));
    c.margin = target(in.object("margin"));
    if (in.has("guardrails")) {
        for (Input& g : in.objects("guardrails"))
            c.guardrails.push_back({ g.text("id"), g.number("margin"), g.flag("higher_is_better", true) });
    }
    c.alphaKeep = in.number("alpha_keep", c.alphaKeep);
    c.alphaKill = in.number("alpha_kill", c.alphaKill);
    c.alphaHarm = in.number("alpha_harm", c.alphaHarm);
    c.minCycles = int(in.count("min_cycles", c.minCycles));
    c.maxCycles = int(in.count("max_cycles", c.maxCycles));
    c.minUnits = in.count("min_units", c.minUnits);
    c.plannedUnits = in.number("planned_units", 0);
    c.nStar = in.number("n_star", 0);
    return c;
}

std::optional<LookMetric> metric(Input& in, const char* key)
{
    if (!in.has(key))
        return std::nullopt;
    Input m = in.object(key);
    if (!m.has("estimate") || !m.has("se"))
        return std::nullopt;
    return LookMetric { m.number("estimate"), m.number("se") };
}

Look look(Input& in)
{
    Look l;
    l.cycle = int(in.count("cycle"));
    l.srmP = in.number("srm_p", 1);
    l.unitsT = in.count("units_t");
    l.unitsC = in.count("units_c");
    l.lift = metric(in, "lift");
    l.margin = metric(in, "margin");
    l.experience = metric(in, "experience");
    if (in.raw("guardrails").is_object()) {
        Input guardrails = in.object("guardrails");
        for (const auto& [id, value] : in.raw("guardrails").items()) {
            if (const auto m = metric(guardrails, id.c_str()))
                l.guardrails[id] = *m;
        }
    }
    return l;
}

Json runStopLoss(Input& in)
{
    const StopLossConfig c = config(in.object("config"));
    std::vector<Look> looks;
    for (Input& l : in.objects("looks"))
        looks.push_back(look(l));
    if (in.failed())
        return nullptr;
    const StopLossPath r = stopLoss(c, looks);
    Output out(r);
    if (!r.ok())
        return out.take();
    Json path = Json::array();
    for (const LookVerdict& v : r.path) {
        Output step;
        step.whole("cycle", std::optional(std::int64_t(v.cycle))).text("state", stopLossStateName(v.state));
        step.text("reason", v.reason)
            .number("c_keep", v.cKeep)
            .number("c_kill", v.cKill)
            .number("c_harm", v.cHarm);
        path.push_back(step.number("t", v.information).take());
    }
    out.json("path", std::move(path));
    return out.text("verdict", stopLossStateName(r.path.back().state))
        .text("reason_final", r.path.back().reason)
        .take();
}

}

std::span<const Estimator> sequentialEstimators()
{
    static constexpr std::array list {
        Estimator { "spending_bounds", runSpendingBounds },
        Estimator { "noninferiority", runNoninferiority },
        Estimator { "noninferiority_prop", runNoninferiorityProp },
        Estimator { "power", runPower },
        Estimator { "stop_loss", runStopLoss },
    };
    return list;
}

}
