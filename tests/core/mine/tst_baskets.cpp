// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/baskets.h"
#include "mine/strata.h"

#include <QTest>

using namespace ow::mine;

class TestBaskets : public QObject {
    Q_OBJECT

private slots:
    void anItemStandsOnceAndAscending()
    {
        BasketsBuilder builder;
        for (const auto& [basket, item] : std::vector<std::pair<const char*, const char*>> {
                 { "b2", "tea" }, { "b1", "milk" }, { "b2", "bread" }, { "b2", "tea" }, { "b1", "bread" } })
            builder.add(basket, item);
        const Baskets baskets = std::move(builder).build();
        QCOMPARE(baskets.names, (std::vector<std::string> { "bread", "milk", "tea" }));
        QCOMPARE(baskets.size(), std::size_t(2));
        QCOMPARE(std::vector<std::uint32_t>(baskets.basket(0).begin(), baskets.basket(0).end()),
            (std::vector<std::uint32_t> { 0, 2 })); // b2 came first
        QCOMPARE(std::vector<std::uint32_t>(baskets.basket(1).begin(), baskets.basket(1).end()),
            (std::vector<std::uint32_t> { 0, 1 }));
    }

    void nothingIsNothing()
    {
        const Baskets baskets = BasketsBuilder().build();
        QCOMPARE(baskets.size(), std::size_t(0));
        QVERIFY(strataMargins(baskets).items.empty());
    }

    void sessionsKeepViewsAndPurchasesApart()
    {
        SessionsBuilder builder;
        builder.addView("s1", "tea");
        builder.addView("s2", "cup");
        builder.addPurchase("s1", "milk");
        builder.addView("s1", "cup");
        builder.addPurchase("s1", "tea");
        const Sessions s = std::move(builder).build();
        QCOMPARE(s.viewed.names, (std::vector<std::string> { "cup", "milk", "tea" }));
        QCOMPARE(s.bought.names, s.viewed.names);
        QCOMPARE(s.viewed.size(), std::size_t(2));
        QCOMPARE(s.bought.size(), std::size_t(2));
        QCOMPARE(std::vector<std::uint32_t>(s.viewed.basket(0).begin(), s.viewed.basket(0).end()),
            (std::vector<std::uint32_t> { 0, 2 }));
        QCOMPARE(std::vector<std::uint32_t>(s.bought.basket(0).begin(), s.bought.basket(0).end()),
            (std::vector<std::uint32_t> { 1, 2 }));
        QVERIFY(s.bought.basket(1).empty());
    }

    void strataFollowTheSize()
    {
        QCOMPARE(stratumOf(1), std::size_t(0));
        QCOMPARE(stratumOf(20), std::size_t(19));
        QCOMPARE(stratumOf(21), std::size_t(20));
        QCOMPARE(stratumOf(30), std::size_t(20));
        QCOMPARE(stratumOf(31), std::size_t(21));
        QCOMPARE(stratumOf(50), std::size_t(21));
        QCOMPARE(stratumOf(51), std::size_t(22));
        QCOMPARE(stratumOf(65), std::size_t(22));
        QCOMPARE(stratumOf(66), std::size_t(23));
        QCOMPARE(stratumOf(500), std::size_t(29));
        QCOMPARE(stratumOf(501), std::size_t(30));
        QCOMPARE(stratumOf(100000), strataCount - 1);
        BasketsBuilder builder;
        for (int size : { 2, 24, 28 }) {
            for (int item = 0; item < size; ++item)
                builder.add("b" + std::to_string(size), "i" + std::to_string(item));
        }
        const StrataMargins m = strataMargins(std::move(builder).build());
        QCOMPARE(m.baskets[1], 1u);
        QCOMPARE(m.baskets[20], 2u);
        QCOMPARE(m.meanSize[1], 2.0);
        QCOMPARE(m.meanSize[20], 26.0);
        QCOMPARE(m.count(0), std::int64_t(3)); // "i0" is in all three
    }
};

QTEST_APPLESS_MAIN(TestBaskets)
#include "tst_baskets.moc"
