// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ow::stats {

/// The few distributions the estimators need, relative error <= 1e-12, tails computed as tails (never 1 −
/// cdf), so p-values are right down to 1e-300. Pure, thread-safe, never throw: outside their domain they
/// return NaN.

double normalLower(double z); ///< Pr(Z <= z)
double normalUpper(double z); ///< Pr(Z > z)
double normalTwoSided(double z); ///< Pr(|Z| > |z|)
double normalDensity(double z);
double normalQuantile(double p); ///< z with Pr(Z <= z) = p; ±infinity at 0 and 1
double normalUpperQuantile(double p); ///< z with Pr(Z > z) = p: exact also for tiny p

/// Two-sided critical value of a confidence level in (0, 1): 1.96 for 0.95.
double normalCritical(double conf);

double tUpper(double t, double df);
double tTwoSided(double t, double df);
double tUpperQuantile(double p, double df);
double tCritical(double conf, double df);

double chi2Upper(double x, double df);

double betaLower(
    double a, double b, double x, double y); ///< Pr(X <= x) of Beta(a, b); y = 1 − x, given exactly
double betaUpper(double a, double b, double x, double y);
double betaDensity(double a, double b, double x, double y);
double logBeta(double a, double b); ///< ln of the beta function; one of a, b of order 1 (else it underflows)

/// A quantile and its complement, both exact near their own end.
struct BetaQuantile {
    double x = 0;
    double complement = 1; ///< 1 − x
};
BetaQuantile betaQuantile(double a, double b, double p); ///< Pr(X <= x) = p
BetaQuantile betaUpperQuantile(double a, double b, double p); ///< Pr(X > x) = p

/// Whether conf is a level: 0 < conf < 1.
bool isLevel(double conf);

}
