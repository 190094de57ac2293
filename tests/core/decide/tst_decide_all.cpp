// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "core/decide/plain_request.h"
#include "core/decide/random_pack.h"
#include "decide/decide.h"

#include <QTest>

#include <atomic>
#include <deque>
#include <stdexcept>

using namespace ow;
using namespace ow::decide;

/// Many requests at once are each decided as alone.
class TestDecideAll : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_pack = *compile(test::randomPack(3));
        Scratch scratch;
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            m_plain.push_back(test::randomRequest(seed));
            m_requests.push_back(test::resolved(*m_pack, m_plain.back()));
            m_expected.push_back(written(decide::decide(*m_pack, m_requests.back(), scratch)));
        }
    }

    void eachOnceAndAsAlone_data()
    {
        QTest::addColumn<unsigned>("threads");
        for (const unsigned threads : { 0U, 1U, 2U, 7U })
            QTest::addRow("%u threads", threads) << threads;
    }

    void eachOnceAndAsAlone()
    {
        QFETCH(unsigned, threads);
        std::vector<std::string> got(m_requests.size());
        const bool all = decideAll(
            *m_pack, m_requests, [&](std::size_t i, const Decision& d) { got[i] += written(d); }, {},
            threads);
        QVERIFY(all);
        QVERIFY(got == m_expected);
    }

    void none()
    {
        QVERIFY(
            decideAll(*m_pack, {}, [](std::size_t, const Decision&) { throw std::logic_error("called"); }));
    }

    void canBeStopped()
    {
        std::atomic<int> visited = 0;
        const bool all = decideAll(
            *m_pack, m_requests, [&](std::size_t, const Decision&) { ++visited; }, {}, 1,
            [](std::int64_t done, std::int64_t total) { return done * 2 < total; });
        QVERIFY(!all);
        QVERIFY(visited >= 1000 && visited < 2000);
    }

    void anExceptionComesOut()
    {
        QVERIFY_EXCEPTION_THROWN(
            decideAll(
                *m_pack, m_requests, [](std::size_t, const Decision&) { throw std::runtime_error("no"); }, {},
                2),
            std::runtime_error);
    }

private:
    static std::string written(const Decision& d) { return canonicalJson(writeDecision(d, false)); }

    std::shared_ptr<const CompiledPack> m_pack;
    std::deque<test::PlainRequest> m_plain; ///< requests view them: never moved
    std::vector<Request> m_requests;
    std::vector<std::string> m_expected;
};

QTEST_APPLESS_MAIN(TestDecideAll)
#include "tst_decide_all.moc"
