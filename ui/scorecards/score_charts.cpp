// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecards/score_charts.h"

#include "ui/scorecards/score_words.h"
#include "ui/shell/text.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ow::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scorecard)
};

// A week with three customers jumps between 0 and 100 % and hides the others: it is left out, and the title
// says so.
constexpr std::int64_t fewestDrawn = 10;

// "31 Aug" under every few weeks, so that they do not touch.
PlotAxis weekAxis(const score::OfferScore& offer)
{
    PlotAxis axis;
    axis.title = Words::tr("week of the first opportunity");
    const std::size_t n = offer.weeks.size();
    const std::size_t every = std::max<std::size_t>(1, (n + 5) / 6);
    for (std::size_t i = 0; i < n; i += every) {
        const auto civil = civilTime(offer.weeks[i].from);
        const QDate date = civil ? QDate(civil->year, civil->month, civil->day) : QDate();
        axis.ticks.emplace_back(double(i), QLocale().toString(date, u"d MMM"_s));
    }
    return axis;
}

PlotSeries armSeries(const score::OfferScore& offer, bool treatment)
{
    PlotSeries series;
    series.label = treatment ? Words::tr("treatment") : Words::tr("holdout");
    series.ink = treatment ? PlotInk::Accent : PlotInk::Grey;
    for (std::size_t i = 0; i < offer.weeks.size(); ++i) {
        const score::Week& week = offer.weeks[i];
        const score::ArmLevel& level = treatment ? week.treatment : week.holdout;
        if (level.units < fewestDrawn) {
            series.points.push_back({ double(i), {}, {}, {}, {} });
            continue;
        }
        PlotPoint point { double(i), level.value, level.lower, level.upper, {} };
        if (level.value && level.lower && level.upper)
            point.words
                = Words::tr("Week of %1, %2: %3 (%4 to %5), %6 of %7 customers")
                      .arg(day(week.from), series.label, percent(*level.value), percent(*level.lower),
                          percent(*level.upper), count(std::int64_t(level.successes)), count(level.units));
        series.points.push_back(point);
    }
    return series;
}

// A week with three customers has a band from 0 to 70 % and would flatten all others: such bands may leave
// the chart.
double sensibleTop(const score::OfferScore& offer)
{
    double top = 0.02;
    for (const score::Week& week : offer.weeks)
        for (const score::ArmLevel* level : { &week.treatment, &week.holdout }) {
            if (level->units >= fewestDrawn)
                top = std::max(top, level->value.value_or(0) * 1.1);
            if (level->units >= 2 * fewestDrawn)
                top = std::max(top, level->upper.value_or(0) * 1.02);
        }
    return std::min(top, 1.0);
}

}

LineChart weeklyChart(const score::OfferScore& offer, const score::Scorecard&)
{
    LineChart chart;
    chart.x = weekAxis(offer);
    chart.y.title = Words::tr("attach rate, % of customers");
    chart.y.scale = 100;
    chart.y.suffix = u" %"_s;
    chart.y.min = 0.0;
    chart.y.max = sensibleTop(offer);
    chart.emptyText = Words::tr("No week has %1 customers in an arm yet").arg(fewestDrawn);
    chart.series = { armSeries(offer, false), armSeries(offer, true) };
    if (std::any_of(offer.weeks.begin(), offer.weeks.end(), [](const score::Week& week) {
            return std::min(week.treatment.units, week.holdout.units) < fewestDrawn;
        }))
        chart.x.title = Words::tr("week of the first opportunity (arms of fewer than %1 customers left out)")
                            .arg(fewestDrawn);
    return chart;
}

LineChart liftToDateChart(const score::OfferScore& offer, const score::Scorecard& card)
{
    LineChart chart;
    chart.x = weekAxis(offer);
    chart.y.title = Words::tr("lift so far, percentage points");
    chart.y.scale = 100;
    chart.y.sign = true;
    PlotSeries series;
    series.ink = PlotInk::Accent;
    for (std::size_t i = 0; i < offer.weeks.size(); ++i) {
        const score::Measure& m = offer.weeks[i].toDate;
        PlotPoint point { double(i), {}, {}, {}, {} };
        if (m.hasInterval()) {
            point.y = m.estimate;
            point.low = m.anytimeLower;
            point.high = m.anytimeUpper;
            point.words = Words::tr("Up to the week of %1: %2, %3")
                              .arg(day(offer.weeks[i].from), estimateWords(m, card.currency),
                                  effectPhrase(m, card.currency, card.options.precision));
        }
        series.points.push_back(point);
    }
    chart.series = { series };
    return chart;
}

ForestChart forestChart(const score::Forest& forest, const score::Scorecard& card)
{
    ForestChart chart;
    chart.x.title = Words::tr("lift against the holdout, percentage points");
    chart.x.scale = 100;
    chart.x.sign = true;
    for (const score::Segment& segment : forest.segments) {
        ForestRow row;
        const score::Measure& m = segment.lift;
        row.label = segment.value == "not known" ? Words::tr("not known")
            : segment.value == "other"           ? Words::tr("other")
                                                 : qs(segment.value);
        row.value = m.estimate;
        row.low = m.anytimeLower;
        row.high = m.anytimeUpper;
        row.ink = segment.flagged ? PlotInk::Accent : PlotInk::Grey;
        row.note = effectWords(m, card.currency, card.options.precision);
        row.words = row.label + u'\n' + exactWords(m, card.currency);
        if (segment.q)
            row.words += u'\n'
                + Words::tr("q %1 over all segments and offers").arg(QLocale().toString(*segment.q, 'g', 2));
        chart.rows.push_back(std::move(row));
    }
    return chart;
}

}
