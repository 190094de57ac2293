// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "core/store/as_nobody.h"
#include "core/store/damage.h"
#include "store/check_file.h"
#include "store/rescue.h"

#include <QFile>
#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

namespace {

using test::readAll;
using test::writeAll;

void fill(Project& project, int offers)
{
    for (int i = 0; i < offers; ++i)
        if (auto ok = project.apply({ "offer", { put(test::offer("o" + std::to_string(i))) }, "" }); !ok)
            qFatal("%s", ok.error().text().c_str());
}

/// Files may grow to `bytes` only, while this lives: a disk that is full.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        ::signal(SIGXFSZ, SIG_IGN); // a failed write instead of the end of the program
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit { bytes, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before {};
};

}

class TestBadFiles : public QObject {
    Q_OBJECT

private slots:
    void whatIsNoProjectIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << QByteArray("InvalidInput") << "empty";
        QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n0000") << QByteArray("InvalidInput")
                                 << "PNG";
        QTest::newRow("JSON") << QByteArray("{\"a\": 1}") << QByteArray("InvalidInput") << "JSON";
        QTest::newRow("text") << QByteArray("a,b\n1,2\n") << QByteArray("InvalidInput")
                              << "no Offerwright project";
        QTest::newRow("cut inside the magic")
            << QByteArray("SQLite f") << QByteArray("CorruptFile") << "cut off";
        QTest::newRow("cut inside the header")
            << QByteArray("SQLite format 3\0\x10\0", 18) << QByteArray("CorruptFile") << "cut off";
    }
    void whatIsNoProjectIsSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, code);
        QFETCH(QString, word);
        test::Scratch scratch;
        writeAll(scratch.path(), bytes);
        const auto opened = Project::open(scratch.path());
        QVERIFY(!opened);
        QCOMPARE(QByteArray::fromStdString(std::string(errorCodeName(opened.error().code)))
                     .toLower()
                     .replace("_", "")
                     .replace("-", ""),
            code.toLower());
        QVERIFY2(
            QString::fromStdString(opened.error().message).contains(word), opened.error().message.c_str());
        QCOMPARE(readAll(scratch.path()), bytes);
    }

    /// Whose header is gone is not told to import it: the rest can be rescued.
    void aLostHeaderIsNoOtherKindOfFile_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("zeros");
        QTest::newRow("zeros, the header") << 100 << true;
        QTest::newRow("noise, the header") << 100 << false;
        QTest::newRow("zeros, the first page") << 4096 << true;
        QTest::newRow("noise, the first pages") << 4096 * 3 << false;
    }
    void aLostHeaderIsNoOtherKindOfFile()
    {
        QFETCH(int, bytes);
        QFETCH(bool, zeros);
        test::Scratch scratch;
        fill(*scratch.create(), 30);
        QByteArray file = readAll(scratch.path());
        Philox random(3);
        for (int i = 0; i < bytes; ++i)
            file[i] = zeros ? '\0' : char(random.next32());
        writeAll(scratch.path(), file);
        const auto opened = Project::open(scratch.path());
        QVERIFY(!opened);
        QVERIFY2(opened.error().code == ErrorCode::CorruptFile, opened.error().text().c_str());
        QVERIFY(opened.error().message.ends_with(rescueAdvice));
        OW_OK(rescue(scratch.path(), scratch.path("copy.offerwright")));
        QVERIFY(Project::open(scratch.path("copy.offerwright")).has_value());
    }

    /// One fault a page, by the table it belongs to, in words of ours.
    void damagedPagesAreCountedAndNamed()
    {
        test::Scratch scratch;
        {
            const auto project = scratch.create();
            fill(*project, 5);
            auto writer = project->openWriter();
            OW_OK(writer);
            for (int i = 0; i < 30'000; ++i)
                OW_OK((*writer)->addBasketLine("b" + std::to_string(i / 3), "s" + std::to_string(i % 101)));
            OW_OK((*writer)->commit("Baskets", "baskets", "b.csv"));
        }
        QByteArray file = readAll(scratch.path());
        std::vector<qsizetype> leaves;
        {
            SQLite::Database db(scratch.path().string(), SQLite::OPEN_READONLY);
            SQLite::Statement s(
                db, "SELECT pageno FROM dbstat WHERE name = 'basket_line' AND pagetype = 'leaf'");
            while (s.executeStep())
                leaves.push_back(qsizetype(s.getColumn(0).getInt64()));
        }
        QVERIFY(leaves.size() > 60);
        for (std::size_t i = 0; i < 30; ++i)
            file.replace((leaves[2 * i] - 1) * 4096, 4096, QByteArray(4096, '\0'));
        writeAll(scratch.path(), file);
        const auto faults = checkFile(scratch.path());
        QStringList said;
        if (faults)
            for (const std::string& fault : *faults)
                said << QString::fromStdString(fault);
        else
            said << QString::fromStdString(faults.error().message);
        for (const char* inner :
            { "***", "main", "btree", "freelist", "Freelist", "rowid", "Tree", "sqlite" })
            QVERIFY2(!said.join(' ').contains(inner), qPrintable(said.join('\n')));
        if (!faults) { // small files are looked through when they are opened
            QVERIFY2(said.first().contains("of the table of baskets is damaged, and 29 faults more"),
                qPrintable(said.first()));
            return;
        }
        QCOMPARE(said.size(), 30);
        for (std::size_t i = 0; i < 30; ++i)
            QVERIFY(said.contains(QString("page %1 of the table of baskets is damaged")
                                      .arg(QString::fromStdString(grouped(leaves[2 * i])))));
    }

    void foldersMissingFilesAndOthersDatabases()
    {
        test::Scratch scratch;
        const auto folder = Project::open(scratch.path().parent_path());
        QVERIFY(!folder && folder.error().code == ErrorCode::InvalidInput);
        const auto missing = Project::open(scratch.path());
        QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
        {
            SQLite::Database other(scratch.path().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            other.exec("CREATE TABLE t(x)");
        }
        const auto foreign = Project::open(scratch.path());
        QVERIFY(!foreign && foreign.error().code == ErrorCode::InvalidInput);
        const auto again = Project::create(scratch.path(), {});
        QVERIFY(!again && again.error().code == ErrorCode::Io);
        const auto nowhere = Project::create(scratch.path("no/such/folder.offerwright"), {});
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::Io);
    }

    void cutFilesAreCorruptAndStayAsTheyAre()
    {
        test::Scratch scratch;
        fill(*scratch.create(), 30);
        const QByteArray whole = readAll(scratch.path());
        for (const double share : { 0.02, 0.3, 0.5, 0.9, 0.999 }) {
            const QByteArray part = whole.left(qsizetype(double(whole.size()) * share));
            writeAll(scratch.path(), part);
            const auto opened = Project::open(scratch.path());
            QVERIFY(!opened);
            QVERIFY2(opened.error().code == ErrorCode::CorruptFile, opened.error().text().c_str());
            QCOMPARE(readAll(scratch.path()), part);
        }
    }

    void aLaterVersionOpensReadOnly()
    {
        test::Scratch scratch;
        fill(*scratch.create(), 1);
        {
            SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
            db.exec("PRAGMA user_version = 99");
            db.exec("INSERT INTO object(kind, id, position, body) VALUES('hologram', 'h', 1, '{}')");
        }
        const auto project = scratch.open();
        QVERIFY(QString::fromStdString(project->readOnlyReason()).contains("later version"));
        QCOMPARE(project->draft()->policy.offers.size(), std::size_t(1));
        const auto edit = project->apply({ "a", { remove("offer", "o0") }, "" });
        QVERIFY(!edit && edit.error().code == ErrorCode::ReadOnly);
        const auto undo = project->undo();
        QVERIFY(!undo && undo.error().code == ErrorCode::ReadOnly);
        QVERIFY(!project->openWriter());
        QVERIFY(project->openReader());
    }

    void aWriteProtectedFileOrFolderOpensReadOnly()
    {
        test::Scratch scratch;
        fill(*scratch.create(), 1);
        const std::string folder = scratch.path().parent_path().string();
        QCOMPARE(::chmod(folder.c_str(), 0755), 0);
        QCOMPARE(::chmod(scratch.path().c_str(), 0444), 0);
        const QByteArray before = readAll(scratch.path());
        {
            const test::AsNobody nobody; // for whom the folder is not to be written either
            const auto project = Project::open(scratch.path());
            OW_OK(project);
            QVERIFY(!(*project)->readOnlyReason().empty());
            QCOMPARE((*project)->draft()->policy.offers.size(), std::size_t(1));
            QVERIFY((*project)->openReader());
            const auto edit = (*project)->apply({ "a", { remove("offer", "o0") }, "" });
            QVERIFY(!edit && edit.error().code == ErrorCode::ReadOnly);
            const auto made = Project::create(scratch.path("new.offerwright"), {});
            QVERIFY(!made && made.error().code == ErrorCode::Io);
        }
        QCOMPARE(readAll(scratch.path()), before);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(scratch.path().string() + "-wal")));
    }

    void triggersAndViewsAreRefused()
    {
        test::Scratch scratch;
        fill(*scratch.create(), 1);
        {
            SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
            db.exec("CREATE TRIGGER evil AFTER UPDATE ON meta BEGIN DELETE FROM object; END");
        }
        const auto opened = Project::open(scratch.path());
        QVERIFY(!opened && opened.error().code == ErrorCode::CorruptFile);
    }

    void anObjectThatCannotBeReadIsCorrupt()
    {
        test::Scratch scratch;
        fill(*scratch.create(), 1);
        {
            SQLite::Database db(scratch.path().string(), SQLite::OPEN_READWRITE);
            db.exec("UPDATE object SET body = '{\"id\":\"o0\"}' WHERE kind = 'offer'");
        }
        const auto opened = Project::open(scratch.path());
        QVERIFY(!opened && opened.error().code == ErrorCode::CorruptFile);
        QVERIFY(QString::fromStdString(opened.error().at).startsWith("offer/o0"));
        const auto faults = checkFile(scratch.path());
        OW_OK(faults);
        QCOMPARE(faults->size(), std::size_t(2)); // the object itself, and the step that left it otherwise
        QVERIFY2(faults->front().starts_with("offer/o0"), faults->front().c_str());
    }

    /// Whatever bytes are turned over, nothing crashes and nothing is written.
    void damagedPagesAreSurvived()
    {
        test::Scratch scratch;
        {
            const auto project = scratch.create();
            fill(*project, 10);
            auto writer = project->openWriter();
            model::Event event;
            event.type = "purchased";
            for (int i = 0; i < 200; ++i) {
                event.sku = "S" + std::to_string(i % 7);
                event.session = "o" + std::to_string(i % 11);
                OW_OK((*writer)->add("c" + std::to_string(i % 13), event));
            }
            OW_OK((*writer)->commit("import", "events", "x.csv"));
        }
        const QByteArray whole = readAll(scratch.path());
        int opened = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            Philox random(seed);
            QByteArray bytes = whole;
            for (std::uint64_t n = 1 + random.below(8); n > 0; --n)
                bytes[qsizetype(100 + random.below(std::uint64_t(bytes.size() - 100)))]
                    = char(random.next32());
            writeAll(scratch.path(), bytes);
            const auto project = Project::open(scratch.path());
            if (!project)
                continue;
            ++opened;
            const auto reader = (*project)->openReader();
            if (!reader)
                continue;
            (void)(*reader)->forEachEvent([](std::string_view, const model::Event&) { return true; });
            (void)(*reader)->forEachBasketLine([](std::string_view, std::string_view) { return true; });
            (void)(*reader)->forEachCustomer(
                0, 0, [](const model::Customer&, const model::History&) { return true; });
            (void)(*project)->history();
        }
        QVERIFY(opened > 0); // damage in free space or in a text goes unnoticed, and the loops above ran
    }

    void aFullDiskLosesNothing()
    {
        test::Scratch scratch;
        std::string acknowledged;
        {
            const auto project = scratch.create();
            fill(*project, 3);
            acknowledged = test::textOf(*project->draft());
            const FileSizeLimit limit(150'000);
            Result<void> done {};
            for (int i = 0; i < 200 && done; ++i) {
                acknowledged = test::textOf(*project->draft());
                model::Offer big = test::offer("big" + std::to_string(i));
                big.name = std::string(3000, 'x');
                done = project->apply({ "big", { put(big) }, "" });
            }
            QVERIFY(!done);
            QVERIFY2(done.error().code == ErrorCode::Io, done.error().text().c_str());
            QCOMPARE(test::textOf(*project->draft()), acknowledged);
            auto writer = project->openWriter();
            Result<void> added {};
            if (writer) {
                model::Event event;
                event.text = std::string(1000, 'y');
                for (int i = 0; i < 2000 && added; ++i)
                    added = (*writer)->add("c" + std::to_string(i), event);
                QVERIFY(!added || !(*writer)->commit("import", "events", "x.csv"));
            }
        }
        const auto project = scratch.open();
        QCOMPARE(test::textOf(*project->draft()), acknowledged);
        QCOMPARE(project->counts().events, 0);
        QVERIFY(checkFile(scratch.path())->empty());
        OW_OK(project->apply({ "room again", { put(test::offer("last")) }, "" }));
        while (!project->undoTitle().empty())
            OW_OK(project->undo());
        QVERIFY(project->draft()->policy.offers.empty());
    }

    void creatingOnAFullDiskLeavesNoFile()
    {
        test::Scratch scratch;
        {
            const FileSizeLimit limit(8'000);
            const auto made = Project::create(scratch.path(), {});
            QVERIFY(!made && made.error().code == ErrorCode::Io);
        }
        QVERIFY(!QFileInfo::exists(QString::fromStdString(scratch.path().string())));
    }
};

QTEST_GUILESS_MAIN(TestBadFiles)
#include "tst_bad_files.moc"
