// SPDX-License-Identifier: GPL-3.0-or-later
#include "mine/save.h"

#include <QTest>

using namespace ow::mine;
using ow::stats::EdgeClass;

class TestSuggestions : public QObject {
    Q_OBJECT

private slots:
    /// A hub bound to six spokes, and one spoke to another; strongest first, as mining leaves them.
    void aPairStaysThatIsStrongForOneOfItsTwo()
    {
        AdjacencyEvidence evidence;
        evidence.names = { "hub", "s1", "s2", "s3", "s4", "s5", "s6" };
        for (std::uint32_t spoke = 1; spoke <= 6; ++spoke)
            evidence.pairs.push_back(pair(0, spoke, EdgeClass::Complement));
        evidence.pairs.push_back(pair(1, 2, EdgeClass::Substitute));
        // With one each: the hub takes its first, every further spoke has the hub as its own strongest; s1
        // and s2 are full by then.
        QCOMPARE(suggestions(evidence, 1).size(), 6U);
        QCOMPARE(suggestions(evidence, 2).size(), 7U);
    }

    void theHubsRestGoesWhereTheOthersHaveBetter()
    {
        AdjacencyEvidence evidence;
        evidence.names = { "hub", "a", "b" };
        evidence.pairs = { pair(1, 2, EdgeClass::Complement), pair(0, 1, EdgeClass::Complement),
            pair(0, 2, EdgeClass::Complement) };
        const auto kept = suggestions(evidence, 1);
        QCOMPARE(kept.size(), 2U); // a+b, then hub+a for the hub's sake; hub+b is nobody's strongest
        QCOMPARE(kept[1]->b, 1U);
    }

    void whatIsNoEdgeIsNoSuggestion()
    {
        AdjacencyEvidence evidence;
        evidence.names = { "a", "b", "c" };
        evidence.pairs = { pair(0, 1, EdgeClass::None), pair(0, 2, EdgeClass::Insufficient),
            pair(1, 2, EdgeClass::Mixed) };
        QCOMPARE(suggestions(evidence, 5).size(), 1U);
    }

private:
    static MinedPair pair(std::uint32_t a, std::uint32_t b, EdgeClass edgeClass)
    {
        MinedPair out;
        out.a = a;
        out.b = b;
        out.edgeClass = edgeClass;
        return out;
    }
};

QTEST_APPLESS_MAIN(TestSuggestions)
#include "tst_suggestions.moc"
