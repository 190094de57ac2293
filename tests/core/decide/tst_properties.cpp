// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "base/parallel.h"
#include "core/decide/plain_request.h"
#include "core/decide/wide_pack.h"
#include "decide/decide.h"

#include <QTest>

#include <algorithm>

using namespace ow;
using namespace ow::decide;
using ow::test::PlainRequest;
using ow::test::resolved;
using ow::test::WidePack;
using ow::test::wideRequest;

namespace {

constexpr std::uint64_t packCount = 40;
constexpr std::uint64_t requestsPerPack = 50;

using Pack = std::shared_ptr<const CompiledPack>;

std::string bytes(const CompiledPack& pack, const PlainRequest& plain, Scratch& scratch)
{
    return canonicalJson(
        writeDecision(decide::decide(pack, resolved(pack, plain), scratch, { true, true }), true));
}

QByteArray place(std::uint64_t pack, std::uint64_t request)
{
    return "pack " + QByteArray::number(quint64(pack)) + ", request " + QByteArray::number(quint64(request));
}

template <typename T>
void shuffle(std::vector<T>& list, Philox& r)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[r.below(i)]);
}

}

/// What holds for every pack and every request.
class TestProperties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            const Result<Pack> pack = compile(WidePack::make(seed));
            QVERIFY2(pack.has_value(), pack ? "" : pack.error().text().c_str());
            m_packs.push_back(*pack);
        }
    }

    void orderOfInputNeverMatters()
    {
        Philox r(1);
        Scratch scratch;
        Scratch other;
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            model::Pack source = WidePack::make(seed);
            shuffle(source.offers, r);
            shuffle(source.products, r);
            shuffle(source.adjacency, r);
            shuffle(source.placements, r);
            shuffle(source.channels, r);
            shuffle(source.matrix, r);
            for (model::Cell& cell : source.matrix)
                shuffle(cell.offers, r);
            for (model::ExclusiveGroup& group : source.exclusive)
                shuffle(group.offers, r);
            for (model::Cap& cap : source.caps)
                shuffle(cap.scope.names, r);
            for (model::Fact& fact : source.facts)
                shuffle(fact.types, r);
            const Pack shuffled = *compile(source);
            for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
                PlainRequest plain = wideRequest(seed, i);
                // Things that happen at once, too.
                for (std::size_t k = 1; k < plain.events.size(); k += 3)
                    plain.events[k].at = plain.events[k - 1].at;
                for (std::size_t k = 1; k < plain.exposures.size(); k += 3)
                    plain.exposures[k].at = plain.exposures[k - 1].at;
                const std::string expected = bytes(*m_packs[seed], plain, scratch);
                shuffle(plain.events, r);
                shuffle(plain.exposures, r);
                QVERIFY2(bytes(*shuffled, plain, other) == expected, place(seed, i).constData());
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
                one[i] = bytes(*m_packs[seed], wideRequest(seed, i), scratch);
            forChunks(requestsPerPack, 3, 8, [&](std::size_t, std::size_t begin, std::size_t end) {
                Scratch own;
                for (std::size_t i = begin; i < end; ++i)
                    many[i] = bytes(*m_packs[seed], wideRequest(seed, i), own);
                return true;
            });
            QVERIFY(one == many);
        }
    }

    void whatIsChosenKeepsWithinThePlacement()
    {
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            const CompiledPack& pack = *m_packs[seed];
            for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
                const PlainRequest plain = wideRequest(seed, i);
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

    void explainingChangesNothing()
    {
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < packCount; ++seed) {
            const CompiledPack& pack = *m_packs[seed];
            for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
                const PlainRequest plain = wideRequest(seed, i);
                const Request request = resolved(pack, plain);
                Json full = writeDecision(decide::decide(pack, request, scratch, { true, true }), true);
                full.erase("considered");
                full.erase("facts");
                full.erase("explain");
                const Json brief = writeDecision(decide::decide(pack, request, scratch), false);
                QVERIFY2(canonicalJson(brief) == canonicalJson(full), place(seed, i).constData());
                for (const char* list : { "offers", "withheld" }) {
                    for (Json& offer : full[list])
                        offer["because"] = "";
                }
                const Json silent
                    = writeDecision(decide::decide(pack, request, scratch, { false, false }), false);
                QVERIFY2(canonicalJson(silent) == canonicalJson(full), place(seed, i).constData());
            }
        }
    }

    /// As if what is later than now had never been sent.
    void aHistoryServesManyNows()
    {
        Scratch scratch;
        for (std::uint64_t i = 0; i < requestsPerPack; ++i) {
            const CompiledPack& pack = *m_packs[i % packCount];
            PlainRequest plain = wideRequest(i % packCount, i);
            Request shared = resolved(pack, plain);
            for (int day = -32; day < 3; ++day) {
                plain.now = Timestamp { WidePack::base(i % packCount) + day * 86'400'000LL };
                shared.now = plain.now;
                PlainRequest past = plain;
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
