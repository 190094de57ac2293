// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "store/check_file.h"
#include "store/rescue.h"
#include "store/write_lock.h"

#include <QFileInfo>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <map>

using namespace ow;
using namespace ow::store;

namespace {

std::int64_t lostIn(const RescueReport& report, const std::string& table)
{
    const auto found = std::ranges::find(report.tables, table, &RescuedTable::name);
    return found == report.tables.end() ? -1 : found->lost;
}

std::int64_t readIn(const RescueReport& report, const std::string& table)
{
    const auto found = std::ranges::find(report.tables, table, &RescuedTable::name);
    return found == report.tables.end() ? -1 : found->rows;
}

}

/// A damaged project gives what can be read of it, and its file stays as it is.
class TestRescue : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_scratch = std::make_unique<test::Scratch>();
        const auto project = m_scratch->create();
        test::fillWithEverything(*project);
        m_draft = test::textOf(*project->draft());
        m_data = test::dataOf(*project);
        m_steps = project->history().size();
        m_counts = project->counts();
    }

    void aSoundFileIsRescuedWhole()
    {
        const RescueReport report = rescued();
        QVERIFY2(report.isComplete(), report.summary().c_str());
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(test::textOf(*copy->draft()), m_draft);
        QCOMPARE(test::dataOf(*copy), m_data);
        QCOMPARE(copy->history().size(), m_steps);
        QCOMPARE(copy->releases().at(0).pack, std::string(9000, 'p'));
        QVERIFY(!copy->redoTitle().empty());
        OW_OK(copy->redo());
        while (!copy->undoTitle().empty())
            OW_OK(copy->undo());
        QVERIFY(copy->draft()->policy.offers.empty());
        QCOMPARE(copy->counts().events, 0);
    }

    /// One page after the other is overwritten: every rescue is sound, and what lay on other pages is there.
    void whateverPageIsDamaged_data()
    {
        QTest::addColumn<bool>("zeros");
        QTest::newRow("with noise") << false;
        QTest::newRow("with zeros") << true;
    }
    void whateverPageIsDamaged()
    {
        QFETCH(bool, zeros);
        const QByteArray whole = test::readAll(m_scratch->path());
        const auto pages = whole.size() / test::pageSize;
        QVERIFY(pages > 100);
        std::map<std::string, int> tables; // in how many rescues a table lost something
        int draftsLost = 0;
        for (qsizetype page = 1; page < pages; page += zeros ? 3 : 1) {
            Philox random(1, std::uint64_t(page));
            QByteArray bytes = whole;
            bytes.replace(page * test::pageSize, test::pageSize,
                zeros ? QByteArray(test::pageSize, '\0') : test::randomBytes(random, test::pageSize));
            test::writeAll(m_scratch->path(), bytes);
            const RescueReport report = rescued();
            QCOMPARE(test::readAll(m_scratch->path()), bytes);
            for (const RescuedTable& t : report.tables)
                tables[t.name] += t.lost > 0 ? 1 : 0;
            // Events are on most pages and nobody else's loss is theirs.
            QVERIFY(readIn(report, "event") + lostIn(report, "event") >= 2400);
            QVERIFY2(readIn(report, "event") > 2000, qPrintable(QString::number(page)));
            auto copy = test::sure(Project::open(copyPath()));
            QVERIFY(copy->readOnlyReason().empty());
            draftsLost += test::textOf(*copy->draft()) == m_draft ? 0 : 1;
            QVERIFY(!test::dataOf(*copy).ends_with("failed"));
            while (!copy->undoTitle().empty())
                OW_OK(copy->undo());
            while (!copy->redoTitle().empty())
                OW_OK(copy->redo());
            copy.reset();
            removeCopy();
        }
        QVERIFY(tables["event"] > 5);
        QVERIFY(tables["change"] > 0);
        QCOMPARE(tables["customer_key"], 0); // its texts stand in the index again
        QCOMPARE(draftsLost, 0); // whatever the table of objects lost, the history knows
    }

    /// Great imports lie in blocks of rows: a block that cannot be read is lost, the others are not, and a
    /// customer whose name is lost keeps the history.
    void greatImportsLoseOnlyTheirDamagedBlocks()
    {
        constexpr std::int64_t events = 100'000;
        {
            const auto project = m_scratch->open();
            const auto writer = test::sure(project->openWriter());
            model::Event event;
            event.type = "product_viewed";
            for (std::int64_t i = 0; i < events; ++i) {
                event.at = { 1'700'000'000'000 + i * 977 % 86'400'000 };
                event.sku = "T" + std::to_string(i % 300);
                event.session = "visit-" + std::to_string(i / 4);
                test::sure(writer->add("visitor-" + std::to_string(i * 7919 % 3000), event));
            }
            test::sure(writer->commit("Great import", "events", "great.csv"));
        }
        const QByteArray whole = test::readAll(m_scratch->path());
        const auto pages = std::uint64_t(whole.size() / test::pageSize);
        int lossy = 0;
        for (std::uint64_t round = 0; round < 12; ++round) {
            Philox random(round);
            QByteArray bytes = whole;
            for (int n = 0; n < 2; ++n)
                bytes.replace(qsizetype(2 + random.below(pages - 2)) * test::pageSize, test::pageSize,
                    test::randomBytes(random, test::pageSize));
            test::writeAll(m_scratch->path(), bytes);
            const RescueReport report = rescued();
            QCOMPARE(readIn(report, "event") + lostIn(report, "event"), events + 2400);
            QVERIFY(readIn(report, "event") > events / 3);
            lossy += lostIn(report, "event") > 0 ? 1 : 0;
            auto copy = test::sure(Project::open(copyPath()));
            QVERIFY(!test::dataOf(*copy).ends_with("failed"));
            QVERIFY(copy->counts().events >= readIn(report, "event") - 800); // one import of 800 is undone
            copy.reset();
            removeCopy();
        }
        QVERIFY(lossy > 2);
        test::writeAll(m_scratch->path(), whole);
        alter("PRAGMA foreign_keys = OFF; DELETE FROM customer_key WHERE text = 'visitor-1500'");
        const RescueReport report = rescued();
        QCOMPARE(lostIn(report, "event"), 0);
        QCOMPARE(test::sure(Project::open(copyPath()))->counts().events, events + 1600);
    }

    void cutFilesGiveTheirFirstPart()
    {
        const QByteArray whole = test::readAll(m_scratch->path());
        for (const double share : { 0.3, 0.5, 0.9, 0.999 }) {
            test::writeAll(m_scratch->path(), whole.left(qsizetype(double(whole.size()) * share)));
            const auto refused = Project::open(m_scratch->path());
            QVERIFY(!refused && refused.error().code == ErrorCode::CorruptFile);
            const RescueReport report = rescued();
            QVERIFY(!report.isComplete());
            QVERIFY(readIn(report, "event") > 0);
            removeCopy();
        }
    }

    void withoutItsTableOfContentsItIsFoundWhereWePutIt()
    {
        QByteArray bytes = test::readAll(m_scratch->path());
        bytes.replace(100, test::pageSize - 100, QByteArray(test::pageSize - 100, '\0'));
        test::writeAll(m_scratch->path(), bytes);
        const RescueReport report = rescued();
        QVERIFY(!report.notes.empty());
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(test::textOf(*copy->draft()), m_draft);
        QCOMPARE(test::dataOf(*copy), m_data);
        QCOMPARE(copy->history().size(), m_steps);
    }

    void whereNothingIsFoundThatIsSaid()
    {
        QByteArray bytes = test::readAll(m_scratch->path());
        bytes.replace(100, bytes.size() - 100, QByteArray(bytes.size() - 100, '\0'));
        test::writeAll(m_scratch->path(), bytes);
        const auto report = rescue(m_scratch->path(), copyPath());
        QVERIFY(!report && report.error().code == ErrorCode::CorruptFile);
        QVERIFY(QString::fromStdString(report.error().message).contains("Nothing"));
        QVERIFY(!QFileInfo::exists(QString::fromStdString(copyPath().string())));
        QCOMPARE(test::readAll(m_scratch->path()), bytes);
    }

    /// Only the header is gone: page size, version, the magic bytes.
    void aDamagedHeaderIsGuessed()
    {
        QByteArray bytes = test::readAll(m_scratch->path());
        Philox random(7);
        bytes.replace(0, 68, test::randomBytes(random, 68));
        test::writeAll(m_scratch->path(), bytes);
        const auto opened = Project::open(m_scratch->path());
        QVERIFY(!opened && opened.error().code == ErrorCode::CorruptFile);
        (void)rescued();
        QCOMPARE(test::textOf(*test::sure(Project::open(copyPath()))->draft()), m_draft);
    }

    void whatIsInTheLogIsRescued()
    {
        const auto project = m_scratch->open();
        OW_OK(project->apply({ "Only in the log", { put(test::offer("fresh")) }, "" }));
        // As after a crash: file and log are copied while the project is open.
        const auto crashed = m_scratch->path("crashed.offerwright");
        const QByteArray file = test::readAll(m_scratch->path());
        test::writeAll(crashed, file.left(file.size() - 20 * test::pageSize - 17));
        const QByteArray log = test::readAll(m_scratch->path("shop.offerwright-wal"));
        QVERIFY(log.size() > test::pageSize);
        test::writeAll(m_scratch->path("crashed.offerwright-wal"), log);
        {
            const auto opened = Project::openRescued(crashed);
            OW_OK(opened);
            QCOMPARE(test::textOf(*(*opened)->draft()), test::textOf(*project->draft()));
            QCOMPARE((*opened)->undoTitle(), std::string("Only in the log"));
        }
        (void)Project::open(crashed); // nor does a failed opening fold the log in
        (void)checkFile(crashed);
        QCOMPARE(test::readAll(m_scratch->path("crashed.offerwright-wal")), log);
    }

    void objectsThatCannotBeReadAreNamed()
    {
        alter("UPDATE object SET body = '{\"id\":\"o3\"}' WHERE kind = 'offer' AND id = 'o3'");
        alter("INSERT INTO object(kind, id, position, body) VALUES('offer', 'ghost', 1, 'not JSON at all')");
        const RescueReport report = rescued();
        QCOMPARE(report.objects.size(), std::size_t(2));
        QCOMPARE(report.objects[0].key.id, std::string("ghost"));
        QVERIFY(!report.objects[0].reason.empty() && !report.objects[0].restored);
        QCOMPARE(report.objects[1].key.id, std::string("o3"));
        QVERIFY(report.objects[1].restored);
        QCOMPARE(test::textOf(*test::sure(Project::open(copyPath()))->draft()), m_draft);
        QVERIFY(QString::fromStdString(report.summary()).contains("1 object is missing"));
    }

    /// A step in the middle is gone: what came after it can still be undone.
    void theHistoryBeginsBehindAGap()
    {
        alter("DELETE FROM change WHERE history = 20; DELETE FROM history WHERE id = 20");
        QVERIFY(!test::sure(checkFile(m_scratch->path())).empty());
        const RescueReport report = rescued();
        QVERIFY(report.historyLost > 0);
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(test::textOf(*copy->draft()), m_draft);
        QCOMPARE(copy->counts().events, m_counts.events);
        int steps = 0;
        for (; !copy->undoTitle().empty(); ++steps)
            OW_OK(copy->undo());
        QVERIFY(steps > 20);
        QCOMPARE(copy->draft()->policy.offers.size(), std::size_t(19)); // as of step 20
        while (!copy->redoTitle().empty())
            OW_OK(copy->redo());
        QVERIFY(copy->counts().events > m_counts.events); // the import that was undone is there to be redone
    }

    /// The steps are named and what they changed is not there: undo would do nothing and call it done.
    void stepsWithoutTheirChangesEndTheHistory_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("one step's") << "DELETE FROM change WHERE history = 20";
        QTest::newRow("one of two") << "DELETE FROM change WHERE id = 'o2' AND history = (SELECT id FROM history "
                                       "WHERE title = 'Changed')";
        QTest::newRow("all of them") << "DELETE FROM change";
        QTest::newRow("the whole table") << "DROP TABLE change";
    }
    void stepsWithoutTheirChangesEndTheHistory()
    {
        QFETCH(QString, sql);
        alter(sql.toUtf8().constData());
        const auto faults = checkFile(m_scratch->path());
        const std::string fault = faults ? faults->at(0) : faults.error().text();
        QVERIFY2(QString::fromStdString(fault).contains("changed"), fault.c_str());
        const RescueReport report = rescued();
        QVERIFY(!report.isComplete() && !report.undoReachesBeginning);
        QVERIFY(report.stepsWithoutChanges > 0);
        QVERIFY(report.historyLost >= report.stepsWithoutChanges);
        QVERIFY(QString::fromStdString(report.notes.back()).contains("changed is lost, and nothing before it"));
        QVERIFY(QString::fromStdString(report.summary()).contains("of the history"));
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(test::textOf(*copy->draft()), m_draft);
        QCOMPARE(copy->counts().events, m_counts.events);
        std::int64_t undone = 0;
        for (; !copy->undoTitle().empty(); ++undone) {
            const std::string before = test::textOf(*copy->draft()) + std::to_string(copy->counts().events);
            OW_OK(copy->undo());
            QVERIFY(test::textOf(*copy->draft()) + std::to_string(copy->counts().events) != before);
        }
        QVERIFY(undone >= report.stepsToUndo);
        const auto further = copy->undo();
        QVERIFY(!further && QString::fromStdString(further.error().message).contains("rescue"));
    }

    /// The damaged file itself: the step is refused with a sentence, and the draft stays.
    void undoOfAStepWithoutItsChangesIsRefused()
    {
        alter("DELETE FROM change WHERE history = (SELECT id FROM history WHERE title = 'Changed')");
        const auto project = m_scratch->open();
        while (project->undoTitle() != "Changed")
            OW_OK(project->undo());
        const std::string before = test::textOf(*project->draft());
        const auto refused = project->undo();
        QVERIFY(!refused && refused.error().code == ErrorCode::CorruptFile);
        QVERIFY2(QString::fromStdString(refused.error().message).contains("“Changed” changed is lost"),
            refused.error().message.c_str());
        QCOMPARE(test::textOf(*project->draft()), before);
        QCOMPARE(project->undoTitle(), std::string("Changed"));
    }

    /// Nor is it told of another state than there was: what lies behind the gap is not known.
    void statesBehindALostStepAreNotMadeUp()
    {
        alter("DELETE FROM change WHERE history = (SELECT id FROM history WHERE title = 'Changed')");
        const auto project = m_scratch->open();
        const auto history = project->history(1000);
        const auto changed = std::ranges::find(history, "Changed", &HistoryEntry::title);
        QVERIFY(changed != history.end());
        for (const auto& refused : { project->objectsAt(changed->id - 2), project->objectsAt(1) })
            QVERIFY(!refused && refused.error().code == ErrorCode::CorruptFile);
        const auto step = project->step(changed->id);
        QVERIFY(!step && step.error().code == ErrorCode::CorruptFile);
        OW_OK(project->objectsAt(changed->id)); // that is on this side of the gap
    }

    void aChangeThatDoesNotFitEndsTheHistory()
    {
        alter("UPDATE change SET after = replace(after, 'jjj', 'jjk') WHERE id = 'o9'");
        QVERIFY(!test::sure(checkFile(m_scratch->path())).empty());
        (void)rescued();
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(test::textOf(*copy->draft()), m_draft);
        while (!copy->undoTitle().empty())
            OW_OK(copy->undo());
        QCOMPARE(copy->draft()->policy.offers.size(), std::size_t(10));
    }

    void lostImportsAndNamesGetAStandIn()
    {
        alter("PRAGMA foreign_keys = OFF; DELETE FROM batch WHERE id = 1; DELETE FROM customer_key WHERE id "
              "= 5; "
              "DELETE FROM history WHERE batch = 2");
        const RescueReport report = rescued();
        QVERIFY(report.notes.size() >= 3);
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(copy->counts().events, m_counts.events);
        const auto reader = test::sure(copy->openReader());
        OW_OK(reader->customer("lost-5"));
        for (int undone = 0; undone < 2; ++undone)
            OW_OK(copy->undo());
        QCOMPARE(copy->counts().events, 0);
    }

    void noHeadNoSettingsNoHistory()
    {
        alter("PRAGMA foreign_keys = OFF; DELETE FROM meta; DELETE FROM history; DELETE FROM change; "
              "DELETE FROM object WHERE kind = 'settings'");
        (void)rescued();
        const auto copy = test::sure(Project::open(copyPath()));
        QCOMPARE(copy->draft()->policy.name, std::string("shop"));
        QCOMPARE(copy->draft()->policy.offers.size(), std::size_t(40));
        QCOMPARE(copy->counts().events, m_counts.events);
        OW_OK(copy->undo()); // an import can be undone all the same
        QVERIFY(copy->counts().events < m_counts.events);
    }

    void aDamagedReleaseIsLeftOut()
    {
        alter("UPDATE release SET pack = replace(pack, 'ppp', 'ppq')");
        const RescueReport report = rescued();
        QVERIFY(test::sure(Project::open(copyPath()))->releases().empty());
        QVERIFY(report.notes.at(0).starts_with("Release 1"));
    }

    void openedReadOnlyWithASentenceAndSavedAsACopy()
    {
        alter("UPDATE object SET body = 'x' WHERE id = 'o3'; UPDATE change SET after = 'x' WHERE id = 'o3'");
        const QByteArray before = test::readAll(m_scratch->path());
        {
            const auto opened = test::sure(Project::openRescued(m_scratch->path()));
            QVERIFY(QString::fromStdString(opened->readOnlyReason()).contains("damaged"));
            QVERIFY(opened->rescued() != nullptr);
            QCOMPARE(opened->rescued()->objects.size(), std::size_t(1));
            QCOMPARE(opened->file(), m_scratch->path());
            const auto edit = opened->apply({ "a", { remove("offer", "o0") }, "" });
            QVERIFY(!edit && edit.error().code == ErrorCode::ReadOnly);
            QVERIFY(!opened->undo() && !opened->openWriter());
            QCOMPARE(test::dataOf(*opened), m_data);
            OW_OK(opened->saveCopy(copyPath()));
        }
        QVERIFY(test::sure(checkFile(copyPath())).empty());
        QVERIFY(test::sure(Project::open(copyPath()))->readOnlyReason().empty());
        QCOMPARE(test::readAll(m_scratch->path()), before);
    }

    void whatIsRefused()
    {
        const auto there = rescue(m_scratch->path(), m_scratch->path());
        QVERIFY(!there && there.error().code == ErrorCode::Io);
        test::writeAll(m_scratch->path("old.offerwright-wal"), "left behind");
        const auto stale = rescue(m_scratch->path(), m_scratch->path("old.offerwright"));
        QVERIFY(!stale && stale.error().code == ErrorCode::Io);
        const auto missing = rescue(m_scratch->path("nowhere"), copyPath());
        QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
        const auto cancelled
            = rescue(m_scratch->path(), copyPath(), [](std::int64_t, std::int64_t) { return false; });
        QVERIFY(!cancelled && cancelled.error().code == ErrorCode::Cancelled);
        {
            const auto writer = m_scratch->open();
            const auto busy = rescue(m_scratch->path(), copyPath());
            QVERIFY(!busy && busy.error().code == ErrorCode::Conflict);
        }
        alter("PRAGMA user_version = 99");
        const auto newer = rescue(m_scratch->path(), copyPath());
        QVERIFY(!newer && newer.error().code == ErrorCode::NewerVersion);
        QVERIFY(!QFileInfo::exists(QString::fromStdString(copyPath().string())));
        QVERIFY(!QFileInfo::exists(QString::fromStdString(copyPath().string() + ".part")));
    }

private:
    std::filesystem::path copyPath() const { return m_scratch->path("copy.offerwright"); }

    void removeCopy() const { std::filesystem::remove(copyPath()); }

    /// Rescues and holds the copy to its promise.
    RescueReport rescued() const
    {
        RescueReport report = test::sure(rescue(m_scratch->path(), copyPath()));
        for (const std::string& fault : test::sure(checkFile(copyPath())))
            qFatal("the rescued copy is not sound: %s", fault.c_str());
        return report;
    }

    void alter(const char* sql) const
    {
        SQLite::Database db(m_scratch->path().string(), SQLite::OPEN_READWRITE);
        db.exec(sql);
        db.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    std::unique_ptr<test::Scratch> m_scratch;
    std::string m_draft;
    std::string m_data;
    std::size_t m_steps = 0;
    Counts m_counts;
};

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"
