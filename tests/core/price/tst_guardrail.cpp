// SPDX-License-Identifier: GPL-3.0-or-later
#include "price/guardrail.h"

#include <QTest>

using namespace ow;
using price::GuardrailCheck;

class TestGuardrail : public QObject {
    Q_OBJECT

    static price::OfferPrice priced(std::int64_t list, std::int64_t cost, std::int64_t price)
    {
        price::OfferPrice p;
        p.listPrice = { list };
        p.cost = { cost };
        p.price = { price };
        p.discountBp = price::discountBp(p.listPrice, p.price);
        p.margin = p.price - p.cost;
        p.marginBp = price::marginBp(p.margin, p.price);
        return p;
    }

private slots:
    void noGuardrailNoCheck()
    {
        QVERIFY(price::checkGuardrails(priced(100, 90, 10), model::OfferKind::Single, {}).empty());
        QCOMPARE(price::lowestPrice(priced(100, 90, 10), model::OfferKind::Single, {}), Money {});
    }

    void theLimitItselfHolds()
    {
        // margin 6800 of 10000 = 68 %, discount 1500 of 10000... list 11765: 1765e4/11765 = 1500.2 -> 1500
        const auto checks = price::checkGuardrails(
            priced(11765, 3200, 10000), model::OfferKind::Bundle, { 6800, 1500, model::MarginScope::Offer });
        QCOMPARE(checks.size(), std::size_t(2));
        QCOMPARE(checks[0],
            (GuardrailCheck {
                GuardrailCheck::Which::MinMargin, GuardrailCheck::Verdict::Holds, 6800, 6800 }));
        QCOMPARE(checks[1],
            (GuardrailCheck {
                GuardrailCheck::Which::MaxDiscount, GuardrailCheck::Verdict::Holds, 1500, 1500 }));
    }

    void beyondTheLimitIsBroken()
    {
        const auto checks = price::checkGuardrails(
            priced(12000, 3201, 10000), model::OfferKind::Bundle, { 6800, 1500, model::MarginScope::Offer });
        QCOMPARE(checks[0].verdict, GuardrailCheck::Verdict::Broken); // 67.99 %
        QCOMPARE(checks[1].verdict, GuardrailCheck::Verdict::Broken); // 16.66 %
    }

    void aServiceIsExemptFromTheDiscount()
    {
        const auto checks = price::checkGuardrails(
            priced(100, 0, 10), model::OfferKind::Service, { {}, 1500, model::MarginScope::Offer });
        QCOMPARE(checks.size(), std::size_t(1));
        QCOMPARE(checks[0].verdict, GuardrailCheck::Verdict::Exempt);
    }

    void aCartMarginIsNotJudgedByTheOfferAlone()
    {
        const auto checks = price::checkGuardrails(
            priced(100, 90, 100), model::OfferKind::Single, { 6800, {}, model::MarginScope::Cart });
        QCOMPARE(checks[0].verdict, GuardrailCheck::Verdict::Depends);
    }

    // The lowest price holds and one minor unit less does not: judged by the checks, over every small case.
    void lowestPriceIsTheEdge()
    {
        for (std::int64_t list : { 0, 1, 7, 100, 999 })
            for (std::int64_t cost : { 0, 1, 3, 50, 640 })
                for (std::int64_t margin : { 1, 1500, 6800, 9999 })
                    for (std::int64_t discount : { 0, 1, 1500, 9999 }) {
                        const model::Guardrails limits { margin, discount, model::MarginScope::Offer };
                        const auto low
                            = price::lowestPrice(priced(list, cost, 0), model::OfferKind::Single, limits);
                        QVERIFY(low);
                        const auto broken = [&](std::int64_t price) {
                            bool any = false;
                            for (const auto& c : price::checkGuardrails(
                                     priced(list, cost, price), model::OfferKind::Single, limits))
                                any = any || c.verdict == GuardrailCheck::Verdict::Broken;
                            return any;
                        };
                        QVERIFY(!broken(low->minor));
                        if (low->minor > 0)
                            QVERIFY(broken(low->minor - 1));
                    }
    }

    void aMarginThatNothingCanReachHasNoPrice()
    {
        QVERIFY(!price::lowestPrice(
            priced(100, 1, 100), model::OfferKind::Single, { 10'000, {}, model::MarginScope::Offer }));
    }
};

QTEST_GUILESS_MAIN(TestGuardrail)
#include "tst_guardrail.moc"
