// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/time_scale.h"

#include <algorithm>
#include <cmath>

namespace ow::ui {

namespace {

constexpr double HourMs = 3'600'000.0;

double place(Duration t) { return std::log1p(double(t.ms) / HourMs); }

}

TimeScale::TimeScale(Duration end, double left, double width)
    : m_end(std::max(end, hours(1)))
    , m_left(left)
    , m_width(std::max(1.0, width))
{
}

double TimeScale::x(Duration t) const
{
    return m_left + m_width * std::clamp(place(t) / place(m_end), 0.0, 1.0);
}

Duration TimeScale::at(double px) const
{
    const double share = std::clamp((px - m_left) / m_width, 0.0, 1.0);
    return { std::int64_t(std::expm1(share * place(m_end)) * HourMs + 0.5) };
}

Duration TimeScale::snapped(double px) const
{
    const Duration t = at(px);
    const std::int64_t step = stepAt(t).ms;
    return { (t.ms + step / 2) / step * step };
}

std::vector<TimeScale::Tick> TimeScale::ticks(double apart) const
{
    std::vector<Tick> result { { {}, x({}) } };
    const Duration candidates[] = { hours(1), hours(2), hours(4), hours(8), days(1), days(2), days(4),
        days(7), days(14), days(28), days(56), days(112), days(224), days(448) };
    for (const Duration& t : candidates)
        if (t <= m_end && x(t) - result.back().x >= apart)
            result.push_back({ t, x(t) });
    return result;
}

Duration stepAt(Duration t)
{
    if (t < hours(3))
        return { 15 * 60'000 };
    if (t < hours(24))
        return hours(1);
    if (t < days(4))
        return hours(12);
    return days(1);
}

}
