// SPDX-License-Identifier: GPL-3.0-or-later
// Against closed forms that exist for special parameters: other formulas, not other runs of the same code.
#include "stats/distributions.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace ow::stats;

namespace {

bool near(double a, double b, double rel = 1e-12)
{
    return std::abs(a - b) <= rel * std::max(std::abs(a), std::abs(b));
}

/// Upper tail of the normal by its continued fraction (Laplace), good for z >= 5.
double farNormal(double z)
{
    double fraction = z;
    for (int k = 400; k >= 1; --k)
        fraction = z + k / fraction;
    return std::exp(-0.5 * z * z) / std::sqrt(2 * std::numbers::pi) / fraction;
}

}

class TestDistributions : public QObject {
    Q_OBJECT

private slots:
    void normalTails()
    {
        for (double z : { 5.0, 8.3, 20.0, 37.0 }) {
            QVERIFY(near(normalUpper(z), farNormal(z)));
            QVERIFY(near(normalLower(-z), farNormal(z)));
            QVERIFY(near(normalTwoSided(-z), 2 * farNormal(z)));
        }
        QCOMPARE(normalUpper(0), 0.5);
    }

    void normalQuantiles()
    {
        // Abramowitz and Stegun, table 26.5 continued; Wichura 1988.
        QVERIFY(near(normalQuantile(0.975), 1.959963984540054, 1e-14));
        QVERIFY(near(normalCritical(0.95), 1.959963984540054, 1e-14));
        QVERIFY(near(normalUpperQuantile(0.05), 1.6448536269514722, 1e-14));
        for (double p : { 1e-300, 1e-100, 1e-12, 0.2, 0.7 })
            QVERIFY(near(normalUpper(normalUpperQuantile(p)), p, 1e-11));
        QVERIFY(std::isinf(normalUpperQuantile(0)));
        QVERIFY(std::isnan(normalUpperQuantile(-1)));
    }

    void studentByItsClosedForms()
    {
        for (double t : { 0.1, 1.0, 3.0, 50.0, 1e6 }) {
            QVERIFY(near(tTwoSided(t, 1), 2 / std::numbers::pi * std::atan(1 / t))); // Cauchy
            const double s = std::sqrt(2 + t * t);
            QVERIFY(near(tTwoSided(t, 2), 2 / (s * (s + t)))); // 1 − t/s without cancelling
        }
        for (double p : { 0.4, 0.025, 1e-6, 1e-20 }) {
            QVERIFY(near(tUpperQuantile(p, 1), 1 / std::tan(std::numbers::pi * p)));
            QVERIFY(near(tUpperQuantile(p, 2), (1 - 2 * p) / std::sqrt(2 * p * (1 - p))));
        }
        for (double df : { 0.7, 1.47, 14.3, 59.0, 20102.03, 1e7 }) {
            for (double p : { 0.3, 0.025, 1e-9 })
                QVERIFY(near(tUpper(tUpperQuantile(p, df), df), p, 1e-11));
        }
        QVERIFY(near(tCritical(0.95, 1e12), normalCritical(0.95), 1e-11));
        QCOMPARE(tUpperQuantile(0.5, 7), 0.0);
    }

    void chiSquared()
    {
        for (double x : { 0.3, 5.0, 700.0, 1300.0 }) {
            QVERIFY(near(chi2Upper(x, 2), std::exp(-x / 2)));
            QVERIFY(near(chi2Upper(x, 4), std::exp(-x / 2) * (1 + x / 2)));
            QVERIFY(near(chi2Upper(x, 1), normalTwoSided(std::sqrt(x))));
        }
        QCOMPARE(chi2Upper(0, 3), 1.0);
    }

    void betaByItsClosedForms()
    {
        for (double p : { 1e-10, 0.025, 0.5, 0.975 }) {
            QVERIFY(near(betaQuantile(1, 7, p).x, -std::expm1(std::log1p(-p) / 7)));
            QVERIFY(near(betaQuantile(7, 1, p).x, std::pow(p, 1.0 / 7)));
            const double arcsine = std::sin(std::numbers::pi * p / 2);
            QVERIFY(near(betaQuantile(0.5, 0.5, p).x, arcsine * arcsine, 1e-11));
            const double mirrored = betaUpperQuantile(7, 1, p).complement; // 1 − (1−p)^(1/7)
            QVERIFY(near(mirrored, -std::expm1(std::log1p(-p) / 7)));
        }
        for (double x : { 1e-9, 0.3, 0.9 }) {
            QVERIFY(near(betaLower(1, 5, x, 1 - x), -std::expm1(5 * std::log1p(-x)), 1e-11));
            QVERIFY(near(betaUpper(1, 5, x, 1 - x), std::pow(1 - x, 5), 1e-11));
        }
    }
};

QTEST_APPLESS_MAIN(TestDistributions)
#include "tst_distributions.moc"
