// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "store/body_delta.h"

#include <QTest>

using namespace ow;
using namespace ow::store;

class TestBodyDelta : public QObject {
    Q_OBJECT

private slots:
    void onlyWhatChangedIsKept()
    {
        const std::string before = R"({"limit":3,"window":"7d"})";
        const std::string after = R"({"limit":2,"window":"7d"})";
        const auto pair = storedPair(before, after);
        QCOMPARE(pair.before, std::string("~9,15,3"));
        QCOMPARE(pair.after, std::string("~9,15,2"));
        QCOMPARE(bodyFrom(pair.after, pair.before, before).value(), after);
        QCOMPARE(bodyFrom(pair.before, pair.after, after).value(), before);
    }

    void whatHasNothingInCommonStaysWhole()
    {
        const auto pair = storedPair(R"({"a":1})", R"({"b":2})");
        QCOMPARE(pair.before, std::string(R"({"a":1})"));
        QCOMPARE(bodyFrom(pair.after, pair.before, "whatever").value(), std::string(R"({"b":2})"));
    }

    void partsDoNotCutCharacters()
    {
        // ä is C3 A4, ö is C3 B6: the first byte is common, and must not be parted from the second.
        const std::string before = R"({"benefit":"A long sentence about cables and ä","x":1})";
        const std::string after = R"({"benefit":"A long sentence about cables and ö","x":1})";
        const auto pair = storedPair(before, after);
        QVERIFY(QString::fromStdString(pair.before).endsWith(QStringLiteral("ä")));
        QVERIFY(QString::fromStdString(pair.after).endsWith(QStringLiteral("ö")));
        QCOMPARE(bodyFrom(pair.after, pair.before, before).value(), after);
        // 漢 is E6 BC A2, 缢 is E7 BC A2: the last bytes are common.
        const auto ends
            = storedPair(R"({"name":"some words before 漢"})", R"({"name":"some words before 缢"})");
        QVERIFY(QString::fromStdString(ends.after).endsWith(QStringLiteral("缢")));
    }

    void anyTwoTextsComeBack()
    {
        Philox random(5);
        for (int i = 0; i < 20'000; ++i) {
            const auto text = [&] {
                std::string out = "{";
                for (std::uint64_t n = random.below(40); n > 0; --n) {
                    static const char* const parts[] = { "a", "b", "~", ",", "1", "ä", "漢", "\"" };
                    out += parts[random.below(8)];
                }
                return out;
            };
            const std::string before = text();
            const std::string after = random.bernoulli(0.5) ? text() : before + text().substr(1) + before;
            const auto pair = storedPair(before, after);
            QCOMPARE(bodyFrom(pair.after, pair.before, before).value(), after);
            QCOMPARE(bodyFrom(pair.before, pair.after, after).value(), before);
            QVERIFY(pair.before.size() + pair.after.size() <= before.size() + after.size());
            QVERIFY(QString::fromUtf8(pair.after.c_str()).toUtf8() == QByteArray::fromStdString(pair.after));
        }
    }

    void damageIsNoBody_data()
    {
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("other");
        const auto row = [](const char* wanted, const char* other) {
            QTest::newRow(wanted[0] == '\0' ? "empty" : wanted) << QByteArray(wanted) << QByteArray(other);
        };
        row("~", "~9,15,2");
        row("~9", "~9,15,2");
        row("~9,", "~9,15,2");
        row("~9,15", "~9,15,2");
        row("~-9,15,3", "~9,15,2");
        row("~9,15,3", "~9,15,7"); // the other side is another text
        row("~9,15,3", "~8,15,2");
        row("~9,15,3", R"({"limit":2,"window":"7d"})");
        row("~99,15,3", "~99,15,2");
        row("~9,99,3", "~9,99,2");
        row("~99999999999999999999,1,3", "~99999999999999999999,1,2");
        row("~18446744073709551615,18446744073709551615,3", "~18446744073709551615,18446744073709551615,2");
    }

    void damageIsNoBody()
    {
        QFETCH(const QByteArray, wanted);
        QFETCH(const QByteArray, other);
        QVERIFY(!bodyFrom(wanted.toStdString(), other.toStdString(), R"({"limit":2,"window":"7d"})"));
    }
};

QTEST_GUILESS_MAIN(TestBodyDelta)
#include "tst_body_delta.moc"
