// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "store/check_file.h"
#include "store/rescue.h"

#include <QElapsedTimer>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sqlite3.h>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

namespace {

constexpr qint64 patience = 20'000; ///< milliseconds; what hangs takes for ever

/// What somebody may put into every column.
const char* const badValues[] = { "NULL", "-1", "-9223372036854775808", "9223372036854775807", "1e300",
    "'text'", "x'00FF'", "zeroblob(100000)", "'{\"a\":'" };

}

/// Files that somebody made to do harm: nothing of them runs, and nothing crashes, hangs or takes all memory.
class TestHostileFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (::access("/dev/shm", W_OK) == 0)
            qputenv("TMPDIR", "/dev/shm");
        test::Scratch scratch;
        test::fillWithEverything(*scratch.create(), 10, 120);
        m_sound = test::readAll(scratch.path());
    }

    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        test::writeAll(m_scratch->path(), m_sound);
    }

    void viewsAndTriggersAreRefusedAndNeverRun_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger on what undo writes")
            << QByteArray("CREATE TRIGGER evil AFTER UPDATE ON meta BEGIN DELETE FROM object; END");
        QTest::newRow("trigger on a view")
            << QByteArray("CREATE VIEW v AS SELECT 1 AS x; CREATE TRIGGER evil INSTEAD OF INSERT ON v BEGIN "
                          "DELETE FROM object; END");
        QTest::newRow("a view in place of a table")
            << QByteArray("DROP TABLE product; CREATE VIEW product AS SELECT * FROM customer_row");
        QTest::newRow("a view that never ends")
            << QByteArray("DROP TABLE mined_edge; CREATE VIEW mined_edge AS WITH RECURSIVE n(i) AS (SELECT 1 "
                          "UNION ALL SELECT i + 1 "
                          "FROM n) SELECT i AS batch, i AS seq, '' AS a, '' AS b, '' AS class, 1 AS weight, "
                          "1 AS lift, 1 AS q, '' AS "
                          "evidence FROM n");
    }
    void viewsAndTriggersAreRefusedAndNeverRun()
    {
        QFETCH(QByteArray, sql);
        alter(sql.constData());
        const auto opened = Project::open(m_scratch->path());
        QVERIFY(!opened && opened.error().code == ErrorCode::CorruptFile);
        survive();
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(copy->draft()->policy.offers.size(), std::size_t(10));
        while (!copy->undoTitle().empty())
            OW_OK(copy->undo()); // and no trigger came along
        SQLite::Database db(copyPath().string());
        QCOMPARE(
            db.execAndGet("SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')").getInt(),
            0);
    }

    /// Expressions in the schema are evaluated when rows are read or written.
    void expressionsInTheSchema_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a computed column as great as memory") << QByteArray(
            "meta") << QByteArray("CREATE TABLE meta(name TEXT, value AS (hex(zeroblob(900000000))))");
        QTest::newRow("a virtual table in place of a real one")
            << QByteArray("meta") << QByteArray("CREATE VIRTUAL TABLE meta USING fts5(name, value)");
        QTest::newRow("a check that calls for a library")
            << QByteArray("meta")
            << QByteArray("CREATE TABLE meta(name TEXT PRIMARY KEY, value ANY "
                          "CHECK(load_extension('/tmp/evil') IS NULL)) WITHOUT ROWID");
        QTest::newRow("another number of columns")
            << QByteArray("object") << QByteArray("CREATE TABLE object(kind TEXT PRIMARY KEY) WITHOUT ROWID");
        QTest::newRow("no SQL at all") << QByteArray("history") << QByteArray("CREATE TABLE");
    }
    void expressionsInTheSchema()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, to);
        {
            SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READWRITE);
            db.exec("PRAGMA writable_schema = ON");
            SQLite::Statement s(db, "UPDATE sqlite_schema SET sql = ? WHERE name = ?");
            s.bind(1, to.toStdString());
            s.bind(2, table.toStdString());
            QCOMPARE(s.exec(), 1);
        }
        survive();
        QCOMPARE(test::sure(Project::open(copyPath()))->draft()->policy.offers.size(), std::size_t(10));
    }

    /// Every column of every table in turn, in tables that no longer insist on types.
    void wrongValuesInEveryColumn()
    {
        std::vector<std::pair<std::string, std::string>> columns;
        {
            SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READWRITE);
            SQLite::Statement s(db,
                "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = "
                "'table' ORDER BY 1, 2");
            while (s.executeStep())
                columns.emplace_back(s.getColumn(0).getString(), s.getColumn(1).getString());
            s.reset();
            db.exec("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(replace(sql, "
                    "'STRICT', ''), ') ,', "
                    "')') WHERE type = 'table'; UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') "
                    "WHERE type = 'table'");
            db.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        const QByteArray loose = test::readAll(m_scratch->path());
        QVERIFY(columns.size() > 90);
        int changed = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            test::writeAll(m_scratch->path(), loose);
            const auto& [table, column] = columns[i];
            {
                SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READWRITE);
                db.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF");
                for (std::size_t v = 0; v < 3; ++v) // three rows each, so that keys stay different
                    changed += db.tryExec("UPDATE " + table + " SET " + column + " = "
                                   + badValues[(i + v * 4) % std::size(badValues)] + " WHERE " + column
                                   + " IN (SELECT " + column + " FROM " + table + " LIMIT 1 OFFSET "
                                   + std::to_string(v) + ")")
                        == SQLITE_OK;
            }
            survive();
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(changed > 150);
    }

    void historiesThatGoInCircles_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("its own parent") << QByteArray("UPDATE history SET parent = id WHERE id = 5");
        QTest::newRow("two that are each other's parents")
            << QByteArray("UPDATE history SET parent = 8 WHERE id = 5");
        QTest::newRow("a parent that comes later")
            << QByteArray("UPDATE history SET parent = (SELECT max(id) FROM history) WHERE id = 1");
        QTest::newRow("the beginning has a parent")
            << QByteArray("UPDATE history SET parent = 9 WHERE id = 0");
        QTest::newRow("redo to itself") << QByteArray("UPDATE history SET next = id");
        QTest::newRow("redo to anywhere") << QByteArray("UPDATE history SET next = 9 - id");
        QTest::newRow("negative rows") << QByteArray(
            "INSERT INTO history(id, parent, at, who, title, why, bytes) VALUES(-5, -5, 0, '', '', '', 0); "
            "UPDATE history SET parent = -5 WHERE id = 3; UPDATE meta SET value = -5 WHERE name = 'head'");
        QTest::newRow("a head that is no number")
            << QByteArray("UPDATE meta SET value = 'x' WHERE name = 'head'");
        QTest::newRow("a head beyond the end")
            << QByteArray("UPDATE meta SET value = 9223372036854775807 WHERE name = 'head'");
        QTest::newRow("the greatest row")
            << QByteArray("INSERT INTO history(id, parent, at, who, title, why, bytes) "
                          "VALUES(9223372036854775807, 0, 0, '', '', '', 0)");
    }
    void historiesThatGoInCircles()
    {
        QFETCH(QByteArray, sql);
        alter(("PRAGMA foreign_keys = OFF; " + sql).constData());
        survive();
    }

    void bodiesThatAreTooMuch_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("deep lists") << QByteArray(1'000'000, '[');
        QTest::newRow("deep objects") << QByteArray("{\"a\":").repeated(200'000);
        QTest::newRow("closed deep lists") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QTest::newRow("many keys") << '{' + QByteArray("\"a\":1,").repeated(300'000) + "\"b\":1}";
        QTest::newRow("a long number") << QByteArray(1'000'000, '9');
        QTest::newRow("a long text") << '"' + QByteArray(20'000'000, 'x') + '"';
        QTest::newRow("no UTF-8") << QByteArray("{\"id\":\"\xFF\xFE\"}");
        QTest::newRow("zeros") << QByteArray(1000, '\0');
    }
    void bodiesThatAreTooMuch()
    {
        QFETCH(QByteArray, body);
        {
            SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READWRITE);
            SQLite::Statement s(db, "UPDATE object SET body = ? WHERE kind = 'offer' AND id = 'o4'");
            s.bind(1, std::string(body.constData(), std::size_t(body.size())));
            QCOMPARE(s.exec(), 1);
        }
        const auto opened = Project::open(m_scratch->path());
        QVERIFY(!opened && opened.error().code == ErrorCode::CorruptFile);
        survive();
        QCOMPARE(test::sure(Project::open(copyPath()))->draft()->policy.offers.size(),
            std::size_t(10)); // the history has it
    }

    /// The length in front of each page's first rows says 2 GB.
    void cellsThatClaimTwoGigabytes()
    {
        const qsizetype pages = m_sound.size() / test::pageSize;
        const QByteArray claim("\x88\x80\x80\x80\x00", 5); // the varint of 2^31
        for (qsizetype page = 1; page < pages; page += 2) {
            QByteArray bytes = m_sound;
            for (int cell = 0; cell < 2; ++cell)
                bytes.replace(cellOf(bytes, page, cell), claim.size(), claim);
            test::writeAll(m_scratch->path(), bytes);
            survive();
            if (QTest::currentTestFailed())
                return;
        }
    }

    /// A file of two gigabytes that takes no room on the disk, and a row that claims to go on in all of it.
    void aSparseFileOfTwoGigabytes()
    {
        QByteArray bytes = m_sound;
        const auto before = std::uint32_t(bytes.size() / test::pageSize);
        const std::uint32_t pages = (std::uint32_t(1) << 31) / test::pageSize;
        for (int i = 0; i < 4; ++i)
            bytes[28 + i] = char(pages >> (24 - 8 * i));
        const QByteArray claim("\x87\xFF\xFF\xFF\x00", 5);
        bytes.replace(cellOf(bytes, 20, 0), claim.size(), claim);
        for (int i = 0; i < 4; ++i) // where a row of that length would go on: behind what was the end
            bytes[qsizetype(21 * test::pageSize - 4 + i)] = char((before + 1) >> (24 - 8 * i));
        test::writeAll(m_scratch->path(), bytes);
        QCOMPARE(::truncate(m_scratch->path().c_str(), off_t(pages) * test::pageSize), 0);
        QElapsedTimer time;
        time.start();
        const auto opened = Project::open(m_scratch->path());
        if (opened)
            (void)test::dataOf(**opened);
        (void)checkFile(m_scratch->path());
        OW_OK(rescue(m_scratch->path(), copyPath()));
        QVERIFY(test::sure(checkFile(copyPath())).empty());
        QVERIFY2(time.elapsed() < 3 * patience, qPrintable(QString::number(time.elapsed())));
    }

    void overflowChainsAndTreesInCircles()
    {
        // Every page's last pointers and rightmost child lead back to the page itself, or to the first one.
        const qsizetype pages = m_sound.size() / test::pageSize;
        for (const bool toItself : { true, false }) {
            QByteArray bytes = m_sound;
            for (qsizetype page = 1; page < pages; ++page) {
                const std::uint32_t target = toItself ? std::uint32_t(page) + 1 : 3;
                for (const qsizetype at : { qsizetype(0), qsizetype(8) }) {
                    const char type = bytes[page * test::pageSize];
                    const bool isTree = type == 2 || type == 5 || type == 10 || type == 13;
                    if (isTree != (at == 8) || type == 10 || type == 13)
                        continue;
                    for (int i = 0; i < 4; ++i)
                        bytes[page * test::pageSize + at + i] = char(target >> (24 - 8 * i));
                }
            }
            test::writeAll(m_scratch->path(), bytes);
            survive();
        }
    }

private:
    std::filesystem::path copyPath() const { return m_scratch->path("copy.offerwright"); }

    void alter(const char* sql) const
    {
        SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READWRITE);
        db.exec(sql);
        db.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    static qsizetype cellOf(const QByteArray& file, qsizetype page, int cell)
    {
        const auto at = [&](qsizetype i) { return qsizetype(static_cast<unsigned char>(file[i])); };
        const qsizetype begin = page * test::pageSize;
        const char type = file[begin];
        const qsizetype pointer = begin + (type == 2 || type == 5 ? 12 : 8) + 2 * cell;
        const qsizetype offset = at(pointer) << 8 | at(pointer + 1);
        return begin + std::min(offset + (type == 2 || type == 5 ? 4 : 0), test::pageSize - 8);
    }

    /// Opens, reads, undoes, edits, checks and rescues; the rescued copy is sound, the rescue changes
    /// nothing, and all of it ends.
    void survive() const
    {
        QElapsedTimer time;
        time.start();
        std::filesystem::remove(copyPath());
        (void)checkFile(m_scratch->path());
        const QByteArray before = test::readAll(m_scratch->path());
        if (const auto report = rescue(m_scratch->path(), copyPath())) {
            const auto faults = test::sure(checkFile(copyPath()));
            QVERIFY2(faults.empty(), faults.empty() ? "" : faults.front().c_str());
            QVERIFY(!test::dataOf(*test::sure(Project::open(copyPath()))).ends_with("failed"));
        }
        QCOMPARE(test::readAll(m_scratch->path()), before);
        if (const auto project = Project::open(m_scratch->path())) {
            (void)test::dataOf(**project);
            (void)(*project)->history();
            (void)(*project)->catalogue();
            for (int i = 0; i < 8; ++i)
                (void)(*project)->undo();
            for (int i = 0; i < 4; ++i)
                (void)(*project)->redo();
            (void)(*project)->goTo(3);
            (void)(*project)->apply({ "Edit", { put(test::offer("o1", 5)) }, "" });
            (void)(*project)->releases();
        }
        QVERIFY2(time.elapsed() < patience, qPrintable(QString::number(time.elapsed())));
    }

    std::unique_ptr<test::Scratch> m_scratch;
    QByteArray m_sound;
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostile_files.moc"
