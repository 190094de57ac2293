// SPDX-License-Identifier: GPL-3.0-or-later
#include "score/report_charts.h"

#include "score/report.h"
#include "score/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ow::score {

namespace {

using Out = std::back_insert_iterator<std::string>;

constexpr std::int64_t fewestDrawn = 10; // a week of three customers jumps between 0 and 100 %

bool drawn(const ArmLevel& level) { return level.units >= fewestDrawn && level.lower && level.upper; }

constexpr const char* accent = "#3B5BDB";
constexpr const char* grey = "#7A828C";
constexpr const char* hairline = "#E3E5E8";
constexpr const char* muted = "#5B6470";

// 1, 2 or 5 × a power of ten, at least `raw`.
double niceStep(double raw)
{
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : { 1.0, 2.0, 5.0 })
        if (raw <= factor * power * (1 + 1e-9))
            return factor * power;
    return 10 * power;
}

int decimalsOf(double step) { return std::clamp(-int(std::floor(std::log10(step) + 1e-9)), 0, 4); }

struct Box {
    double left = 44, top = 12, width = 560, height = 150;
};

void line(Out out, double x1, double y1, double x2, double y2, const char* color, double width = 1)
{
    fmt::format_to(out,
        R"(<line x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}" stroke="{}" stroke-width="{:g}"/>)", x1, y1,
        x2, y2, color, width);
}

void text(
    Out out, double x, double y, const char* anchor, const char* color, std::string_view words, int size = 11)
{
    fmt::format_to(out, R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}" fill="{}" font-size="{}">{}</text>)",
        x, y, anchor, color, size, htmlEscaped(words));
}

// One arm of the weekly chart: band and line, broken where a week has nobody.
template <typename Level>
void arm(Out out, const OfferScore& offer, const Box& box, double top, const char* color, Level level)
{
    const auto n = offer.weeks.size();
    const auto x = [&](std::size_t i) {
        return box.left + (n > 1 ? box.width * double(i) / double(n - 1) : box.width / 2);
    };
    const auto y = [&](double v) { return box.top + box.height * (1 - v / top); };
    for (std::size_t begin = 0; begin < n;) {
        if (!drawn(level(offer.weeks[begin]))) {
            ++begin;
            continue;
        }
        std::size_t end = begin;
        std::string upper, lower, path;
        while (end < n && drawn(level(offer.weeks[end]))) {
            const ArmLevel& l = level(offer.weeks[end]);
            upper += fmt::format("{:.1f},{:.1f} ", x(end), y(std::min(*l.upper, top)));
            lower = fmt::format("{:.1f},{:.1f} ", x(end), y(*l.lower)) + lower;
            path += fmt::format("{:.1f},{:.1f} ", x(end), y(*l.value));
            ++end;
        }
        fmt::format_to(out, R"(<polygon points="{}{}" fill="{}" fill-opacity="0.18"/>)", upper, lower, color);
        fmt::format_to(
            out, R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="2"/>)", path, color);
        for (std::size_t i = begin; i < end; ++i)
            fmt::format_to(out, R"(<circle cx="{:.1f}" cy="{:.1f}" r="2.5" fill="{}"/>)", x(i),
                y(*level(offer.weeks[i]).value), color);
        begin = end;
    }
}

double lastY(const OfferScore& offer, const Box& box, double top, bool treatment)
{
    for (std::size_t i = offer.weeks.size(); i-- > 0;) {
        const ArmLevel& l = treatment ? offer.weeks[i].treatment : offer.weeks[i].holdout;
        if (drawn(l))
            return box.top + box.height * (1 - *l.value / top);
    }
    return box.top;
}

}

std::string weeklySvg(const OfferScore& offer)
{
    if (offer.weeks.empty())
        return {};
    double highest = 0;
    for (const Week& w : offer.weeks)
        for (const ArmLevel* level : { &w.treatment, &w.holdout })
            if (drawn(*level)) {
                highest = std::max({ highest, *level->value, 0.01 });
                highest = std::max(highest, level->units >= 2 * fewestDrawn ? *level->upper : 0.0);
            }
    if (highest <= 0)
        return {};
    const double step = niceStep(highest / 4);
    const double top = std::min(1.0, std::ceil(highest / step) * step);
    const Box box;
    std::string svg;
    const Out out(svg);
    svg += R"(<svg viewBox="0 0 700 210" role="img" aria-label="Attach rate by week">)";
    for (double v = 0; v <= top + 1e-9; v += step) {
        const double y = box.top + box.height * (1 - v / top);
        line(out, box.left, y, box.left + box.width, y, v == 0 ? muted : hairline);
        text(out, box.left - 6, y + 4, "end", muted,
            fmt::format("{:.{}f} %", v * 100, decimalsOf(step * 100)));
    }
    arm(out, offer, box, top, grey, [](const Week& w) -> const ArmLevel& { return w.holdout; });
    arm(out, offer, box, top, accent, [](const Week& w) -> const ArmLevel& { return w.treatment; });
    double yT = lastY(offer, box, top, true), yC = lastY(offer, box, top, false);
    if (std::abs(yT - yC) < 14)
        (yT <= yC ? yC : yT) = std::min(yT, yC) + 14;
    text(out, box.left + box.width + 8, yT + 4, "start", accent, "treatment", 12);
    text(out, box.left + box.width + 8, yC + 4, "start", grey, "holdout", 12);
    const std::size_t every = std::max<std::size_t>(1, offer.weeks.size() / 8);
    for (std::size_t i = 0; i < offer.weeks.size(); i += every) {
        const double x = box.left
            + (offer.weeks.size() > 1 ? box.width * double(i) / double(offer.weeks.size() - 1)
                                      : box.width / 2);
        text(out, x, box.top + box.height + 16, "middle", muted, dayText(offer.weeks[i].from));
    }
    text(out, box.left + box.width / 2, box.top + box.height + 34, "middle", muted,
        "week of the first opportunity · attach rate with its interval; arms of fewer than 10 customers left "
        "out");
    return svg + "</svg>";
}

double effectReach(const Scorecard& card, Metric metric)
{
    double reach = 0;
    const auto widen = [&](const OfferScore& offer) {
        const Measure* m = offer.find(metric);
        if (m && m->hasInterval())
            reach = std::max({ reach, std::abs(*m->anytimeLower), std::abs(*m->anytimeUpper) });
        else if (m && m->estimate)
            reach = std::max(reach, std::abs(*m->estimate));
    };
    widen(card.overall);
    for (const OfferScore& offer : card.offers)
        widen(offer);
    return reach > 0 ? niceStep(reach * 1.02) : 1.0;
}

std::string effectSvg(const Measure& m, double reach)
{
    constexpr double width = 170, middle = width / 2;
    const auto x = [&](double v) { return middle + std::clamp(v / reach, -1.0, 1.0) * (middle - 4); };
    std::string svg = fmt::format(R"(<svg class="effect" viewBox="0 0 {} 18" aria-hidden="true">)", width);
    const Out out(svg);
    line(out, 4, 9, width - 4, 9, hairline);
    line(out, middle, 1, middle, 17, muted);
    if (m.hasInterval())
        fmt::format_to(out,
            R"(<rect x="{:.1f}" y="6" width="{:.1f}" height="6" rx="3" fill="{}" fill-opacity="0.35"/>)",
            x(*m.anytimeLower), std::max(1.0, x(*m.anytimeUpper) - x(*m.anytimeLower)), accent);
    if (m.estimate)
        fmt::format_to(out, R"(<circle cx="{:.1f}" cy="9" r="4" fill="{}"/>)", x(*m.estimate),
            m.hasInterval() ? accent : "#B8BEC6");
    return svg + "</svg>";
}

std::string forestSvg(const Forest& forest)
{
    if (forest.segments.empty())
        return {};
    double reach = 0.01;
    for (const Segment& s : forest.segments) {
        if (s.lift.hasInterval())
            reach = std::max({ reach, std::abs(*s.lift.anytimeLower), std::abs(*s.lift.anytimeUpper) });
        else if (s.lift.estimate)
            reach = std::max(reach, std::abs(*s.lift.estimate));
    }
    reach = niceStep(reach);
    constexpr double left = 150, width = 320, rowHeight = 22;
    const double height = rowHeight * double(forest.segments.size());
    const auto x = [&](double v) { return left + width / 2 + v / reach * width / 2; };
    std::string svg = fmt::format(
        R"(<svg viewBox="0 0 700 {:.0f}" role="img" aria-label="Lift by segment">)", height + 44);
    const Out out(svg);
    for (const double tick : { -reach, -reach / 2, 0.0, reach / 2, reach }) {
        line(out, x(tick), 4, x(tick), height + 8, tick == 0 ? muted : hairline);
        text(out, x(tick), height + 22, "middle", muted,
            tick == 0 ? "0" : signedText(tick, { 100, decimalsOf(reach * 50) }));
    }
    double y = 4 + rowHeight / 2;
    for (const Segment& s : forest.segments) {
        const char* color = s.flagged ? accent : grey;
        text(out, left - 10, y + 4, "end", "#1B1F24", s.value, 12);
        if (s.lift.hasInterval())
            line(out, x(*s.lift.anytimeLower), y, x(*s.lift.anytimeUpper), y, color, 2);
        if (s.lift.estimate)
            fmt::format_to(out, R"(<circle cx="{:.1f}" cy="{:.1f}" r="4" fill="{}"/>)", x(*s.lift.estimate),
                y, s.lift.hasInterval() ? color : "#B8BEC6");
        text(out, left + width + 10, y + 4, "start", muted, effectText(s.lift, "", {}), 11);
        y += rowHeight;
    }
    text(out, left + width / 2, height + 38, "middle", muted, "lift against the holdout, percentage points");
    return svg + "</svg>";
}

}
