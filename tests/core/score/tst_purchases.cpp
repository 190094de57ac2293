// SPDX-License-Identifier: GPL-3.0-or-later
#include "log_builder.h"

#include <QTest>

using namespace ow;
using namespace ow::score;
using namespace ow::score::testing;

class TestPurchases : public QObject {
    Q_OBJECT
private slots:
    void plainLine();
    void partialReturnWithoutAmount();
    void refundOfItsOwnOrderFirst();
    void lateReturnIsIgnored();
    void openLineCarriesTheAverageReturn();
    void unknownCost();
};

namespace {
std::vector<Purchase> net(const LogBuilder& b) { return netPurchases(b.log, catalogue(), days(30)); }
}

void TestPurchases::plainLine()
{
    const auto lines = net(LogBuilder().buy("a", "DOCK", 0, 2000, 2).until(40));
    QCOMPARE(lines.size(), std::size_t(1));
    QCOMPARE(lines[0].netRevenue, 2000.0);
    QCOMPARE(lines[0].contribution, 1200.0); // 2000 − 2 × 400
    QVERIFY(!lines[0].open);
}

void TestPurchases::partialReturnWithoutAmount()
{
    // 1 of 4 pieces back, no amount given: a quarter of 4000 is refunded; 3000 − 3 × 400 = 1800.
    const auto lines = net(LogBuilder().buy("a", "DOCK", 0, 4000, 4).giveBack("a", "DOCK", 3).until(40));
    QCOMPARE(lines[0].returnedQty, std::int64_t(1));
    QCOMPARE(lines[0].netRevenue, 3000.0);
    QCOMPARE(lines[0].contribution, 1800.0);
    QVERIFY(lines[0].kept());
}

void TestPurchases::refundOfItsOwnOrderFirst()
{
    // The return names order o1 although o2 is the later line; 900 of the 1000 paid are refunded.
    const auto lines = net(LogBuilder()
                               .buy("a", "DOCK", 0, 1000, 1, "o1")
                               .buy("a", "DOCK", 1, 1000, 1, "o2")
                               .giveBack("a", "DOCK", 2, 900, 1, "o1")
                               .until(40));
    QCOMPARE(lines[0].netRevenue, 100.0);
    QVERIFY(!lines[0].kept());
    QCOMPARE(lines[0].contribution, 100.0); // nothing kept, no cost
    QCOMPARE(lines[1].netRevenue, 1000.0);
}

void TestPurchases::lateReturnIsIgnored()
{
    const auto lines
        = net(LogBuilder().buy("a", "DOCK", 0).giveBack("a", "DOCK", 30).until(70)); // R = [0, 30)
    QVERIFY(lines[0].kept());
    QCOMPARE(lines[0].netRevenue, 1000.0);
}

void TestPurchases::openLineCarriesTheAverageReturn()
{
    // History: 1 of 4 docks came back. The open line would earn 1000 − 400 = 600; expected 600 × (1 − 1/4) =
    // 450.
    LogBuilder b;
    b.buy("a", "DOCK", 0)
        .buy("b", "DOCK", 0)
        .buy("c", "DOCK", 0)
        .buy("d", "DOCK", 0)
        .giveBack("d", "DOCK", 5);
    b.buy("e", "DOCK", 50).until(60);
    const auto lines = net(b);
    QCOMPARE(lines.size(), std::size_t(5));
    QVERIFY(lines[4].open);
    QCOMPARE(lines[4].contribution, 450.0);
    QCOMPARE(lines[4].netRevenue, 1000.0);
}

void TestPurchases::unknownCost()
{
    QVERIFY(!net(LogBuilder().buy("a", "MYSTERY", 0).until(40))[0].costKnown);
}

QTEST_APPLESS_MAIN(TestPurchases)
#include "tst_purchases.moc"
