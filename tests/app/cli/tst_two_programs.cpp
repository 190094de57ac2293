// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;
using test::Outcome;
using test::runCli;

/// The workbench and the command line on one project, as two real programs.
class TestTwoPrograms : public QObject {
    Q_OBJECT

private slots:
    void theWorkbenchHoldsTheProjectUntilItIsKilled()
    {
        if (!QFileInfo::exists(QStringLiteral(OFFERWRIGHT_WORKBENCH)))
            QSKIP("the workbench was not built");
        QTemporaryDir folder;
        const QString project = folder.filePath("shop.offerwright");
        QCOMPARE(runCli({ "new", project, "--name", "Shop" }).code, 0);
        const QString part = folder.filePath("part.json");
        QFile file(part);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"stages": [{"id": "new", "when": "true"}]})");
        file.close();

        QProcess workbench;
        workbench.setProcessEnvironment([&] {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert("QT_QPA_PLATFORM", "offscreen");
            environment.insert("XDG_CONFIG_HOME", folder.filePath("config")); // nobody's own settings
            return environment;
        }());
        workbench.start(QStringLiteral(OFFERWRIGHT_WORKBENCH), { project });
        QVERIFY(workbench.waitForStarted());
        QElapsedTimer timer;
        timer.start();
        while (!QFileInfo::exists(project + "-lock") && timer.elapsed() < 30'000)
            QTest::qSleep(50);
        QVERIFY(QFileInfo::exists(project + "-lock"));

        const Outcome refused = runCli({ "apply", project, part });
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("open in another window since"), refused.err.constData());
        QCOMPARE(runCli({ "undo", project }).code, 2);
        QCOMPARE(runCli({ "info", project }).code, 0); // reading is always right
        QCOMPARE(runCli({ "history", project }).code, 0);

        workbench.kill();
        QVERIFY(workbench.waitForFinished());
        const Outcome applied = runCli({ "apply", project, part });
        QVERIFY2(applied.code == 0, applied.err.constData());
        QCOMPARE(runCli({ "check-file", project }).code, 0);
        QCOMPARE(QDir(folder.path()).entryList({ "shop*" }, QDir::Files), QStringList { "shop.offerwright" });
    }
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "tst_two_programs.moc"
