// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;

namespace {

struct Outcome {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Outcome runCli(const QStringList& arguments, const QByteArray& input = {})
{
    QProcess process;
    process.start(QStringLiteral(OFFERWRIGHT_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    Outcome outcome;
    if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit)
        outcome.code = process.exitCode();
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

QString written(const QTemporaryDir& folder, const char* name, const QByteArray& text)
{
    QFile file(folder.filePath(QLatin1String(name)));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return file.fileName();
}

}

/// The verbs `stat` and `mine`.
class TestStatMine : public QObject {
    Q_OBJECT

private slots:
    void statAnswersFromStandardInput()
    {
        const Outcome outcome = runCli({ "stat", "proportion", "--json" }, R"({"k": 57, "n": 1040})");
        QCOMPARE(outcome.code, 0);
        const auto answer = parseJson(outcome.out.toStdString());
        QVERIFY(answer.has_value());
        // Wilson limits by statsmodels' proportion_confint(57, 1040, method="wilson").
        QVERIFY(std::abs(answer->at("lower").get<double>() - 0.042541797113784294) < 1e-12);
        QVERIFY(std::abs(answer->at("upper").get<double>() - 0.07035030716594841) < 1e-12);
        const Outcome text = runCli({ "stat", "proportion" }, R"({"k": 57, "n": 1040})");
        QVERIFY(*parseJson(text.out.toStdString()) == *answer);
    }

    void statSaysWhatIsWrong()
    {
        const Outcome invalid = runCli({ "stat", "proportion", "--json" }, R"({"k": 9, "n": 4})");
        QCOMPARE(invalid.code, 0); // an answer: such data cannot be
        QVERIFY(invalid.out.contains("bad_counts"));
        const Outcome unknown = runCli({ "stat", "propotion" }, "{}");
        QCOMPARE(unknown.code, 2);
        QVERIFY(unknown.err.contains("did you mean \"proportion\"?"));
        const Outcome missing = runCli({ "stat", "proportion" }, R"({"k": 9})");
        QCOMPARE(missing.code, 2);
        QVERIFY(missing.err.contains("n: "));
        QCOMPARE(runCli({ "stat", "proportion" }, "no json").code, 2);
    }

    void statListsItsEstimators()
    {
        const Outcome outcome = runCli({ "stat", "list" });
        QCOMPARE(outcome.code, 0);
        for (const char* name : { "proportion", "cuped", "stop_loss", "adjacency_stratified", "parity" })
            QVERIFY2(outcome.out.contains(name), name);
    }

    void mineReadsBaskets()
    {
        QTemporaryDir folder;
        QByteArray text = "basket,item\n";
        for (int b = 0; b < 400; ++b) {
            const QByteArray id = QByteArray::number(b);
            if (b % 4 == 0) // tea and milk in every fourth basket, never one without the other
                text += id + ",tea\n" + id + ",milk\n";
            else
                text += id + "," + (b % 3 == 0 ? "bread" : "rice") + "\n" + id + ","
                    + (b % 5 == 0 ? "salt" : "jam") + "\n";
            text += id + ",x" + QByteArray::number(b % 7) + "\n";
        }
        const Outcome outcome
            = runCli({ "mine", "--baskets", written(folder, "baskets.csv", text), "--json" });
        QCOMPARE(outcome.code, 0);
        const auto answer = parseJson(outcome.out.toStdString());
        QVERIFY(answer.has_value());
        QCOMPARE(answer->at("baskets").get<int>(), 400);
        const Json& pair = answer->at("pairs").at(0); // the strongest
        QCOMPARE(pair.at("a").get<std::string>(), std::string("milk"));
        QCOMPARE(pair.at("b").get<std::string>(), std::string("tea"));
        QCOMPARE(pair.at("class").get<std::string>(), std::string("complement"));
        QCOMPARE(pair.at("buy").at("n_ab").get<int>(), 100);
    }

    void mineNeedsOneSource()
    {
        QCOMPARE(runCli({ "mine" }).code, 2);
        QCOMPARE(runCli({ "mine", "project.offerwright", "--baskets", "b.csv" }).code, 2);
        const Outcome absent = runCli({ "mine", "--baskets", "/nowhere/b.csv" });
        QCOMPARE(absent.code, 2);
        QVERIFY(absent.err.contains("/nowhere/b.csv"));
        QTemporaryDir folder;
        const Outcome strange
            = runCli({ "mine", "--baskets", written(folder, "x.csv", "colour,mood\nred,good\n") });
        QCOMPARE(strange.code, 2);
        QVERIFY(strange.err.contains("x.csv"));
    }

    void mineKeepsItsSuggestionsInTheProject()
    {
        QTemporaryDir folder;
        QCOMPARE(runCli({ "demo", folder.path(), "--customers", "800" }).code, 0);
        const QString project = folder.filePath(QStringLiteral("sample.offerwright"));
        const Outcome first = runCli({ "mine", project, "--json" });
        QCOMPARE(first.code, 0);
        const auto answer = parseJson(first.out.toStdString());
        QVERIFY(answer.has_value() && !answer->at("pairs").empty());
        const Outcome history = runCli({ "history", project });
        QVERIFY2(history.out.contains("Mined "), history.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestStatMine)
#include "tst_stat_mine.moc"
