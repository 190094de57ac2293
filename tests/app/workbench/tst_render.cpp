// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace ow;

/// Pictures of screens, as scripts make them: without a display.
class TestRender : public QObject {
    Q_OBJECT

private slots:
    void aPictureComesWithoutNoise()
    {
        if (!QFile::exists(QStringLiteral(OFFERWRIGHT_WORKBENCH)))
            QSKIP("the workbench was not built");
        const QTemporaryDir folder;
        const QString project = folder.filePath("shop.offerwright");
        const QString picture = folder.filePath("home.png");
        QCOMPARE(test::runCli({ "new", project, "--name", "Shop" }).code, 0);
        QProcess workbench;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove("XDG_RUNTIME_DIR"); // as in a container, or under cron
        environment.remove("QT_QPA_PLATFORM");
        workbench.setProcessEnvironment(environment);
        workbench.start(QStringLiteral(OFFERWRIGHT_WORKBENCH),
            { "render", project, "--screen", "home", "--size", "800x600", "-o", picture });
        QVERIFY(workbench.waitForFinished(60'000));
        QCOMPARE(workbench.exitCode(), 0);
        QVERIFY(QFile::exists(picture));
        QCOMPARE(workbench.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
