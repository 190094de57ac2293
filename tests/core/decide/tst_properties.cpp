// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/parallel.h"
#include "decide/decide.h"
#include "core/decide/naive_filters.h"
#include "core/decide/random_pack.h"

#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::decide;
using ow::test::PlainRequest;

namespace {

constexpr std::uint64_t packCount = 40;
constexpr std::uint64_t requestsPerPack = 50;

using Pack = std::shared_ptr<const CompiledPack>;

Request resolved(const CompiledPack& pack, const PlainRequest& plain)
{
    auto history = std::make_shared<History>(History::of(pack, plain.events, plain.exposures));
    Request out
        = *makeRequest(pack, plain.customer, std::move(history), plain.now, pack.placement(plain.placement));
    out.intent = plain.intent;
    out.focus = pack.product(plain.focus);
    for (const auto& [sku, qty] : plain.cart) {
        if (pack.product(sku) != none)
            out.cart.push_back({ pack.product(sku), qty });
    }
    return out;
}

std::string bytes(const CompiledPack& pack, const PlainRequest& plain, Scratch& scratch)
{
    return canonicalJson(
        writeDecision(decide::decide(pack, resolved(pack, plain), scratch, { true, true }), true));
}

template <typename T>
void shuffle(std::vector<T>& list, Philox& r)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[r.below(i)]);
}

std::uint64_t requestSeed(std::uint64_t pack, std::uint64_t i) { return pack * 1000 + i; }

}

/// What holds for every pack and every request.
class TestProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            const Result<Pack> pack = compile(test::randomPack(seed));
            QVERIFY2(pack.has_value(), pack ? "" : pack.error().text().c_str());
            m_packs.push_back(*pack);
        }
    }

    void orderOfInputNeverMatters()
    {
        Philox r(1);
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            model::Pack source = test::randomPack(seed);
            shuffle(source.offers, r);
            shuffle(source.products, r);
            shuffle(source.adjacency, r);
            shuffle(source.placements, r);
            shuffle(source.channels, r);
            const Pack shuffled = *compile(source);
            for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
                PlainRequest plain = test::randomRequest(requestSeed(seed, i));
                const std::string expected = bytes(*m_packs[seed], plain, scratch);
                shuffle(plain.events, r);
                shuffle(plain.exposures, r);
                QCOMPARE(bytes(*shuffled, plain, scratch), expected);
            }
        }
    }

    void twiceAndOnManyThreadsTheSameBytes()
    {
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            std::vector<std::string> one(requestsPerPack);
            std::vector<std::string> many(requestsPerPack);
            Scratch scratch;
            for (std::uint64_t i = 0; i < requestsPerPack; ++i)
                one[i] = bytes(*m_packs[seed], test::randomRequest(requestSeed(seed, i)), scratch);
            forChunks(requestsPerPack, 3, 4, [&](std::size_t, std::size_t begin, std::size_t end) {
                Scratch own;
                for (std::size_t i = begin; i < end; ++i)
                    many[i] = bytes(*m_packs[seed], test::randomRequest(requestSeed(seed, i)), own);
                return true;
            });
            QVERIFY(one == many);
        }
    }

    void filtersAgreeWithTheNaiveOnes()
    {
        int blocked = 0;
        int chosen = 0;
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            const CompiledPack& pack = *m_packs[seed];
            for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
                const PlainRequest plain = test::randomRequest(requestSeed(seed, i));
                const Decision d = decide::decide(pack, resolved(pack, plain), scratch, { true, false });
                const test::NaiveFilters naive(pack.pack, plain);
                for (const Considered& c : d.considered) {
                    std::vector<std::string> ours;
                    for (const Block& b : c.blockedBy) {
                        if (b.filter != Filter::Floor)
                            ours.push_back(b.text());
                    }
                    QCOMPARE(ours, naive.blockedBy(*pack.offers[c.offer].source));
                    blocked += ours.empty() ? 0 : 1;
                    chosen += c.verdict == Verdict::Chosen ? 1 : 0;
                }
            }
        }
        QVERIFY(blocked > 1000 && chosen > 300); // or the test would look at nothing
    }

    void whatIsChosenKeepsWithinThePlacement()
    {
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            const CompiledPack& pack = *m_packs[seed];
            for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
                const PlainRequest plain = test::randomRequest(requestSeed(seed, i));
                const Request request = resolved(pack, plain); // views plain's strings
                const Decision d = decide::decide(pack, request, scratch, { true, false });
                const std::size_t taken = d.offers.size() + d.withheld.size();
                QVERIFY(taken <= std::size_t(pack.pack.placements[request.placement].maxOffers));
                QCOMPARE(taken == 0, !d.noneBecause.empty());
                QVERIFY(d.offers.empty() || d.withheld.empty() || !pack.pack.experiments.empty());
                QVERIFY(std::ranges::is_sorted(d.considered, {}, &Considered::id));
            }
        }
    }

    void aHistoryServesManyNows()
    {
        Scratch scratch;
        for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
            const CompiledPack& pack = *m_packs[i % packCount];
            PlainRequest plain = test::randomRequest(i);
            Request shared = resolved(pack, plain);
            for (int day = 0; day < 35; ++day) {
                plain.now = Timestamp { test::baseMs + day * 86'400'000LL };
                shared.now = plain.now;
                PlainRequest past = plain; // as if the later had never been sent
                std::erase_if(past.events, [&](const model::Event& e) { return e.at > plain.now; });
                std::erase_if(past.exposures, [&](const model::Exposure& e) { return e.at > plain.now; });
                QCOMPARE(
                    canonicalJson(writeDecision(decide::decide(pack, shared, scratch, { true, true }), true)),
                    bytes(pack, past, scratch));
            }
        }
    }

private:
    std::vector<Pack> m_packs;
};

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"
