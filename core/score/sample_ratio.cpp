// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/sample_ratio.h"

#include "stats/adjust.h"
#include "stats/srm.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace ow::score {

namespace {

using Counts = std::array<std::int64_t, 2>; // treatment, control

stats::Srm test(const Counts& counts, double treatmentShare)
{
    const std::array<double, 2> shares { treatmentShare, 1.0 - treatmentShare };
    return stats::srm({ .counts = counts, .shares = shares });
}

std::vector<std::string> findSuspects(const std::map<std::string, Counts>& slices, double treatmentShare)
{
    std::vector<std::string> names;
    std::vector<std::optional<double>> p;
    for (const auto& [name, counts] : slices) {
        const auto result = test(counts, treatmentShare);
        const bool small
            = std::find(result.notes.begin(), result.notes.end(), "small_expected") != result.notes.end();
        names.push_back(name);
        p.push_back(small || !result.ok() ? std::nullopt : result.pValue);
    }
    const auto adjusted = stats::adjust(p, stats::AdjustMethod::Bonferroni);
    std::vector<std::string> suspects;
    for (std::size_t i = 0; i < adjusted.adjusted.size(); ++i)
        if (adjusted.adjusted[i] && *adjusted.adjusted[i] < 0.01)
            suspects.push_back(fmt::format("{} (p {:.2g})", names[i], *adjusted.adjusted[i]));
    return suspects;
}

}

SampleRatio sampleRatio(const Population& population, const Design& design, const Log& log)
{
    SampleRatio result;
    Counts counts { 0, 0 };
    std::map<std::string, Counts> slices;
    for (const Unit& unit : population.units) {
        const std::size_t arm = unit.treated ? 0 : 1;
        ++counts[arm];
        ++slices["placement " + log.names.text(unit.placement)][arm];
        ++slices["first seen " + formatTimestamp(unit.t0).substr(0, 10)][arm];
    }
    const std::string control = design.control.empty() ? "holdout" : design.control.front();
    result.arms = { { "treatment", counts[0], {} }, { control, counts[1], {} } };
    if (!design.treatmentShare) {
        result.status = stats::Status::Undefined;
        result.reason = "no_shares";
        return result;
    }
    const double all = double(counts[0] + counts[1]);
    result.arms[0].expected = all * *design.treatmentShare;
    result.arms[1].expected = all * (1.0 - *design.treatmentShare);
    const auto overall = test(counts, *design.treatmentShare);
    result.status = overall.status;
    result.reason = overall.reason;
    result.pValue = overall.pValue;
    if (overall.ok())
        result.verdict = overall.verdict;
    result.suspects = findSuspects(slices, *design.treatmentShare);
    return result;
}

}
