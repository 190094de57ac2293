// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/confidence_sequence.h"

#include <algorithm>
#include <cmath>

namespace ow::stats {
namespace {

double mixtureVariance(double nStar, double alpha, Side side)
{
    const double level = -2 * std::log(side == Side::Two ? alpha : 2 * alpha);
    return (level + std::log(level + 1)) / nStar;
}

double multiplierAt(double information, double alpha, Side side)
{
    const double grown = information + 1;
    if (side == Side::Two)
        return std::sqrt(grown / information * std::log(grown / (alpha * alpha)));
    return std::sqrt(2 * grown / information * std::log1p(std::sqrt(grown) / (2 * alpha)));
}

/// The smallest alpha at which the sequence excludes the null, the mixture held fixed.
double alwaysValidP(double z, double information, Side side)
{
    if (side != Side::Two && z <= 0)
        return 1;
    const double h = z * z * information / (2 * (information + 1)), root = std::sqrt(information + 1);
    if (side == Side::Two)
        return std::min(1.0, root * std::exp(-h));
    return std::min(1.0, root * std::exp(-h) / (-2 * std::expm1(-h))); // 1/(e^h − 1) without overflow
}

}

double confidenceSequenceMultiplier(double n, double nStar, double alpha, Side side)
{
    return multiplierAt(n * mixtureVariance(nStar, alpha, side), alpha, side);
}

ConfidenceSequence confidenceSequence(const ConfidenceSequenceInput& in)
{
    ConfidenceSequence out;
    const bool two = in.side == Side::Two;
    if (!(in.alpha > 0) || !(in.alpha < (two ? 1 : 0.5)))
        out.invalid("bad_alpha");
    else if (!(in.nStar > 0))
        out.invalid("bad_n_star");
    else if (!(in.se >= 0))
        out.invalid("bad_se");
    else if (!(in.n > 0))
        out.undefined("no_units");
    if (!out.ok())
        return out;
    out.estimate = in.estimate;
    if (in.se == 0) {
        out.undefined("zero_variance");
        return out;
    }
    out.rho2 = mixtureVariance(in.nStar, in.alpha, in.side);
    const double information = in.n * *out.rho2;
    out.multiplier = multiplierAt(information, in.alpha, in.side);
    out.radius = *out.multiplier * in.se;
    if (in.side != Side::Upper)
        out.lower = in.estimate - *out.radius;
    if (in.side != Side::Lower)
        out.upper = in.estimate + *out.radius;
    const double z = (in.estimate - in.null) / in.se;
    out.pValue = alwaysValidP(in.side == Side::Upper ? -z : z, information, in.side);
    return out;
}

}
