// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decide/peer_rules.h"
#include "decide/eligibility.h"
#include "decide/match.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <numeric>


using namespace ow;
using namespace ow::decide;

namespace {

struct Expected {
    std::int64_t winner = -1; ///< the offer's place in its file, -1 = none
    std::int64_t eligible = 0;
};

std::vector<Expected> expectedOf(const std::string& file)
{
    std::istringstream in(test::readText(file));
    std::vector<Expected> out;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        const QStringList fields = QString::fromStdString(line).split(QLatin1Char(','));
        out.push_back({ fields[1].toLongLong(), fields[2].toLongLong() });
    }
    return out;
}

}

/// Who is eligible for what, against the reference evaluator of the workload's own generator: a program that
/// has nothing of ours in it.
class TestPeerRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString source = QStringLiteral(OFFERWRIGHT_SHARED "/bench/gen_rules.cpp");
        const QString compiler = QStandardPaths::findExecutable(QStringLiteral("c++"));
        if (!QFile::exists(source) || compiler.isEmpty())
            QSKIP("the rules' generator (../shared/bench/gen_rules.cpp) or a compiler for it is not here");
        QVERIFY(m_dir.isValid());
        const QString program = m_dir.filePath(QStringLiteral("gen_rules"));
        run(compiler,
            { QStringLiteral("-O1"), QStringLiteral("-std=c++20"), QStringLiteral("-o"), program, source });
        run(program,
            { m_dir.path(), QStringLiteral("5000"), QStringLiteral("20250301"), QStringLiteral("50"),
                QStringLiteral("200"), QStringLiteral("1000") });
    }

    void countsAndWinnersAreTheGenerators_data()
    {
        QTest::addColumn<int>("offers");
        for (const int offers : { 50, 200, 1000 })
            QTest::addRow("%d offers", offers) << offers;
    }
    void countsAndWinnersAreTheGenerators()
    {
        QFETCH(int, offers);
        const std::string dir = m_dir.path().toStdString();
        const auto pack = compile(test::peerPack(fmt::format("{}/pack_{}.json", dir, offers)));
        QVERIFY2(pack.has_value(), pack ? "" : pack.error().text().c_str());
        const std::string customers = test::readText(dir + "/customers.csv");
        const std::vector<Request> requests = test::peerCustomers(customers, **pack, 5000);
        const std::vector<Expected> expected = expectedOf(fmt::format("{}/expected_{}.csv", dir, offers));
        QCOMPARE(requests.size(), expected.size());

        const EligibilityIndex index(**pack, test::byPriority(**pack));
        EligibilityIndex::Codes codes;
        expr::Arena arena;
        std::vector<std::uint64_t> bits(index.words());
        std::int64_t all = 0;
        for (std::size_t i = 0; i < requests.size(); ++i) {
            std::vector<expr::Value> values = requests[i].attributes;
            index.encode(values, codes);
            index.eligible(codes, values, arena, bits);
            const auto count = std::transform_reduce(bits.begin(), bits.end(), std::int64_t(0), std::plus<>(),
                [](std::uint64_t word) { return std::int64_t(std::popcount(word)); });
            QCOMPARE(count, expected[i].eligible);
            const Index first = index.first(codes, values, arena);
            QCOMPARE(first == none ? -1 : std::int64_t(first), expected[i].winner);
            all += count;
        }
        const auto counted = countEligible(**pack, requests);
        QVERIFY(counted.has_value());
        QCOMPARE(std::accumulate(counted->byOffer.begin(), counted->byOffer.end(), std::int64_t(0)), all);
        QCOMPARE(counted->forNobody, std::int64_t(std::ranges::count(expected, 0, &Expected::eligible)));
    }

private:
    void run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        QVERIFY(process.waitForFinished(120'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    QTemporaryDir m_dir;
};

QTEST_APPLESS_MAIN(TestPeerRules)
#include "tst_peerrules.moc"
