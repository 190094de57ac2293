// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "ingest/mending.h"
#include "ingest/saved_mappings.h"
#include "store/check_file.h"
#include "store/migration.h"
#include "store/rescue.h"
#include "store/schema.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace ow;
using namespace ow::store;

/// A frozen file of version 4, as tst_migration has them of those before.
class TestVersion4 : public QObject {
    Q_OBJECT

private slots:
    /// With ids of events, how imports read their files, rejected rows that were taken in, and a saved mapping;
    /// as the file is, and as its rescued copy.
    void everythingIsThere_data()
    {
        QTest::addColumn<bool>("rescued");
        QTest::newRow("opened") << false;
        QTest::newRow("rescued") << true;
    }
    void everythingIsThere()
    {
        QFETCH(bool, rescued);
        test::Scratch scratch;
        build(scratch, "version4.sql");
        QVERIFY(!Project::isOlder(scratch.path()) || schemaVersion > 4);
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
        auto file = scratch.path();
        if (rescued) {
            file = scratch.path("copy.offerwright");
            const RescueReport report = test::sure(rescue(scratch.path(), file));
            QVERIFY2(report.isComplete(), report.summary().c_str());
        }
        const auto project = test::sure(Project::open(file));
        QCOMPARE(versionOf(file), schemaVersion);
        QVERIFY(test::sure(checkFile(file)).empty());
        QCOMPARE(project->counts().events, 70'003 + 3); // two of a file, one that was mended
        QCOMPARE(project->counts().exposures, 66'001 + 2);
        QCOMPARE(project->counts().rejectedRows, 2); // one of before, and one of two
        {
            const auto reader = test::sure(project->openReader());
            const auto imports = reader->imports();
            QCOMPARE(imports.at(0).origin, 7);
            QCOMPARE(imports.at(2).id, 7);
            QCOMPARE(imports.at(2).rejected, 2);
            QCOMPARE(imports.at(2).retried, 1);
            const auto mending = test::sure(ingest::Mending::open(*reader, 7));
            const auto rows = mending.rows(*reader, 0, 9);
            QCOMPARE(rows.size(), std::size_t(1));
            QCOMPARE(rows[0].row.cells.at(6), std::string("e4"));
        }
        QCOMPARE(test::sure(ingest::savedMapping(*project, "till")).mapping.kind, std::string("events"));
        // The ids tell what is there: e3 came with the mended row, e4 is rejected still.
        QFile csv(QString::fromStdString(scratch.path("more.csv").string()));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("customer,at,type,sku,qty,value,event_id\nann,2026-02-01 10:00,purchased,A,1,9.99,e1\n"
                  "dan,2026-02-03,purchased,A,1,2.00,e3\neve,2026-02-03,purchased,A,1,2.00,e4\n");
        csv.close();
        const auto more = test::sure(ingest::importFiles(*project, "", "", { scratch.path("more.csv") }));
        QCOMPARE(more.duplicates, 2);
        QCOMPARE(more.stored, 1);
        QCOMPARE(more.totals.leftOut.sameIdOtherContent, 1);
        while (!project->undoTitle().empty())
            OW_OK(project->undo());
        QCOMPARE(project->counts().events, 0);
        QCOMPARE(project->counts().rejectedRows, 0);
    }

private:
    static int versionOf(const std::filesystem::path& file)
    {
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE); // a hot journal is rolled back first
        return db.execAndGet("PRAGMA user_version").getInt();
    }
    static void build(const test::Scratch& scratch, const char* fixture)
    {
        const QString path = QFINDTESTDATA(QString("store/fixtures/") + fixture);
        QVERIFY(!path.isEmpty());
        QFile sql(path);
        QVERIFY(sql.open(QIODevice::ReadOnly));
        SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(sql.readAll().toStdString());
    }
};

QTEST_GUILESS_MAIN(TestVersion4)
#include "tst_version4.moc"
