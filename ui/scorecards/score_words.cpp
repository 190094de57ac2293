// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/score_words.h"

#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scorecard)
};

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString signedNumber(double value, const score::Digits& digits)
{
    const double shown = value * digits.scale;
    if (std::abs(shown) < 0.5 * std::pow(10, -digits.decimals))
        return number(0, digits.decimals);
    return (shown < 0 ? QString(QChar(0x2212)) : u"+"_s) + number(std::abs(shown), digits.decimals);
}

QString withUnit(const QString& text, const QString& unit)
{
    return unit.isEmpty() ? text : text + u' ' + unit;
}

QString differenceUnit(score::Metric metric, std::string_view currency)
{
    if (score::isMoney(metric))
        return qs(currency);
    return score::isRate(metric) ? Words::tr("points") : QString();
}

}

QString metricLabel(score::Metric metric)
{
    using score::Metric;
    switch (metric) {
    case Metric::AttachRate:
        return Words::tr("Attach rate");
    case Metric::MarginPerUnit:
        return Words::tr("Contribution margin");
    case Metric::CoreConversion:
        return Words::tr("Core conversion");
    case Metric::ReturnRate:
        return Words::tr("Return rate");
    case Metric::OpportunitiesPerUnit:
        return Words::tr("Opportunities");
    }
    return {};
}

QString levelWords(const std::optional<double>& value, const score::Measure& m, std::string_view currency)
{
    if (!value)
        return u"–"_s;
    const auto digits = score::digitsFor(m, currency);
    const QString unit = score::isMoney(m.metric) ? qs(currency)
        : score::isRate(m.metric)                 ? u"%"_s
                                                  : QString();
    QString text = number(std::abs(*value * digits.scale), digits.decimals);
    if (*value < 0)
        text.prepend(QChar(0x2212));
    return withUnit(text, unit);
}

QString estimateWords(const score::Measure& m, std::string_view currency)
{
    if (!m.estimate)
        return u"–"_s;
    return withUnit(
        signedNumber(*m.estimate, score::digitsFor(m, currency)), differenceUnit(m.metric, currency));
}

QString effectWords(const score::Measure& m, std::string_view currency, const score::Precision& precision)
{
    if (!m.hasInterval())
        return reasonWords(m, precision);
    const auto digits = score::digitsFor(m, currency);
    return withUnit(Words::tr("%1 to %2")
                        .arg(signedNumber(*m.anytimeLower, digits), signedNumber(*m.anytimeUpper, digits)),
        differenceUnit(m.metric, currency));
}

QString effectPhrase(const score::Measure& m, std::string_view currency, const score::Precision& precision)
{
    if (!m.hasInterval())
        return reasonWords(m, precision);
    const auto digits = score::digitsFor(m, currency);
    const QString unit = differenceUnit(m.metric, currency);
    const QString low = signedNumber(*m.anytimeLower, digits), high = signedNumber(*m.anytimeUpper, digits);
    const QString conf = QLocale().toString(precision.conf * 100, 'g', 4);
    if (*m.anytimeLower <= 0 && *m.anytimeUpper >= 0)
        return Words::tr("below %1 or above %2 is ruled out (%3 %, valid at any time)")
            .arg(low, withUnit(high, unit), conf);
    return Words::tr("between %1 and %2 (%3 %, valid at any time)").arg(low, withUnit(high, unit), conf);
}

QString reasonWords(const score::Measure& m, const score::Precision& precision)
{
    const std::string& r = m.reason;
    if (r.empty())
        return {};
    if (r == "no_units" || r == "no_trials")
        return Words::tr("No data yet");
    if (r == "empty_arm")
        return m.holdout.units == 0 ? Words::tr("Nobody in the holdout yet")
                                    : Words::tr("Nobody in the treatment yet");
    if (r == "too_few_units") {
        const auto fewest = std::min(m.treatment.units, m.holdout.units);
        if (fewest < precision.minUnits)
            return Words::tr("%1 of %2 customers needed").arg(count(fewest), count(precision.minUnits));
        const double events = std::min(m.treatment.successes, m.holdout.successes);
        return Words::tr("%1 of %2 purchases needed in each arm")
            .arg(count(std::int64_t(events)), count(precision.minEvents));
    }
    if (r == "zero_variance")
        return Words::tr("No variation observed: no interval possible");
    if (r == "zero_denominator" || r == "negative_denominator")
        return Words::tr("Ratio not defined: nothing was sold");
    if (r == "needs_customer_randomisation")
        return Words::tr("Needs customers as the randomised unit");
    return Words::tr("Not computed: %1").arg(qs(r));
}

QString noteWords(std::string_view code)
{
    if (code == "returns_open")
        return Words::tr("Returns still open: expected returns are taken off");
    if (code == "winsorized")
        return Words::tr("The largest orders are capped at the 99.9 % quantile");
    if (code == "zero_baseline" || code == "nonpositive_baseline" || code == "baseline_indistinct_from_zero")
        return Words::tr("Relative lift needs a baseline above zero");
    if (code == "few_clusters")
        return Words::tr("Fewer than 30 customers: read with care");
    return qs(code);
}

QString exactWords(const score::Measure& m, std::string_view currency)
{
    score::Digits digits = score::digitsFor(m, currency);
    digits.decimals = std::min(digits.decimals + 2, 6);
    QStringList lines;
    const auto level = [&](const QString& arm, const score::ArmLevel& l) {
        QString line = Words::tr("%1: %2 of %3 customers")
                           .arg(arm, l.value ? number(*l.value * digits.scale, digits.decimals) : u"–"_s,
                               count(l.units));
        if (l.lower && l.upper)
            line += Words::tr(" (%1 to %2)")
                        .arg(number(*l.lower * digits.scale, digits.decimals),
                            number(*l.upper * digits.scale, digits.decimals));
        lines << line;
    };
    level(Words::tr("Treatment"), m.treatment);
    level(Words::tr("Holdout"), m.holdout);
    if (m.estimate)
        lines << Words::tr("Difference %1").arg(signedNumber(*m.estimate, digits))
                + (m.se ? Words::tr(", standard error %1").arg(number(*m.se * digits.scale, digits.decimals))
                        : QString());
    if (m.hasInterval())
        lines << Words::tr("Valid at any time: %1 to %2, p %3")
                     .arg(signedNumber(*m.anytimeLower, digits), signedNumber(*m.anytimeUpper, digits),
                         QLocale().toString(m.anytimeP.value_or(1), 'g', 3));
    if (m.lower && m.upper)
        lines << Words::tr("If read only once: %1 to %2, p %3")
                     .arg(signedNumber(*m.lower, digits), signedNumber(*m.upper, digits),
                         QLocale().toString(m.pValue.value_or(1), 'g', 3));
    if (m.relLift)
        lines << Words::tr("Relative: %1 % (%2 % to %3 %)")
                     .arg(signedNumber(*m.relLift, { 100, 0 }), signedNumber(*m.relLower, { 100, 0 }),
                         signedNumber(*m.relUpper, { 100, 0 }));
    if (m.guardrailMargin)
        lines << Words::tr("Guardrail: at most %1 points worse")
                     .arg(QLocale().toString(*m.guardrailMargin * 100, 'g', 3));
    for (const std::string& note : m.notes)
        lines << noteWords(note);
    return lines.join(u'\n');
}

QString verdictLabel(const score::Verdict& verdict)
{
    if (verdict.state == "keep")
        return Words::tr("Keep");
    if (verdict.state == "kill")
        return Words::tr("Kill");
    if (verdict.state == "blocked")
        return Words::tr("Blocked");
    if (verdict.state == "review")
        return Words::tr("Review");
    return Words::tr("Continue");
}

QString verdictPhrase(const score::Verdict& verdict)
{
    const std::string& r = verdict.reason;
    if (r == "proven")
        return Words::tr("Lift and margin clear their thresholds and every guardrail holds.");
    if (r == "lift_below")
        return Words::tr("The lift stays below what would be worthwhile.");
    if (r == "margin_below")
        return Words::tr("The margin stays below what would be worthwhile.");
    if (r == "not_proven")
        return Words::tr("The last cycle is over and the thresholds were not cleared.");
    if (r == "guardrail:core_conversion")
        return Words::tr("Asking costs the core sale: the guardrail on core conversion is breached.");
    if (r == "guardrail:return_rate")
        return Words::tr("Too much comes back: the guardrail on returns is breached.");
    if (r == "guardrail_pending")
        return Words::tr("Lift and margin clear their thresholds; a guardrail is not settled yet.");
    if (r == "too_few_units")
        return Words::tr("Too few customers in an arm so far.");
    if (r == "no_estimate")
        return Words::tr("Lift or margin cannot be estimated yet.");
    if (r == "min_cycles")
        return Words::tr("Too early: the first two cycles only watch for harm.");
    if (r == "undecided")
        return Words::tr("The intervals still allow both keeping and killing.");
    if (r == "experience")
        return Words::tr("The experience improves, so the offer is spared for now.");
    if (r == "srm")
        return Words::tr(
            "The arms do not have the sizes they were given: no verdict until that is understood.");
    if (r == "crossed")
        return Words::tr("Too many customers were seen in both arms: no verdict until that is understood.");
    return qs(score::verdictSentence(verdict));
}

Tone verdictTone(const score::Verdict& verdict)
{
    if (verdict.state == "keep")
        return Tone::Good;
    if (verdict.state == "kill" || verdict.state == "blocked")
        return Tone::Bad;
    return verdict.state == "review" ? Tone::Caution : Tone::Info;
}

QString guardrailWords(const score::Measure& m)
{
    if (!m.guardrailMargin)
        return {};
    return m.guardrail == "held"    ? Words::tr("Holds")
        : m.guardrail == "breached" ? Words::tr("Breached")
                                    : Words::tr("Not settled");
}

QString windowWords(Duration window)
{
    const std::int64_t wholeHours = window.ms / 3'600'000;
    if (wholeHours > 24 && wholeHours % 24 == 0)
        return Words::tr("%1 days").arg(wholeHours / 24);
    return Words::tr("%1 hours").arg(wholeHours);
}

Tone guardrailTone(const score::Measure& m)
{
    return m.guardrail == "held" ? Tone::Good : m.guardrail == "breached" ? Tone::Bad : Tone::Info;
}

namespace {

HealthItem sampleRatio(const score::SampleRatio& ratio)
{
    if (ratio.reason == "no_shares")
        return { Tone::Caution, Words::tr("Sample ratio not checked"),
            Words::tr("The rules name no holdout, so nobody can say how large the arms should be.") };
    if (!ratio.pValue || ratio.arms.size() != 2)
        return { Tone::Caution, Words::tr("Sample ratio not checked"),
            Words::tr("Only one arm has customers.") };
    const QString counts
        = Words::tr("%1 in treatment (%2 expected), %3 held out (%4 expected); p %5")
              .arg(count(ratio.arms[0].units), count(std::llround(ratio.arms[0].expected.value_or(0))),
                  count(ratio.arms[1].units), count(std::llround(ratio.arms[1].expected.value_or(0))),
                  QLocale().toString(*ratio.pValue, 'g', 2));
    QStringList suspects;
    for (const std::string& s : ratio.suspects)
        suspects << qs(s);
    const QString look
        = suspects.isEmpty() ? QString() : Words::tr(" Look at: %1.").arg(suspects.join(u", "_s));
    if (ratio.verdict == "fail")
        return { Tone::Bad, Words::tr("Sample ratio is off"),
            counts + Words::tr(". No verdict may stand on this.") + look };
    if (ratio.verdict == "warn")
        return { Tone::Caution, Words::tr("Sample ratio looks odd"), counts + u'.' + look };
    return { Tone::Good, Words::tr("Sample ratio as configured"), counts + u'.' };
}

int urgency(Tone tone) { return tone == Tone::Bad ? 0 : tone == Tone::Caution ? 1 : 2; }

}

std::vector<HealthItem> healthItems(const score::Scorecard& card)
{
    std::vector<HealthItem> items;
    if (!card.start || !card.dataEnd)
        return items;
    items.push_back(sampleRatio(card.overall.sampleRatio));
    const QString data = Words::tr("%1 exposures; data from %2 to %3.")
                             .arg(count(card.exposures), day(*card.start), day(*card.dataEnd));
    if (card.cycles == 0)
        items.push_back({ Tone::Caution, Words::tr("Not mature yet"),
            Words::tr("The first whole week can be read on %1. ").arg(day(*card.firstMature)) + data });
    else
        items.push_back({ Tone::Good,
            card.cycles == 1 ? Words::tr("1 whole week") : Words::tr("%1 whole weeks").arg(card.cycles),
            data + Words::tr(" %1 customers are too recent to count.").arg(count(card.overall.immature)) });
    if (card.overall.openUnits > 0)
        items.push_back({ Tone::Caution, Words::tr("Returns open"),
            Words::tr("%1 customers can still send things back; expected returns are taken off.")
                .arg(count(card.overall.openUnits)) });
    if (card.overall.crossed > 0)
        items.push_back(
            { card.blocked == "crossed" ? Tone::Bad : Tone::Caution, Words::tr("Seen in both arms"),
                Words::tr("%1 customers are left out of both.").arg(count(card.overall.crossed)) });
    if (card.linesWithoutCost > 0)
        items.push_back({ Tone::Caution, Words::tr("Costs missing"),
            Words::tr("%1 sold lines are of unknown products and left out of margins.")
                .arg(count(card.linesWithoutCost)) });
    std::stable_sort(items.begin(), items.end(),
        [](const HealthItem& a, const HealthItem& b) { return urgency(a.tone) < urgency(b.tone); });
    return items;
}

}
