// SPDX-License-Identifier: GPL-3.0-or-later
// Planted truth: what was put into the data comes out, and what was not does not.
#include "base/random.h"
#include "mine/adjacency.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace ow::mine;
using ow::Philox;
using ow::stats::EdgeClass;

namespace {

constexpr int items = 90;
constexpr int plantedComplements = 20;

std::string name(int item) { return (item < 10 ? "p0" : "p") + std::to_string(item); }

/// Zipf-like popularity; items 2k and 2k + 1 of the middle are the planted pairs.
class Shop {
public:
    explicit Shop(std::uint64_t seed)
        : m_random(seed)
    {
        for (int i = 0; i < items; ++i)
            m_cumulative.push_back((i ? m_cumulative.back() : 0) + 1 / (i + 6.0));
    }
    int draw()
    {
        const double u = m_random.uniform() * m_cumulative.back();
        return int(std::lower_bound(m_cumulative.begin(), m_cumulative.end(), u) - m_cumulative.begin());
    }
    /// Sizes from 1 to dozens: big baskets hold everything, which must not look like affinity.
    std::set<int> basket()
    {
        const std::size_t size
            = m_random.bernoulli(0.05) ? 12 + m_random.below(25) : 1 + std::size_t(m_random.poisson(1.6));
        std::set<int> basket;
        while (basket.size() < size)
            basket.insert(draw());
        return basket;
    }
    Philox& random() { return m_random; }

private:
    Philox m_random;
    std::vector<double> m_cumulative;
};

/// What is bought along with what, in a share of the cases.
int companion(int item)
{
    return item >= 20 && item < 20 + 2 * plantedComplements && item % 2 == 0 ? item + 1 : -1;
}

Baskets shopOf(std::uint64_t seed, int baskets, double planted)
{
    Shop shop(seed);
    BasketsBuilder builder;
    for (int b = 0; b < baskets; ++b) {
        std::set<int> basket = shop.basket();
        const std::set<int> first = basket;
        for (int item : first) {
            if (companion(item) >= 0 && shop.random().bernoulli(planted))
                basket.insert(companion(item));
        }
        for (int item : basket)
            builder.add(std::to_string(b), name(item));
    }
    return std::move(builder).build();
}

bool isPlanted(const AdjacencyEvidence& e, const MinedPair& p)
{
    return companion(std::stoi(e.names[p.a].substr(1))) == std::stoi(e.names[p.b].substr(1));
}

}

class TestAdjacency : public QObject {
    Q_OBJECT

private slots:
    void plantedComplementsAreFound()
    {
        int found = 0, wrong = 0, edges = 0;
        for (std::uint64_t seed : { 11u, 12u, 13u }) {
            const Baskets baskets = shopOf(seed, 24000, 0.25);
            MineOptions options;
            options.minSupport = 5;
            const auto evidence = mineAdjacency({ &baskets, nullptr, nullptr }, options);
            QVERIFY(evidence.has_value());
            for (const MinedPair& p : evidence->pairs) {
                if (p.edgeClass != EdgeClass::Complement)
                    continue;
                ++edges;
                ++(isPlanted(*evidence, p) ? found : wrong);
            }
        }
        QVERIFY2(found >= 0.9 * 3 * plantedComplements, qPrintable(QString::number(found)));
        // FDR 5 %, three runs: three standard deviations above it.
        QVERIFY2(wrong <= 0.05 * edges + 3 * std::sqrt(0.05 * edges), qPrintable(QString::number(wrong)));
    }

    void independentProductsGiveNoEdge()
    {
        int edges = 0, runs = 0;
        for (std::uint64_t seed = 100; seed < 110; ++seed, ++runs) {
            const Baskets baskets = shopOf(seed, 8000, 0);
            const auto evidence = mineAdjacency({ &baskets, nullptr, nullptr }, {});
            edges += std::any_of(evidence->pairs.begin(), evidence->pairs.end(),
                [](const MinedPair& p) { return p.edgeClass == EdgeClass::Complement; });
        }
        // Under the null the FDR is the chance of any edge at all: 5 % a run; four of ten would be one in
        // 1000.
        QVERIFY2(edges < 4, qPrintable(QString::number(edges)));
    }

    void wholesalersDoNotMakeEdges()
    {
        // One basket in ten holds 51 to 230 of 800 independent products.
        std::vector<double> cumulative;
        for (int i = 0; i < 800; ++i)
            cumulative.push_back((i ? cumulative.back() : 0) + 1 / (i + 20.0));
        Philox random(1);
        BasketsBuilder builder;
        for (int b = 0; b < 4000; ++b) {
            const std::size_t size = random.bernoulli(0.9)
                ? 1 + std::size_t(random.poisson(8))
                : std::size_t(51 * std::exp(1.5 * random.uniform()));
            std::set<int> basket;
            while (basket.size() < size) {
                const double u = random.uniform() * cumulative.back();
                basket.insert(
                    int(std::lower_bound(cumulative.begin(), cumulative.end(), u) - cumulative.begin()));
            }
            for (int item : basket)
                builder.add(std::to_string(b), std::to_string(item));
        }
        const Baskets baskets = std::move(builder).build();
        const auto evidence = mineAdjacency({ &baskets, nullptr, nullptr }, {});
        QVERIFY(evidence->testedBuys > 50000);
        const auto edges = std::count_if(evidence->pairs.begin(), evidence->pairs.end(),
            [](const MinedPair& p) { return p.edgeClass == EdgeClass::Complement; });
        QVERIFY2(edges <= 2, qPrintable(QString::number(edges)));
    }

    void substitutesNeedViewsAndChoices()
    {
        // Sessions look at several products; who looks at a rival pair (10, 11), (12, 13), (14, 15) looks at
        // both and buys one of the two at most. Others buy what they looked at independently.
        Philox random(5);
        SessionsBuilder builder;
        BasketsBuilder buys;
        for (int s = 0; s < 30000; ++s) {
            const std::string id = std::to_string(s);
            std::set<int> viewed;
            const int looks = 2 + random.poisson(2);
            for (int i = 0; i < looks; ++i)
                viewed.insert(int(random.below(40)));
            const int rivals = random.bernoulli(0.3) ? 10 + 2 * int(random.below(3)) : -1;
            if (rivals >= 0) {
                viewed.erase(rivals);
                viewed.erase(rivals + 1);
            }
            std::set<int> bought;
            for (int item : viewed) {
                if (random.bernoulli(0.25))
                    bought.insert(item);
            }
            if (rivals >= 0) {
                viewed.insert(rivals);
                viewed.insert(rivals + 1);
                if (random.bernoulli(0.6))
                    bought.insert(rivals + int(random.below(2)));
            }
            for (int item : viewed)
                builder.addView(id, name(item));
            for (int item : bought) {
                builder.addPurchase(id, name(item));
                buys.add(id, name(item));
            }
        }
        const Sessions sessions = std::move(builder).build();
        const Baskets baskets = std::move(buys).build();
        const auto evidence = mineAdjacency({ &baskets, &sessions, nullptr }, {});
        QVERIFY(evidence.has_value());
        std::set<std::string> substitutes;
        for (const MinedPair& p : evidence->pairs) {
            if (p.edgeClass == EdgeClass::Substitute)
                substitutes.insert(evidence->names[p.a] + evidence->names[p.b]);
        }
        QCOMPARE(substitutes, (std::set<std::string> { "p10p11", "p12p13", "p14p15" }));
        QCOMPARE(evidence->sessionCount, std::int64_t(30000));
        const MinedPair& first = evidence->pairs.front();
        // A few looked at two rivals by chance and bought freely: some joint purchases remain.
        QVERIFY(first.choice && first.choice->counts.n > 1000 && *first.choice->adjustedLift < 0.2);
        QVERIFY(verdictSentence(first).find("chosen instead") != std::string::npos);
    }

    void orderOfPurchaseShows()
    {
        Philox random(6);
        BasketsBuilder buys;
        Purchases purchases;
        const auto buy = [&](std::uint32_t customer, std::int32_t day, std::uint32_t item) {
            buys.add(std::to_string(customer) + "/" + std::to_string(day), name(int(item)));
            purchases.push_back({ customer, day, item });
        };
        for (std::uint32_t c = 0; c < 3000; ++c) {
            const auto day = std::int32_t(random.below(300));
            buy(c, day, 0);
            if (random.bernoulli(0.5)) // 1 follows 0, a week or two later
                buy(c, day + 5 + std::int32_t(random.below(10)), 1);
            if (random.bernoulli(0.3)) { // 2 and 3 come in either order, and often together
                const auto other = std::int32_t(random.below(300));
                buy(c, other, 2);
                buy(c, other + (random.bernoulli(0.3) ? 0 : std::int32_t(random.below(41)) - 20), 3);
            }
            if (random.bernoulli(0.05))
                buy(c, day, 1); // makes (0, 1) a pair that is seen
        }
        const Baskets baskets = std::move(buys).build();
        const auto evidence = mineAdjacency({ &baskets, nullptr, &purchases }, {});
        QVERIFY(evidence.has_value());
        int seen = 0;
        for (const MinedPair& p : evidence->pairs) {
            const std::string pair = evidence->names[p.a] + evidence->names[p.b];
            if (pair == "p00p01") {
                ++seen;
                QVERIFY(p.sequence && *p.sequence->q < 1e-6 && *p.sequence->ratio > 3);
                QVERIFY(*p.sequence->lagMedian >= 8 && *p.sequence->lagMedian <= 12);
            } else if (pair == "p02p03") {
                ++seen;
                QVERIFY(p.sequence && *p.sequence->lower < 1 && *p.sequence->upper > 1);
            }
        }
        QCOMPARE(seen, 2);
    }

    void neitherOrderNorThreadsMatter()
    {
        const Baskets straight = shopOf(21, 4000, 0.3);
        BasketsBuilder reversed;
        for (std::size_t b = straight.size(); b-- > 0;) {
            for (std::uint32_t item : straight.basket(b))
                reversed.add(std::to_string(b), straight.names[item]);
        }
        const Baskets backwards = std::move(reversed).build();
        MineOptions one, four;
        one.threads = 1;
        four.threads = 4;
        const auto l = mineAdjacency({ &straight, nullptr, nullptr }, one);
        const auto r = mineAdjacency({ &backwards, nullptr, nullptr }, four);
        QCOMPARE(l->pairs.size(), r->pairs.size());
        QCOMPARE(l->testedBuys, r->testedBuys);
        for (std::size_t i = 0; i < l->pairs.size(); ++i) {
            QCOMPARE(l->pairs[i].a, r->pairs[i].a);
            QCOMPARE(l->pairs[i].b, r->pairs[i].b);
            QVERIFY(l->pairs[i].buy.p == r->pairs[i].buy.p); // bit-equal
            QVERIFY(l->pairs[i].buy.q == r->pairs[i].buy.q);
        }
    }

    void badInputIsSaidSo()
    {
        QVERIFY(!mineAdjacency({}, {}));
        const Baskets none;
        QVERIFY(mineAdjacency({ &none, nullptr, nullptr }, {})->pairs.empty());
        MineOptions options;
        options.fdr = 0;
        QCOMPARE(mineAdjacency({ &none, nullptr, nullptr }, options).error().at, std::string("fdr"));
        const Baskets some = shopOf(1, 500, 0.3);
        const auto stopped = mineAdjacency({ &some, nullptr, nullptr }, {}, [](auto, auto) { return false; });
        QVERIFY(stopped.error().code == ow::ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestAdjacency)
#include "tst_adjacency.moc"
