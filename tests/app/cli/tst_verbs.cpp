// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

#include <QTest>

using namespace ow;
using test::Outcome;
using test::runCli;

/// What holds for the frame, whatever the verb.
class TestVerbs : public QObject {
    Q_OBJECT

private slots:
    void helpEndsWell()
    {
        const Outcome all = runCli({ "--help" });
        QCOMPARE(all.code, 0);
        QVERIFY(all.out.contains("lint"));
        const Outcome one = runCli({ "lint", "--help" });
        QCOMPARE(one.code, 0);
        QVERIFY(one.out.contains("--json"));
    }

    void badUsageIsTwo()
    {
        for (const QStringList& arguments :
            { QStringList {}, QStringList { "dance" }, QStringList { "lint" } }) {
            const Outcome outcome = runCli(arguments);
            QCOMPARE(outcome.code, 2);
            QVERIFY(outcome.out.isEmpty());
            QVERIFY(outcome.err.startsWith("offerwright: "));
        }
    }

    void errorsAreJsonWhereAskedFor()
    {
        const Outcome outcome = runCli({ "lint", "--json", "/nowhere/pack.json" });
        QCOMPARE(outcome.code, 2);
        const Result<Json> error = parseJson(outcome.err.toStdString());
        QVERIFY(error.has_value());
        QCOMPARE((*error)["error"]["code"].get<std::string>(), std::string("not_found"));
        QCOMPARE((*error)["error"]["at"].get<std::string>(), std::string("/nowhere/pack.json"));
    }
};

QTEST_APPLESS_MAIN(TestVerbs)
#include "tst_verbs.moc"
