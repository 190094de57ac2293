// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/parity.h"

#include "stats/adjust.h"
#include "stats/distributions.h"
#include "stats/proportion.h"

#include <algorithm>

namespace ow::stats {
namespace {

constexpr std::int64_t leastPeople = 30;

std::optional<double> plusOne(std::optional<double> lift)
{
    return lift ? std::optional(*lift + 1) : std::nullopt;
}

ParityRow compare(const ParityGroup& group, const ParityGroup& reference, double conf)
{
    ParityRow row;
    row.id = group.id;
    if (group.n > 0)
        row.rate = double(group.k) / double(group.n);
    if (group.id == reference.id || group.n < leastPeople) {
        row.flag = group.id == reference.id ? "reference" : "insufficient";
        return row;
    }
    const ProportionDiff d = proportionDiff({ group.k, group.n, reference.k, reference.n, conf });
    row.diff = d.estimate;
    row.diffLower = d.lower;
    row.diffUpper = d.upper;
    row.pValue = d.pValue;
    row.ratio = plusOne(d.relLift);
    row.ratioLower = plusOne(d.relLower);
    row.ratioUpper = plusOne(d.relUpper);
    return row;
}

std::string flagOf(const ParityRow& row, double q)
{
    constexpr double fourFifths = 0.8, slack = 1e-12;
    if (!row.ratio)
        return "undefined";
    if (*row.ratio >= fourFifths - slack && *row.ratio <= 1 / fourFifths + slack)
        return "ok";
    return *row.qValue <= q ? "disparity" : "watch";
}

}

Parity parity(const ParityInput& in)
{
    Parity out;
    const auto reference = std::find_if(
        in.groups.begin(), in.groups.end(), [&](const auto& g) { return g.id == in.reference; });
    if (std::any_of(in.groups.begin(), in.groups.end(), [](const auto& g) { return g.k < 0 || g.k > g.n; }))
        out.invalid("bad_counts");
    else if (reference == in.groups.end())
        out.invalid("bad_reference");
    else if (!isLevel(in.conf) || !isLevel(in.q))
        out.invalid("bad_alpha");
    else if (reference->n < leastPeople)
        out.insufficient("small_reference");
    if (!out.ok())
        return out;
    std::vector<std::optional<double>> p;
    for (const ParityGroup& group : in.groups) {
        out.groups.push_back(compare(group, *reference, in.conf));
        p.push_back(out.groups.back().pValue);
    }
    const auto adjusted = adjust(p, AdjustMethod::BenjaminiHochberg).adjusted;
    for (std::size_t i = 0; i < out.groups.size(); ++i) {
        ParityRow& row = out.groups[i];
        row.qValue = adjusted[i];
        if (row.flag.empty())
            row.flag = flagOf(row, in.q);
    }
    return out;
}

}
