// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "core/decide/naive_decide.h"
#include "core/decide/plain_request.h"
#include "core/decide/wide_pack.h"
#include "decide/decide.h"

#include <QTest>

#include <map>

using namespace ow;
using namespace ow::decide;
using namespace ow::test;

namespace {

constexpr std::uint64_t packCount = 60;

/// How many requests a pack is asked; OFFERWRIGHT_PROPERTY_ROUNDS asks for a longer run.
std::uint64_t rounds()
{
    return std::uint64_t(qEnvironmentVariable("OFFERWRIGHT_PROPERTY_ROUNDS", "16").toULong());
}

/// With and without explaining: what is computed only where it is needed must not be missed. Says where they
/// differ.
bool agree(const char* where, std::uint64_t number, std::uint64_t seed, const CompiledPack& pack,
    const Request& request, Scratch& scratch, const Json& expected)
{
    const auto same = [&](const Json& engine, const Json& wanted) {
        if (canonicalJson(engine) == canonicalJson(wanted))
            return true;
        qWarning("%s, pack %llu, request %llu\n  the engine: %s\n  the naive:  %s", where,
            static_cast<unsigned long long>(number), static_cast<unsigned long long>(seed),
            canonicalJson(engine).c_str(), canonicalJson(wanted).c_str());
        return false;
    };
    Json brief = expected;
    brief.erase("considered");
    brief.erase("facts");
    if (!same(writeDecision(decide::decide(pack, request, scratch), false), brief))
        return false;
    Json full = writeDecision(decide::decide(pack, request, scratch, { true, true }), true);
    full.erase("explain"); // beyond the contract
    return same(full, expected);
}

}

/// The engine and a second implementation that was written from the contract alone say the same of
/// everything.
class TestNaive : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (std::uint64_t i = 0; i < packCount; ++i)
            m_packs.push_back(WidePack::make(i));
        for (const model::Pack& pack : m_packs) {
            const auto ready = compile(pack);
            QVERIFY2(ready.has_value(), ready ? "" : ready.error().text().c_str());
            m_compiled.push_back(*ready);
            m_naive.emplace_back(pack);
        }
    }

    /// Packs take turns and share one scratch: what one request leaves behind must not be felt by the next.
    void everyFieldOfEveryDecision()
    {
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < rounds(); ++seed) {
            for (std::uint64_t i = 0; i < packCount; ++i) {
                const PlainRequest plain = wideRequest(i, seed);
                const Json expected = m_naive[i].decide(plain);
                note(expected);
                QVERIFY(agree(
                    "resolved", i, seed, *m_compiled[i], resolved(*m_compiled[i], plain), scratch, expected));
                const auto read = readRequest(requestJson(plain).dump(), *m_compiled[i]);
                QVERIFY2(read.has_value(), read ? "" : read.error().text().c_str());
                QVERIFY(agree("read from JSON", i, seed, *m_compiled[i], *read, scratch, expected));
            }
        }
        everythingWasMet();
    }

    /// One history, asked about at other times, in other places, with another cart and other attributes.
    void oneHistoryManyQuestions()
    {
        for (std::uint64_t i = 0; i < packCount; ++i) {
            Scratch scratch;
            const PlainRequest first = wideRequest(i, 5000);
            const auto history
                = std::make_shared<const History>(History::of(*m_compiled[i], first.events, first.exposures));
            for (std::uint64_t seed = 5000; seed < 5000 + rounds() / 2; ++seed) {
                PlainRequest plain = wideRequest(i, seed);
                plain.events = first.events;
                plain.exposures = first.exposures;
                QVERIFY(agree("one history", i, seed, *m_compiled[i],
                    resolved(*m_compiled[i], plain, history), scratch, m_naive[i].decide(plain)));
            }
        }
    }

    /// A history that grows between decisions, as a simulation's does: what is new is seen at once.
    void aHistoryThatGrows()
    {
        Scratch scratch;
        for (std::uint64_t i = 0; i < packCount; ++i) {
            const PlainRequest whole = wideRequest(i, 9000);
            PlainRequest plain = whole;
            plain.events.clear();
            plain.exposures.clear();
            const auto history = std::make_shared<History>();
            for (std::size_t k = 0; k < std::max(whole.events.size(), whole.exposures.size()); ++k) {
                if (k < whole.events.size()) {
                    history->add(*m_compiled[i], whole.events[k]);
                    plain.events.push_back(whole.events[k]);
                }
                if (k < whole.exposures.size()) {
                    history->add(*m_compiled[i], whole.exposures[k]);
                    plain.exposures.push_back(whole.exposures[k]);
                }
                history->sort();
                QVERIFY(agree("a growing history", i, k, *m_compiled[i],
                    resolved(*m_compiled[i], plain, history), scratch, m_naive[i].decide(plain)));
            }
        }
    }

    /// A pack compiled where another was before, with the same scratch.
    void packsComeAndGo()
    {
        Scratch scratch;
        for (std::uint64_t i = 0; i < packCount; ++i) {
            const PlainRequest plain = wideRequest(i, 7000);
            const auto pack = *compile(m_packs[i]);
            QVERIFY(agree(
                "a new pack", i, 7000, *pack, resolved(*pack, plain), scratch, m_naive[i].decide(plain)));
        }
    }

private:
    void note(const Json& answer)
    {
        for (const Json& c : answer["considered"]) {
            ++m_met[c["verdict"].get<std::string>()];
            for (const Json& by : c["blocked_by"])
                ++m_met[by.get<std::string>().substr(0, by.get<std::string>().find(':'))];
        }
        for (const char* list : { "offers", "withheld" }) {
            for (const Json& o : answer[list]) {
                ++m_met[list];
                ++m_met[o["origin"].get<std::string>()];
                m_met["variants"] += int(o["variants"].size());
                m_met["benefit"] += o["benefit"] != "" ? 1 : 0;
            }
            m_met["several"] += answer[list].size() > 1 ? 1 : 0;
        }
        ++m_met[answer["none_because"].get<std::string>()];
        ++m_met[answer["arm"].get<std::string>()];
        m_met["warnings"] += int(answer["warnings"].size());
    }

    /// Or the test would look at nothing.
    void everythingWasMet()
    {
        for (const char* what : { "chosen", "outranked", "blocked", "status", "validity", "placement",
                 "consent", "suppress", "when", "owned", "substitute", "stock", "margin", "discount", "cap",
                 "cooldown", "sequence", "exclusive", "propensity", "score", "floor", "offers", "withheld",
                 "matrix", "adjacency", "trigger", "variants", "benefit", "several", "no_candidate",
                 "below_floor", "all_blocked", "treatment", "holdout", "warnings" }) {
            qInfo("%-12s %d", what, m_met[what]);
            QVERIFY2(m_met[what] >= 5, what);
        }
    }

    std::vector<model::Pack> m_packs;
    std::vector<std::shared_ptr<const CompiledPack>> m_compiled;
    std::vector<NaiveDecider> m_naive;
    std::map<std::string, int> m_met;
};

QTEST_APPLESS_MAIN(TestNaive)
#include "tst_naive.moc"
