// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulate/moments.h"

#include <QTest>

using namespace ow;

namespace {

const Timestamp noon = *parseTimestamp("2026-10-01T12:00:00Z");

model::Policy policy()
{
    model::Policy p;
    p.placements = { { "pdp", "web", true, 1 }, { "cart", "web", true, 1 }, { "checkout", "web", false, 1 },
        { "order_page", "web", false, 1 }, { "letter", "email", false, 1 }, { "in_app", "app", false, 1 } };
    return p;
}

model::Event happened(std::int64_t seconds, std::string type, std::string sku = {}, std::string session = "s1")
{
    model::Event e;
    e.at = noon + ow::seconds(seconds);
    e.type = std::move(type);
    e.sku = std::move(sku);
    e.session = std::move(session);
    return e;
}

/// The moments of a day without the fortnightly letters, which follow the customer's own clock.
std::vector<simulate::Moment> momentsOf(std::vector<model::Event> events, Timestamp until = noon + days(2))
{
    simulate::Person person;
    person.customer.id = "c";
    person.events = std::move(events);
    auto all = simulate::moments(policy(), person, noon - days(1), until);
    std::vector<simulate::Moment> out;
    for (auto& m : all)
        if (m.placement != "letter")
            out.push_back(std::move(m));
    return out;
}

}

class TestMoments final : public QObject {
    Q_OBJECT

private slots:
    void aSessionMeetsEveryPagePlacementOnce();
    void theCartIsWhatWasInIt();
    void invoicesWithoutCartsGetOneBeforeTheOrder();
    void appOpenedIsAMoment();
    void outsideTheDaysThereIsNone();
    void lettersFollowOrdersAndCases();
};

void TestMoments::aSessionMeetsEveryPagePlacementOnce()
{
    const auto m = momentsOf({ happened(0, "product_viewed", "A"), happened(20, "product_viewed", "B"),
        happened(40, "cart_added", "B"), happened(50, "checkout_started"), happened(70, "purchased", "B") });
    QCOMPARE(m.size(), std::size_t(4));
    QCOMPARE(m[0].placement, std::string("pdp"));
    QCOMPARE(m[0].focus, std::string("A"));
    QCOMPARE(m[1].placement, std::string("cart"));
    QCOMPARE(m[1].at.ms, (noon + seconds(40)).ms);
    QCOMPARE(m[2].placement, std::string("checkout"));
    QCOMPARE(m[3].placement, std::string("order_page"));
    QCOMPARE(m[3].at.ms, (noon + seconds(130)).ms);
    QVERIFY(m[3].cart.empty());
    for (const auto& moment : m)
        QCOMPARE(moment.intent, std::string("s1"));
}

void TestMoments::theCartIsWhatWasInIt()
{
    const auto m = momentsOf({ happened(0, "cart_added", "A"), happened(1, "cart_added", "B"),
        happened(2, "cart_added", "A"), happened(3, "cart_removed", "B") });
    QCOMPARE(m.size(), std::size_t(1));
    QCOMPARE(m[0].cart, (std::vector<model::OfferItem> { { "A", 2 } }));
    QCOMPARE(m[0].at.ms, (noon + seconds(3)).ms); // the last edit
}

void TestMoments::invoicesWithoutCartsGetOneBeforeTheOrder()
{
    const auto m = momentsOf({ happened(100, "purchased", "A"), happened(100, "purchased", "B") });
    QCOMPARE(m.size(), std::size_t(2));
    QCOMPARE(m[0].placement, std::string("cart"));
    QCOMPARE(m[0].at.ms, (noon + seconds(99)).ms);
    QCOMPARE(m[0].cart, (std::vector<model::OfferItem> { { "A", 1 }, { "B", 1 } }));
    QCOMPARE(m[1].placement, std::string("order_page"));
}

void TestMoments::appOpenedIsAMoment()
{
    const auto m = momentsOf({ happened(5, "app_opened", {}, "s9") });
    QCOMPARE(m.size(), std::size_t(1));
    QCOMPARE(m[0].placement, std::string("in_app"));
    QCOMPARE(m[0].intent, std::string("s9"));
}

void TestMoments::outsideTheDaysThereIsNone()
{
    const auto early = -std::int64_t(26) * 3600;
    QVERIFY(momentsOf({ happened(early, "product_viewed", "A") }).empty());
    QVERIFY(momentsOf({ happened(60, "product_viewed", "A") }, noon + seconds(59)).empty());
    QCOMPARE(momentsOf({ happened(60, "product_viewed", "A") }, noon + seconds(60)).size(), std::size_t(1));
}

void TestMoments::lettersFollowOrdersAndCases()
{
    simulate::Person person;
    person.customer.id = "c";
    person.events = { happened(0, "purchased", "A"), happened(3600, "case_resolved", "A", {}) };
    std::vector<std::int64_t> hoursAfter;
    for (const auto& m : simulate::moments(policy(), person, noon - days(1), noon + days(40)))
        if (m.placement == "letter")
            hoursAfter.push_back((m.at - noon).ms / 3'600'000);
    QVERIFY(std::find(hoursAfter.begin(), hoursAfter.end(), 20) != hoursAfter.end()); // 20 h after the order
    QVERIFY(std::find(hoursAfter.begin(), hoursAfter.end(), 4) != hoursAfter.end()); // 3 h after the case
    QVERIFY(hoursAfter.size() >= 2 + 40 / 14); // and every 14th day
    QVERIFY(hoursAfter.size() <= 2 + 41 / 14 + 1);
}

QTEST_GUILESS_MAIN(TestMoments)
#include "tst_moments.moc"
