// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/wording.h"

#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ow::score {

namespace {

double scaleOf(Metric metric, std::string_view currency)
{
    if (isMoney(metric))
        return std::pow(10.0, -currencyDecimals(currency));
    return isRate(metric) ? 100.0 : 1.0;
}

std::string fixed(double value, int decimals)
{
    std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool zero = text.find_first_not_of("-0.") == std::string::npos;
    return zero && text.front() == '-' ? text.substr(1) : text;
}

std::string confidence(const Precision& precision) { return fmt::format("{:g} %", precision.conf * 100); }

std::string noun(Metric metric, bool more)
{
    switch (metric) {
    case Metric::AttachRate:
        return more ? "percentage points more took the offer" : "percentage points fewer took the offer";
    case Metric::MarginPerUnit:
        return more ? "more contribution margin per customer" : "less contribution margin per customer";
    case Metric::CoreConversion:
        return more ? "percentage points more bought the core" : "percentage points fewer bought the core";
    case Metric::ReturnRate:
        return more ? "percentage points more came back" : "percentage points less came back";
    case Metric::OpportunitiesPerUnit:
        return more ? "more opportunities per customer" : "fewer opportunities per customer";
    }
    return {};
}

std::string money(Metric metric, std::string_view currency)
{
    return isMoney(metric) ? std::string(currency) + " " : "";
}

}

std::string grouped(std::int64_t n)
{
    std::string text = std::to_string(n);
    const std::size_t first = n < 0 ? 1 : 0;
    for (std::size_t i = text.size(); i > first + 3; i -= 3)
        text.insert(i - 3, ",");
    return text;
}

std::string dayText(Timestamp t)
{
    constexpr std::array months { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
        "Dec" };
    const auto civil = civilTime(t);
    return civil ? fmt::format("{} {}", civil->day, months[std::size_t(civil->month - 1)])
                 : formatTimestamp(t);
}

Digits digitsFor(const Measure& m, std::string_view currency)
{
    Digits digits;
    digits.scale = scaleOf(m.metric, currency);
    std::optional<double> width;
    if (m.hasInterval())
        width = *m.anytimeUpper - *m.anytimeLower;
    else if (m.lower && m.upper)
        width = *m.upper - *m.lower;
    if (width && *width > 0)
        digits.decimals = std::clamp(1 - int(std::floor(std::log10(*width * digits.scale))), 0, 4);
    return digits;
}

std::string metricTitle(Metric metric)
{
    switch (metric) {
    case Metric::AttachRate:
        return "Attach rate";
    case Metric::MarginPerUnit:
        return "Contribution margin";
    case Metric::CoreConversion:
        return "Core conversion";
    case Metric::ReturnRate:
        return "Return rate";
    case Metric::OpportunitiesPerUnit:
        return "Opportunities";
    }
    return {};
}

std::string unitOfMetric(Metric metric, std::string_view currency)
{
    return isMoney(metric) ? std::string(currency) : isRate(metric) ? "%" : "";
}

std::string unitOfDifference(Metric metric, std::string_view currency)
{
    return isMoney(metric) ? std::string(currency) : isRate(metric) ? "points" : "";
}

std::string levelText(const std::optional<double>& value, const Measure& m, std::string_view currency)
{
    if (!value)
        return "–";
    const Digits digits = digitsFor(m, currency);
    const std::string unit = unitOfMetric(m.metric, currency);
    return fixed(*value * digits.scale, digits.decimals) + (unit.empty() ? "" : " " + unit);
}

std::string signedText(double value, const Digits& digits)
{
    const std::string text = fixed(std::abs(value * digits.scale), digits.decimals);
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    return (zero ? "" : value < 0 ? "−" : "+") + text;
}

std::string reasonText(const Measure& m, const Precision& precision)
{
    if (m.status == stats::Status::Ok)
        return {};
    const std::string& r = m.reason;
    if (r == "no_units" || r == "no_trials")
        return "No data yet";
    if (r == "empty_arm")
        return m.holdout.units == 0 ? "Nobody in the holdout yet" : "Nobody in the treatment yet";
    if (r == "too_few_units") {
        const auto fewest = std::min(m.treatment.units, m.holdout.units);
        if (fewest < precision.minUnits)
            return fmt::format("{} of {} customers needed", fewest, precision.minUnits);
        return fmt::format("{:.0f} of {} events needed in each arm",
            std::min(m.treatment.successes, m.holdout.successes), precision.minEvents);
    }
    if (r == "zero_variance")
        return "No variation observed: no interval possible";
    if (r == "zero_denominator" || r == "negative_denominator")
        return "Ratio not defined: nothing was sold";
    if (r == "needs_customer_randomisation")
        return "Needs customers as the randomised unit: here one customer lives in both arms";
    return m.status == stats::Status::Invalid ? "Not computed: " + r : r;
}

std::string effectText(const Measure& m, std::string_view currency, const Precision& precision)
{
    if (!m.hasInterval())
        return reasonText(m, precision);
    const Digits digits = digitsFor(m, currency);
    const std::string unit = unitOfDifference(m.metric, currency);
    return signedText(*m.anytimeLower, digits) + " to " + signedText(*m.anytimeUpper, digits)
        + (unit.empty() ? "" : " " + unit);
}

std::string effectSentence(const Measure& m, std::string_view currency, const Precision& precision)
{
    if (!m.hasInterval())
        return reasonText(m, precision) + ".";
    const Digits digits = digitsFor(m, currency);
    const double lower = *m.anytimeLower, upper = *m.anytimeUpper;
    const std::string tail = fmt::format(" ({}, valid at any time).", confidence(precision));
    const auto plain = [&](double v) { return fixed(std::abs(v) * digits.scale, digits.decimals); };
    const std::string unit = money(m.metric, currency);
    if (lower > 0)
        return fmt::format(
            "Between {}{} and {}{} {}{}", unit, plain(lower), unit, plain(upper), noun(m.metric, true), tail);
    if (upper < 0)
        return fmt::format("Between {}{} and {}{} {}{}", unit, plain(upper), unit, plain(lower),
            noun(m.metric, false), tail);
    return fmt::format("Effects below {} or above {} {} are ruled out{}", signedText(lower, digits),
        signedText(upper, digits), unitOfDifference(m.metric, currency), tail);
}

std::string verdictTitle(const Verdict& verdict)
{
    std::string title = verdict.state;
    if (!title.empty())
        title.front() = char(title.front() - 'a' + 'A');
    return title;
}

std::string verdictSentence(const Verdict& verdict)
{
    const std::string& r = verdict.reason;
    if (r == "proven")
        return "Lift and margin clear their thresholds and every guardrail holds.";
    if (r == "lift_below")
        return "The lift stays below what would be worthwhile.";
    if (r == "margin_below")
        return "The margin stays below what would be worthwhile.";
    if (r == "not_proven")
        return "The last cycle is over and the thresholds were not cleared.";
    if (r == "guardrail:core_conversion")
        return "Asking costs the core sale: the guardrail on core conversion is breached.";
    if (r == "guardrail:return_rate")
        return "Too much comes back: the guardrail on returns is breached.";
    if (r == "guardrail_pending")
        return "Lift and margin clear their thresholds; a guardrail is not settled yet.";
    if (r == "too_few_units")
        return "Too few customers in an arm so far.";
    if (r == "no_estimate")
        return "Lift or margin cannot be estimated yet.";
    if (r == "min_cycles")
        return "Too early: the first two cycles only watch for harm.";
    if (r == "no_new_data")
        return "Nothing new since the last look.";
    if (r == "undecided")
        return "The intervals still allow both keeping and killing.";
    if (r == "experience")
        return "The experience improves, so the offer is spared for now.";
    if (r == "srm")
        return "The arms do not have the sizes they were given: no verdict until that is understood.";
    if (r == "crossed")
        return "More than 5 % of the customers were seen in both arms: no verdict until that is understood.";
    return r;
}

std::string noteText(std::string_view code)
{
    if (code == "returns_open")
        return "returns still open: expected returns are taken off";
    if (code == "winsorized")
        return "the largest orders are capped at the 99.9 % quantile";
    if (code == "zero_baseline" || code == "nonpositive_baseline" || code == "baseline_indistinct_from_zero")
        return "relative lift needs a baseline above zero";
    if (code == "zero_variance")
        return "no variation observed";
    if (code == "few_clusters")
        return "fewer than 30 customers: read with care";
    if (code == "zero_treatment")
        return "nobody in the treatment did";
    return std::string(code);
}

namespace {

std::string dayOf(Timestamp t) { return formatTimestamp(t).substr(0, 10); }

HealthLine sampleRatioLine(const SampleRatio& ratio)
{
    using Tone = HealthLine::Tone;
    const auto arm = [&](std::size_t i) {
        return ratio.arms[i].expected
            ? fmt::format("{} in {} ({} expected)", grouped(ratio.arms[i].units), ratio.arms[i].arm,
                grouped(std::llround(*ratio.arms[i].expected)))
            : fmt::format("{} in {}", grouped(ratio.arms[i].units), ratio.arms[i].arm);
    };
    const std::string counts = ratio.arms.size() == 2 ? arm(0) + ", " + arm(1) : std::string();
    if (ratio.reason == "no_shares")
        return { Tone::Caution, "Sample ratio not checked",
            "The rules name no holdout, so nobody can say how large the arms should be. " + counts };
    if (!ratio.pValue)
        return { Tone::Caution, "Sample ratio not checked", "Only one arm has customers. " + counts };
    std::string suspects;
    for (const std::string& s : ratio.suspects)
        suspects += (suspects.empty() ? " Look at: " : ", ") + s;
    const std::string p = fmt::format("; p {:.2g}.", *ratio.pValue);
    if (ratio.verdict == "fail")
        return { Tone::Bad, "Sample ratio is off", counts + p + " No verdict may stand on this." + suspects };
    if (ratio.verdict == "warn")
        return { Tone::Caution, "Sample ratio looks odd", counts + p + suspects };
    return { Tone::Good, "Sample ratio as configured", counts + p };
}

}

std::vector<HealthLine> healthLines(const Scorecard& card)
{
    using Tone = HealthLine::Tone;
    std::vector<HealthLine> lines;
    if (!card.start || !card.dataEnd)
        return { { Tone::Caution, "No exposures yet",
            "Import exposures with their arm, withheld ones too, or simulate some." } };
    lines.push_back(sampleRatioLine(card.overall.sampleRatio));
    const std::string span = fmt::format("{} exposures from {}, data end {}.", grouped(card.exposures),
        dayOf(*card.start), dayOf(*card.dataEnd));
    if (card.cycles == 0)
        lines.push_back({ Tone::Caution, "Not mature yet",
            fmt::format("The first whole cycle can be read on {}. {}", dayOf(*card.firstMature), span) });
    else
        lines.push_back({ Tone::Good,
            fmt::format("{} whole cycle{}", card.cycles, card.cycles == 1 ? "" : "s"),
            fmt::format("{} {} customers are too recent to count.", span, grouped(card.overall.immature)) });
    if (card.overall.openUnits > 0)
        lines.push_back({ Tone::Caution, "Returns open",
            fmt::format(
                "{} customers have purchases that can still come back; expected returns are taken off.",
                grouped(card.overall.openUnits)) });
    if (card.overall.crossed > 0) {
        const auto all = card.overall.crossed + card.overall.sampleRatio.arms[0].units
            + card.overall.sampleRatio.arms[1].units;
        const double share = double(card.overall.crossed) / double(all);
        lines.push_back({ share > 0.05 ? Tone::Bad
                : share > 0.01         ? Tone::Caution
                                       : Tone::Good,
            "Seen in both arms",
            fmt::format("{} of {} were in both arms and are left out of both.", grouped(card.overall.crossed),
                grouped(all)) });
    }
    if (card.linesWithoutCost > 0)
        lines.push_back({ Tone::Caution, "Costs missing",
            fmt::format(
                "{} sold lines are of products that the catalogue does not know: left out of margins.",
                grouped(card.linesWithoutCost)) });
    std::stable_sort(
        lines.begin(), lines.end(), [](const HealthLine& a, const HealthLine& b) { return a.tone > b.tone; });
    return lines;
}

}
