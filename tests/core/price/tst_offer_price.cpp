// SPDX-License-Identifier: GPL-3.0-or-later
#include "price/offer_price.h"

#include <QTest>

using namespace ow;

class TestOfferPrice : public QObject {
    Q_OBJECT

    static model::Catalogue shop()
    {
        model::Catalogue catalogue;
        catalogue.products.push_back(
            { "CAM", "Camera", "camera", "photo", { 100'00 }, { 60'00 }, {}, {}, {} });
        catalogue.products.push_back({ "CARD", "Card", "card", "photo", { 33'33 }, { 10'01 }, {}, {}, {} });
        return catalogue;
    }
    static model::Offer offer(std::int64_t price, std::vector<model::OfferItem> items)
    {
        model::Offer o;
        o.id = "kit";
        o.price = { price };
        o.items = std::move(items);
        return o;
    }

private slots:
    // Worked by hand from the definitions in DECISION.md, section 3.
    void numbers_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<qint64>("cardQty");
        QTest::addColumn<qint64>("list");
        QTest::addColumn<qint64>("discountBp");
        QTest::addColumn<qint64>("margin");
        QTest::addColumn<qint64>("marginBp");
        // list 10000 + 2 * 3333 = 16666, cost 6000 + 2 * 1001 = 8002
        QTest::newRow("a bundle discount")
            << qint64(149'99) << qint64(2) << qint64(16666) << qint64(1000) << qint64(6997)
            << qint64(4664); // 1667e4/16666 = 1000.2, 6997e4/14999 = 4664.97
        QTest::newRow("dearer than its items is no discount")
            << qint64(200'00) << qint64(2) << qint64(16666) << qint64(0) << qint64(11998) << qint64(5999);
        QTest::newRow("just the list price") << qint64(16666) << qint64(2) << qint64(16666) << qint64(0)
                                             << qint64(8664) << qint64(5198); // 5198.6
        // cost 6000 + 1001 = 7001; -2001e4/5000 = -4002
        QTest::newRow("sold below cost") << qint64(50'00) << qint64(1) << qint64(13333) << qint64(6249)
                                         << qint64(-2001) << qint64(-4002); // 8333e4/13333 = 6249.9
        // -6998e4/3 = -23326666.67, toward zero
        QTest::newRow("a loss truncates toward zero")
            << qint64(3) << qint64(1) << qint64(13333) << qint64(9997) << qint64(-6998) << qint64(-23326666);
        QTest::newRow("free") << qint64(0) << qint64(1) << qint64(13333) << qint64(10000) << qint64(-7001)
                              << qint64(0);
    }
    void numbers()
    {
        QFETCH(qint64, price);
        QFETCH(qint64, cardQty);
        const auto p = price::priceOf(offer(price, { { "CAM", 1 }, { "CARD", cardQty } }), shop());
        QTEST(qint64(p.listPrice.minor), "list");
        QTEST(qint64(p.discountBp), "discountBp");
        QTEST(qint64(p.margin.minor), "margin");
        QTEST(qint64(p.marginBp), "marginBp");
        QVERIFY(p.unknownSkus.empty());
    }

    void anOfferWithoutItemsHasNoListPrice()
    {
        const auto p = price::priceOf(offer(79'00, {}), shop());
        QCOMPARE(p.listPrice, Money {});
        QCOMPARE(p.discountBp, 0);
        QCOMPARE(p.margin, Money { 7900 });
        QCOMPARE(p.marginBp, 10'000);
    }

    void anUnknownItemIsNamed()
    {
        const auto p = price::priceOf(offer(100'00, { { "GONE", 1 }, { "CAM", 1 } }), shop());
        QCOMPARE(p.unknownSkus, std::vector<std::string> { "GONE" });
        QCOMPARE(p.listPrice, Money { 100'00 });
    }

    void hugePricesDoNotOverflow()
    {
        const Money list { 1'000'000'000'000'000 };
        QCOMPARE(price::discountBp(list, { list.minor / 4 }), 7500);
        QCOMPARE(price::marginBp({ list.minor / 8 }, list), 1250);
    }
};

QTEST_GUILESS_MAIN(TestOfferPrice)
#include "tst_offer_price.moc"
