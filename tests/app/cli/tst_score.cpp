// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;

/// `offerwright score` as a process.
class TestScore : public QObject {
    Q_OBJECT
private slots:
    void emptyProject();
    void unknownFile();
    void unknownSegment();
    void reportAndJson();

private:
    struct Outcome {
        int code = -1;
        QByteArray out, err;
    };
    static Outcome run(const QStringList& arguments)
    {
        QProcess process;
        process.start(QStringLiteral(OFFERWRIGHT_CLI), arguments);
        Outcome outcome;
        if (process.waitForFinished() && process.exitStatus() == QProcess::NormalExit)
            outcome.code = process.exitCode();
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        return outcome;
    }
    QString emptyFile()
    {
        const QString file = m_folder.filePath("empty.offerwright");
        if (!QFile::exists(file))
            run({ "new", file });
        return file;
    }
    QTemporaryDir m_folder;
};

void TestScore::emptyProject()
{
    const Outcome human = run({ "score", emptyFile() });
    QCOMPARE(human.code, 0);
    QVERIFY(human.out.contains("No exposures yet"));
    const Outcome machine = run({ "score", emptyFile(), "--json" });
    const auto json = parseJson(machine.out.toStdString());
    QVERIFY(json.has_value());
    QVERIFY((*json)["overall"].is_null());
    QVERIFY((*json)["offers"].empty());
}

void TestScore::unknownFile()
{
    const Outcome outcome = run({ "score", m_folder.filePath("nowhere.offerwright") });
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(outcome.err.contains("nowhere.offerwright"));
}

void TestScore::unknownSegment()
{
    const Outcome outcome = run({ "score", emptyFile(), "--by", "shoe_size", "--json" });
    QCOMPARE(outcome.code, 2);
    const auto json = parseJson(outcome.err.toStdString());
    QVERIFY(json.has_value());
    QCOMPARE((*json)["error"]["code"].get<std::string>(), std::string(errorCodeName(ErrorCode::NotFound)));
}

void TestScore::reportAndJson()
{
    const QString report = m_folder.filePath("report.html");
    const Outcome outcome = run({ "score", emptyFile(), "--json", "--report", report });
    QCOMPARE(outcome.code, 0);
    QFile file(report);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("<!doctype html>"));
    QCOMPARE(run({ "score", emptyFile(), "--report", m_folder.filePath("no/such/folder.html") }).code, 2);
}

QTEST_APPLESS_MAIN(TestScore)
#include "tst_score.moc"
