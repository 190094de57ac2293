// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/import_totals_view.h"

#include "base/money.h"
#include "ui/shell/core_text.h"
#include "ui/shell/text.h"
#include "ui/shell/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/clear_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plot.h"
#include "ui/widgets/timeline.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

constexpr int chartHeight = 150;
constexpr std::int64_t mostDaysShownSingly = 120;
constexpr std::size_t typesShown = 7;
constexpr std::size_t ticksShown = 4;
constexpr std::int64_t dayMs = 86'400'000;

/// Days gathered into weeks, or months of 30 days, so that some hundred bars are enough.
struct Course {
    std::int64_t first = 0, step = 1;
    std::vector<std::int64_t> rows, revenue;
};

Course courseOf(const ingest::ImportTotals& totals)
{
    Course out;
    if (totals.days.empty())
        return out;
    out.first = totals.days.begin()->first;
    const std::int64_t span = totals.days.rbegin()->first - out.first + 1;
    out.step = span <= mostDaysShownSingly ? 1
        : span <= mostDaysShownSingly * 7  ? 7
                                           : std::max<std::int64_t>(30, span / mostDaysShownSingly);
    out.rows.resize(std::size_t((span + out.step - 1) / out.step));
    out.revenue.resize(out.rows.size());
    for (const auto& [day, values] : totals.days) {
        const auto place = std::size_t((day - out.first) / out.step);
        out.rows[place] += values.rows;
        out.revenue[place] += values.revenue;
    }
    return out;
}

/// For under an axis: "5 Jan 11".
QString shortDate(std::int64_t day)
{
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(day * dayMs, Qt::UTC).date(), QStringLiteral("d MMM yy"));
}

LineChart chartOf(
    const Course& course, const std::vector<std::int64_t>& values, double scale, const QString& unit)
{
    LineChart chart;
    chart.y.title = unit;
    chart.y.min = 0.0;
    PlotSeries series;
    series.kind = PlotSeries::Kind::Bars;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const Timestamp at { (course.first + std::int64_t(i) * course.step) * dayMs };
        series.points.push_back({ double(i), double(values[i]) * scale, {}, {},
            QStringLiteral("%1: %2").arg(day(at), QLocale().toString(double(values[i]) * scale, 'f', 0)) });
    }
    const std::size_t every = std::max<std::size_t>(1, (values.size() + ticksShown - 1) / ticksShown);
    for (std::size_t i = 0; i < values.size(); i += every)
        chart.x.ticks.emplace_back(double(i), shortDate((course.first + std::int64_t(i) * course.step)));
    chart.series = { std::move(series) };
    return chart;
}

}

ImportTotalsView::ImportTotalsView(QWidget* parent)
    : QWidget(parent)
    , m_findings(new QVBoxLayout)
    , m_rowsCard(new Card(tr("Rows over time")))
    , m_revenueCard(new Card(tr("Revenue over time")))
    , m_typesCard(new Card(tr("What came in")))
    , m_rows(new Plot)
    , m_revenue(new Plot)
    , m_types(makeLabel({}, TextSize::Body, QFont::Normal, Ink::Normal, true))
{
    setObjectName(QStringLiteral("importTotals"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Size::Space3);
    m_findings->setSpacing(Size::Space1);
    column->addLayout(m_findings);
    auto* row = new QHBoxLayout;
    row->setSpacing(Size::Space3);
    for (const auto& [card, plot] :
        { std::pair { m_rowsCard, m_rows }, std::pair { m_revenueCard, m_revenue } }) {
        plot->setFixedHeight(chartHeight);
        card->body()->addWidget(plot);
        row->addWidget(card, 2);
    }
    m_rows->setTitle(tr("Rows over time"));
    m_revenue->setTitle(tr("Revenue over time"));
    m_types->setTextFormat(Qt::RichText);
    m_types->setAlignment(Qt::AlignTop);
    m_typesCard->body()->addWidget(m_types, 1);
    row->addWidget(m_typesCard, 1);
    column->addLayout(row);
}

void ImportTotalsView::showTotals(const ingest::ImportTotals& totals,
    const std::vector<ingest::Finding>& findings, const std::string& currency)
{
    showFindings(findings);
    const Course course = courseOf(totals);
    const QString step = course.step == 1 ? tr("rows a day")
        : course.step == 7                ? tr("rows a week")
                                          : tr("rows in %1 days").arg(course.step);
    const bool dated = course.rows.size() > 1;
    m_rowsCard->setVisible(dated);
    if (dated)
        m_rows->show(chartOf(course, course.rows, 1, step));
    const bool paid = dated && totals.revenue != 0;
    m_revenueCard->setVisible(paid);
    if (paid)
        m_revenue->show(
            chartOf(course, course.revenue, std::pow(10.0, -currencyDecimals(currency)), qs(currency)));
    m_typesCard->setVisible(totals.events > 0);
    showTypes(totals, currency);
    setVisible(dated || totals.events > 0 || !findings.empty());
}

void ImportTotalsView::showFindings(const std::vector<ingest::Finding>& findings)
{
    clearLayout(m_findings);
    for (const ingest::Finding& finding : findings) {
        const QString sign = finding.serious ? QStringLiteral("▲ ") : QStringLiteral("• ");
        m_findings->addWidget(makeLabel(sign + coreText(finding.text), TextSize::Body,
            finding.serious ? QFont::DemiBold : QFont::Normal, finding.serious ? Ink::Bad : Ink::Caution,
            true));
    }
}

void ImportTotalsView::showTypes(const ingest::ImportTotals& totals, const std::string& currency)
{
    std::vector<std::pair<std::int64_t, std::string>> types;
    for (const auto& [type, number] : totals.types)
        types.emplace_back(number, type);
    std::sort(types.begin(), types.end(), std::greater<>());
    QString rows;
    const auto row = [&](const QString& name, const QString& value) {
        rows += QStringLiteral("<tr><td>%1</td><td align=right>&nbsp;&nbsp;%2</td></tr>")
                    .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    };
    std::int64_t others = totals.otherTypes;
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (i < typesShown)
            row(eventWord(types[i].second), count(types[i].first));
        else
            others += types[i].first;
    }
    if (others > 0)
        row(tr("others"), count(others));
    if (totals.purchases > 0)
        row(tr("paid"), money({ totals.revenue }, currency));
    if (totals.returned != 0)
        row(tr("given back"), money({ totals.returned }, currency));
    m_types->setText(QStringLiteral("<table width=100% cellspacing=0 cellpadding=1>%1</table>").arg(rows));
}

}
