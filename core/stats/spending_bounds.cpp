// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/spending_bounds.h"

#include "stats/distributions.h"

#include <algorithm>
#include <cmath>

namespace ow::stats {
namespace {

constexpr double reach = 9.5; ///< standard deviations beyond which the density counts as 0
constexpr double leastSpending = 1e-12;

const GaussNodes& nodes()
{
    static const GaussNodes n = gaussLegendre(40);
    return n;
}

/// z with chance(z) = target, chance falling; Newton on the log inside a bracket.
template <typename Chance, typename Slope>
double solve(double target, Chance chance, Slope slope)
{
    double low = -reach, high = 2 * reach, z = std::max(0.0, normalUpperQuantile(target));
    for (int i = 0; i < 100; ++i) {
        const double value = chance(z);
        (value > target ? low : high) = z;
        double next = value > 0 ? z - std::log(value / target) * value / slope(z) : low;
        if (!(next > low && next < high))
            next = 0.5 * (low + high);
        if (std::abs(next - z) < 1e-12)
            return next;
        z = next;
    }
    return z;
}

}

SpendingBoundary::SpendingBoundary(double alpha, SpendingFamily family)
    : m_alpha(alpha)
    , m_family(family)
{
}

double SpendingBoundary::spendBy(double t) const
{
    if (m_family == SpendingFamily::Linear)
        return m_alpha * t;
    return 2 * normalUpper(normalUpperQuantile(0.5 * m_alpha) / std::sqrt(t));
}

/// The last look's density on nodes fine enough for a step of standard deviation `step`.
SpendingBoundary::Level SpendingBoundary::levelFor(double step) const
{
    const double from = -reach * std::sqrt(m_t), width = m_limit - from;
    const int panels = std::clamp(int(std::ceil(width / (8 * step))), 8, 100);
    const double deltaT = m_t - m_previousT;
    Level level;
    for (int panel = 0; panel < panels; ++panel) {
        for (std::size_t i = 0; i < nodes().x.size(); ++i) {
            const double x = from + width * (panel + nodes().x[i]) / panels;
            double density = 0;
            if (m_previous.x.empty()) {
                density = normalDensity(x / std::sqrt(m_t)) / std::sqrt(m_t);
            } else {
                for (std::size_t j = 0; j < m_previous.x.size(); ++j)
                    density
                        += m_previous.weighted[j] * normalDensity((x - m_previous.x[j]) / std::sqrt(deltaT));
                density /= std::sqrt(deltaT);
            }
            level.x.push_back(x);
            level.weighted.push_back(density * nodes().w[i] * width / panels);
        }
    }
    return level;
}

std::optional<double> SpendingBoundary::next(double t)
{
    const double total = spendBy(t), spend = total - m_spent, root = std::sqrt(t);
    const bool first = m_t == 0;
    Level last;
    if (!first)
        last = levelFor(std::sqrt(t - m_t));
    std::optional<double> z;
    if (spend >= leastSpending) {
        if (first) {
            z = normalUpperQuantile(spend);
        } else {
            const double step = std::sqrt(t - m_t);
            const auto chance = [&](double at) {
                double sum = 0;
                for (std::size_t i = 0; i < last.x.size(); ++i)
                    sum += last.weighted[i] * normalUpper((at * root - last.x[i]) / step);
                return sum;
            };
            const auto slope = [&](double at) {
                double sum = 0;
                for (std::size_t i = 0; i < last.x.size(); ++i)
                    sum += last.weighted[i] * normalDensity((at * root - last.x[i]) / step);
                return -sum * root / step;
            };
            z = solve(spend, chance, slope);
        }
    }
    m_previous = std::move(last);
    m_previousT = m_t;
    m_t = t;
    m_limit = z ? *z * root : reach * root;
    m_spent = total;
    return z;
}

SpendingBounds spendingBounds(const SpendingBoundsInput& in)
{
    SpendingBounds out;
    if (!isLevel(in.alpha)) {
        out.invalid("bad_alpha");
        return out;
    }
    double before = 0;
    for (double t : in.t) {
        if (!(t > before && t <= 1)) {
            out.invalid("bad_information");
            return out;
        }
        before = t;
    }
    if (in.t.empty()) {
        out.invalid("bad_information");
        return out;
    }
    SpendingBoundary boundary(in.alpha, in.family);
    for (double t : in.t) {
        const auto z = boundary.next(t);
        out.z.push_back(z);
        out.nominalP.push_back(z ? std::optional(normalUpper(*z)) : std::nullopt);
        out.cumulativeAlpha.push_back(boundary.spent());
    }
    return out;
}

}
