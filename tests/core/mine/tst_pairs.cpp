// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of two public data sets against published figures and against a count made apart from this program
// (a dictionary of sets and itertools.combinations in Python), named "counted apart" below.
#include "base/random.h"
#include "mine/pairs.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>

using namespace ow::mine;

namespace {

/// The first two columns of a CSV without quotes.
Baskets readCsv(QIODevice& file)
{
    BasketsBuilder builder;
    file.readLine();
    while (!file.atEnd()) {
        const QByteArrayList cells = file.readLine().trimmed().split(',');
        if (cells.size() >= 2)
            builder.add(cells[0].toStdString(), cells[1].toStdString());
    }
    return std::move(builder).build();
}

std::uint32_t together(
    const Baskets& baskets, const std::vector<PairCount>& pairs, const char* x, const char* y)
{
    const auto id = [&](const char* name) {
        return std::uint32_t(
            std::lower_bound(baskets.names.begin(), baskets.names.end(), name) - baskets.names.begin());
    };
    const auto [a, b] = std::minmax({ id(x), id(y) });
    for (const PairCount& p : pairs) {
        if (p.a == a && p.b == b)
            return p.together;
    }
    return 0;
}

Baskets randomBaskets(std::uint64_t seed, int count, int items)
{
    ow::Philox random(seed);
    BasketsBuilder builder;
    for (int b = 0; b < count; ++b) {
        const int size = 1 + random.poisson(3) + (random.bernoulli(0.02) ? 60 : 0);
        for (int i = 0; i < size; ++i) // squaring makes low numbers popular
            builder.add(
                std::to_string(b), "i" + std::to_string(int(random.uniform() * random.uniform() * items)));
    }
    return std::move(builder).build();
}

bool sameCounts(const std::vector<PairCount>& l, const std::vector<PairCount>& r)
{
    return std::equal(l.begin(), l.end(), r.begin(), r.end(), [](const PairCount& x, const PairCount& y) {
        return x.a == y.a && x.b == y.b && x.together == y.together && x.strata == y.strata;
    });
}

}

class TestPairs : public QObject {
    Q_OBJECT

private slots:
    void everyPairIsCounted()
    {
        const Baskets baskets = randomBaskets(1, 3000, 120);
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::array<std::uint32_t, strataCount>> naive;
        for (std::size_t b = 0; b < baskets.size(); ++b) {
            const auto items = baskets.basket(b);
            for (std::size_t i = 0; i < items.size(); ++i) {
                for (std::size_t j = i + 1; j < items.size(); ++j)
                    ++naive[{ items[i], items[j] }][stratumOf(items.size())];
            }
        }
        for (std::int64_t support : { 1, 7, 40 }) {
            const auto pairs = countPairs(baskets, { support, 2 });
            QVERIFY(pairs.has_value());
            std::size_t expected = 0;
            for (const auto& [pair, strata] : naive)
                expected += std::accumulate(strata.begin(), strata.end(), 0u) >= support;
            QCOMPARE(pairs->size(), expected);
            for (const PairCount& p : *pairs) {
                QVERIFY((naive[{ p.a, p.b }] == p.strata));
                QCOMPARE(std::accumulate(p.strata.begin(), p.strata.end(), 0u), p.together);
            }
        }
    }

    void anyNumberOfThreadsCountsTheSame()
    {
        const Baskets baskets = randomBaskets(2, 5000, 400);
        const auto one = countPairs(baskets, { 3, 1 });
        for (unsigned threads : { 2u, 3u, 8u })
            QVERIFY(sameCounts(*one, *countPairs(baskets, { 3, threads })));
    }

    void stopsWhenAsked()
    {
        const auto stopped
            = countPairs(randomBaskets(3, 2000, 300), { 1, 1 }, [](auto, auto) { return false; });
        QVERIFY(!stopped);
        QVERIFY(stopped.error().code == ow::ErrorCode::Cancelled);
        QVERIFY(!countPairs(Baskets(), { 0, 1 }));
        QVERIFY(countPairs(Baskets(), { 1, 1 })->empty());
    }

    void groceries()
    {
        QFile file(QStringLiteral(OFFERWRIGHT_SHARED "/data/groceries/groceries.csv"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the Groceries set is not here");
        const Baskets baskets = readCsv(file);
        // Hahsler, Hornik, Reutterer 2006, as R's arules prints the set.
        QCOMPARE(baskets.size(), std::size_t(9835));
        QCOMPARE(baskets.names.size(), std::size_t(169));
        QCOMPARE(baskets.items.size(), std::size_t(43367));
        const StrataMargins margins = strataMargins(baskets);
        const auto milk = std::lower_bound(baskets.names.begin(), baskets.names.end(), "whole milk")
            - baskets.names.begin();
        QCOMPARE(margins.count(std::uint32_t(milk)), std::int64_t(2513));
        // Counted apart.
        const auto pairs = countPairs(baskets, { 5, 0 });
        QCOMPARE(pairs->size(), std::size_t(4782));
        QCOMPARE(together(baskets, *pairs, "whole milk", "other vegetables"), 736u);
        QCOMPARE(together(baskets, *pairs, "rolls/buns", "whole milk"), 557u);
        QCOMPARE(together(baskets, *pairs, "other vegetables", "yogurt"), 427u);
        std::int64_t all = 0;
        const auto every = countPairs(baskets, { 1, 0 });
        for (const PairCount& p : *every)
            all += p.together;
        QCOMPARE(all, std::int64_t(137278));
    }

    void retailOfFimi()
    {
        const QString path = QStringLiteral(OFFERWRIGHT_SHARED "/data/fimi_retail/fimi_retail.csv.gz");
        QProcess gzip;
        gzip.start(QStringLiteral("gzip"), { QStringLiteral("-dc"), path });
        if (!QFile::exists(path) || !gzip.waitForFinished() || gzip.exitCode() != 0)
            QSKIP("the retail set of the FIMI repository is not here");
        const Baskets baskets = readCsv(gzip);
        // Brijs et al. 1999, the repository's own figures.
        QCOMPARE(baskets.size(), std::size_t(88162));
        QCOMPARE(baskets.names.size(), std::size_t(16470));
        QCOMPARE(baskets.items.size(), std::size_t(908576));
        const auto item39
            = std::lower_bound(baskets.names.begin(), baskets.names.end(), "39") - baskets.names.begin();
        QCOMPARE(strataMargins(baskets).count(std::uint32_t(item39)), std::int64_t(50675));
        // Counted apart.
        const auto pairs = countPairs(baskets, { 20, 0 });
        QCOMPARE(pairs->size(), std::size_t(22374));
        std::int64_t all = 0;
        for (const PairCount& p : *pairs)
            all += p.together;
        QCOMPARE(all, std::int64_t(1467811));
        QCOMPARE(together(baskets, *pairs, "39", "48"), 29142u);
        QCOMPARE(together(baskets, *pairs, "39", "41"), 11414u);
        QCOMPARE(together(baskets, *pairs, "32", "48"), 8034u);
    }
};

QTEST_APPLESS_MAIN(TestPairs)
#include "tst_pairs.moc"
