// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/adjacency.h"

#include "stats/distributions.h"

#include <cmath>
#include <limits>

namespace ow::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// nAb·n − nA·nB, exact: 64 bits of mantissa hold it for every count below 3·10⁹.
double excess(const PairCounts& c)
{
    using Wide = long double;
    return double(Wide(c.nAb) * Wide(c.n) - Wide(c.nA) * Wide(c.nB));
}

/// (1 − Pr(to)) / (1 − Pr(to | from)).
std::optional<double> conviction(double nAb, double from, double to, double n)
{
    if (nAb < from)
        return (n - to) * from / (n * (from - nAb));
    return to < n ? std::optional(infinity) : std::nullopt;
}

/// 2ΣO ln(O/E). All four cells are off by the same D = ±excess/n, and ΣD = 0: taking D off each term removes
/// what would cancel for a pair near independence.
double likelihoodRatio(const PairCounts& c)
{
    const double a = double(c.nA), b = double(c.nB), n = double(c.n), d = excess(c) / n;
    struct Cell {
        double observed, expected, off;
    };
    const Cell cells[] = {
        { double(c.nAb), a * b / n, d },
        { double(c.nA - c.nAb), a * (n - b) / n, -d },
        { double(c.nB - c.nAb), (n - a) * b / n, -d },
        { double(c.n - c.nA - c.nB + c.nAb), (n - a) * (n - b) / n, d },
    };
    double sum = 0;
    for (const Cell& cell : cells) {
        if (cell.observed > 0)
            sum += cell.observed * std::log1p(cell.off / cell.expected) - cell.off;
        else
            sum -= cell.off;
    }
    return std::max(0.0, 2 * sum);
}

}

Adjacency adjacency(const PairCounts& c)
{
    Adjacency out;
    if (!possible(c)) {
        out.invalid("bad_counts");
        return out;
    }
    if (c.n == 0 || c.nA == 0 || c.nB == 0) {
        out.undefined(c.n == 0 ? "no_baskets" : "item_never_bought");
        return out;
    }
    const double ab = double(c.nAb), a = double(c.nA), b = double(c.nB), n = double(c.n);
    out.support = ab / n;
    out.expected = a * b / n;
    out.confidenceAb = ab / a;
    out.confidenceBa = ab / b;
    out.lift = ab * n / (a * b);
    out.leverage = excess(c) / (n * n);
    out.convictionAb = conviction(ab, a, b, n);
    out.convictionBa = conviction(ab, b, a, n);
    out.jaccard = ab / (a + b - ab);
    out.cosine = ab / std::sqrt(a * b);
    const double diagonal = ab * double(c.n - c.nA - c.nB + c.nAb);
    const double across = double(c.nA - c.nAb) * double(c.nB - c.nAb);
    if (diagonal + across > 0)
        out.yuleQ = excess(c) / (diagonal + across);
    else
        out.note("degenerate_table");
    out.pmi = c.nAb == 0 ? -infinity : std::log2(*out.lift);
    if (c.nAb == 0)
        out.npmi = -1;
    else if (c.nAb < c.n)
        out.npmi = *out.pmi / -std::log2(*out.support);
    if (c.nAb == c.n)
        out.note("always_together");
    out.g2 = likelihoodRatio(c);
    out.g2P = chi2Upper(*out.g2, 1);
    const Tails tails = fisherTails(c);
    out.pGreater = tails.greater;
    out.pLess = tails.less;
    return out;
}

}
