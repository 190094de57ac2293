// SPDX-License-Identifier: GPL-3.0-or-later
#include "log_builder.h"
#include "score/units.h"

#include <QTest>

using namespace ow;
using namespace ow::score;
using namespace ow::score::testing;

class TestUnits : public QObject {
    Q_OBJECT
private slots:
    void firstOpportunityOfAnyOfferDecides();
    void tiedFirstOffersBothCount();
    void outcomesAreAnchoredAtTheFirstOpportunity();
    void laterAsksTakeNothingFromTheFirst();
    void returnedIsNotAttached();
    void crossedCustomersAreLeftOut();
    void intentsAsUnits();
    void withholdingArmOfAnExperiment();
};

namespace {

Population units(const LogBuilder& b, const char* offer, const model::Policy& p = policy())
{
    const Windows windows;
    const auto opportunities = findOpportunities(b.log, windows);
    const auto lines = netPurchases(b.log, catalogue(), windows.returns);
    const OfferItems items(p, b.log);
    const Study study { b.log, windows, items, opportunities, lines };
    return offer ? findUnits(study, designOf(p, offer), b.log.names.find(offer))
                 : findUnits(study, holdoutDesign(p), noName);
}

}

void TestUnits::firstOpportunityOfAnyOfferDecides()
{
    LogBuilder b;
    b.expose("a", "dock", 1)
        .expose("a", "kit", 2, "treatment", "i2")
        .expose("b", "kit", 1, "holdout")
        .until(90);
    QCOMPARE(units(b, "dock").units.size(), std::size_t(1)); // a
    QCOMPARE(units(b, "kit").units.size(), std::size_t(1)); // b only: a's first ask was the dock
    QCOMPARE(units(b, nullptr).units.size(), std::size_t(2));
    QCOMPARE(units(b, "kit").units[0].treated, false);
}

void TestUnits::tiedFirstOffersBothCount()
{
    LogBuilder b;
    b.expose("a", "dock", 1).expose("a", "kit", 1).buy("a", "BAG", 1.5).until(90);
    QCOMPARE(units(b, "dock").units.size(), std::size_t(1));
    QCOMPARE(units(b, "dock").units[0].attached, false);
    QCOMPARE(units(b, "kit").units[0].attached, true);
    QCOMPARE(units(b, nullptr).units.size(), std::size_t(1)); // one person, one unit
    QCOMPARE(units(b, nullptr).units[0].attached, true);
}

void TestUnits::outcomesAreAnchoredAtTheFirstOpportunity()
{
    LogBuilder b;
    b.expose("a", "dock", 10);
    b.buy("a", "PEN", 9, 500); // before: nothing
    b.buy("a", "DOCK", 10.5, 1000); // attached; margin 1000 − 400 = 600
    b.buy("a", "PEN", 10.6, 200, 2); // core order; 200 − 2 × 50 = 100
    b.buy("a", "PEN", 16.9, 150); // in the 7 days; 150 − 50 = 100
    b.buy("a", "PEN", 17, 150); // outside [10, 17)
    b.until(90);
    const Unit u = units(b, "dock").units.at(0);
    QVERIFY(u.t0 == at(10));
    QVERIFY(u.treated && u.attached && u.coreOrder);
    QCOMPARE(u.margin, 800.0); // 600 + 100 + 100
    QCOMPARE(u.soldQty, 4.0); // 1 + 2 + 1
    QVERIFY(!u.open);
}

void TestUnits::laterAsksTakeNothingFromTheFirst()
{
    // E-mail window 7 d. A second ask at day 3 and a purchase at day 5: the credit goes to the second ask,
    // yet the unit bought within its own first window. Withheld asks use up no cooldown, so only a holdout
    // has such second asks; judging by credit would make the very same behaviour count in one arm and not in
    // the other.
    LogBuilder b;
    b.expose("a", "dock", 0, "treatment", "i1", "email").buy("a", "DOCK", 5);
    b.expose("b", "dock", 0, "holdout", "i1", "email")
        .expose("b", "dock", 3, "holdout", "i2", "email")
        .buy("b", "DOCK", 5);
    b.until(90);
    const auto population = units(b, "dock");
    QVERIFY(population.units[0].attached);
    QVERIFY(population.units[1].attached);
    QCOMPARE(population.units[1].opportunities, 2U);
}

void TestUnits::returnedIsNotAttached()
{
    LogBuilder b;
    b.expose("a", "dock", 1).buy("a", "DOCK", 1.5).giveBack("a", "DOCK", 8).until(90);
    const Unit u = units(b, "dock").units.at(0);
    QVERIFY(!u.attached);
    QCOMPARE(u.margin, 0.0); // all refunded, nothing kept
    QCOMPARE(u.returnedQty, 1.0);
}

void TestUnits::crossedCustomersAreLeftOut()
{
    LogBuilder b;
    b.expose("a", "dock", 1).expose("a", "dock", 5, "holdout", "i2").expose("b", "dock", 1).until(90);
    const auto population = units(b, "dock");
    QCOMPARE(population.crossed, std::int64_t(1));
    QCOMPARE(population.units.size(), std::size_t(1));
}

void TestUnits::intentsAsUnits()
{
    auto p = policy();
    p.holdout->unit = model::Unit::Intent;
    LogBuilder b;
    b.expose("a", "dock", 1, "treatment", "i1").expose("a", "dock", 5, "holdout", "i2");
    b.buy("a", "DOCK", 5.5).buy("a", "PEN", 6.5, 100).until(90);
    const auto population = units(b, "dock", p);
    QCOMPARE(population.crossed, std::int64_t(0)); // the same person may live in both arms
    QCOMPARE(population.units.size(), std::size_t(2));
    QCOMPARE(population.units[0].attached, false);
    QCOMPARE(
        population.units[0].margin, 0.0); // 24 h, not 7 d: what the second intent caused is not the first's
    QCOMPARE(population.units[1].margin, 600.0);
}

void TestUnits::withholdingArmOfAnExperiment()
{
    auto p = policy();
    model::Experiment e;
    e.id = "try";
    e.offer = "dock";
    e.arms = { { "no", 5000, {}, {}, {}, true }, { "yes", 5000, {}, {}, {}, false } };
    p.experiments = { e };
    LogBuilder b;
    b.expose("a", "kit", 0).expose("a", "dock", 3, "yes", "i2", "cart", "try").buy("a", "DOCK", 3.5);
    b.expose("b", "dock", 1, "no", "i1", "cart", "try").expose("c", "dock", 1, "holdout");
    b.until(90);
    const auto population = units(b, "dock", p);
    QCOMPARE(population.units.size(), std::size_t(2)); // c is in the global holdout, not in the experiment
    QVERIFY(population.units[0].treated && population.units[0].attached);
    QVERIFY(population.units[0].t0 == at(3)); // the first opportunity of this offer
    QVERIFY(!population.units[1].treated);
    QCOMPARE(units(b, nullptr, p).units.size(), std::size_t(3));
}

QTEST_APPLESS_MAIN(TestUnits)
#include "tst_units.moc"
