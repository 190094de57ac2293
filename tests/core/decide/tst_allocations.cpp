// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "core/decide/random_pack.h"
#include "decide/decide.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <deque>
#include <new>

namespace {

std::atomic<std::int64_t> allocations { 0 };

void* counted(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}

}

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

using namespace ow;
using namespace ow::decide;

namespace {

/// Random rules, and on top what prints and draws: long sentences, experiments, a holdout by intent, calendar
/// caps, facts of every kind.
model::Pack wordyPack(std::uint64_t seed)
{
    model::Pack pack = test::randomPack(seed);
    for (model::Offer& offer : pack.offers)
        offer.because
            = "Because you chose {anchor.title} on {now}, {offer.name} is {offer.price} instead of "
              "{offer.list_price}: {cart.skus} {owned.families} {anchor.tags} {facts.ratio} {customer.age}";
    for (const char* id : { "copy", "price" }) {
        model::Experiment& e = pack.experiments.emplace_back();
        e.id = id;
        e.offer = pack.offers.front().id;
        e.salt = "a salt that makes this longer than what a small string holds";
        e.unit = model::Unit::Intent;
        e.arms = { { "a", 5000, "A longer sentence about {offer.name} and {focus.title} than before.", {}, {},
                       false },
            { "b", 4000, {}, {}, "Another name that is long enough to be allocated", false },
            { "c", 1000, {}, {}, {}, true } };
    }
    pack.holdout
        = model::Holdout { "another salt that is rather long for a salt", model::Unit::Intent, 1000 };
    pack.caps.push_back({ "by_week", {}, model::Outcome::Shown, 50, {}, model::Calendar::Week });
    pack.facts.push_back(
        { "kinds", {}, model::Aggregate::Distinct, {}, "true", "event.family", days(20), {} });
    pack.facts.push_back(
        { "largest", {}, model::Aggregate::Max, {}, "event.qty > 0", "event.value", days(20), {} });
    pack.facts.push_back({ "pace", {}, model::Aggregate::Velocity, {}, "true", "", days(20), {} });
    pack.facts.push_back({ "last", {}, model::Aggregate::Age, {}, "true", "", days(20), {} });
    model::Fact ratio;
    ratio.id = "ratio";
    ratio.expr = "double(facts.views) / 7.0";
    pack.facts.push_back(ratio);
    model::Fact fails;
    fails.id = "fails";
    fails.expr = "1 / (facts.views * 0)";
    pack.facts.push_back(fails);
    model::Fact moment;
    moment.id = "moment";
    moment.expr = "now";
    pack.facts.push_back(moment);
    return pack;
}

struct Case {
    test::PlainRequest plain;
    std::shared_ptr<const CompiledPack> pack;
    std::optional<Request> request;
};

}

/// Once a Scratch has seen its requests, deciding them again takes no memory.
class TestAllocations : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            const auto pack = compile(wordyPack(seed));
            QVERIFY2(pack.has_value(), pack ? "" : pack.error().text().c_str());
            for (std::uint64_t i = 0; i < 40; ++i)
                add(*pack, seed * 1000 + i);
        }
    }

    void countsAtAll()
    {
        const std::int64_t before = allocations;
        const auto kept = std::make_unique<std::string>(100, 'x');
        QCOMPARE(allocations - before, std::int64_t(2));
    }

    void afterWarmUpThereAreNone_data()
    {
        QTest::addColumn<bool>("explain");
        QTest::addColumn<bool>("because");
        QTest::newRow("an answer") << false << false;
        QTest::newRow("with its sentence") << false << true;
        QTest::newRow("explained") << true << true;
    }

    void afterWarmUpThereAreNone()
    {
        QFETCH(bool, explain);
        QFETCH(bool, because);
        Scratch scratch;
        std::int64_t sentences = 0;
        std::int64_t variants = 0;
        // Which element of a list is given out to whom varies with the order, so that warming up takes some
        // rounds.
        for (int round = 0; round < 3; ++round) {
            for (const Case& c : m_cases) {
                for (const auto* list :
                    { &decide::decide(*c.pack, *c.request, scratch, { explain, because }).offers }) {
                    for (const ChosenOffer& chosen : *list) {
                        sentences += chosen.because.size() > 40 ? 1 : 0;
                        variants += chosen.variants.empty() ? 0 : 1;
                    }
                }
            }
        }
        QCOMPARE(sentences > 100, because);
        QVERIFY(variants > 20);
        const std::int64_t before = allocations;
        for (const Case& c : m_cases)
            (void)decide::decide(*c.pack, *c.request, scratch, { explain, because });
        QCOMPARE(allocations - before, std::int64_t(0));
    }

    void aCopyIsAValueOfItsOwn()
    {
        Scratch scratch;
        Scratch other;
        for (std::size_t i = 0; i + 1 < m_cases.size(); ++i) {
            const Case& c = m_cases[i];
            const Case& next = m_cases[i + 1];
            const Decision copy = decide::decide(*c.pack, *c.request, scratch, { true, true });
            (void)decide::decide(*next.pack, *next.request, scratch, { true, true });
            QCOMPARE(canonicalJson(writeDecision(copy, true)),
                canonicalJson(
                    writeDecision(decide::decide(*c.pack, *c.request, other, { true, true }), true)));
        }
    }

private:
    void add(const std::shared_ptr<const CompiledPack>& pack, std::uint64_t seed)
    {
        Case& c = m_cases.emplace_back();
        c.plain = test::randomRequest(seed);
        c.pack = pack;
        auto history = std::make_shared<History>(History::of(*pack, c.plain.events, c.plain.exposures));
        c.request = *makeRequest(
            *pack, c.plain.customer, std::move(history), c.plain.now, pack->placement(c.plain.placement));
        c.request->intent = "an intent that is not short";
        c.request->focus = pack->product(c.plain.focus);
        for (const auto& [sku, qty] : c.plain.cart) {
            if (pack->product(sku) != none)
                c.request->cart.push_back({ pack->product(sku), qty });
        }
    }

    std::deque<Case> m_cases; ///< requests view their plain ones: never moved
};

QTEST_APPLESS_MAIN(TestAllocations)
#include "tst_allocations.moc"
