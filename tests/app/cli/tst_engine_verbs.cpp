// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

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

QByteArray request(int age)
{
    return R"({"customer": {"id": "c", "attributes": {"age": )" + QByteArray::number(age)
        + R"(}}, "now": "2026-06-01T00:00:00Z", "placement": "cart"})";
}

}

/// eval, decide and lint as scripts use them.
class TestEngineVerbs : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QVERIFY(m_folder.isValid());
        m_pack = write("pack.json", smallPack);
    }

    void evalGivesTypeAndValue()
    {
        const Outcome o
            = runCli({ "eval", "--expr", "x + size(name)", "--vars", R"({"x": 40, "name": "ab"})" });
        QCOMPARE(o.code, 0);
        QCOMPARE(o.json().dump(), std::string(R"({"type":"int","value":42})"));
    }

    void evalSaysWhatFailsAndWhere()
    {
        const Outcome atRuntime = runCli({ "eval", "--json", "--expr", "1 + 2 / 0" });
        QCOMPARE(atRuntime.code, 1);
        QCOMPARE(atRuntime.json()["error"]["code"].get<std::string>(), std::string("division_by_zero"));
        QCOMPARE(atRuntime.json()["error"]["at"].get<int>(), 4);
        const Outcome leftOut = runCli({ "eval", "--expr", "uint(1)" });
        QCOMPARE(leftOut.json()["error"]["code"].get<std::string>(), std::string("unsupported_function"));
        QCOMPARE(runCli({ "eval", "--expr", "1", "--vars", "[" }).code, 2);
    }

    void eligibleCountsForWhomEachConditionHolds()
    {
        const QByteArray input = request(17) + '\n' + request(18) + "\n\n" + request(60) + '\n';
        const Outcome machine = runCli({ "eligible", "--json", "--pack", m_pack }, input);
        QCOMPARE(machine.code, 0);
        QCOMPARE(
            machine.json().dump(), std::string(R"({"none_eligible":1,"offers":{"care":2},"requests":3})"));
        QVERIFY(runCli({ "eligible", "--pack", m_pack }, input).out.contains("66.7 %"));
        const Outcome bad = runCli({ "eligible", "--pack", m_pack }, request(17) + '\n' + request(121));
        QCOMPARE(bad.code, 2);
        QVERIFY(bad.err.contains("line 2: customer.attributes.age"));
    }

    void decideAnswersEachLineOnItsLine()
    {
        const QByteArray input
            = request(30) + '\n' + "nonsense\n" + request(10) + '\n' + request(200) + '\n' + request(18);
        const Outcome o = runCli({ "decide", "--pack", m_pack, "--explain" }, input);
        QCOMPARE(o.code, 0);
        const QList<QByteArray> lines = o.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 5);
        QCOMPARE(line(lines[0])["offers"][0]["because"].get<std::string>(), std::string("Care for 1.00"));
        QVERIFY(line(lines[1]).contains("error"));
        QCOMPARE(line(lines[2])["none_because"].get<std::string>(), std::string("all_blocked"));
        QCOMPARE(line(lines[2])["considered"][0]["blocked_by"].dump(), std::string(R"(["when"])"));
        QCOMPARE(line(lines[3])["error"]["about"].get<std::string>(), std::string("customer.attributes.age"));
        QCOMPARE(line(lines[4])["offers"][0]["offer"].get<std::string>(), std::string("care"));
    }

    void decideExplainsAndSaysWhatWouldHaveToChange()
    {
        const Outcome o = runCli(
            { "decide", "--pack", m_pack, "--counterfactual", "care" }, request(10) + "\n[]\n" + request(30));
        QCOMPARE(o.code, 0);
        const QList<QByteArray> lines = o.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const Json explained = line(lines[0])["explain"];
        QCOMPARE(explained["candidates"][0]["reasons"][0]["kind"].get<std::string>(), std::string("when"));
        QCOMPARE(explained["candidates"][0]["reasons"][0]["expression"]["reads"].dump(),
            std::string(R"({"customer.age":10})"));
        QCOMPARE(explained["counterfactual"]["sentence"].get<std::string>(),
            std::string("It would be shown if age were 18."));
        QCOMPARE(explained["counterfactual"]["changes"].dump(),
            std::string(R"([{"from":10,"kind":"attribute","name":"customer.age","to":18}])"));
        QVERIFY(line(lines[1]).contains("error"));
        QCOMPARE(
            line(lines[2])["explain"]["counterfactual"]["answer"].get<std::string>(), std::string("already"));
        QCOMPARE(runCli({ "decide", "--pack", m_pack, "--counterfactual", "nothing" }, request(10)).code, 2);
    }

    void decideSaysWhyInWords()
    {
        const Outcome o = runCli({ "decide", "--pack", m_pack, "--why", "care" }, request(10));
        QCOMPARE(o.code, 0);
        QVERIFY2(
            o.out.contains(
                "when: Its condition does not hold: not true is customer.age >= 18 (customer.age = 10).\n"
                "  It would be shown if age were 18.\n"),
            o.out.constData());
    }

    void decideKeepsTheOrderOfManyLines()
    {
        QByteArray input;
        for (int i = 0; i < 5000; ++i)
            input += request(i % 121) + '\n';
        const Outcome o = runCli({ "decide", "--pack", m_pack, "--threads", "2" }, input);
        QCOMPARE(o.code, 0);
        const QList<QByteArray> lines = o.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 5000);
        for (int i = 0; i < 5000; ++i)
            QCOMPARE(lines[i].contains("\"care\""), i % 121 >= 18);
    }

    void decideAnswersWhileTheInputStaysOpen()
    {
        QProcess process;
        process.start(QStringLiteral(OFFERWRIGHT_CLI), { "decide", "--pack", m_pack });
        for (const int age : { 20, 10 }) {
            process.write(request(age) + '\n');
            QVERIFY(process.waitForReadyRead(10000));
            QCOMPARE(process.readLine().contains("\"care\""), age == 20);
        }
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
    }

    void decideRefusesABadPack()
    {
        const QString bad
            = write("bad.json", QByteArray(smallPack).replace("customer.age >=", "customer.aeg >="));
        const Outcome o = runCli({ "decide", "--pack", bad }, request(30));
        QCOMPARE(o.code, 2);
        QVERIFY(o.err.contains("offers[0].when"));
        QVERIFY(o.out.isEmpty());
    }

    void lintNamesThePlace()
    {
        QCOMPARE(runCli({ "lint", m_pack }).code, 0);
        QCOMPARE(runCli({ "lint", "-" }, smallPack).code, 0);
        const QString bad
            = write("bad.json", QByteArray(smallPack).replace("customer.age >=", "customer.aeg >="));
        const Outcome human = runCli({ "lint", bad });
        QCOMPARE(human.code, 1);
        QVERIFY(human.out.contains("offers[0].when") && human.out.contains("customer.age"));
        const Outcome machine = runCli({ "lint", "--json", bad });
        QCOMPARE(machine.code, 1);
        QCOMPARE(machine.json()["problems"][0]["at"].get<std::string>(), std::string("offers[0].when"));
        QCOMPARE(runCli({ "lint", write("half.json", "{\"format\":") }).code, 2);
    }

    void lintWarnsOfAValueThatNeverOccurs()
    {
        const QString slip = write("slip.json",
            QByteArray(smallPack)
                .replace(R"({"type": "int", "min": 0, "max": 120, "default": 30})",
                    R"({"type": "string", "values": ["young", "old"], "default": "old"})")
                .replace("customer.age >= 18", "customer.age != 'yung'"));
        const Outcome human = runCli({ "lint", slip });
        QCOMPARE(human.code, 0); // it can be released all the same
        QVERIFY2(human.out.startsWith("warning: offers[0].when: "), human.out.constData());
        QVERIFY2(human.out.contains("did you mean \"young\"?"), human.out.constData());
        QVERIFY2(human.out.contains("0 problems"), human.out.constData());
        const Outcome machine = runCli({ "lint", "--json", slip });
        QCOMPARE(machine.json()["problems"].size(), 0U);
        QCOMPARE(machine.json()["warnings"].size(), 1U);
        QCOMPARE(machine.json()["warnings"][0]["at"].get<std::string>(), std::string("offers[0].when"));
    }

private:
    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return file.fileName();
    }

    static Json line(const QByteArray& text)
    {
        const Result<Json> json = parseJson(text.toStdString());
        return json ? *json : Json(nullptr);
    }

    QTemporaryDir m_folder;
    QString m_pack;
};

QTEST_APPLESS_MAIN(TestEngineVerbs)
#include "tst_engine_verbs.moc"
