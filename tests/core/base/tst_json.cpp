// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QTest>

#include <bit>

using namespace ow;

class TestJson : public QObject {
    Q_OBJECT

private slots:
    // Samples of RFC 8785, appendix B (IEEE 754 bits and the text they must give).
    void numbersPrintAsRfc8785Says_data()
    {
        QTest::addColumn<quint64>("bits");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0x0000000000000000ULL << "0";
        QTest::newRow("minus zero") << 0x8000000000000000ULL << "0";
        QTest::newRow("smallest") << 0x0000000000000001ULL << "5e-324";
        QTest::newRow("largest") << 0x7fefffffffffffffULL << "1.7976931348623157e+308";
        QTest::newRow("2^53") << 0x4340000000000000ULL << "9007199254740992";
        QTest::newRow("295147905179352830000") << 0x4430000000000000ULL << "295147905179352830000";
        QTest::newRow("1e21 minus") << 0x444b1ae4d6e2ef4eULL << "999999999999999700000";
        QTest::newRow("1e21") << 0x444b1ae4d6e2ef50ULL << "1e+21";
        QTest::newRow("0.000001") << 0x3eb0c6f7a0b5ed8dULL << "0.000001";
        QTest::newRow("1e-7") << 0x3e7ad7f29abcaf48ULL << "1e-7";
        QTest::newRow("333333333.3333333") << 0x41b3de4355555555ULL << "333333333.3333333";
        QTest::newRow("negative") << 0xbecbf647612f3696ULL << "-0.0000033333333333333333";
    }
    void numbersPrintAsRfc8785Says()
    {
        QFETCH(quint64, bits);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(formatDouble(std::bit_cast<double>(bits))), text);
    }

    // The sorting sample of RFC 8785, section 3.2.3.
    void keysSortByUtf16Units()
    {
        const auto doc = parseJson("{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew\",\"1\":\"One\","
                                   "\"\\ud83d\\ude00\":\"Emoji\",\"\\u0080\":\"Control\",\"\\u00f6\":\"o\"}");
        QVERIFY(doc.has_value());
        const QString text = QString::fromStdString(canonicalJson(*doc));
        const QStringList order { "Carriage Return", "One", "Control", "\"o\"", "Euro Sign", "Emoji", "Hebrew" };
        qsizetype last = -1;
        for (const QString& word : order) {
            const auto at = text.indexOf(word);
            QVERIFY2(at > last, qPrintable(word));
            last = at;
        }
    }

    void hostileTextIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("at");
        QTest::newRow("empty") << QByteArray() << "1:1";
        QTest::newRow("cut") << QByteArray("{\"a\":") << "1:5";
        QTest::newRow("doubled key") << QByteArray("{\n \"a\":1,\n \"a\":2}") << "3:4";
        QTest::newRow("deep") << QByteArray(100'000, '[') << "1:129";
        QTest::newRow("bad UTF-8") << QByteArray("\"\xff\"") << "1:2";
    }
    void hostileTextIsRefusedWithItsPlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, at);
        const auto doc = parseJson({ text.data(), std::size_t(text.size()) });
        QVERIFY(!doc.has_value());
        QCOMPARE(QString::fromStdString(doc.error().at), at);
    }

    void canonicalTextIsAFixedPoint()
    {
        const auto doc = parseJson(R"({"b":[1,1.0,2.50,-0.0,1e30,"\u001f\/"],"a":{"y":null,"x":true}})");
        QVERIFY(doc.has_value());
        const std::string once = canonicalJson(*doc);
        QCOMPARE(once, std::string(R"({"a":{"x":true,"y":null},"b":[1,1,2.5,0,1e+30,"\u001f/"]})"));
        QCOMPARE(canonicalJson(*parseJson(once)), once);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
