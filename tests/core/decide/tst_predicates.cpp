// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/random_conjunct.h"
#include "core/decide/random_pack.h"
#include "decide/compiled_pack.h"
#include "decide/conjunct_code.h"

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
    const bool held = !offer.when.never
        && ConjunctCode::allHold(
            offer.when.code, values, [](unsigned) {},
            [&](Index i) { return pack.predicates.ask(i, values, arena); });
    agrees
        = parts == whole && held == (whole == Answer::True) && (!offer.when.always || whole == Answer::True);
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

    void keysTellTextsApart()
    {
        std::vector<std::string> texts { "", std::string(1, '\0'), std::string(2, '\0'), "a", "aa", "ab",
            "ba", "aaa", "aba", "abcd", "abcde", "abcdef", "abcdefg", "abcdefgh", "ABCDEFGH",
            "aaaaaaaaXbbbbbbbb", "aaaaaaaaYbbbbbbbb" };
        Philox r(9);
        for (int n = 0; n < 800; ++n) {
            std::string& text = texts.emplace_back(std::size_t(r.below(20)), 'a');
            for (char& c : text)
                c = char('a' + r.below(2));
        }
        for (const std::string& a : texts) {
            for (const std::string& b : texts) {
                const std::uint64_t x = textKey(a);
                const std::uint64_t y = textKey(b);
                if (a == b || isWholeText(x) || isWholeText(y))
                    QCOMPARE(x == y, a == b);
            }
        }
        QCOMPARE(textKey(texts[15]), textKey(texts[16])); // so the next test asks what it should
    }

    void textsOfOneKeyAreNotTheSame_data()
    {
        QTest::addColumn<QString>("when");
        QTest::addColumn<bool>("holdsForX");
        QTest::addColumn<bool>("holdsForY");
        const QString x = "\"aaaaaaaaXbbbbbbbb\"";
        QTest::newRow("is") << "focus.category == " + x << true << false;
        QTest::newRow("is not") << "focus.category != " + x << false << true;
        QTest::newRow("any of") << "focus.category in [\"a\", " + x + "]" << true << false;
        QTest::newRow("none of") << "!(focus.category in [\"a\", " + x + "])" << false << true;
    }

    void textsOfOneKeyAreNotTheSame()
    {
        QFETCH(QString, when);
        model::Pack source = test::randomPack(1);
        source.offers[0].when = when.toStdString();
        const auto pack = *compile(source);
        const CompiledOffer& offer = pack->offers[pack->offer(source.offers[0].id)];
        QVERIFY(pack->predicates.test(offer.when.conjuncts.at(0)) != nullptr);
        std::vector<Value> values(pack->nameSlots.count, Value::of(std::string_view("")));
        expr::Arena arena;
        const auto holds = [&](std::string_view category) {
            values[pack->nameSlots.focus + 3] = Value::of(category);
            return ConjunctCode::allHold(
                offer.when.code, values, [](unsigned) {},
                [&](Index i) { return pack->predicates.ask(i, values, arena); });
        };
        QTEST(holds("aaaaaaaaXbbbbbbbb"), "holdsForX");
        QTEST(holds("aaaaaaaaYbbbbbbbb"), "holdsForY");
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
