// SPDX-License-Identifier: GPL-3.0-or-later
#include "../authoring_fixture.h"
#include "ui/shell/check_draft.h"
#include "ui/shell/history_model.h"
#include "ui/shell/list_delegate.h"
#include "ui/shell/object_fields.h"
#include "ui/shell/palette_model.h"
#include "ui/shell/place_of.h"
#include "ui/shell/problems_model.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

using namespace ow;
using namespace ow::ui;
using namespace Qt::StringLiterals;

class TestSession : public QObject {
    Q_OBJECT

    static model::Offer firstOffer(Session& session) { return session.draft()->policy.offers.front(); }

private slots:
    void editsGoThroughAndAreAnnounced()
    {
        AuthoringFixture fixture;
        Session& session = fixture.session();
        QSignalSpy changed(&session, &Session::draftChanged);
        model::Offer offer = firstOffer(session);
        offer.name = "Other name";
        QVERIFY(session.apply({ "Renamed", { store::put(offer) }, {} }));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(firstOffer(session).name, std::string("Other name"));
        QCOMPARE(session.undoTitle(), u"Renamed"_s);
        QVERIFY(session.undo());
        QVERIFY(firstOffer(session).name != "Other name");
        QCOMPARE(session.redoTitle(), u"Renamed"_s);
        QVERIFY(session.redo());
        QCOMPARE(firstOffer(session).name, std::string("Other name"));
        QCOMPARE(changed.count(), 3);
    }

    void whatCannotBeAppliedIsSaidAndChangesNothing()
    {
        AuthoringFixture fixture;
        Session& session = fixture.session();
        QSignalSpy messages(&session, &Session::messageRaised);
        const auto before = session.draft();
        QVERIFY(!session.apply({ "Nonsense", { store::Edit { { "offer", "x" }, "{}", {} } }, {} }));
        QCOMPARE(messages.count(), 1);
        QCOMPARE(messages.first().at(0).value<Tone>(), Tone::Bad);
        QVERIFY(!messages.first().at(1).toString().isEmpty());
        QVERIFY(*session.draft() == *before);
    }

    void aFileThatIsNoProjectLeavesTheOpenOneOpen()
    {
        AuthoringFixture fixture;
        Session& session = fixture.session();
        QTemporaryDir folder;
        QFile picture(folder.filePath(u"p.offerwright"_s));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("\x89PNG\r\n\x1a\n no project at all");
        picture.close();
        QSignalSpy messages(&session, &Session::messageRaised);
        QVERIFY(!session.open(picture.fileName().toStdString()));
        QCOMPARE(messages.count(), 1);
        QVERIFY(session.isOpen());
        QCOMPARE(session.counts().products, 3);
    }

    void closingForgetsEverything()
    {
        AuthoringFixture fixture;
        Session& session = fixture.session();
        session.select(Selection::of("offer", firstOffer(session).id));
        session.setProblems(u"test"_s, { Problem {} });
        session.close();
        QVERIFY(!session.isOpen());
        QVERIFY(session.problems().empty());
        QVERIFY(session.selection() == Selection::none());
        QVERIFY(session.draft()->policy.offers.empty());
        QVERIFY(!session.apply({ "Late", {}, {} }));
    }

    void theGravestProblemStandsFirst()
    {
        Session session;
        Problem hint;
        hint.severity = Problem::Severity::Hint;
        Problem error;
        error.text = u"wrong"_s;
        session.setProblems(u"a"_s, { hint });
        session.setProblems(u"b"_s, { error });
        QCOMPARE(session.problems().front().text, u"wrong"_s);
        session.setProblems(u"b"_s, {});
        QCOMPARE(session.problems().size(), std::size_t(1));
    }

    void aCopyHoldsTheWholeProject()
    {
        AuthoringFixture fixture;
        QTemporaryDir folder;
        const std::filesystem::path copy = folder.filePath(u"copy.offerwright"_s).toStdString();
        QVERIFY(fixture.session().project()->saveCopy(copy).has_value());
        const auto again = fixture.session().project()->saveCopy(copy);
        QVERIFY(!again); // never over a file that is there
        QCOMPARE(again.error().code, ErrorCode::Io);
        auto opened = store::Project::open(copy);
        QVERIFY(opened.has_value());
        QVERIFY(*(*opened)->draft() == *fixture.session().draft());
        QCOMPARE((*opened)->counts().products, 3);
        QCOMPARE((*opened)->history().size(), fixture.session().project()->history().size());
        QVERIFY((*opened)->readOnlyReason().empty());
    }

    void aSecondWindowFollowsAndTakesOver()
    {
        auto first = std::make_unique<AuthoringFixture>();
        const std::filesystem::path copy
            = std::filesystem::path(first->session().project()->file()).parent_path() / "copy.offerwright";
        QVERIFY(first->session().project()->saveCopy(copy).has_value());
        auto writer = std::make_unique<Session>();
        Session reader;
        QVERIFY(writer->open(copy));
        QSignalSpy said(&reader, &Session::messageRaised);
        QVERIFY(reader.open(copy));
        QVERIFY(!reader.isEditable());
        QVERIFY(said.last().at(1).toString().contains(u"It is shown as it is there"_s));
        const auto messages = said.count();
        QSignalSpy status(&reader, &Session::statusRaised);
        QVERIFY(!reader.undo() && !reader.redo() && !reader.goTo(0));
        QCOMPARE(status.count(), 3);
        QVERIFY(status.last().first().toString().contains(u"Close it there"_s));
        QCOMPARE(said.count(), messages); // the banner stays as it is
        model::Offer offer = reader.draft()->policy.offers.front();
        offer.name = "Renamed there";
        QVERIFY(writer->apply({ "Renamed", { store::put(offer) }, "" }));
        QTRY_COMPARE(reader.draft()->policy.offers.front().name, std::string("Renamed there"));
        QVERIFY(!reader.isEditable());
        writer.reset();
        QTRY_VERIFY(reader.isEditable());
        QVERIFY(reader.undo());
        QVERIFY(reader.draft()->policy.offers.front().name != "Renamed there");
        QVERIFY(std::filesystem::exists(copy.string() + "-lock")); // ours by now
        reader.close();
        QVERIFY(!std::filesystem::exists(copy.string() + "-lock"));
    }

    /// By the timer or when the window comes to the front, before anybody loses an edit.
    void aFileThatIsMovedMakesEveryScreenReadOnly()
    {
        AuthoringFixture fixture;
        Session& session = fixture.session();
        const std::filesystem::path file = session.project()->file();
        QSignalSpy said(&session, &Session::messageRaised);
        QSignalSpy opened(&session, &Session::projectOpened);
        QSignalSpy offered(&session, &Session::actionOffered);
        session.checkPlace();
        QCOMPARE(said.count() + opened.count(), 0); // nothing happened, nothing is done
        std::filesystem::rename(file, file.string() + ".moved");
        QTRY_COMPARE_WITH_TIMEOUT(said.count(), 1, 8000);
        QCOMPARE(said.first().first().value<Tone>(), Tone::Caution);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(offered.count(), 1);
        QVERIFY(!session.isEditable());
        QVERIFY(!session.undo());
        session.checkPlace();
        QCOMPARE(said.count(), 1); // said once
    }

    /// Of an older version: the window goes on while the file is copied, and stopping leaves the file as it
    /// was.
    /// A great file is not looked through when it is opened; damage far in it is found beside, and nothing is
    /// written then.
    void damageOfAGreatFileIsFoundBeside()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("great.offerwright"));
        {
            auto made = store::Project::create(path.toStdString(), { "Great", "EUR", "UTC" });
            QVERIFY(made.has_value());
            auto writer = (*made)->openWriter();
            QVERIFY(writer.has_value());
            model::Event event;
            event.type = "purchased";
            for (int i = 0; i < 40'000; ++i) {
                event.at = Timestamp { i * 1000LL };
                event.session
                    = "a session of some length, so that the file becomes great: " + std::to_string(i);
                event.text = event.session;
                QVERIFY((*writer)->add("c" + std::to_string(i), event).has_value());
            }
            QVERIFY((*writer)->commit("Imported", "events", "x.csv").has_value());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 5'000'000);
        QVERIFY(file.seek(file.size() / 4096 / 2 * 4096));
        QCOMPARE(file.write(QByteArray(4096, 'x')), 4096);
        file.close();
        Session session;
        QStringList said;
        connect(&session, &Session::messageRaised, this,
            [&](Tone, const QString& text, const QString&) { said << text; });
        QVERIFY(session.open(path.toStdString()));
        QTRY_VERIFY(!session.isEditable());
        QVERIFY2(said.join(u'|').contains(QStringLiteral("damaged")), qPrintable(said.join(u'|')));
        QVERIFY(!session.apply({ "an edit", { store::put(model::Offer {}) }, "" }));
    }

    void anOlderFileIsBroughtUpInTheBackground()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath(u"old.offerwright"_s).toStdString();
        QFile sql(QFINDTESTDATA("../core/store/fixtures/version1.sql"));
        QVERIFY(sql.open(QIODevice::ReadOnly));
        {
            SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
            db.exec(sql.readAll().toStdString());
        }
        Session session;
        QVERIFY(session.open(file));
        QVERIFY(!session.isOpen() && session.jobs().running() == 1);
        session.jobs().cancelKey(u"bring up"_s);
        QTRY_VERIFY(session.isQuiet());
        QVERIFY(!session.isOpen());
        QVERIFY(!std::filesystem::exists(file.string() + "-migrating"));
        QVERIFY(session.open(file));
        QTRY_VERIFY(session.isOpen());
        QVERIFY(session.isEditable());
        QCOMPARE(session.counts().events, 3);
    }

    void workThatThrowsIsARedMessage()
    {
        Session session;
        QSignalSpy messages(&session, &Session::messageRaised);
        session.jobs().run<int>(
            u"test"_s, u"Importing x.csv"_s, &session,
            [](const Progress&) -> int { throw std::runtime_error("no memory"); }, [](int) {});
        QTRY_COMPARE(messages.count(), 1);
        QCOMPARE(messages.first().at(0).value<Tone>(), Tone::Bad);
        QCOMPARE(messages.first().at(1).toString(), u"Importing x.csv failed: no memory"_s);
    }

    /// What was asked for last is what is open.
    void anOlderFileDoesNotTakeThePlaceOfWhatWasOpenedSince()
    {
        QTemporaryDir folder;
        const std::filesystem::path older = folder.filePath(u"old.offerwright"_s).toStdString();
        const std::filesystem::path newer = folder.filePath(u"new.offerwright"_s).toStdString();
        QFile sql(QFINDTESTDATA("../core/store/fixtures/version1.sql"));
        QVERIFY(sql.open(QIODevice::ReadOnly));
        const std::string text = sql.readAll().toStdString();
        const auto writeOlder = [&] {
            std::filesystem::remove(older);
            SQLite::Database(older.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(text);
        };
        writeOlder();
        Session session;
        QVERIFY(session.open(older));
        QVERIFY(session.create(newer, { "New", "EUR", "UTC" }));
        QTRY_VERIFY(session.isQuiet());
        QCOMPARE(session.project()->file(), newer);
        writeOlder();
        QVERIFY(session.open(older));
        session.close();
        QTRY_VERIFY(session.isQuiet());
        QVERIFY(!session.isOpen());
        writeOlder();
        QVERIFY(session.open(older));
        QVERIFY(session.open(newer));
        QTRY_VERIFY(session.isQuiet());
        QCOMPARE(session.project()->file(), newer);
        // Damaged files are read in the background likewise.
        session.rescue();
        session.close();
        QTRY_VERIFY(session.isQuiet());
        QVERIFY(!session.isOpen());
    }

    void aGoodDraftHasNoErrors()
    {
        AuthoringFixture fixture;
        for (const Problem& p : checkDraft(*fixture.session().draft(), *fixture.session().catalogue()))
            QVERIFY2(p.severity != Problem::Severity::Error, qPrintable(p.place + u": "_s + p.text));
    }

    void aWrongExpressionIsAProblemAtItsOffer()
    {
        AuthoringFixture fixture;
        model::Draft draft = *fixture.session().draft();
        draft.policy.offers[0].when = "facts.veiws > 3";
        const auto problems = checkDraft(draft, *fixture.session().catalogue());
        const auto found = std::ranges::find_if(problems, [&](const Problem& p) {
            return p.selection == Selection::of("offer", draft.policy.offers[0].id);
        });
        QVERIFY(found != problems.end());
        QCOMPARE(found->severity, Problem::Severity::Error);
        QCOMPARE(found->screen, u"offers"_s);
        QVERIFY2(found->text.contains(u"veiws"_s), qPrintable(found->text));
    }

    void anOfferOfAnUnknownProductIsAProblem()
    {
        AuthoringFixture fixture;
        model::Draft draft = *fixture.session().draft();
        draft.policy.offers[0].items = { { "NO-SUCH-THING", 1 } };
        const auto problems = checkDraft(draft, *fixture.session().catalogue());
        QVERIFY(std::ranges::any_of(problems, [](const Problem& p) {
            return p.severity == Problem::Severity::Error && p.text.contains(u"NO-SUCH-THING"_s);
        }));
    }

    void keyPathsLeadToTheirObjects_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("screen");
        QTest::newRow("offer") << u"offers[1].when"_s << u"offer"_s << u"offers"_s;
        QTest::newRow("cell") << u"matrix[0].offers[0]"_s << u"cell"_s << u"needs"_s;
        QTest::newRow("fact") << u"facts[0]"_s << u"fact"_s << u"rules"_s;
        QTest::newRow("settings") << u"rank.score"_s << u"settings"_s << u"rules"_s;
        QTest::newRow("product") << u"products[2].price"_s << u""_s << u"data"_s;
        QTest::newRow("past the end") << u"offers[99].when"_s << u""_s << u""_s;
        QTest::newRow("torn") << u"offers[1"_s << u"offer"_s << u"offers"_s;
        QTest::newRow("nothing") << u""_s << u""_s << u""_s;
    }
    void keyPathsLeadToTheirObjects()
    {
        QFETCH(QString, path);
        QFETCH(QString, kind);
        QFETCH(QString, screen);
        AuthoringFixture fixture;
        const Place place
            = placeOf(*fixture.session().draft(), *fixture.session().catalogue(), path.toStdString());
        QCOMPARE(QString::fromStdString(place.key.kind), kind);
        QCOMPARE(place.screen, screen);
    }

    void everyObjectHasFieldsToRead()
    {
        AuthoringFixture fixture;
        const auto draft = fixture.session().draft();
        for (const ObjectInfo& object : objectsOf(*draft)) {
            QVERIFY(!object.title.isEmpty());
            if (object.key.kind == "customer_attribute" || object.key.kind == "context_attribute")
                continue;
            QVERIFY2(!fieldsOf(*draft, object.key).empty(), object.key.kind.c_str());
        }
        const std::string offer = draft->policy.matrix.front().offers.front().offer;
        const auto uses = usesOf(*draft, Selection::of("offer", offer));
        QVERIFY(std::ranges::any_of(uses, [](const ObjectInfo& use) { return use.key.kind == "cell"; }));
    }

    /// Edges are called by their ends, in the draft or not, and products by their titles.
    void edgesReadAsWords()
    {
        AuthoringFixture fixture;
        model::Edge edge;
        edge.from = { false, "DOCK" };
        edge.to = { true, "bags" };
        edge.kind = model::EdgeKind::Substitute;
        const store::ObjectKey key { "edge", model::edgeId(edge) };
        QCOMPARE(objectInfo(*fixture.session().draft(), key).title, u"DOCK ↔ bags"_s);
        edge.kind = model::EdgeKind::Complement;
        edge.role = model::Role::Power;
        const store::ObjectKey other { "edge", model::edgeId(edge) };
        QCOMPARE(objectInfo(*fixture.session().draft(), other).title, u"DOCK → bags"_s);
        QVERIFY(fixture.session().apply(
            { "Accepted", { store::put(edge, { model::EdgeState::Accepted, true, {} }) }, {} }));
        const auto fields = fieldsOf(*fixture.session().draft(), other, fixture.session().catalogue().get());
        QCOMPARE(fields.at(0).value, u"The DOCK (DOCK)"_s);
        QCOMPARE(fields.at(1).value, u"Family bags"_s);
        QCOMPARE(
            titleOf(*fixture.session().draft(), other, *fixture.session().catalogue()), u"The DOCK → bags"_s);
    }

    void theHistoryModelMarksWhereTheProjectStands()
    {
        AuthoringFixture fixture;
        Session& session = fixture.session();
        HistoryModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model::Offer offer = firstOffer(session);
        offer.name = "Other";
        QVERIFY(session.apply({ "Renamed", { store::put(offer) }, {} }));
        QVERIFY(session.undo());
        model.setHistory(session.project()->history(), session.project()->head());
        QCOMPARE(model.index(0).data().toString(), u"Renamed"_s);
        QVERIFY(model.index(0).data(listrole::Faded).toBool()); // undone
        QCOMPARE(model.headRow(), 1);
        QVERIFY(model.index(1).data(listrole::Dotted).toBool());
        QVERIFY(!model.index(99).isValid());
    }

    void thePaletteModelRanks()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setEntries({ { u"Order a unicol"_s, {}, {}, [] {}, 0 }, { u"Rules"_s, {}, {}, [] {}, 0 } });
        QCOMPARE(model.rowCount(), 2);
        model.setQuery(u"rul"_s);
        QCOMPARE(model.index(0).data().toString(), u"Rules"_s);
        model.setQuery(u"zzz"_s);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.at(0));
    }

    void theProblemsModelSaysSeverityInWordsToo()
    {
        ProblemsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Problem p;
        p.text = u"Wrong"_s;
        p.place = u"Offer"_s;
        model.setProblems({ p });
        QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole).toString(), u"Error: Offer"_s);
        QCOMPARE(model.index(0).data(listrole::IconName).toString(), u"error"_s);
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
