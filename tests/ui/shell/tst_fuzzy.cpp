// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

#include <QTest>

using namespace ow::ui;
using namespace Qt::StringLiterals;

class TestFuzzy : public QObject {
    Q_OBJECT

private slots:
    void lettersMustOccurInOrder_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("prefix") << u"rel"_s << u"Release"_s << true;
        QTest::newRow("capitals do not matter") << u"USB"_s << u"usb-c dock"_s << true;
        QTest::newRow("initials") << u"otw"_s << u"Open the workbench"_s << true;
        QTest::newRow("spaces of the query do not count") << u"usb dock"_s << u"USB-C dock"_s << true;
        QTest::newRow("other order") << u"ler"_s << u"Rel"_s << false;
        QTest::newRow("letter that is not there") << u"x"_s << u"Release"_s << false;
        QTest::newRow("longer than the text") << u"releases"_s << u"Release"_s << false;
        QTest::newRow("nothing typed") << u""_s << u"Release"_s << true;
        QTest::newRow("umlaut") << u"ü"_s << u"Prüfen"_s << true;
    }
    void lettersMustOccurInOrder()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(fuzzyMatch(query, text).has_value(), fits);
    }

    void marksTheLettersThatFit()
    {
        const auto match = fuzzyMatch(u"od"_s, u"USB-C dock, Old"_s);
        QVERIFY(match);
        for (const int at : match->positions)
            QVERIFY(u"od"_s.contains(u"USB-C dock, Old"_s.at(at).toLower()));
        QCOMPARE(match->positions.size(), std::size_t(2));
        QVERIFY(match->positions[0] < match->positions[1]);
    }

    void prefersTheStartOfAWord()
    {
        // "rul" is the word "rules", not letters scattered over "Order a null".
        QVERIFY(
            fuzzyMatch(u"rul"_s, u"Order rules"_s)->score > fuzzyMatch(u"rul"_s, u"Order a unicol"_s)->score);
        QCOMPARE(fuzzyMatch(u"rul"_s, u"Order rules"_s)->positions, (std::vector<int> { 6, 7, 8 }));
    }

    void prefersTheWholeWordToTheLongerText()
    {
        QVERIFY(fuzzyMatch(u"undo"_s, u"Undo"_s)->score
            > fuzzyMatch(u"undo"_s, u"Unfinished documents, and a long tail of other words"_s)->score);
    }
};

QTEST_GUILESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
