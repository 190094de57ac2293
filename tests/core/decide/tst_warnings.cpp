// SPDX-License-Identifier: GPL-3.0-or-later
#include "decide/validate.h"

#include <QTest>

using namespace ow;

class TestWarnings : public QObject {
    Q_OBJECT

private slots:
    void anActiveOfferThatItsOwnPriceForbids_data()
    {
        QTest::addColumn<int>("price"); // of one piece that lists at 10.00 and costs 3.00
        QTest::addColumn<bool>("active");
        QTest::addColumn<int>("found");
        QTest::newRow("margin 70 %, no discount") << 1000 << true << 0;
        QTest::newRow("margin 66.67 %, discount 10 %") << 900 << true << 1;
        QTest::newRow("margin 62.5 %, discount 20 %") << 800 << true << 2;
        QTest::newRow("the same, paused") << 800 << false << 0;
    }
    void anActiveOfferThatItsOwnPriceForbids()
    {
        QFETCH(int, price);
        QFETCH(bool, active);
        QFETCH(int, found);
        model::Pack pack;
        pack.name = "p";
        pack.version = "1";
        pack.channels = { { "web", "true" } };
        pack.placements = { { "cart", "web", true, 1 } };
        model::Product dock;
        dock.sku = "DOCK";
        dock.price = { 1000 };
        dock.cost = { 300 };
        pack.products = { dock };
        model::Offer offer;
        offer.id = "dock";
        offer.name = "Dock";
        offer.role = model::Role::Power;
        offer.status = active ? model::OfferStatus::Active : model::OfferStatus::Paused;
        offer.items = { { "DOCK", 1 } };
        offer.price = { price };
        offer.placements = { "cart" };
        pack.offers = { offer };
        pack.guardrails = { 6800, 1500, model::MarginScope::Offer };
        QVERIFY(decide::validate(pack).empty()); // it may be released all the same
        const auto warnings = decide::warnings(pack);
        QCOMPARE(int(warnings.size()), found);
        for (const Error& warning : warnings)
            QCOMPARE(warning.at, std::string("offers[0].price"));
    }
};

QTEST_GUILESS_MAIN(TestWarnings)
#include "tst_warnings.moc"
