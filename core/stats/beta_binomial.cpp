// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/beta_binomial.h"

#include "stats/distributions.h"
#include "stats/quadrature.h"
#include "stats/sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ow::stats {
namespace {

struct Shape {
    double a;
    double b;
    double mean() const { return a / (a + b); }
};

const GaussNodes& nodes()
{
    static const GaussNodes n = gaussLegendre(20);
    return n;
}

/// A point of [0, 1] with its complement, so that nothing is lost near 1.
struct Point {
    double x;
    double y;
};

/// Where the panels meet: quantiles of both, since either may be the narrow one.
std::vector<Point> panelPoints(const Shape& one, const Shape& two)
{
    std::vector<Point> points { { 0, 1 }, { 0.5, 0.5 }, { 1, 0 } };
    for (const Shape& s : { one, two }) {
        for (double p : { 1e-12, 1e-6, 1e-3, 0.03, 0.2, 0.5 }) {
            const BetaQuantile low = betaQuantile(s.a, s.b, p), high = betaUpperQuantile(s.a, s.b, p);
            points.push_back({ low.x, low.complement });
            points.push_back({ high.x, high.complement });
        }
    }
    std::sort(
        points.begin(), points.end(), [](Point l, Point r) { return l.x != r.x ? l.x < r.x : l.y > r.y; });
    return points;
}

/// ∫ f₁ F₂ over [x0, x1], x1 <= 1/2. For a < 1 the density is infinite at 0 and steep over many decades: in u
/// = x^a it is flat. `mirrored` serves the half above 1/2: the shapes come mirrored, and F₂ becomes an upper
/// tail.
double panel(const Shape& one, const Shape& two, double x0, double x1, bool mirrored)
{
    const bool steep = one.a < 1;
    const double u0 = steep ? std::pow(x0, one.a) : x0, u1 = steep ? std::pow(x1, one.a) : x1;
    const double logScale = steep ? -logBeta(one.a, one.b) - std::log(one.a) : 0;
    double sum = 0;
    for (std::size_t i = 0; i < nodes().x.size(); ++i) {
        const double u = u0 + (u1 - u0) * nodes().x[i];
        const double x = steep ? std::pow(u, 1 / one.a) : u, y = 1 - x;
        const double density
            = steep ? std::exp(logScale + (one.b - 1) * std::log1p(-x)) : betaDensity(one.a, one.b, x, y);
        const double below = mirrored ? betaUpper(two.a, two.b, x, y) : betaLower(two.a, two.b, x, y);
        sum += nodes().w[i] * density * below;
    }
    return sum * (u1 - u0);
}

}

double probabilityGreater(double a1, double b1, double a2, double b2)
{
    const Shape one { a1, b1 }, two { a2, b2 };
    const std::vector<Point> points = panelPoints(one, two);
    Sum sum;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point from = points[i], to = points[i + 1];
        if (to.x <= 0.5)
            sum.add(panel(one, two, from.x, to.x, false));
        else
            sum.add(panel({ b1, a1 }, { b2, a2 }, to.y, from.y, true));
    }
    return std::clamp(sum.value(), 0.0, 1.0);
}

BetaBinomial betaBinomial(const BetaBinomialInput& in)
{
    BetaBinomial out;
    if (in.kT < 0 || in.kT > in.nT || in.kC < 0 || in.kC > in.nC)
        out.invalid("bad_counts");
    else if (!(in.a0 > 0) || !(in.b0 > 0))
        out.invalid("bad_prior");
    else if (!isLevel(in.conf))
        out.invalid("bad_alpha");
    if (!out.ok())
        return out;
    if (in.nT == 0 || in.nC == 0)
        out.note("no_trials");
    const Shape t { in.a0 + double(in.kT), in.b0 + double(in.nT - in.kT) };
    const Shape c { in.a0 + double(in.kC), in.b0 + double(in.nC - in.kC) };
    const double tail = 0.5 * (1 - in.conf);
    out.meanT = t.mean();
    out.meanC = c.mean();
    out.lowerT = betaQuantile(t.a, t.b, tail).x;
    out.lowerC = betaQuantile(c.a, c.b, tail).x;
    out.upperT = betaUpperQuantile(t.a, t.b, tail).x;
    out.upperC = betaUpperQuantile(c.a, c.b, tail).x;
    out.probBetter = probabilityGreater(t.a, t.b, c.a, c.b);
    const double cPlus = probabilityGreater(c.a + 1, c.b, t.a, t.b);
    const double tPlus = probabilityGreater(t.a + 1, t.b, c.a, c.b);
    out.lossT = c.mean() * cPlus - t.mean() * (1 - tPlus);
    out.lossC = t.mean() * tPlus - c.mean() * (1 - cPlus);
    return out;
}

}
