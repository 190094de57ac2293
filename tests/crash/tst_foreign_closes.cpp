// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/process.h"
#include "core/store/scratch.h"
#include "store/bulk_reader.h"
#include "store/project.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace ow;
using namespace ow::store;
using ow::test::runCli;

/// Something in our own process opens and closes the project's files, as file dialogs do to tell a file's
/// type, while another program reads the project: nothing of what was acknowledged may be lost.
class TestForeignCloses : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!QFileInfo::exists(QStringLiteral(OFFERWRIGHT_CLI)))
            QSKIP("the command line was not built");
    }

    void nothingIsLost_data()
    {
        QTest::addColumn<bool>("looks");
        QTest::newRow("nobody looks into them") << false;
        QTest::newRow("somebody looks into them") << true;
    }
    void nothingIsLost()
    {
        QFETCH(bool, looks);
        ::test::Scratch scratch;
        (void)scratch.create();
        const QString path = QString::fromStdString(scratch.path().string());
        {
            const auto project = scratch.open();
            OW_OK((project->apply({ "one", { put(::test::offer("one")) }, "" })));
            const auto reader = project->openReader(); // a second connection, as screens have
            OW_OK(reader);
            if (looks)
                lookInto(path);
            QCOMPARE(runCli({ "info", path }).code, 0); // the last to close, as far as it can tell
            QVERIFY(QFileInfo::exists(path + "-wal"));
            OW_OK((project->apply({ "two", { put(::test::offer("two")) }, "" })));
            if (looks)
                lookInto(path);
            QCOMPARE(runCli({ "check-file", path }).code, 0);
            OW_OK((project->apply({ "three", { put(::test::offer("three")) }, "" })));
            // What another program sees now is what is left if this one is killed.
            const auto seen = runCli({ "history", path, "--json" });
            QVERIFY2(seen.out.contains("three"), seen.out.constData());
        }
        QVERIFY(!QFileInfo::exists(path + "-wal")); // nothing is left behind
        QCOMPARE(scratch.open()->draft()->policy.offers.size(), std::size_t(3));
    }

    /// Towards other programs they are locks as ever: a writer there waits, and is told so.
    void othersAreHeldOff()
    {
        ::test::Scratch scratch;
        const auto project = scratch.create();
        const QString path = QString::fromStdString(scratch.path().string());
        lookInto(path);
        QCOMPARE(runCli({ "undo", path }).code, 2);
    }

private:
    static void lookInto(const QString& path)
    {
        for (const char* suffix : { "", "-wal", "-shm" }) {
            QFile file(path + QLatin1String(suffix));
            if (file.open(QIODevice::ReadOnly))
                (void)file.read(16);
        }
    }
};

QTEST_GUILESS_MAIN(TestForeignCloses)
#include "tst_foreign_closes.moc"
