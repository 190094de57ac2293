// SPDX-License-Identifier: GPL-3.0-or-later
// What must not change a result, and what must change it in a known way.
#include "base/random.h"
#include "stats/adjust.h"
#include "stats/cluster_diff.h"
#include "stats/cuped.h"
#include "stats/fieller.h"
#include "stats/mean_diff.h"
#include "stats/proportion.h"
#include "stats/ratio.h"
#include "stats/sums.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

using namespace ow::stats;
using ow::Philox;

namespace {

bool near(double a, double b, double rel = 1e-11)
{
    return std::abs(a - b) <= rel * std::max({ std::abs(a), std::abs(b), 1e-300 });
}

/// Customers with several intents each; arms by intent.
struct Data {
    std::vector<double> y, x;
    std::vector<std::optional<double>> pre;
    std::vector<std::uint8_t> arm;
    std::vector<std::int64_t> cluster;

    explicit Data(std::uint64_t seed, int customers = 60)
    {
        Philox random(seed);
        for (int c = 0; c < customers; ++c) {
            const double level = 20 * random.exponential();
            const int rows = 1 + random.poisson(2);
            for (int i = 0; i < rows; ++i) {
                y.push_back(level + 5 * random.normal());
                x.push_back(1 + random.poisson(1));
                pre.push_back(level + 8 * random.normal());
                arm.push_back(random.bernoulli(0.5));
                cluster.push_back(c);
            }
        }
    }
    ClusterDiff clustered() const { return clusterDiff({ y, x, arm, cluster }); }
    Cuped adjusted() const { return cuped({ y, pre, arm, {}, {} }); }

    void permute(std::uint64_t seed)
    {
        Philox random(seed);
        for (std::size_t i = y.size(); i > 1; --i) {
            const auto j = std::size_t(random.below(i));
            std::swap(y[i - 1], y[j]);
            std::swap(x[i - 1], x[j]);
            std::swap(pre[i - 1], pre[j]);
            std::swap(arm[i - 1], arm[j]);
            std::swap(cluster[i - 1], cluster[j]);
        }
    }
};

}

class TestInvariances : public QObject {
    Q_OBJECT

private slots:
    void swappingArmsNegates()
    {
        const auto p = proportionDiff({ 61, 1010, 40, 980 }),
                   pSwapped = proportionDiff({ 40, 980, 61, 1010 });
        QVERIFY(near(*p.estimate, -*pSwapped.estimate) && near(*p.lower, -*pSwapped.upper)
            && near(*p.pValue, *pSwapped.pValue));
        const auto m = meanDiff({ 50, 4.2, 9, 70, 3.9, 16 }),
                   mSwapped = meanDiff({ 70, 3.9, 16, 50, 4.2, 9 });
        QVERIFY(near(*m.estimate, -*mSwapped.estimate) && near(*m.upper, -*mSwapped.lower)
            && near(*m.df, *mSwapped.df));
        Data data(1);
        const auto before = data.clustered();
        const auto cupedBefore = data.adjusted();
        for (auto& a : data.arm)
            a = 1 - a;
        const auto after = data.clustered();
        QVERIFY(near(*before.estimate, -*after.estimate) && near(*before.se, *after.se));
        const auto cupedAfter = data.adjusted();
        QVERIFY(near(*cupedBefore.estimate, -*cupedAfter.estimate)
            && near(*cupedBefore.theta, *cupedAfter.theta));
    }

    void scalingMoneyScales()
    {
        Data data(2);
        const auto before = data.clustered();
        const auto cupedBefore = data.adjusted();
        for (std::size_t i = 0; i < data.y.size(); ++i) {
            data.y[i] *= 100;
            data.pre[i] = *data.pre[i] * 100;
        }
        const auto after = data.clustered();
        QVERIFY(near(100 * *before.estimate, *after.estimate) && near(100 * *before.se, *after.se));
        QVERIFY(near(*before.pValue, *after.pValue) && near(*before.designEffect, *after.designEffect));
        QVERIFY(near(100 * *cupedBefore.estimate, *data.adjusted().estimate));
        const auto f = fieller({ 5, 4, 0.04, 0.03, 0.01, {}, 0.95 }),
                   g = fieller({ 500, 4, 400, 0.03, 1, {}, 0.95 });
        QVERIFY(near(100 * *f.lower, *g.lower) && near(100 * *f.upper, *g.upper));
    }

    void orderOfUnitsDoesNotMatter()
    {
        Data data(3);
        const auto before = data.clustered();
        const auto cupedBefore = data.adjusted();
        const auto ratioBefore = ratio({ data.y, data.x });
        for (std::uint64_t seed = 1; seed < 5; ++seed) {
            data.permute(seed);
            const auto after = data.clustered();
            QVERIFY(near(*before.estimate, *after.estimate) && near(*before.se, *after.se));
            QVERIFY(near(*cupedBefore.se, *data.adjusted().se));
            QVERIFY(near(*ratioBefore.upper, *ratio({ data.y, data.x }).upper));
        }
    }

    void doublingEveryRowOfAClusterChangesNothing()
    {
        Data data(4);
        const auto before = data.clustered();
        const auto n = std::ptrdiff_t(data.y.size());
        const auto repeat = [n](auto& column) {
            const auto copy = column;
            column.insert(column.end(), copy.begin(), copy.begin() + n);
        };
        repeat(data.y);
        repeat(data.x);
        repeat(data.arm);
        repeat(data.cluster);
        const auto after = data.clustered();
        QVERIFY(near(*before.estimate, *after.estimate) && near(*before.se, *after.se)
            && near(*before.df, *after.df));
        QVERIFY(*after.designEffect > *before.designEffect); // rows alone would have believed it
    }

    void everyRowItsOwnClusterIsNoDesignEffect()
    {
        Data data(5);
        std::iota(data.cluster.begin(), data.cluster.end(), 0);
        QVERIFY(near(*data.clustered().designEffect, 1));
    }

    void labelsOfClustersDoNotMatter()
    {
        Data data(6);
        const auto before = data.clustered();
        for (auto& c : data.cluster)
            c = 1000 - 7 * c;
        QVERIFY(near(*before.se, *data.clustered().se));
    }

    void adjustedPKeepsItsOrder()
    {
        Philox random(8);
        std::vector<std::optional<double>> p(200);
        for (auto& v : p)
            v = std::pow(random.uniform(), 3);
        for (auto method : { AdjustMethod::BenjaminiHochberg, AdjustMethod::BenjaminiYekutieli,
                 AdjustMethod::Holm, AdjustMethod::Bonferroni }) {
            const auto q = adjust(p, method).adjusted, more = adjust(p, method, 50).adjusted;
            auto with = p;
            with.resize(p.size() + 50, std::optional(1.0));
            const auto listed = adjust(with, method).adjusted;
            for (std::size_t i = 0; i < p.size(); ++i) {
                QVERIFY(*q[i] >= *p[i] && *q[i] <= 1);
                QVERIFY(near(*more[i], *listed[i])); // tests that are only counted weigh as tests with p = 1
                for (std::size_t j = 0; j < p.size(); ++j)
                    QVERIFY(!(*p[i] < *p[j]) || *q[i] <= *q[j]);
            }
        }
    }

    void sumsDoNotForget()
    {
        Sum sum;
        for (double v : { 1e16, 1.0, -1e16, 1e-3, 1e16, 1.0, -1e16 })
            sum.add(v);
        QVERIFY(near(sum.value(), 2.001));
        const std::vector<double> shifted { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };
        QVERIFY(near(moments(shifted).variance, 30, 1e-12)); // Σx² − (Σx)²/n would give 29 to 31
    }

    // Re-randomised units with nothing to find: p-values are uniform.
    void nothingToFindIsFoundAsOftenAsPromised()
    {
        constexpr int runs = 1000;
        std::vector<double> ps;
        int small = 0;
        for (int run = 0; run < runs; ++run) {
            Philox random(99, std::uint64_t(run));
            Data data(7, 150);
            // Customer-level assignment, as the scorecard's own self-check does.
            std::vector<std::uint8_t> ofCustomer(150);
            for (auto& a : ofCustomer)
                a = random.bernoulli(0.5);
            for (std::size_t i = 0; i < data.arm.size(); ++i)
                data.arm[i] = ofCustomer[std::size_t(data.cluster[i])];
            const double p = *data.clustered().pValue;
            small += p <= 0.05;
            ps.push_back(p);
        }
        const double share = double(small) / runs;
        QVERIFY2(share >= 0.033 && share <= 0.070, qPrintable(QString::number(share)));
        std::sort(ps.begin(), ps.end());
        double distance = 0;
        for (int i = 0; i < runs; ++i)
            distance = std::max({ distance, std::abs(ps[std::size_t(i)] - double(i) / runs),
                std::abs(ps[std::size_t(i)] - double(i + 1) / runs) });
        QVERIFY2(distance < 1.949 / std::sqrt(runs),
            qPrintable(QString::number(distance))); // Kolmogorov–Smirnov, 0.001
    }
};

QTEST_APPLESS_MAIN(TestInvariances)
#include "tst_invariances.moc"
