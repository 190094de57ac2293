// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/distributions.h"

#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <limits>
#include <numbers>

namespace ow::stats {
namespace {

namespace bp = boost::math::policies;
using Quiet = bp::policy<bp::domain_error<bp::ignore_error>, bp::pole_error<bp::ignore_error>,
    bp::overflow_error<bp::ignore_error>, bp::underflow_error<bp::ignore_error>,
    bp::denorm_error<bp::ignore_error>, bp::rounding_error<bp::ignore_error>,
    bp::evaluation_error<bp::ignore_error>, bp::indeterminate_result_error<bp::ignore_error>>;
constexpr Quiet quiet;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool isProbability(double p) { return p >= 0 && p <= 1; }

}

double normalUpper(double z) { return 0.5 * std::erfc(z / std::numbers::sqrt2); }
double normalLower(double z) { return normalUpper(-z); }
double normalTwoSided(double z) { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double normalDensity(double z)
{
    return std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

double normalUpperQuantile(double p)
{
    if (!isProbability(p))
        return nan;
    if (p == 0 || p == 1)
        return p == 0 ? infinity : -infinity;
    return boost::math::erfc_inv(2 * p, quiet) * std::numbers::sqrt2;
}

double normalQuantile(double p) { return -normalUpperQuantile(p); }

double normalCritical(double conf)
{
    return isLevel(conf) ? boost::math::erf_inv(conf, quiet) * std::numbers::sqrt2 : nan;
}

double tTwoSided(double t, double df)
{
    if (!(df > 0) || std::isnan(t))
        return nan;
    const double t2 = t * t;
    if (std::isinf(t2))
        return 0;
    // Pr(|T| > t) = I_{df/(df+t²)}(df/2, 1/2); where that argument nears 1, its complement is the exact one.
    const double x = df / (df + t2), y = t2 / (df + t2);
    return x < 0.5 ? boost::math::ibeta(0.5 * df, 0.5, x, quiet)
                   : boost::math::ibetac(0.5, 0.5 * df, y, quiet);
}

double tUpper(double t, double df)
{
    const double half = 0.5 * tTwoSided(t, df);
    return t >= 0 ? half : 1 - half;
}

double tUpperQuantile(double p, double df)
{
    if (!isProbability(p) || !(df > 0))
        return nan;
    if (p > 0.5)
        return -tUpperQuantile(1 - p, df);
    if (p == 0.5)
        return 0;
    if (p == 0)
        return infinity;
    // y = t²/(df+t²) is Beta(1/2, df/2); both y and 1 − y come exact.
    double x = 0;
    const double y = boost::math::ibetac_inv(0.5, 0.5 * df, 2 * p, &x, quiet);
    double t = std::sqrt(df * y / x);
    for (int step = 0; step < 2; ++step) { // Newton: the inverse stops a few digits early for large df
        const double logDensity
            = -logBeta(0.5, 0.5 * df) - 0.5 * std::log(df) - 0.5 * (df + 1) * std::log1p(t * t / df);
        const double change = (0.5 * tTwoSided(t, df) - p) / std::exp(logDensity);
        if (!std::isfinite(change))
            break;
        t += change;
    }
    return t;
}

double tCritical(double conf, double df)
{
    return isLevel(conf) ? tUpperQuantile(0.5 * (1 - conf), df) : nan;
}

double chi2Upper(double x, double df)
{
    if (!(df > 0) || std::isnan(x))
        return nan;
    if (x <= 0)
        return 1;
    if (df == 1)
        return std::erfc(std::sqrt(0.5 * x));
    return boost::math::gamma_q(0.5 * df, 0.5 * x, quiet);
}

double betaLower(double a, double b, double x, double y)
{
    return x <= 0.5 ? boost::math::ibeta(a, b, x, quiet) : boost::math::ibetac(b, a, y, quiet);
}

double betaUpper(double a, double b, double x, double y)
{
    return x <= 0.5 ? boost::math::ibetac(a, b, x, quiet) : boost::math::ibeta(b, a, y, quiet);
}

double betaDensity(double a, double b, double x, double y)
{
    return x <= 0.5 ? boost::math::ibeta_derivative(a, b, x, quiet)
                    : boost::math::ibeta_derivative(b, a, y, quiet);
}

double logBeta(double a, double b) { return std::log(boost::math::beta(a, b, quiet)); }

BetaQuantile betaQuantile(double a, double b, double p)
{
    BetaQuantile q;
    q.x = boost::math::ibeta_inv(a, b, p, &q.complement, quiet);
    return q;
}

BetaQuantile betaUpperQuantile(double a, double b, double p)
{
    BetaQuantile q;
    q.x = boost::math::ibetac_inv(a, b, p, &q.complement, quiet);
    return q;
}

bool isLevel(double conf) { return conf > 0 && conf < 1; }

}
