// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/random_conjunct.h"
#include "core/decide/random_pack.h"
#include "decide/compiled_pack.h"

#include <QTest>

#include <set>


using namespace ow;
using namespace ow::decide;
using expr::Value;

namespace {

Answer answerOf(const Value& v)
{
    return !v.is(Value::Tag::Bool) ? Answer::Error : v.asBool() ? Answer::True : Answer::False;
}

/// For one random request: what the whole says, and whether its conjuncts together say so too.
Answer check(const CompiledPack& pack, const CompiledOffer& offer, Philox& r, bool& agrees)
{
    const expr::SlotMap& slotMap = pack.nameSlots;
    std::vector<Value> values(slotMap.count, Value::of(std::string_view("")));
    values[slotMap.customer + pack.customerAttribute("open_case")] = Value::of(r.bernoulli(0.5));
    values[slotMap.customer + pack.customerAttribute("age")] = Value::of(std::int64_t(r.below(6)));
    values[slotMap.focus + 2] = Value::of(std::string_view(r.bernoulli(0.5) ? "family-1" : "family-2"));
    values[slotMap.offer + 6] = Value::of(std::int64_t(r.below(9000)));
    values[slotMap.facts] = Value::of(std::int64_t(r.below(6)));
    expr::Arena arena;
    const Answer whole = answerOf(offer.when.program.evaluate(values, arena));
    Answer parts = offer.when.never ? Answer::False : Answer::True;
    for (const Index i : offer.when.conjuncts) {
        const Answer one = pack.predicates.ask(i, values, arena);
        if (one == Answer::False || (one == Answer::Error && parts == Answer::True))
            parts = one;
    }
    agrees = parts == whole && (!offer.when.always || whole == Answer::True);
    return whole;
}

}

/// Conditions taken apart into shared predicates.
class TestPredicates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void togetherTheySayWhatTheWholeSays()
    {
        Philox r(5);
        std::set<Answer> seen;
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            model::Pack source = test::randomPack(seed);
            for (model::Offer& offer : source.offers)
                offer.when = test::randomWhen(r, 5);
            const auto pack = compile(source);
            QVERIFY2(pack.has_value(), pack ? "" : pack.error().text().c_str());
            for (const CompiledOffer& offer : (*pack)->offers) {
                for (int n = 0; n < 20; ++n) {
                    bool agrees = false;
                    seen.insert(check(**pack, offer, r, agrees));
                    QVERIFY2(agrees, offer.source->when.c_str());
                }
            }
        }
        QCOMPARE(seen.size(), std::size_t(3));
    }

    void equalQuestionsAreOne()
    {
        model::Pack source = test::randomPack(1);
        for (model::Offer& offer : source.offers)
            offer.when = offer.trigger = "customer.age>=18&&10/customer.age>0 && (customer.age < 60)";
        for (model::Suppression& s : source.suppress)
            s.when = "(10 / customer.age) > 0";
        const auto pack = *compile(source);
        for (const CompiledOffer& offer : pack->offers) {
            QCOMPARE(offer.when.conjuncts.size(), std::size_t(2)); // both bounds of the age are one
            QCOMPARE(offer.when.conjuncts, pack->offers.front().when.conjuncts);
            QCOMPARE(offer.trigger.conjuncts, offer.when.conjuncts);
            QVERIFY(pack->predicates.test(offer.when.conjuncts.front()) != nullptr); // the cheap one first
        }
        QCOMPARE(pack->suppressions.front().when.conjuncts,
            std::vector<Index> { pack->offers.front().when.conjuncts.back() });
    }

    void constantsAreKnown()
    {
        model::Pack source = test::randomPack(1);
        source.offers[0].when = "true && 1 < 2";
        source.offers[1].when = "10 / customer.age > 0 && customer.age > 5 && customer.age < 5";
        source.offers[2].when = "customer.open_case && 1 / 0 > 0";
        const auto pack = *compile(source);
        const auto when = [&](std::size_t i) -> const Condition& {
            return pack->offers[pack->offer(source.offers[i].id)].when;
        };
        QVERIFY(when(0).always && !when(0).never && when(0).conjuncts.empty());
        QVERIFY(when(1).never && !when(1).always);
        QVERIFY(!when(2).never && !when(2).always); // an error, where the case is open: that is not false
    }
};

QTEST_APPLESS_MAIN(TestPredicates)
#include "tst_predicates.moc"
