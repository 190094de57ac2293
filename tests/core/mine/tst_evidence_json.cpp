// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/evidence_json.h"

#include <QTest>

#include <limits>

using namespace ow;
using namespace ow::mine;

class TestEvidenceJson : public QObject {
    Q_OBJECT

private slots:
    void everyNumberComesBack()
    {
        MinedPair pair;
        pair.buy = { { 31, 120, 80, 2000 }, 4.75, 6.5, 1e-12, 3e-11 };
        pair.support = 0.0155;
        pair.confidenceAb = 31 / 120.0;
        pair.confidenceBa = 31 / 80.0;
        pair.lift = 6.458;
        pair.g2 = 77.1;
        pair.g2P = 1.6e-18;
        pair.npmi = 0.447;
        pair.yuleQ = 0.88;
        pair.view = TableEvidence { { 40, 200, 150, 5000 }, 6.0, 6.66, 0.001, 0.004 };
        pair.choice = TableEvidence { { 2, 20, 30, 60 }, {}, {}, {}, {} };
        pair.sequence = SequenceEvidence { 40, 0, std::numeric_limits<double>::infinity(), 9.1, {}, 1e-9,
            2e-8, 3.0, 7.5, 20.0 };
        pair.edgeClass = stats::EdgeClass::Complement;
        pair.weight = 0.447;

        const std::string text = evidenceJson(pair);
        const auto back = readEvidence(text);
        QVERIFY2(back.has_value(), text.c_str());
        QCOMPARE(back->buy.counts.nA, 120);
        QCOMPARE(back->confidenceBa, pair.confidenceBa);
        QCOMPARE(back->view->q, std::optional<double>(0.004));
        QVERIFY(!back->choice->expected);
        QVERIFY(std::isinf(*back->sequence->ratio));
        QCOMPARE(back->sequence->lagMedian, std::optional<double>(7.5));
        QVERIFY(back->edgeClass == stats::EdgeClass::Complement);
        QCOMPARE(QString::fromStdString(evidenceJson(*back)), QString::fromStdString(text));
    }

    void whatIsNotKnownIsAbsent()
    {
        MinedPair pair;
        pair.buy.counts = { 1, 2, 3, 4 };
        QCOMPARE(evidenceJson(pair),
            std::string(R"({"buy":{"n":4,"n_a":2,"n_ab":1,"n_b":3},"class":"insufficient","weight":0})"));
    }

    void aLaterProgramsKeysAreSkipped()
    {
        const auto pair
            = readEvidence(R"({"buy":{"n_ab":3,"mood":"good"},"content":{"cosine":0.4},"class":"mixed"})");
        QCOMPARE(pair->buy.counts.nAb, 3);
        QVERIFY(pair->edgeClass == stats::EdgeClass::Mixed);
    }

    void otherTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("hello");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("no buy") << QByteArray(R"({"view":{}})");
        QTest::newRow("buy is a number") << QByteArray(R"({"buy":1})");
    }
    void otherTextIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!readEvidence(text.toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestEvidenceJson)
#include "tst_evidence_json.moc"
