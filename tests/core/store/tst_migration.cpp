// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/as_nobody.h"
#include "core/store/damage.h"
#include "store/check_file.h"
#include "store/migration.h"
#include "store/rescue.h"
#include "store/schema.h"
#include "store/write_lock.h"

#include <QFile>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

/// Every version of the file format that was ever released, as frozen SQL, must open today with everything in
/// it. Version 4 is in core/ingest/tst_version4.cpp, for what it has besides is read there.
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

    /// With events and exposures in segments, which have checksums from version 3 on.
    void withSegments_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<int>("version");
        QTest::newRow("version 2") << "version2.sql" << 2;
        QTest::newRow("version 3") << "version3.sql" << 3;
        QTest::newRow("of a build between the two") << "version3.sql" << 2;
    }
    void withSegments()
    {
        QFETCH(QString, fixture);
        QFETCH(int, version);
        test::Scratch scratch;
        build(scratch, qPrintable(fixture));
        SQLite::Database(scratch.path().string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = " + std::to_string(version));
        QCOMPARE(Project::isOlder(scratch.path()), version < schemaVersion);
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
        const auto project = scratch.open();
        QVERIFY(project->readOnlyReason().empty());
        QCOMPARE(versionOf(scratch.path()), schemaVersion);
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
        QCOMPARE(project->counts().events, 70'003);
        QCOMPARE(project->counts().exposures, 66'001);
        {
            const auto reader = project->openReader();
            OW_OK(reader);
            const auto ann = (*reader)->customer("ann");
            OW_OK(ann);
            QCOMPARE(ann->second.events.size(), std::size_t(65'003)); // three of them from before
            QCOMPARE(ann->second.exposures.size(), std::size_t(1));
            QVERIFY(
                std::ranges::count(ann->second.events, std::string("Gr\u00fc\u00dfe"), &model::Event::text)
                == 1);
            QVERIFY(
                std::ranges::count(ann->second.events, std::string("order"), &model::Event::session) >= 5000);
            const auto bob = (*reader)->customer("bob");
            OW_OK(bob);
            QCOMPARE(bob->second.events.size(), std::size_t(5000));
            QCOMPARE(bob->second.events.back().at.ms, 1'700'000'000'000 + 69 * 60'000);
            QCOMPARE(bob->second.exposures.size(), std::size_t(66'000));
            QCOMPARE(
                std::ranges::count_if(bob->second.exposures,
                    [](const model::Exposure& x) { return x.clickedAt == Timestamp { 1'700'000'001'000 }; }),
                10);
        }
        OW_OK(project->undo());
        QCOMPARE(project->counts().events, 3);
    }

    /// The rows of segments are known by what they hold, whatever the file says of its version.
    void segmentsOfEitherLayoutAreRescued_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<int>("version"); ///< as the file says; 0 = that is damaged
        for (const char* fixture : { "version2.sql", "version3.sql" })
            for (const int version : { 0, 2, 3 })
                QTest::addRow("%s as %d", fixture, version) << fixture << version;
    }
    void segmentsOfEitherLayoutAreRescued()
    {
        QFETCH(QString, fixture);
        QFETCH(int, version);
        test::Scratch scratch;
        build(scratch, qPrintable(fixture));
        SQLite::Database(scratch.path().string(), SQLite::OPEN_READWRITE)
            .exec("PRAGMA user_version = " + std::to_string(version));
        const auto copy = scratch.path("copy.offerwright");
        const RescueReport report = test::sure(rescue(scratch.path(), copy));
        QVERIFY2(report.isComplete(), report.summary().c_str());
        QCOMPARE(versionOf(copy), schemaVersion);
        QVERIFY(test::sure(checkFile(copy)).empty());
        const auto project = test::sure(Project::open(copy));
        std::int64_t events = 0;
        OW_OK(test::sure(project->openReader())->forEachEvent([&](std::string_view, const model::Event&) {
            ++events;
            return true;
        }));
        QCOMPARE(events, 70'003);
        QCOMPARE(project->counts().exposures, 66'001);
    }

    /// A checksum of damaged bytes would call them whole from then on.
    void damagedSegmentsGetNoChecksum_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<qint64>("lost");
        QTest::newRow("cut") << "UPDATE segment_column SET data = substr(data, 1, 20) WHERE id = 17" << qint64(8192);
        QTest::newRow("texts") << "UPDATE segment_column SET data = x'07' WHERE id = 31" << qint64(8192);
        QTest::newRow("missing") << "DELETE FROM segment_column WHERE id = 18" << qint64(8192);
        QTest::newRow("an impossible head") << "UPDATE segment SET rows = -1 WHERE id = 1" << qint64(8192);
        QTest::newRow("a wrong range") << "UPDATE segment_column SET low = low + 1 WHERE id = 17" << qint64(0);
    }
    void damagedSegmentsGetNoChecksum()
    {
        QFETCH(QString, sql);
        QFETCH(qint64, lost);
        test::Scratch scratch;
        build(scratch, "version2.sql");
        SQLite::Database(scratch.path().string(), SQLite::OPEN_READWRITE).exec(sql.toStdString());
        const QByteArray before = test::readAll(scratch.path());
        const auto refused = migrateFile(scratch.path());
        QVERIFY(!refused && refused.error().code == ErrorCode::CorruptFile);
        QVERIFY2(QString::fromStdString(refused.error().message).contains("segment 1,"),
            refused.error().message.c_str());
        QCOMPARE(test::readAll(scratch.path()), before);
        const auto copy = scratch.path("copy.offerwright");
        const RescueReport report = test::sure(rescue(scratch.path(), copy));
        QVERIFY(!report.isComplete());
        QCOMPARE(report.rowsLost(), lost);
        QVERIFY(test::sure(checkFile(copy)).empty());
        QCOMPARE(test::sure(Project::open(copy))->counts().events, 70'003 - lost);
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

    /// Nor is a folder that cannot be written an obstacle to reading it.
    void aFileThatCannotBeWrittenIsReadAsACopy()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        QCOMPARE(::chmod(scratch.path().c_str(), 0444), 0);
        QCOMPARE(::chmod(scratch.path().parent_path().c_str(), 0755), 0);
        const QByteArray before = test::readAll(scratch.path());
        {
            const test::AsNobody nobody;
            const auto project = scratch.open();
            QVERIFY(!project->readOnlyReason().empty());
            QCOMPARE(project->counts().events, 3);
            QVERIFY(!test::dataOf(*project).ends_with("failed"));
        }
        QCOMPARE(test::readAll(scratch.path()), before);
    }

    /// The window may be closed while the copy is made; the scratch file stays until it is.
    void aCopyOutlivesTheProjectItIsOf()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        auto project = test::sure(Project::open(scratch.path(), Access::View));
        const auto copy = test::sure(project->copier());
        project.reset();
        OW_OK(copy(scratch.path("copy.offerwright"), {}));
        QCOMPARE(test::sure(Project::open(scratch.path("copy.offerwright")))->counts().events, 3);
    }

    /// Colleagues may work on it with an older program.
    void readingAndCheckingDoNotMigrate()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        const QByteArray before = test::readAll(scratch.path());
        QVERIFY(test::sure(checkFile(scratch.path())).empty());
        {
            const auto project = test::sure(Project::open(scratch.path(), Access::View));
            QCOMPARE(project->counts().events, 3);
            QVERIFY(!test::dataOf(*project).ends_with("failed"));
        }
        QCOMPARE(test::readAll(scratch.path()), before);
    }

    void whatIsInTheLogIsTakenAlong()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
        db.execAndGet("PRAGMA journal_mode = wal");
        db.exec("INSERT INTO object(kind, id, position, body) VALUES('title', 'x', 1, '{\"title\":\"From the "
                "log\"}')");
        // As after a crash: file and log are copied while they are open.
        const auto crashed = scratch.path("crashed.offerwright");
        test::writeAll(crashed, test::readAll(scratch.path()));
        test::writeAll(
            scratch.path("crashed.offerwright-wal"), test::readAll(scratch.path("shop.offerwright-wal")));
        const auto project = Project::open(crashed);
        OW_OK(project);
        QCOMPARE((*project)->draft()->titles.at("x"), std::string("From the log"));
        QVERIFY(test::sure(checkFile(crashed)).empty());
    }

    void aDamagedOlderFileIsRescuedIntoAFileOfToday()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        QByteArray bytes = test::readAll(scratch.path());
        bytes.chop(5000);
        test::writeAll(scratch.path(), bytes);
        const auto copy = scratch.path("copy.offerwright");
        OW_OK(rescue(scratch.path(), copy));
        QCOMPARE(versionOf(copy), schemaVersion);
        QVERIFY(test::sure(checkFile(copy)).empty());
        QCOMPARE(test::sure(Project::open(copy))->draft()->policy.name, std::string("Version 1"));
    }

    void rightsAndLinksStay()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        QCOMPARE(::chmod(scratch.path().c_str(), 0640), 0);
        const auto link = scratch.path("link.offerwright");
        std::filesystem::create_symlink(scratch.path(), link);
        test::writeAll(scratch.path("shop.offerwright-migrating"), "of an attempt that was cut short");
        OW_OK(Project::open(link));
        QVERIFY(std::filesystem::is_symlink(link));
        QCOMPARE(versionOf(scratch.path()), schemaVersion);
        QCOMPARE(std::filesystem::status(scratch.path()).permissions(), std::filesystem::perms(0640));
        QVERIFY(!std::filesystem::exists(scratch.path("shop.offerwright-migrating")));
    }

    void whatGoesWrongLeavesTheOldFile_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a step that fails") << QByteArray("CREATE TABLE object(x)");
        QTest::newRow("a step that loses objects") << QByteArray("DELETE FROM object WHERE kind = 'offer'");
        QTest::newRow("a step that loses history") << QByteArray("DELETE FROM history WHERE id = 0");
        QTest::newRow("a step that spoils an object")
            << QByteArray("UPDATE object SET body = '{}' WHERE kind = 'offer'");
        QTest::newRow("a step that hides an import") << QByteArray("UPDATE batch SET active = 0");
        QTest::newRow("a step that loses a column of a segment")
            << QByteArray("DELETE FROM segment_column WHERE id = 17");
        QTest::newRow("a step that loses a segment") << QByteArray("DELETE FROM segment WHERE id = 1");
    }
    void whatGoesWrongLeavesTheOldFile()
    {
        QFETCH(QByteArray, sql);
        test::Scratch scratch;
        const bool segments = sql.contains("segment");
        build(scratch, segments ? "version2.sql" : "version1.sql");
        const QByteArray before = test::readAll(scratch.path());
        const auto step = [&](SQLite::Database& db) {
            db.exec("PRAGMA foreign_keys = OFF");
            db.exec(sql.toStdString());
        };
        const auto done = migrateFile(
            scratch.path(), segments ? std::vector<MigrationStep> { step, step } : std::vector<MigrationStep> { step });
        QVERIFY(!done);
        QCOMPARE(test::readAll(scratch.path()), before);
        QVERIFY(!std::filesystem::exists(scratch.path("shop.offerwright-migrating")));
        QCOMPARE(scratch.open()->counts().events, segments ? 70'003 : 3);
    }

    /// A person may stop it at any moment up to the last.
    void stoppedItLeavesTheOldFile()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        QVERIFY(Project::isOlder(scratch.path()));
        const QByteArray before = test::readAll(scratch.path());
        const auto stopped
            = Project::open(scratch.path(), Access::Edit, [](std::int64_t, std::int64_t) { return false; });
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
        QCOMPARE(test::readAll(scratch.path()), before);
        for (const auto& entry : std::filesystem::directory_iterator(scratch.path().parent_path()))
            QCOMPARE(entry.path(), scratch.path());
        std::int64_t asked = 0;
        OW_OK(Project::open(
            scratch.path(), Access::Edit, [&](std::int64_t, std::int64_t) { return ++asked > 0; }));
        QVERIFY(asked > 0);
        QVERIFY(!Project::isOlder(scratch.path()));
    }

    /// Else that reader would go on with a log that the new file takes for its own.
    void notWhileSomebodyReadsTheOldFile()
    {
        test::Scratch scratch;
        build(scratch, "version1.sql");
        SQLite::Database reader(scratch.path().string(), SQLite::OPEN_READWRITE);
        reader.execAndGet("PRAGMA journal_mode = wal");
        SQLite::Transaction transaction(reader);
        (void)reader.execAndGet("SELECT count(*) FROM object");
        const auto refused = migrateFile(scratch.path());
        QVERIFY(!refused);
        QVERIFY2(refused.error().code == ErrorCode::Conflict, refused.error().text().c_str());
        QCOMPARE(versionOf(scratch.path()), 1);
    }

    /// Whenever it is killed, the name stands for the old file or for the new one, whole.
    void killedAtARandomMoment()
    {
        if (::access("/dev/shm", W_OK) == 0)
            qputenv("TMPDIR", "/dev/shm");
        constexpr int rounds = 150;
        test::Scratch scratch;
        build(scratch, "version1.sql");
        {
            SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
            db.exec(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) INSERT INTO "
                "event(customer, at, seq, batch, type, sku, qty, value, channel, session) SELECT 1, 5000 + "
                "i, 5000 + i, "
                "1, 1, 0, 1, 0, 0, 0 FROM n; UPDATE batch SET events = events + 20000 WHERE id = 1; "
                "UPDATE meta SET value = 90000 WHERE name = 'next_seq'");
        }
        const QByteArray old = test::readAll(scratch.path());
        Philox random(11);
        int stayed = 0;
        int replaced = 0;
        for (int round = 0; round < rounds; ++round) {
            for (const char* suffix : { "", "-wal", "-shm", "-journal", "-migrating", "-migrating-journal" })
                std::filesystem::remove(scratch.path().string() + suffix);
            test::writeAll(scratch.path(), old);
            const pid_t child = ::fork();
            if (child == 0)
                ::_exit(migrateFile(scratch.path()) ? 0 : 1);
            ::usleep(useconds_t(random.below(40'000)));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            const int version = versionOf(scratch.path());
            QVERIFY(version == 1 || version == schemaVersion);
            ++(version == 1 ? stayed : replaced);
            if (version == 1 && !WIFSIGNALED(status))
                QCOMPARE(WEXITSTATUS(status), 0);
            const auto project = scratch.open();
            QVERIFY2(project->readOnlyReason().empty(), project->readOnlyReason().c_str());
            QCOMPARE(project->counts().events, 20'003);
            QCOMPARE(project->draft()->policy.name, std::string("Version 1"));
            QVERIFY(test::sure(checkFile(scratch.path())).empty());
            QVERIFY(!std::filesystem::exists(scratch.path().string() + "-migrating"));
        }
        qInfo("killed %d times: the old file stood %d times, the new one %d times", rounds, stayed, replaced);
        QVERIFY(stayed > 0 && replaced > 0);
    }

    void aMigratedFileHasTheTablesOfANewOne_data()
    {
        QTest::addColumn<QString>("fixture");
        for (const char* fixture : { "version1.sql", "version2.sql", "version3.sql" })
            QTest::newRow(fixture) << fixture;
    }
    void aMigratedFileHasTheTablesOfANewOne()
    {
        QFETCH(QString, fixture);
        test::Scratch scratch;
        build(scratch, qPrintable(fixture));
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

    static int versionOf(const std::filesystem::path& file)
    {
        SQLite::Database db(file.string(), SQLite::OPEN_READWRITE); // a hot journal is rolled back first
        return db.execAndGet("PRAGMA user_version").getInt();
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
