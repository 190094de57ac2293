// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch.h"
#include "store/bulk_reader.h"
#include "store/check_file.h"
#include "store/schema.h"
#include "store/write_lock.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace ow;
using namespace ow::store;

/// Every version of the file format that was ever released, as frozen SQL, must open today with everything in
/// it.
class TestMigration : public QObject {
    Q_OBJECT

private slots:
    void version1()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        const auto project = scratch.open();
        QVERIFY(project->readOnlyReason().empty());
        const model::Policy& policy = project->draft()->policy;
        QCOMPARE(policy.name, std::string("Version 1"));
        QCOMPARE(policy.currency, std::string("EUR"));
        QCOMPARE(policy.offers.at(0).price.minor, 200);
        QCOMPARE(policy.matrix.at(0).benefit, std::string("Light"));
        QCOMPARE(policy.customerAttributes.at(0).name, std::string("city"));
        QCOMPARE(project->draft()->titles.at("using"), std::string("Using it"));
        QCOMPARE(project->counts().products, 2);
        QCOMPARE(project->counts().customers, 1);
        QCOMPARE(project->counts().events, 3);
        QCOMPARE(project->counts().exposures, 1);
        QCOMPARE(project->counts().basketLines, 2);
        QCOMPARE(project->counts().rejectedRows, 1);
        QCOMPARE((*project->catalogue())->find("A")->price.minor, 1250);
        const auto ann = (*project->openReader())->customer("ann");
        OW_OK(ann);
        QCOMPARE(std::get<std::string>(ann->first.attributes.at("city")), std::string("Bonn"));
        QCOMPARE(ann->second.events.size(), std::size_t(3));
        QVERIFY(!project->releases().empty());
        QVERIFY(checkFile(scratch.path())->empty());
        while (!project->undoTitle().empty())
            OW_OK(project->undo());
        QCOMPARE(project->counts().events, 0);
        QVERIFY(project->draft()->policy.offers.empty());
        QCOMPARE(project->draft()->policy.name, std::string("Version 1"));
    }

    /// Another program has it: it stays as it is, and must be readable so.
    void version1OnlyRead()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        const auto lock = WriteLock::take(scratch.path());
        QVERIFY(lock.has_value());
        const auto project = scratch.open();
        QVERIFY(!project->readOnlyReason().empty());
        const auto reader = project->openReader();
        OW_OK(reader);
        const auto ann = (*reader)->customer("ann");
        OW_OK(ann);
        QCOMPARE(ann->second.events.size(), std::size_t(3));
        QCOMPARE(ann->second.exposures.size(), std::size_t(1));
        QCOMPARE((*reader)->events(0, 9).size(), std::size_t(3));
        int events = 0;
        OW_OK((*reader)->forEachEvent([&](std::string_view, const model::Event&) { return ++events > 0; }));
        QCOMPARE(events, 3);
    }

    void aMigratedFileHasTheTablesOfANewOne()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        (void)scratch.open();
        const auto old = tables(scratch.path());
        (void)Project::create(scratch.path("new.offerwright"), {});
        QCOMPARE(old, tables(scratch.path("new.offerwright")));
        QVERIFY(old.contains("event(customer,at,"));
    }

private:
    static void build(const test::Scratch& scratch, const char* fixture)
    {
        const QString path = QFINDTESTDATA(QString("store/fixtures/") + fixture);
        QVERIFY(!path.isEmpty());
        QFile sql(path);
        QVERIFY(sql.open(QIODevice::ReadOnly));
        SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(sql.readAll().toStdString());
    }

    /// "table(column,column,…)" of every table, by name.
    static QString tables(const std::filesystem::path& file)
    {
        SQLite::Database db(file.string());
        SQLite::Statement s(db,
            "SELECT group_concat(line, ' ') FROM (SELECT m.name || '(' || (SELECT group_concat(name) FROM "
            "pragma_table_info(m.name)) "
            "|| ')' AS line FROM sqlite_schema m WHERE m.type = 'table' ORDER BY m.name)");
        s.executeStep();
        return QString::fromStdString(s.getColumn(0).getString());
    }
};

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
