// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/random_pack.h"
#include "decide/match.h"

#include <QTest>

#include <deque>

using namespace ow;
using namespace ow::decide;

/// Counting whom a condition matches, as the rule builder does while somebody types.
class TestMatch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_pack = *compile(test::randomPack(1));
        for (int age = 0; age < 100; ++age) {
            test::PlainRequest& plain = m_plain.emplace_back(test::randomRequest(std::uint64_t(age)));
            plain.customer.attributes["age"] = std::int64_t(age);
            plain.customer.attributes["open_case"] = age % 10 == 0;
            auto history = std::make_shared<History>(History::of(*m_pack, plain.events, plain.exposures));
            m_requests.push_back(*makeRequest(
                *m_pack, plain.customer, std::move(history), plain.now, m_pack->placement("cart")));
        }
    }

    void counts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("matched");
        QTest::addColumn<qint64>("failed");
        QTest::newRow("everybody") << "true" << qint64(100) << qint64(0);
        QTest::newRow("nobody") << "false" << qint64(0) << qint64(0);
        QTest::newRow("some") << "customer.age >= 18 && customer.age < 30" << qint64(12) << qint64(0);
        QTest::newRow("a bool") << "customer.open_case" << qint64(10) << qint64(0);
        QTest::newRow("an error for one") << "100 / customer.age > 9" << qint64(10) << qint64(1);
        QTest::newRow("facts and stages are there")
            << "facts.views >= 0 && stage in [\"busy\", \"idle\"]" << qint64(100) << qint64(0);
        QTest::newRow("without an offer its names are empty")
            << "offer.id == \"\" && offer.price == 0" << qint64(100) << qint64(0);
    }

    void counts()
    {
        QFETCH(QString, text);
        QFETCH(qint64, matched);
        QFETCH(qint64, failed);
        for (const unsigned threads : { 1U, 3U }) {
            const auto count = countMatches(
                *m_pack, m_requests, text.toStdString(), expr::Place::Offer, none, {}, threads);
            QVERIFY2(count.has_value(), count ? "" : count.error().text().c_str());
            QCOMPARE(qint64(count->matched), matched);
            QCOMPARE(qint64(count->failed), failed);
            QCOMPARE(qint64(count->total), qint64(100));
        }
    }

    void seesTheOfferItIsAskedAbout()
    {
        const Index offer = m_pack->offer(test::offerId(3));
        const auto count
            = countMatches(*m_pack, m_requests, "offer.id == \"offer_3\"", expr::Place::Suppress, offer);
        QVERIFY(count.has_value());
        QCOMPARE(count->matched, std::int64_t(100));
    }

    void refuses()
    {
        const auto misspelt = countMatches(*m_pack, m_requests, "customer.agee > 1", expr::Place::Offer);
        QVERIFY(!misspelt && misspelt.error().message.find("customer.age") != std::string::npos);
        QVERIFY(!countMatches(*m_pack, m_requests, "event.qty > 1", expr::Place::FactEvent));
        const auto stopped = countMatches(
            *m_pack, m_requests, "true", expr::Place::Offer, none, [](auto, auto) { return false; }, 1);
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

private:
    std::shared_ptr<const CompiledPack> m_pack;
    std::deque<test::PlainRequest> m_plain; ///< whose strings the requests view
    std::vector<Request> m_requests;
};

QTEST_APPLESS_MAIN(TestMatch)
#include "tst_match.moc"
