// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/random_conjunct.h"
#include "core/decide/random_pack.h"
#include "decide/bit_rows.h"
#include "decide/eligibility.h"

#include <QTest>

#include <algorithm>
#include <numeric>


using namespace ow;
using namespace ow::decide;
using expr::Value;

namespace {

/// A random pack with many offers, whose conditions are of every kind.
std::shared_ptr<const CompiledPack> packOf(std::uint64_t seed, std::uint64_t offers, Philox& r)
{
    model::Pack source = test::randomPack(seed);
    for (std::uint64_t i = source.offers.size(); i < offers; ++i)
        source.offers.push_back(test::randomOffer(r, i));
    for (model::Offer& offer : source.offers)
        offer.when = r.bernoulli(0.1) ? "true" : test::randomWhen(r, 4);
    return *compile(source);
}

std::vector<Value> randomValues(const CompiledPack& pack, Philox& r)
{
    const expr::SlotMap& slotMap = pack.nameSlots;
    std::vector<Value> values(slotMap.count, Value::of(std::string_view("")));
    values[slotMap.customer + pack.customerAttribute("open_case")] = Value::of(r.bernoulli(0.5));
    values[slotMap.customer + pack.customerAttribute("age")] = Value::of(std::int64_t(r.below(7)));
    constexpr std::string_view families[] { "", "family-1", "family-2", "another" };
    values[slotMap.focus + 2] = Value::of(families[r.below(4)]);
    values[slotMap.facts] = Value::of(std::int64_t(r.below(6)));
    return values;
}

bool holdsPlainly(const CompiledPack& pack, Index offer, std::vector<Value> values)
{
    std::ranges::copy(pack.offers[offer].values, values.begin() + pack.nameSlots.offer);
    expr::Arena arena;
    return pack.offers[offer].when.program.evaluate(values, arena).isTrue();
}

}

/// All offers' conditions at once, against each offer's condition evaluated plainly.
class TestEligibility : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWhatEachConditionSays_data()
    {
        QTest::addColumn<int>("offers");
        for (const int offers : { 12, 63, 64, 65, 600 })
            QTest::addRow("%d offers", offers) << offers;
    }
    void isWhatEachConditionSays()
    {
        QFETCH(int, offers);
        Philox r { std::uint64_t(offers) };
        int counts[] = { 0, 0 };
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            const auto pack = packOf(seed, std::uint64_t(offers), r);
            const EligibilityIndex index(*pack);
            EligibilityIndex::Codes codes;
            expr::Arena arena;
            std::vector<std::uint64_t> bits(index.words());
            for (int n = 0; n < 40; ++n) {
                std::vector<Value> values = randomValues(*pack, r);
                index.encode(values, codes);
                index.eligible(codes, values, arena, bits);
                for (std::size_t bit = 0; bit < bits.size() * 64; ++bit) {
                    const bool said = (bits[bit / 64] >> bit % 64 & 1) != 0;
                    const bool expected
                        = bit < pack->offers.size() && holdsPlainly(*pack, index.offerAt(bit), values);
                    QVERIFY2(said == expected,
                        bit < pack->offers.size() ? pack->offers[bit].source->when.c_str()
                                                  : "beyond the last");
                    ++counts[expected ? 1 : 0];
                }
            }
        }
        QVERIFY(counts[0] > 500 && counts[1] > 500);
    }

    void theFirstIsTheFirstInTheOrderGiven()
    {
        Philox r(9);
        const auto pack = packOf(3, 200, r);
        std::vector<Index> order(pack->offers.size());
        std::iota(order.begin(), order.end(), Index(0));
        for (std::size_t i = order.size(); i > 1; --i)
            std::swap(order[i - 1], order[r.below(i)]);
        const EligibilityIndex index(*pack, order);
        EligibilityIndex::Codes codes;
        expr::Arena arena;
        for (int n = 0; n < 200; ++n) {
            std::vector<Value> values = randomValues(*pack, r);
            index.encode(values, codes);
            const auto expected = std::ranges::find_if(
                order, [&](Index offer) { return holdsPlainly(*pack, offer, values); });
            QCOMPARE(index.first(codes, values, arena), expected == order.end() ? none : *expected);
        }
    }

    void nobodyIsEligibleOfNothing()
    {
        model::Pack source = test::randomPack(1);
        for (model::Offer& offer : source.offers)
            offer.when = "customer.open_case && !customer.open_case";
        const auto pack = *compile(source);
        const EligibilityIndex index(*pack);
        EligibilityIndex::Codes codes;
        expr::Arena arena;
        Philox r(1);
        std::vector<Value> values = randomValues(*pack, r);
        index.encode(values, codes);
        QCOMPARE(index.first(codes, values, arena), none);
    }

    void rowsAreAnded()
    {
        Philox r(4);
        std::vector<std::uint64_t> bits(64 * 24);
        for (std::uint64_t& word : bits)
            word = r.next64() | r.next64() | r.next64();
        for (std::size_t words = 1; words <= 24; ++words) {
            for (std::size_t count = 1; count < 40; ++count) {
                std::vector<std::uint32_t> rows;
                for (std::size_t k = 0; k < count; ++k)
                    rows.push_back(std::uint32_t(24 * r.below(64)));
                std::vector<std::uint64_t> out(words + 1, 42);
                andRows(bits.data(), rows, words, out.data());
                for (std::size_t w = 0; w < words; ++w) {
                    std::uint64_t expected = ~std::uint64_t(0);
                    for (const std::uint32_t row : rows)
                        expected &= bits[row + w];
                    QCOMPARE(out[w], expected);
                }
                QCOMPARE(out[words], std::uint64_t(42)); // nothing beyond
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestEligibility)
#include "tst_eligibility.moc"
