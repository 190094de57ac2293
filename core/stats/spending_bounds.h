// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/outcome.h"
#include "stats/quadrature.h"

#include <optional>
#include <span>
#include <vector>

namespace ow::stats {

/// How the error is spent over information (Lan, DeMets 1983).
enum class SpendingFamily {
    ObrienFleming, ///< hardly any early on
    Linear, ///< evenly: for harm, which must be seen early
};

/// One-sided group-sequential bounds, look by look. Nothing of the data enters but how much of it there is.
class SpendingBoundary {
public:
    /// 0 < alpha < 1, one-sided, to be spent by t = 1.
    SpendingBoundary(double alpha, SpendingFamily family);

    /// The bound on the z scale at information t (above all before, at most 1); empty where too little may be
    /// spent to be crossed at this look. Armitage–McPherson–Rowe recursion, right to 1e-6. About a
    /// millisecond.
    std::optional<double> next(double t);
    double spent() const { return m_spent; } ///< cumulative, after the last look

private:
    struct Level { ///< the density of the score of trials still going on, on nodes
        std::vector<double> x, weighted;
    };
    double spendBy(double t) const;
    Level levelFor(double step) const;

    double m_alpha;
    SpendingFamily m_family;
    double m_spent = 0;
    double m_t = 0; ///< of the last look
    double m_limit = 0; ///< the last bound, score scale
    double m_previousT = 0;
    Level m_previous; ///< of the look before the last; empty at the first
};

struct SpendingBoundsInput {
    std::span<const double> t; ///< ascending, in (0, 1]
    double alpha = 0.05;
    SpendingFamily family = SpendingFamily::ObrienFleming;
};

struct SpendingBounds : Outcome {
    std::vector<std::optional<double>> z, nominalP;
    std::vector<double> cumulativeAlpha;
};

/// The bounds of all looks. Invalid bad_information (empty, not ascending, outside (0, 1]), bad_alpha.
SpendingBounds spendingBounds(const SpendingBoundsInput& in);

}
