// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "core/decide/random_pack.h"
#include "decide/decide.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <stdexcept>

using namespace ow;
using namespace ow::decide;

/// What a history folds once must say at any now what its events say.
class TestHistory : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_pack = *compile(test::randomPack(1)); }

    void countsOfTypesAreThoseOfItsEvents()
    {
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            const test::PlainRequest plain = test::randomRequest(seed);
            const History history = History::of(*m_pack, plain.events, plain.exposures);
            QCOMPARE(history.events().size(), plain.events.size());
            for (const char* type :
                { "product_viewed", "purchased", "returned", "case_resolved", "unheard_of" }) {
                const Index index = m_pack->eventType(type);
                for (int day = -1; day < 32; ++day) {
                    const std::int64_t now = test::baseMs + day * 86'400'000LL;
                    const auto naive = std::ranges::count_if(plain.events, [&](const model::Event& e) {
                        return index != none && e.type == type && e.at.ms <= now;
                    });
                    const History::OfType of = history.ofType(index);
                    QCOMPARE(qint64(countUntil(of.at, now)), qint64(naive));
                    QVERIFY(std::ranges::is_sorted(of.at));
                    for (std::size_t k = 0; k < of.at.size(); ++k) {
                        QCOMPARE(history.events()[of.event(k)].type, index);
                        QCOMPARE(history.events()[of.event(k)].at.ms, of.at[k]);
                    }
                }
            }
        }
    }

    /// Few and many, far and near, equal and negative times: as a stable sort puts them.
    void sortsByTimeAndKeepsTheOrderOfEqualOnes()
    {
        Philox random(7);
        for (int round = 0; round < 2000; ++round) {
            const std::uint64_t most = round % 10 == 0 ? 300 : 70;
            const std::uint64_t span = std::uint64_t(1) << random.below(62);
            const std::int64_t begin = std::array<std::int64_t, 4> { 0, test::baseMs, -5'000'000'000,
                std::int64_t(1) << 47 }[random.below(4)];
            History history;
            std::vector<HistoryEvent> events(random.below(most));
            std::vector<HistoryExposure> exposures(random.below(most));
            for (std::size_t i = 0; i < events.size(); ++i) {
                events[i].at.ms = begin + std::int64_t(random.below(span));
                events[i].value = std::int64_t(i);
                history.add(events[i]);
            }
            for (std::size_t i = 0; i < exposures.size(); ++i) {
                exposures[i].times[0] = begin + std::int64_t(random.below(span));
                exposures[i].offer = Index(i);
                history.add(exposures[i]);
            }
            history.sort();
            std::ranges::stable_sort(events, {}, [](const HistoryEvent& e) { return e.at.ms; });
            std::ranges::stable_sort(exposures, {}, &HistoryExposure::shown);
            QVERIFY(
                std::ranges::equal(history.events(), events, {}, &HistoryEvent::value, &HistoryEvent::value));
            QVERIFY(std::ranges::equal(
                history.exposures(), exposures, {}, &HistoryExposure::offer, &HistoryExposure::offer));
        }
    }

    void purchasesAreKeptUntilTheyComeBack()
    {
        int returned = 0;
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const test::PlainRequest plain = test::randomRequest(seed);
            const History history = History::of(*m_pack, plain.events, plain.exposures);
            for (const HistoryPurchase& p : history.purchases()) {
                const std::string sku = m_pack->products[p.product].source->sku;
                for (int day = 0; day < 32; ++day) {
                    const std::int64_t now = test::baseMs + day * 86'400'000LL + 7'200'000;
                    const bool back = std::ranges::any_of(plain.events, [&](const model::Event& e) {
                        return e.type == "returned" && e.sku == sku && e.at.ms > p.at && e.at.ms <= now;
                    });
                    QCOMPARE(p.returnedAt <= now, back);
                    returned += back ? 1 : 0;
                }
            }
        }
        QVERIFY(returned > 100);
    }

    void clearedItIsAsNew()
    {
        const test::PlainRequest first = test::randomRequest(3);
        const test::PlainRequest second = test::randomRequest(4);
        History history = History::of(*m_pack, first.events, first.exposures);
        history.clear();
        QVERIFY(history.isSorted() && history.events().empty() && history.exposures().empty());
        QVERIFY(history.purchases().empty() && history.ofType(CompiledPack::purchased).at.empty());
        for (const model::Event& e : second.events)
            history.add(*m_pack, e);
        for (const model::Exposure& e : second.exposures)
            history.add(*m_pack, e);
        history.sort();
        const History fresh = History::of(*m_pack, second.events, second.exposures);
        QCOMPARE(history.purchases().size(), fresh.purchases().size());
        for (Index type = 0; type < 8; ++type)
            QVERIFY(std::ranges::equal(history.ofType(type).at, fresh.ofType(type).at));
    }

    void sumsThatMayNotFitAreKnown()
    {
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        const auto fits = [](std::initializer_list<std::int64_t> values) {
            History history;
            for (const std::int64_t value : values) {
                HistoryEvent e;
                e.value = value;
                history.add(e);
            }
            history.sort();
            return history.sumsFit();
        };
        QVERIFY(fits({}));
        QVERIFY(fits({ most - 1, -1 }));
        QVERIFY(!fits({ most, -1 }));
        QVERIFY(!fits({ std::numeric_limits<std::int64_t>::min() }));
        QVERIFY(!fits({ most, most, most, 1 }));
    }

    void anUnsortedOneIsRefused()
    {
        const test::PlainRequest plain = test::randomRequest(5);
        auto history = std::make_shared<History>();
        history->add(HistoryEvent {});
        const Request request
            = *makeRequest(*m_pack, plain.customer, history, plain.now, m_pack->placement(plain.placement));
        Scratch scratch;
        QVERIFY_EXCEPTION_THROWN((void)decide::decide(*m_pack, request, scratch), std::logic_error);
        history->sort();
        (void)decide::decide(*m_pack, request, scratch);
    }

private:
    std::shared_ptr<const CompiledPack> m_pack;
};

QTEST_APPLESS_MAIN(TestHistory)
#include "tst_history.moc"
