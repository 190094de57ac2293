// SPDX-License-Identifier: GPL-3.0-or-later
#include "log_builder.h"

#include <QTest>

using namespace ow;
using namespace ow::score;
using namespace ow::score::testing;

class TestOpportunities : public QObject {
    Q_OBJECT
private slots:
    void firstRowOfCustomerOfferIntent();
    void windowsByPlacement();
    void credit_data();
    void credit();
    void olderLongWindowOutlivesNewerShortOne();
    void tieGoesToSmallerId();
    void anchorsAreNotTheOffer();
    void sweepAgreesWithLookingAtEveryPair();
};

namespace {

std::vector<Opportunity> credited(const LogBuilder& b)
{
    auto found = findOpportunities(b.log, {});
    creditLines(found, netPurchases(b.log, catalogue(), days(30)), OfferItems(policy(), b.log), b.log);
    return found;
}

}

void TestOpportunities::firstRowOfCustomerOfferIntent()
{
    LogBuilder b;
    b.expose("a", "dock", 2, "treatment", "i1").expose("a", "dock", 1, "treatment", "i1");
    b.expose("a", "dock", 3, "treatment", "i2").expose("b", "dock", 1, "holdout", "i1");
    const auto found = findOpportunities(b.log, {});
    QCOMPARE(found.size(), std::size_t(3));
    QVERIFY(found[0].at == at(1)); // the earlier row, though it was read later
    QCOMPARE(found[0].exposures, 2U);
    QCOMPARE(found[0].shown, 2U);
    QCOMPARE(found[2].shown, 0U);
}

void TestOpportunities::windowsByPlacement()
{
    Windows w;
    w.ofOffer["slow"] = days(14);
    QVERIFY(w.attach("dock", "pdp") == hours(24));
    QVERIFY(w.attach("dock", "checkout") == hours(24));
    QVERIFY(w.attach("dock", "email") == days(7));
    QVERIFY(w.attach("slow", "cart") == days(14));
}

void TestOpportunities::credit_data()
{
    QTest::addColumn<double>("day"); // of the purchase; the opportunity is at day 10 in the cart: [10, 11)
    QTest::addColumn<bool>("credited");
    QTest::newRow("before") << 9.9 << false;
    QTest::newRow("at the same instant") << 10.0 << true;
    QTest::newRow("just inside") << 10.999 << true;
    QTest::newRow("at the end, which is outside") << 11.0 << false;
}

void TestOpportunities::credit()
{
    QFETCH(double, day);
    QFETCH(bool, credited);
    for (const char* arm : { "treatment", "holdout" }) { // the same rule for both
        const auto found
            = ::credited(LogBuilder().expose("a", "dock", 10, arm).buy("a", "DOCK", day, 1000, 2).until(90));
        QCOMPARE(found[0].creditedQty, std::int64_t(credited ? 2 : 0));
    }
}

void TestOpportunities::olderLongWindowOutlivesNewerShortOne()
{
    LogBuilder b;
    b.expose("a", "dock", 0, "treatment", "i1", "email").expose("a", "dock", 2, "treatment", "i2", "cart");
    b.buy("a", "DOCK", 2.5).buy("a", "DOCK", 5, 1000, 3).until(90);
    const auto found = credited(b);
    QCOMPARE(found[1].creditedQty, std::int64_t(1)); // both open: the later takes it
    QCOMPARE(found[0].creditedQty, std::int64_t(3)); // the cart's closed at day 3, the e-mail's at day 7
}

void TestOpportunities::tieGoesToSmallerId()
{
    LogBuilder b;
    b.expose("a", "kit", 1).expose("a", "dock", 1).buy("a", "DOCK", 1.5).until(90);
    const auto found = credited(b);
    QCOMPARE(b.log.names.text(found[0].offer), std::string("dock"));
    QCOMPARE(found[0].creditedQty, std::int64_t(1));
    QCOMPARE(found[1].creditedQty, std::int64_t(0)); // once only
}

void TestOpportunities::anchorsAreNotTheOffer()
{
    LogBuilder b;
    b.expose("a", "kit", 1).buy("a", "LAP", 1.2).until(90);
    QCOMPARE(credited(b)[0].creditedQty, std::int64_t(0));
    const OfferItems items(policy(), b.log);
    QVERIFY(items.isOffered(b.log.names.find("LAP"))); // yet no core sale either
}

void TestOpportunities::sweepAgreesWithLookingAtEveryPair()
{
    // A second formula, deliberately naive: every line against every opportunity.
    LogBuilder b;
    std::uint64_t state = 12345;
    const auto draw = [&](unsigned n) {
        return unsigned((state = state * 6364136223846793005ULL + 1442695040888963407ULL) >> 33) % n;
    };
    const char* placements[] = { "cart", "email", "pdp" };
    for (int i = 0; i < 400; ++i)
        b.expose("c" + std::to_string(draw(20)), draw(2) ? "dock" : "kit", draw(200) / 8.0, "treatment",
            "i" + std::to_string(draw(30)), placements[draw(3)]);
    for (int i = 0; i < 600; ++i)
        b.buy("c" + std::to_string(draw(20)), draw(2) ? "DOCK" : "BAG", draw(200) / 8.0, 1000, 1 + draw(3));
    b.until(200);
    const auto lines = netPurchases(b.log, catalogue(), days(30));
    const OfferItems items(policy(), b.log);
    auto expected = findOpportunities(b.log, {});
    for (const Purchase& line : lines) {
        Opportunity* best = nullptr;
        for (Opportunity& o : expected) {
            const bool open = o.customer == line.customer && o.at <= line.at && line.at < o.at + o.window
                && items.holds(o.offer, line.sku);
            const auto& id = b.log.names.text(o.offer);
            if (open
                && (!best || o.at > best->at || (o.at == best->at && id < b.log.names.text(best->offer))))
                best = &o;
        }
        if (best)
            best->creditedQty += line.qty;
    }
    const auto found = credited(b);
    std::int64_t total = 0;
    std::map<std::tuple<NameId, std::int64_t, NameId>, std::int64_t> a, e;
    for (std::size_t i = 0; i < found.size(); ++i) {
        a[{ found[i].customer, found[i].at.ms, found[i].offer }] += found[i].creditedQty;
        e[{ expected[i].customer, expected[i].at.ms, expected[i].offer }] += expected[i].creditedQty;
        total += found[i].creditedQty;
    }
    QVERIFY(a == e);
    QVERIFY(total > 100); // or nothing was tested
}

QTEST_APPLESS_MAIN(TestOpportunities)
#include "tst_opportunities.moc"
