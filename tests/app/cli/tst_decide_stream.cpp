// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"
#include "base/random.h"

#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using test::Outcome;
using test::runCli;

namespace {

const QByteArray smallPack = R"({
 "format": "offerwright.pack/1", "name": "small", "version": "1", "currency": "EUR",
 "attributes": {"customer": {"age": {"type": "int", "min": 0, "max": 120, "default": 30}}},
 "channels": [{"id": "web", "consent": "true"}],
 "placements": [{"id": "cart", "channel": "web"}],
 "offers": [{"id": "care", "name": "Care", "kind": "service", "role": "protect", "status": "active", "price": 100,
             "placements": ["cart"], "trigger": "true", "when": "customer.age >= 18", "propensity": "0.5",
             "because": "{offer.name} for {offer.price}"}]})";

QByteArray request(int age, const QByteArray& id = "c")
{
    return R"({"customer": {"id": ")" + id + R"(", "attributes": {"age": )" + QByteArray::number(age)
        + R"(}}, "now": "2026-06-01T00:00:00Z", "placement": "cart"})";
}

Json parsed(const QByteArray& line)
{
    const Result<Json> json = parseJson(line.toStdString());
    return json ? *json : Json(nullptr);
}

}

/// The stream of `decide`: any number of lines of any kind and length, one answer for each, in order.
class TestDecideStream : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_pack = m_folder.filePath("pack.json");
        QFile file(m_pack);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(smallPack) == smallPack.size());
    }

    void manyLinesGoodAndBad()
    {
        constexpr int count = 12000;
        Philox random(7);
        QByteArray input;
        QList<int> ages; // -1: a bad line
        for (int i = 0; i < count; ++i) {
            const int kind = int(random.below(12));
            ages.append(kind < 4 ? -1 : int(random.below(121)));
            if (kind == 0)
                input += i % 2 == 0 ? "" : "  ";
            else if (kind == 1)
                input += "nonsense";
            else if (kind == 2)
                input += request(200);
            else if (kind == 3)
                input += request(30).chopped(1 + qsizetype(random.below(40)));
            else
                input += request(ages.back(), QByteArray(qsizetype(random.below(20) == 0 ? 5000 : 3), 'c'));
            input += kind == 5 ? "\r\n" : "\n";
        }
        const Outcome one = runCli({ "decide", "--pack", m_pack, "--threads", "1", "--explain" }, input);
        QCOMPARE(one.code, 0);
        const QList<QByteArray> lines = one.out.chopped(1).split('\n');
        QCOMPARE(lines.size(), count);
        for (int i = 0; i < count; ++i) {
            const Json answer = parsed(lines[i]);
            QCOMPARE(answer.contains("error"), ages[i] < 0);
            if (ages[i] < 0)
                QCOMPARE(answer["error"]["line"].get<int>(), i + 1);
            else
                QCOMPARE(!answer["offers"].empty(), ages[i] >= 18);
        }
        for (const char* threads : { "2", "8", "0" })
            QVERIFY(runCli({ "decide", "--pack", m_pack, "--threads", threads, "--explain" }, input).out
                == one.out);
    }

    void everyLineHasOneAnswer_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("answers"); // d = a decision, e = an error
        const QByteArray r = request(30);
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("one") << r + '\n' << QByteArray("d");
        QTest::newRow("no last line break") << r + '\n' + r << QByteArray("dd");
        QTest::newRow("an empty line") << QByteArray("\n") << QByteArray("e");
        QTest::newRow("blank lines between") << r + "\n\n \t\n" + r + '\n' << QByteArray("deed");
        QTest::newRow("blank lines at the end") << r + "\n\n\n" << QByteArray("dee");
        QTest::newRow("CR LF") << r + "\r\n" + r + "\r\n\r\n" << QByteArray("dde");
        QTest::newRow("a byte 0") << r + QByteArray("\n\0\n", 3) + r << QByteArray("ded");
    }

    void everyLineHasOneAnswer()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, answers);
        const Outcome o = runCli({ "decide", "--pack", m_pack }, input);
        QCOMPARE(o.code, 0);
        QByteArray got;
        const QList<QByteArray> lines = o.out.split('\n');
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            const Json answer = parsed(lines[i]);
            got += answer.contains("error") ? 'e' : answer.contains("offers") ? 'd' : '?';
            if (answer.contains("error"))
                QCOMPARE(answer["error"]["line"].get<qsizetype>(), i + 1);
        }
        QCOMPARE(got, answers);
    }

    /// A line far longer than a batch, between two short ones.
    void aLongLine()
    {
        const QByteArray input
            = request(10) + '\n' + request(30, QByteArray(20'000'000, 'c')) + '\n' + request(10);
        const Outcome o = runCli({ "decide", "--pack", m_pack }, input);
        const QList<QByteArray> lines = o.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(parsed(lines[0])["offers"].empty());
        QVERIFY(!parsed(lines[1])["offers"].empty());
        QVERIFY(parsed(lines[2])["offers"].empty());
    }

    /// Nobody reads any more: it ends by itself, though its input stays open.
    void aClosedOutput()
    {
        QProcess process;
        process.setStandardOutputFile("/dev/full");
        process.start(QStringLiteral(OFFERWRIGHT_CLI), { "decide", "--pack", m_pack });
        process.write(request(20) + '\n');
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("could not be written"));
    }

    void aReaderThatLeaves()
    {
        QProcess shell;
        shell.start("sh",
            { "-c",
                "(printf '%s\\n' '" + QString::fromUtf8(request(20)) + "'; sleep 0.5; while printf '%s\\n' '"
                    + QString::fromUtf8(request(20))
                    + "'; do sleep 0.1; done) 2>/dev/null | (\"$0\" decide --pack \"$1\"; echo $? >&2) | "
                      "head -n 1",
                QStringLiteral(OFFERWRIGHT_CLI), m_pack });
        QVERIFY(shell.waitForFinished(20000));
        QVERIFY(shell.readAllStandardOutput().contains("\"care\""));
        QCOMPARE(shell.readAllStandardError().trimmed(), QByteArray("0"));
    }

private:
    QTemporaryDir m_folder;
    QString m_pack;
};

QTEST_APPLESS_MAIN(TestDecideStream)
#include "tst_decide_stream.moc"
