// SPDX-License-Identifier: GPL-3.0-or-later
// Exact values: sums over all tables in rational arithmetic (Python's fractions and math.comb), rounded once
// at the end.
#include "base/random.h"
#include "stats/adjacency_stratified.h"

#include <QTest>

#include <cmath>
#include <ctime>
#include <vector>

using namespace ow::stats;

namespace {

bool near(double a, double b, double rel = 1e-12)
{
    return std::abs(a - b) <= rel * std::max(std::abs(a), std::abs(b));
}

AdjacencyStratified test(std::vector<Stratum> strata) { return adjacencyStratified({ strata }); }

}

class TestAdjacencyStratified : public QObject {
    Q_OBJECT

private slots:
    void oneSizedStratumIsExact()
    {
        const auto r = test({ { { 9, 200, 160, 9000 }, 2.0 } });
        QVERIFY(near(*r.expected, 1.8137717326373268));
        QVERIFY(near(*r.chi2, 29.063422653117946));
        QVERIFY(near(*r.pGreater, 8.89881410424429e-05));
    }

    void farTailsAreExact()
    {
        const auto r = test({ { { 60, 200, 160, 9000 }, 2.0 }, { { 40, 90, 80, 1800 }, 4.0 } });
        QVERIFY2(near(*r.pGreater, 3.222649660939280e-114, 1e-11),
            qPrintable(QString::number(*r.pGreater, 'g', 17)));
        QCOMPARE(*r.pLess, 1.0);
    }

    void bothTailsShareTheObserved()
    {
        // Pr(X >= x) + Pr(X <= x − 1) = 1, across the switch from plain to tilted sums.
        for (int x = 0; x < 40; ++x) {
            const std::vector<Stratum> at { { { x, 80, 60, 600 }, 3.0 }, { { 4, 30, 25, 90 }, 9.0 } };
            const std::vector<Stratum> below { { { x - 1, 80, 60, 600 }, 3.0 }, { { 4, 30, 25, 90 }, 9.0 } };
            if (x > 0)
                QVERIFY(near(*test(at).pGreater + *test(below).pLess, 1, 1e-11));
        }
    }

    void swappingProductsChangesNothing()
    {
        const auto ab = test({ { { 12, 180, 160, 900 }, 2.0 }, { { 9, 40, 60, 300 }, 5.0 } });
        const auto ba = test({ { { 12, 160, 180, 900 }, 2.0 }, { { 9, 60, 40, 300 }, 5.0 } });
        QVERIFY(near(*ab.pGreater, *ba.pGreater) && near(*ab.expected, *ba.expected)
            && near(*ab.oddsRatio, *ba.oddsRatio));
    }

    void uninformativeStrataChangeNothing()
    {
        const auto plain = test({ { { 12, 180, 160, 900 }, 2.0 } });
        const auto padded = test({ { { 12, 180, 160, 900 }, 2.0 }, { { 0, 500, 400, 9000 }, 1.0 },
            { { 0, 0, 9, 50 }, 3.0 }, { { 4, 4, 9, 9 }, 4.0 } });
        QVERIFY(*plain.pGreater == *padded.pGreater);
        QCOMPARE(*padded.strataUsed, 1);
    }

    void independentItemsOfSizedBasketsAreUniform()
    {
        // Baskets of exactly s of 100 equally popular items: any two of them compete, and p must not notice.
        constexpr int runs = 200, items = 100, baskets = 2000;
        int small = 0, naive = 0;
        for (std::uint64_t seed = 0; seed < runs; ++seed) {
            ow::Philox random(seed);
            std::vector<Stratum> strata;
            for (int size : { 3, 5, 8 }) {
                PairCounts c;
                c.n = baskets;
                for (int basket = 0; basket < baskets; ++basket) {
                    // Places of A and B among the items of a shuffle: in the basket when below its size.
                    const auto a = int(random.below(items));
                    auto b = int(random.below(items - 1));
                    b += b >= a;
                    c.nA += a < size;
                    c.nB += b < size;
                    c.nAb += a < size && b < size;
                }
                strata.push_back({ c, double(size) });
            }
            const auto r = adjacencyStratified({ strata });
            small += *r.pGreater <= 0.05 || *r.pLess <= 0.05;
            for (Stratum& s : strata)
                s.size.reset();
            naive += *adjacencyStratified({ strata }).pLess <= 0.05;
        }
        // Two tails of 5 % each, discrete: at most 20, plus three standard deviations; and not far below.
        QVERIFY2(small <= 33 && small >= 5, qPrintable(QString::number(small)));
        // Without the sizes the competition for places looks like substitution.
        QVERIFY2(naive > 20, qPrintable(QString::number(naive)));
    }

    void manyPairsAreFast()
    {
        ow::Philox random(1);
        std::vector<std::vector<Stratum>> pairs;
        for (int i = 0; i < 5000; ++i) {
            std::vector<Stratum> strata;
            for (int s = 2; s <= 20; ++s) {
                const std::int64_t n = 40000 / s / s + 60;
                const auto a = std::int64_t(1 + random.poisson(0.004 * s * double(n)));
                const auto b = std::int64_t(1 + random.poisson(0.004 * s * double(n)));
                strata.push_back(
                    { { std::min<std::int64_t>(random.poisson(double(a * b) / double(n)), std::min(a, b)), a,
                          b, n },
                        double(s) });
            }
            pairs.push_back(strata);
        }
        const std::clock_t start = std::clock();
        double sum = 0;
        for (const auto& strata : pairs)
            sum += *adjacencyStratified({ strata }).pGreater;
        QVERIFY(sum > 0);
        const double seconds = double(std::clock() - start) / CLOCKS_PER_SEC;
        qInfo("%.0f ms of processor time for 5,000 pairs", 1000 * seconds);
        // 2 s for 10⁵ pairs is 0.1 s for these; the rest is room for sanitizers and shared machines.
        QVERIFY2(seconds < 10, qPrintable(QString::number(seconds)));
    }
};

QTEST_APPLESS_MAIN(TestAdjacencyStratified)
#include "tst_adjacencystratified.moc"
