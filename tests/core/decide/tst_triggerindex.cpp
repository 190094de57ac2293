// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/random_conjunct.h"
#include "core/decide/random_pack.h"
#include "decide/compiled_pack.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace ow;
using namespace ow::decide;
using expr::Value;

namespace {

std::vector<Value> randomValues(const CompiledPack& pack, Philox& r, std::uint64_t oldest)
{
    const expr::SlotMap& slotMap = pack.nameSlots;
    std::vector<Value> values(slotMap.count, Value::of(std::string_view("")));
    values[slotMap.customer + pack.customerAttribute("open_case")] = Value::of(r.bernoulli(0.5));
    values[slotMap.customer + pack.customerAttribute("age")] = Value::of(std::int64_t(r.below(oldest)));
    constexpr std::string_view families[] { "", "family-1", "family-2", "another" };
    values[slotMap.focus + 2] = Value::of(families[r.below(4)]);
    values[slotMap.facts] = Value::of(std::int64_t(r.below(6)));
    return values;
}

/// The offers that the index names, each as often as it does.
std::vector<Index> visited(const CompiledPack& pack, const std::vector<Value>& values)
{
    std::vector<Index> out;
    expr::Arena arena;
    pack.triggers.visit([&](std::uint32_t slot) -> const Value& { return values[slot]; },
        [&](Index predicate) { return pack.predicates.ask(predicate, values, arena); },
        [&](Index offer) { out.push_back(offer); });
    std::ranges::sort(out);
    return out;
}

bool holds(const CompiledPack& pack, Index offer, std::vector<Value> values)
{
    std::ranges::copy(pack.offers[offer].values, values.begin() + pack.nameSlots.offer);
    expr::Arena arena;
    return pack.offers[offer].trigger.program.evaluate(values, arena).isTrue();
}

}

/// Finding the offers whose trigger may be true.
class TestTriggerIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEveryOfferWhoseTriggerHoldsOnce()
    {
        Philox r(21);
        int held = 0;
        int spared = 0;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            model::Pack source = test::randomPack(seed);
            for (std::uint64_t i = source.offers.size(); i < 100; ++i)
                source.offers.push_back(test::randomOffer(r, i));
            for (model::Offer& offer : source.offers)
                offer.trigger = r.bernoulli(0.1) ? "true"
                    : r.bernoulli(0.1)           ? "false"
                                                 : test::randomWhen(r, 4);
            const auto pack = *compile(source);
            for (int n = 0; n < 30; ++n) {
                const std::vector<Value> values = randomValues(*pack, r, 7);
                const std::vector<Index> named = visited(*pack, values);
                QVERIFY(std::ranges::adjacent_find(named) == named.end());
                for (Index offer = 0; offer < pack->offers.size(); ++offer) {
                    const bool expected = holds(*pack, offer, values);
                    const bool found = std::ranges::binary_search(named, offer);
                    QVERIFY2(found || !expected, pack->offers[offer].source->trigger.c_str());
                    held += expected ? 1 : 0;
                    spared += found ? 0 : 1;
                }
            }
        }
        QVERIFY(held > 1000 && spared > 10000);
    }

    void looksAtAboutAsManyAsMatch_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<int>("most"); // of 5,000, for any request
        QTest::newRow("equality") << "customer.age == %1" << 50;
        QTest::newRow("an equality beside a bool") << "customer.open_case && customer.age in [%1, %2]" << 100;
        QTest::newRow("narrow ranges") << "customer.age >= %1 && customer.age < %2" << 150;
        QTest::newRow("equal programs") << "10 / customer.age == 77" << 0;
    }
    void looksAtAboutAsManyAsMatch()
    {
        QFETCH(QString, trigger);
        QFETCH(int, most);
        Philox r(22);
        model::Pack source = test::randomPack(2);
        for (std::uint64_t i = 0; i < 5000; ++i) {
            if (i >= source.offers.size())
                source.offers.push_back(test::randomOffer(r, i));
            QString text = trigger;
            if (text.contains(QLatin1Char('%')))
                text.replace(QLatin1String("%1"), QString::number(i % 100))
                    .replace(QLatin1String("%2"), QString::number(i % 100 + 3));
            source.offers[i].trigger = text.toStdString();
        }
        const auto pack = *compile(source);
        std::size_t all = 0;
        for (int n = 0; n < 200; ++n) {
            const std::size_t looked = visited(*pack, randomValues(*pack, r, 100)).size();
            QVERIFY2(looked <= std::size_t(most), std::to_string(looked).c_str());
            all += looked;
        }
        QVERIFY(all > 0 || most == 0);
    }
};

QTEST_APPLESS_MAIN(TestTriggerIndex)
#include "tst_triggerindex.moc"
