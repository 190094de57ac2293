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

    /// Each tab and page of the Data screen can be pictured, and what is not there is said.
    void theDataScreensPages()
    {
        if (!QFile::exists(QStringLiteral(OFFERWRIGHT_WORKBENCH)))
            QSKIP("the workbench was not built");
        const QTemporaryDir folder;
        const QString project = folder.filePath("shop.offerwright");
        const QString picture = folder.filePath("data.png");
        const QString rows = folder.filePath("events.csv");
        QFile file(rows);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("customer,at,type,sku,qty\nc1,2026-05-01,product_viewed,lamp,1\nc2,never,product_viewed,lamp,1\n");
        file.close();
        QCOMPARE(test::runCli({ "new", project, "--name", "Shop" }).code, 0);
        QCOMPARE(test::runCli({ "import", project, rows }).code, 0);
        const auto render = [&](const QStringList& what) {
            QFile::remove(picture);
            QProcess workbench;
            workbench.start(QStringLiteral(OFFERWRIGHT_WORKBENCH),
                QStringList { "render", project, "-o", picture } + what);
            return workbench.waitForFinished(60'000) ? workbench.exitCode() : -1;
        };
        for (const QStringList& page : QList<QStringList> { { "--tab", "events", "--filter", "c1" },
                 { "--tab", "privacy" }, { "--import", rows, "--map" }, { "--result", "1" }, { "--mend", "1" } }) {
            QCOMPARE(render(page), 0);
            QVERIFY2(QFile::exists(picture), qPrintable(page.join(' ')));
        }
        for (const QStringList& page : QList<QStringList> { { "--tab", "drawers" }, { "--mend", "9" },
                 { "--tab", "events", "--filter", "Colour=red" }, { "--tab", "events", "--mend", "1" },
                 { "--import", folder.filePath("none.csv") } }) {
            QCOMPARE(render(page), 2);
            QVERIFY2(!QFile::exists(picture), qPrintable(page.join(' ')));
        }
    }
};

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
