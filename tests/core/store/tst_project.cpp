// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/damage.h"
#include "core/store/scratch.h"
#include "store/bulk_writer.h"
#include "store/check_file.h"
#include "store/write_lock.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QRegularExpression>

#include <fstream>
#include <thread>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

namespace {

std::string bytesOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(in), {} };
}

}

class TestProject : public QObject {
    Q_OBJECT

private slots:
    void aNewProjectHoldsItsNameAndNothingElse()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        model::Draft expected;
        expected.policy.name = "Shop";
        expected.policy.currency = "EUR";
        expected.policy.timezone = "Europe/Berlin";
        QVERIFY(*project->draft() == expected);
        QCOMPARE(project->head(), 0);
        QVERIFY(project->undoTitle().empty());
        QVERIFY(project->redoTitle().empty());
        QVERIFY(!project->undo());
        QVERIFY(!project->redo());
        QCOMPARE(int(project->history().size()), 1);
    }

    void everyKindOfObjectComesBackAsItWasPut()
    {
        test::Scratch scratch;
        model::Draft draft = everything();
        {
            const auto project = scratch.create();
            OW_OK(project->apply({ "All of it", editsFor(draft), "" }));
            QVERIFY(*project->draft() == draft);
        }
        QVERIFY(*scratch.open()->draft() == draft);
    }

    /// A file manager or git puts another file in the place of an open project.
    void aFileInItsPlaceIsLeftAlone_data()
    {
        QTest::addColumn<bool>("editsAfterwards");
        QTest::newRow("edited afterwards") << true;
        QTest::newRow("only closed") << false;
    }

    void aFileInItsPlaceIsLeftAlone()
    {
        QFETCH(bool, editsAfterwards);
        test::Scratch scratch;
        const auto other = scratch.path("other.offerwright");
        {
            auto made = Project::create(other, { "Another shop", "USD", "UTC" });
            OW_OK(made);
            for (int i = 0; i < 200; ++i)
                OW_OK((*made)->apply({ "More", { put(test::offer("o" + std::to_string(i))) }, "" }));
        }
        const std::string expected = bytesOf(other);
        {
            const auto project = scratch.create();
            OW_OK(project->apply({ "Dock offered", { put(test::offer("dock")) }, "" }));
            std::filesystem::rename(other, scratch.path());
            if (editsAfterwards) {
                const auto refused = project->undo();
                QVERIFY(!refused);
                QCOMPARE(refused.error().code, ErrorCode::ReadOnly);
                QVERIFY(!project->readOnlyReason().empty());
                QVERIFY(!project->openReader()); // of the other shop
                OW_OK(project->saveCopy(scratch.path("copy.offerwright")));
            }
        }
        QCOMPARE(bytesOf(scratch.path()), expected);
        const auto opened = scratch.open();
        QCOMPARE(opened->draft()->policy.name, std::string("Another shop"));
        QCOMPARE(opened->draft()->policy.offers.size(), std::size_t(200));
        if (editsAfterwards) {
            auto copy = Project::open(scratch.path("copy.offerwright"));
            OW_OK(copy);
            QCOMPARE((*copy)->undoTitle(), std::string("Dock offered"));
        }
    }

    /// Acknowledged steps go where the file goes.
    /// While an import runs, which takes minutes.
    void anImportIntoAFileThatWasReplacedIsRefused()
    {
        test::Scratch scratch;
        const auto other = scratch.path("other.offerwright");
        OW_OK(Project::create(other, { "Another shop", "USD", "UTC" }));
        const std::string expected = bytesOf(other);
        const auto moved = scratch.path("moved.offerwright");
        {
            const auto project = scratch.create();
            OW_OK(project->apply({ "Dock offered", { put(test::offer("dock")) }, "" }));
            {
                const auto writer = test::sure(project->openWriter());
                OW_OK(writer->addBasketLine("b", "s"));
                std::filesystem::rename(scratch.path(), moved);
                std::filesystem::rename(other, scratch.path());
                const auto refused = writer->commit("Baskets", "baskets", "b.csv");
                QVERIFY(!refused && refused.error().code == ErrorCode::ReadOnly);
            }
            QVERIFY(!project->openWriter());
        }
        QCOMPARE(bytesOf(scratch.path()), expected);
        const auto itself = test::sure(Project::open(moved));
        QCOMPARE(itself->undoTitle(), std::string("Dock offered"));
        QCOMPARE(itself->counts().basketLines, 0);
    }

    void aMovedFileHasAllSteps()
    {
        test::Scratch scratch;
        const auto moved = scratch.path("moved.offerwright");
        {
            const auto project = scratch.create();
            OW_OK(project->apply({ "Dock offered", { put(test::offer("dock")) }, "" }));
            std::filesystem::rename(scratch.path(), moved);
            QVERIFY(!project->apply({ "Hub offered", { put(test::offer("hub")) }, "" }));
        }
        QVERIFY(!std::filesystem::exists(scratch.path()));
        auto opened = Project::open(moved);
        OW_OK(opened);
        QCOMPARE((*opened)->undoTitle(), std::string("Dock offered"));
        QCOMPARE((*opened)->draft()->policy.offers.size(), std::size_t(1));
    }

    void undoIsBeforeAndRedoIsAfter()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const std::string before = test::textOf(*project->draft());
        OW_OK(project->apply({ "Dock offered", { put(test::offer("dock")) }, "tickets" }));
        const std::string after = test::textOf(*project->draft());
        QVERIFY(before != after);
        QCOMPARE(project->undoTitle(), std::string("Dock offered"));
        OW_OK(project->undo());
        QCOMPARE(test::textOf(*project->draft()), before);
        QCOMPARE(project->redoTitle(), std::string("Dock offered"));
        OW_OK(project->redo());
        QCOMPARE(test::textOf(*project->draft()), after);
    }

    void historyOutlivesTheProgram()
    {
        test::Scratch scratch;
        std::string first;
        {
            const auto project = scratch.create();
            project->setAuthor("someone");
            OW_OK(project->apply({ "Dock offered", { put(test::offer("dock")) }, "" }));
            first = test::textOf(*project->draft());
            OW_OK(project->apply({ "Bag offered", { put(test::offer("bag")) }, "" }));
            OW_OK(project->undo());
        }
        const auto project = scratch.open();
        QCOMPARE(test::textOf(*project->draft()), first);
        QCOMPARE(project->redoTitle(), std::string("Bag offered"));
        const auto history = project->history();
        QCOMPARE(int(history.size()), 3);
        QCOMPARE(history[0].title, std::string("Bag offered"));
        QVERIFY(!history[0].current);
        QVERIFY(history[1].current);
        QVERIFY(history[1].bytes > 0);
        QCOMPARE(history[1].who, std::string("someone"));
    }

    void anUndoneBranchStaysReachable()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(project->apply({ "a", { put(test::offer("a")) }, "" }));
        OW_OK(project->apply({ "b", { put(test::offer("b")) }, "" }));
        const std::int64_t left = project->head();
        const std::string onLeft = test::textOf(*project->draft());
        OW_OK(project->undo());
        OW_OK(project->apply({ "c", { put(test::offer("c")) }, "" }));
        const std::int64_t right = project->head();
        const std::string onRight = test::textOf(*project->draft());
        QVERIFY(project->redoTitle().empty());
        OW_OK(project->goTo(left));
        QCOMPARE(test::textOf(*project->draft()), onLeft);
        OW_OK(project->goTo(right));
        QCOMPARE(test::textOf(*project->draft()), onRight);
        OW_OK(project->undo());
        QCOMPARE(project->redoTitle(), std::string("c")); // the branch that was left last
        QVERIFY(!project->goTo(999));
    }

    /// Each step of every branch tells what it found and left, and one walk tells what asking for each does.
    void everyStepTellsWhatItDid()
    {
        const test::Scratch scratch;
        const auto project = scratch.create();
        const auto price = [&](std::int64_t minor) {
            OW_OK(project->apply({ "Price", { put(test::offer("a", minor)) }, {} }));
        };
        price(100);
        price(200);
        const auto branch = project->head();
        OW_OK(project->undo());
        price(300);
        OW_OK(project->apply({ "Gone", { remove("offer", "a") }, {} }));
        const auto priceIn = [](const std::vector<Edit>& side) {
            for (const Edit& edit : side)
                if (edit.key == ObjectKey { "offer", "a" })
                    return parseJson(*edit.body)->at("price").get<int>();
            return 0;
        };
        std::map<std::int64_t, std::pair<int, int>> prices;
        OW_OK(project->eachStep(100, [&](const HistoryEntry& entry, const StepObjects& step) {
            prices[entry.id] = { priceIn(step.before), priceIn(step.after) };
        }));
        QVERIFY((prices
            == std::map<std::int64_t, std::pair<int, int>> { { 0, { 0, 0 } }, { 1, { 0, 100 } },
                { branch, { 100, 200 } }, { 3, { 100, 300 } }, { 4, { 300, 0 } } }));
        for (const auto& [id, expected] : prices) {
            const auto step = project->step(id);
            OW_OK(step);
            QCOMPARE(priceIn(step->before), expected.first);
            QCOMPARE(priceIn(step->after), expected.second);
        }
        QVERIFY(project->step(99).error().code == ErrorCode::NotFound);
    }

    /// Why can be said when it is known; the steps themselves stay as they are.
    void whyCanBeSaidLater()
    {
        const test::Scratch scratch;
        {
            const auto project = scratch.create();
            OW_OK(project->apply({ "One", { put(test::offer("a", 100)) }, "first" }));
            OW_OK(project->apply({ "Two", { put(test::offer("a", 200)) }, {} }));
            const auto bytes = project->historySize().bytes;
            OW_OK(project->setWhy(1, "für alle"));
            OW_OK(project->setWhy(2, "later"));
            QCOMPARE(project->historySize().bytes, bytes + 9 - 5 + 5);
            QVERIFY(project->setWhy(3, "never").error().code == ErrorCode::NotFound);
            QCOMPARE(project->head(), 2);
            const auto reader = Project::open(scratch.path(), Access::View);
            QVERIFY(!(*reader)->setWhy(1, "mine"));
        }
        const auto project = scratch.open();
        QCOMPARE(project->history()[1].why, std::string("für alle"));
        QCOMPARE(project->history()[0].why, std::string("later"));
        OW_OK(project->undo());
        OW_OK(project->undo());
        QCOMPARE(project->history()[0].why, std::string("later"));
        QVERIFY(project->fileBytes() >= std::int64_t(std::filesystem::file_size(scratch.path())));
    }

    void whatCannotBeReadIsToldByUndo()
    {
        const test::Scratch scratch;
        const auto project = scratch.create();
        const auto nothing = project->undo();
        QVERIFY(!nothing && nothing.error().code == ErrorCode::NotFound);
        SQLite::Database(scratch.path().string(), SQLite::OPEN_READWRITE)
            .exec("ALTER TABLE history RENAME COLUMN title TO lost");
        QVERIFY(!project->undo()); // and nothing is thrown
    }

    void theSizeCountsTheLog()
    {
        const test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(project->apply({ "One", { put(test::offer("a", 100)) }, {} }));
        const auto log = std::filesystem::path(scratch.path()) += "-wal";
        const auto both = std::filesystem::file_size(scratch.path()) + std::filesystem::file_size(log);
        QCOMPARE(project->fileBytes(), std::int64_t(both));
    }

    void whatChangesNothingIsNoRow()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(project->apply({ "a", { put(test::offer("a")) }, "" }));
        const auto head = project->head();
        OW_OK(project->apply({ "a again", { put(test::offer("a")) }, "" }));
        OW_OK(project->apply({ "nothing", {}, "" }));
        OW_OK(project->apply({ "gone already", { remove("offer", "never") }, "" }));
        OW_OK(project->apply({ "there and back", { put(test::offer("b")), remove("offer", "b") }, "" }));
        QCOMPARE(project->head(), head);
    }

    void refusedEditsLeaveNothing_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("unknown kind") << QByteArray("ofer") << QByteArray("a") << QByteArray("{}");
        QTest::newRow("no JSON") << QByteArray("offer") << QByteArray("a") << QByteArray("{\"id\":");
        QTest::newRow("not an offer")
            << QByteArray("offer") << QByteArray("a") << QByteArray("{\"id\":\"a\"}");
        QTest::newRow("another id") << QByteArray("channel") << QByteArray("a")
                                    << QByteArray("{\"id\":\"b\",\"consent\":\"true\"}");
        QTest::newRow("unknown key") << QByteArray("channel") << QByteArray("a")
                                     << QByteArray("{\"id\":\"a\",\"consent\":\"true\",\"colour\":1}");
        QTest::newRow("settings of another id")
            << QByteArray("settings") << QByteArray("a")
            << QByteArray("{\"name\":\"\",\"currency\":\"EUR\",\"timezone\":\"UTC\"}");
    }
    void refusedEditsLeaveNothing()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, body);
        test::Scratch scratch;
        const auto project = scratch.create();
        const std::string before = test::textOf(*project->draft());
        const Edit bad { { kind.toStdString(), id.toStdString() }, body.toStdString(), {} };
        const auto done = project->apply({ "bad", { put(test::offer("good")), bad }, "" });
        QVERIFY(!done);
        QVERIFY(QByteArray::fromStdString(done.error().at).startsWith(kind));
        QCOMPARE(test::textOf(*project->draft()), before);
        QCOMPARE(project->head(), 0);
        QCOMPARE(test::textOf(*scratch.open()->draft()), before);
    }

    void positionsOrderAndMove()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        OW_OK(project->apply(
            { "three", { put(test::offer("a")), put(test::offer("b")), put(test::offer("c")) }, "" }));
        Edit move = put(test::offer("c"));
        move.position = 0.5;
        OW_OK(project->apply({ "c first", { move }, "" }));
        QCOMPARE(project->draft()->policy.offers.front().id, std::string("c"));
        OW_OK(project->undo());
        QCOMPARE(project->draft()->policy.offers.back().id, std::string("c"));
        OW_OK(project->redo());
        QVERIFY(*project->draft() == *scratch.open()->draft());
    }

    void theListenerHearsWhatChanged()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        std::vector<ObjectKey> heard;
        project->setListener([&](const Changed& changed) { heard = changed.objects; });
        OW_OK(project->apply({ "a", { put(test::offer("a")) }, "" }));
        QVERIFY((heard == std::vector<ObjectKey> { { "offer", "a" } }));
        heard.clear();
        OW_OK(project->undo());
        QVERIFY((heard == std::vector<ObjectKey> { { "offer", "a" } }));
    }

    void asSnapshotStandsStill()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        const auto snapshot = project->draft();
        OW_OK(project->apply({ "a", { put(test::offer("a")) }, "" }));
        QVERIFY(snapshot->policy.offers.empty());
        QCOMPARE(int(project->draft()->policy.offers.size()), 1);
    }

    void oneProgramWritesTheOthersFollow()
    {
        test::Scratch scratch;
        auto mine = scratch.create();
        const auto theirs = scratch.open();
        QVERIFY(theirs->isHeldElsewhere());
        const auto refused = theirs->apply({ "theirs", { put(test::offer("a", 500)) }, "" });
        QVERIFY(!refused && refused.error().code == ErrorCode::ReadOnly);
        // The whole name, however long; the time on the wall, not UTC; the account. And no talk of what a
        // window shows.
        const QString said = QString::fromStdString(refused.error().message);
        static const QRegularExpression who(
            "^This project is open in test_core_store_project since \\d\\d:\\d\\d "
            "\\(user [^)]+\\)\\. Close it there and do this again\\.$");
        QVERIFY2(who.match(said).hasMatch(), qPrintable(said));
        const QString shown = QString::fromStdString(theirs->readOnlyReason());
        QVERIFY2(shown.startsWith(said.left(said.indexOf(")."))) && shown.endsWith("closed there."),
            qPrintable(shown));
        QVERIFY(!theirs->openWriter());
        QVERIFY(!theirs->addRelease("1", "", "{}"));
        int heard = 0;
        theirs->setListener([&](const Changed&) { ++heard; });
        OW_OK(mine->apply({ "mine", { put(test::offer("a", 700)) }, "" }));
        theirs->refresh();
        QCOMPARE(heard, 1);
        QCOMPARE(theirs->draft()->policy.offers.at(0).price.minor, 700);
        QVERIFY(!theirs->tryToEdit());
        mine.reset();
        QVERIFY(theirs->tryToEdit());
        OW_OK(theirs->apply({ "theirs", { put(test::offer("a", 500)) }, "" }));
        const auto late = scratch.open();
        QVERIFY(late->isHeldElsewhere());
    }

    /// Noticed without an edit, by whoever asks.
    void aFileThatIsMovedIsNoticed()
    {
        test::Scratch scratch;
        const auto mine = scratch.create();
        const auto theirs = scratch.open();
        OW_OK(mine->apply({ "a", { put(test::offer("a", 700)) }, "" }));
        QVERIFY(mine->isInPlace() && theirs->isInPlace());
        QVERIFY(mine->copier().has_value());
        std::filesystem::rename(scratch.path(), scratch.path("moved.offerwright"));
        for (Project* project : { mine.get(), theirs.get() }) {
            QVERIFY(!project->isInPlace());
            QVERIFY(QString::fromStdString(project->readOnlyReason()).contains("moved, deleted or replaced"));
            QVERIFY(!project->isHeldElsewhere() && !project->tryToEdit());
            QVERIFY(!project->copier()); // it would copy whatever has the name by now
        }
        OW_OK(mine->saveCopy(scratch.path("copy.offerwright")));
        QCOMPARE(
            int(test::sure(Project::open(scratch.path("copy.offerwright")))->draft()->policy.offers.size()),
            1);
    }

    /// On another thread, and stopped half-way.
    void aCopyIsWholeOrNotThere()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        {
            const auto writer = test::sure(project->openWriter());
            for (int i = 0; i < 60'000; ++i)
                test::sure(writer->addBasketLine(
                    "basket-" + std::to_string(i / 3), "sku-" + std::to_string(i % 977)));
            test::sure(writer->commit("Baskets", "baskets", "b.csv"));
        }
        project->refresh();
        const auto copy = test::sure(project->copier());
        const auto to = scratch.path("copy.offerwright");
        std::int64_t asked = 0;
        std::thread([&] {
            const auto stopped = copy(
                to, [&](std::int64_t done, std::int64_t total) { return done <= total && ++asked < 3; });
            QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
        }).join();
        QCOMPARE(asked, 3);
        for (const auto& entry : std::filesystem::directory_iterator(scratch.path().parent_path()))
            QVERIFY2(!entry.path().filename().string().starts_with("copy"), entry.path().c_str());
        std::thread([&] { OW_OK(copy(to, {})); }).join();
        QCOMPARE(test::sure(Project::open(to))->counts().basketLines, project->counts().basketLines);
        QVERIFY(test::sure(checkFile(to)).empty());
        const auto again = copy(to, {});
        QVERIFY(!again && again.error().code == ErrorCode::Io); // never over a file that is there
    }

    void twoCopiesOfOneNameDoNotMeet()
    {
        test::Scratch scratch;
        const auto project = scratch.create();
        {
            const auto writer = test::sure(project->openWriter());
            for (int i = 0; i < 20'000; ++i)
                test::sure(writer->addBasketLine("basket-" + std::to_string(i), "sku"));
            test::sure(writer->commit("Baskets", "baskets", "b.csv"));
        }
        project->refresh();
        const auto copy = test::sure(project->copier());
        const auto to = scratch.path("copy.offerwright");
        bool stopped = false;
        OW_OK(copy(to, [&](std::int64_t, std::int64_t) {
            if (!std::exchange(stopped, true)) {
                const auto other = copy(to, [](std::int64_t, std::int64_t) { return false; });
                stopped = !other && other.error().code == ErrorCode::Cancelled;
            }
            return true;
        }));
        QVERIFY(stopped);
        QCOMPARE(test::sure(Project::open(to))->counts().basketLines, 20'000);
    }

    void whoOnlyReadsHindersNobody()
    {
        test::Scratch scratch;
        (void)scratch.create();
        const auto reader = Project::open(scratch.path(), Access::View);
        OW_OK(reader);
        QVERIFY(!(*reader)->isHeldElsewhere());
        QVERIFY(!(*reader)->apply({ "a", { put(test::offer("a")) }, "" }));
        const auto writer = scratch.open();
        OW_OK(writer->apply({ "a", { put(test::offer("a")) }, "" }));
        (*reader)->refresh();
        QCOMPARE(int((*reader)->draft()->policy.offers.size()), 1);
    }

    void aForgottenLockFileHoldsNothing()
    {
        test::Scratch scratch;
        (void)scratch.create();
        std::ofstream(scratch.path().string() + "-lock") << "a program that crashed\n";
        const auto project = scratch.open();
        QVERIFY(project->readOnlyReason().empty());
    }

    void networkDrivesAreKnown()
    {
        QVERIFY(isNetworkFileSystem(0x6969)); // NFS
        QVERIFY(isNetworkFileSystem(0xFE534D42)); // SMB 2 and 3
        QVERIFY(!isNetworkFileSystem(0xEF53)); // ext4
        QVERIFY(!isNetworkFileSystem(0x9123683E)); // btrfs
    }

    void releasesAreKept()
    {
        test::Scratch scratch;
        {
            const auto project = scratch.create();
            OW_OK(project->addRelease("1.0", "first", "abc"));
            const auto again = project->addRelease("1.0", "", "other");
            QVERIFY(!again && again.error().code == ErrorCode::InvalidInput);
            OW_OK(project->addRelease("1.1", "second", "{}"));
        }
        const auto releases = scratch.open()->releases();
        QCOMPARE(int(releases.size()), 2);
        QCOMPARE(releases[1].version, std::string("1.0"));
        QCOMPARE(releases[1].pack, std::string("abc"));
        // FIPS 180-4's own example.
        QCOMPARE(releases[1].sha256,
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

private:
    static model::Draft everything()
    {
        model::Draft d;
        model::Policy& p = d.policy;
        p.name = "Everything";
        p.currency = "JPY";
        p.timezone = "Asia/Tokyo";
        p.guardrails.minMarginBp = 1500;
        p.guardrails.marginScope = model::MarginScope::Cart;
        p.substitutes = { true, days(90) };
        p.rank.floor = 0.25;
        p.anchorWindow = hours(36);
        p.holdout = model::Holdout { "salt", model::Unit::Customer, 500 };
        model::Attribute tier;
        tier.name = "tier";
        tier.values = { "gold", "none" };
        tier.defaultValue = std::string("none");
        model::Attribute seats;
        seats.name = "seats";
        seats.type = model::AttributeType::Int;
        seats.min = 1;
        seats.defaultValue = std::int64_t(1);
        p.customerAttributes = { tier, seats };
        p.contextAttributes = { seats };
        model::Fact fact;
        fact.id = "views7";
        fact.types = { "product_viewed" };
        fact.window = days(7);
        p.facts = { fact };
        p.stages = { { "using", "views7 > 3" }, { "researching", "true" } };
        p.motivations = { { "save_time", "true" } };
        p.matrix = { { "using", "save_time", { { "dock", 0.9 }, { "bag", 0.4 } }, "Less fuss" } };
        d.evidence[{ "using", "save_time" }]
            = { { "ticket", "Asks for a dock", "T-1" }, { "note", "seen", "" } };
        p.channels = { { "web", "true" } };
        p.placements = { { "cart", "web", true, 2 } };
        p.offers = { test::offer("dock", 19900), test::offer("bag") };
        model::Edge accepted = test::edge("LAP", "DOCK");
        accepted.role = model::Role::Power;
        model::Edge rejected = test::edge("LAP", "MUG");
        rejected.kind = model::EdgeKind::Substitute;
        d.edges[model::edgeId(accepted)] = { accepted, { model::EdgeState::Accepted, true, "obvious" } };
        d.edges[model::edgeId(rejected)] = { rejected, { model::EdgeState::Rejected, false, "" } };
        p.adjacency = { accepted };
        p.suppress = { { "open_case", "views7 > 9", { model::Scope::Of::Roles, { "power" } }, "case" } };
        p.caps = { { "week", {}, model::Outcome::Shown, 3, days(7), {} } };
        p.cooldowns = { { "after_no", {}, {}, model::Outcome::Declined, days(14) } };
        model::SequenceRule sequence;
        sequence.id = "bag_later";
        sequence.offer = "bag";
        sequence.afterOffer = "dock";
        sequence.min = days(2);
        p.sequence = { sequence };
        p.exclusive = { { "one_of", { "dock", "bag" }, days(1) } };
        model::Arm control { "control", 5000, {}, {}, {}, false };
        model::Arm cheap { "cheap", 5000, {}, Money { 15000 }, {}, false };
        p.experiments = { { "price", "dock", "salt2", model::Unit::Customer, { control, cheap } } };
        p.guarantees = { { "no_dup", "Never twice", "false" } };
        d.titles = { { "using", "Using it" }, { "views7", "Views of a week" } };
        d.learnings = { { "l1", "dock", "price", "cheaper sells", "it does not", "stop" } };
        return d;
    }
};

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
