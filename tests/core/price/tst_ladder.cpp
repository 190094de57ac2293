// SPDX-License-Identifier: GPL-3.0-or-later
#include "price/ladder.h"

#include <QTest>

using namespace ow;
using model::Tier;

class TestLadder : public QObject {
    Q_OBJECT

    model::Catalogue m_catalogue;
    model::Policy m_policy;

    static model::Offer offer(
        std::string id, Tier tier, std::vector<model::OfferItem> items, std::int64_t price)
    {
        model::Offer o;
        o.id = id;
        o.name = id;
        o.kind = model::OfferKind::Bundle;
        o.mission = model::Mission::Launch;
        o.tier = tier;
        o.items = std::move(items);
        o.price = { price };
        return o;
    }

private slots:
    void init()
    {
        m_catalogue = {};
        for (const char* sku : { "A", "B", "C" })
            m_catalogue.products.push_back(
                { sku, std::string("Title ") + sku, "", "", { 1000 }, { 100 }, {}, {}, {} });
        m_policy = {};
        m_policy.guardrails.maxDiscountBp = 1500;
        m_policy.offers = { offer("pro", Tier::Pro, { { "C", 1 }, { "B", 2 }, { "A", 1 } }, 3000),
            offer("start", Tier::Starter, { { "A", 1 } }, 1000),
            offer("adv", Tier::Advanced, { { "A", 1 }, { "B", 1 } }, 1900) };
    }

    void tiersStandInOrderAndItemsAlign()
    {
        const auto ladder = price::ladderOf("adv", m_policy, m_catalogue);
        QVERIFY(ladder);
        QCOMPARE(ladder->rungs[0].offer, std::string("start"));
        QCOMPARE(ladder->rungs[1].offer, std::string("adv"));
        QCOMPARE(ladder->rungs[2].offer, std::string("pro"));
        QCOMPARE(ladder->rows.size(), std::size_t(3));
        QCOMPARE(ladder->rows[0].title, std::string("Title A")); // in all three
        QCOMPARE(ladder->rows[1].sku, std::string("B"));
        QCOMPARE(ladder->rows[1].qty, (std::array<std::int64_t, 3> { 0, 1, 2 }));
        QCOMPARE(ladder->rows[2].sku, std::string("C"));
        QCOMPARE(ladder->rungs[2].price.discountBp, 2500); // 4000 -> 3000
        QCOMPARE(ladder->rungs[2].checks[0].verdict, price::GuardrailCheck::Verdict::Broken);
    }

    void anEmptyRungStaysEmpty()
    {
        m_policy.offers.erase(m_policy.offers.begin());
        const auto ladder = price::ladderOf("start", m_policy, m_catalogue);
        QVERIFY(ladder);
        QVERIFY(ladder->rungs[2].offer.empty());
    }

    void strangersStayOut()
    {
        m_policy.offers[2].items = { { "B", 1 } };
        QVERIFY(price::ladderOf("start", m_policy, m_catalogue)->rungs[1].offer.empty());
    }

    void alternativesOfEachOtherBelongTogether()
    {
        m_policy.offers[2].items = { { "B", 1 } };
        m_policy.exclusive = { { "one", { "start", "adv" }, {} } };
        QCOMPARE(price::ladderOf("start", m_policy, m_catalogue)->rungs[1].offer, std::string("adv"));
    }

    void theSameMissionComesFirst()
    {
        m_policy.offers[0].mission = model::Mission::Expand;
        m_policy.offers[0].status = model::OfferStatus::Active;
        QCOMPARE(price::ladderOf("start", m_policy, m_catalogue)->rungs[2].offer, std::string("pro"));
        m_policy.offers.push_back(offer("pro2", Tier::Pro, { { "A", 1 } }, 2500));
        QCOMPARE(price::ladderOf("start", m_policy, m_catalogue)->rungs[2].offer, std::string("pro2"));
    }

    void theActiveOneOfTwoTakesTheRung()
    {
        auto second = offer("pro2", Tier::Pro, { { "A", 1 } }, 2500);
        second.status = model::OfferStatus::Active;
        m_policy.offers.push_back(second);
        QCOMPARE(price::ladderOf("start", m_policy, m_catalogue)->rungs[2].offer, std::string("pro2"));
        QCOMPARE(price::ladderOf("pro", m_policy, m_catalogue)->rungs[2].offer,
            std::string("pro")); // itself first
    }

    void withoutATierThereIsNoLadder()
    {
        m_policy.offers[1].tier = Tier::None;
        QVERIFY(!price::ladderOf("start", m_policy, m_catalogue));
        QVERIFY(!price::ladderOf("nobody", m_policy, m_catalogue));
    }
};

QTEST_GUILESS_MAIN(TestLadder)
#include "tst_ladder.moc"
