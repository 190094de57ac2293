// SPDX-License-Identifier: GPL-3.0-or-later
// A customer who is erased leaves nothing, and everybody else stays as they were.
#include "base/random.h"
#include "core/store/scratch.h"
#include "store/bulk_reader.h"
#include "store/bulk_row_writer.h"
#include "store/bulk_writer.h"
#include "store/check_file.h"
#include "store/erase_customers.h"

#include <QFile>

#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <functional>
#include <map>
#include <set>
#include <unistd.h>

using namespace ow;
using namespace ow::store;

namespace {

constexpr std::int64_t manyRows = std::int64_t(mostTailRows) + 30'000; ///< enough for segments

/// The project file and whatever lies beside it.
QByteArray allBytes(const test::Scratch& scratch)
{
    QByteArray out;
    for (const auto& entry : std::filesystem::directory_iterator(scratch.path().parent_path())) {
        QFile file(QString::fromStdString(entry.path().string()));
        if (file.open(QIODevice::ReadOnly))
            out += file.readAll();
    }
    return out;
}

std::string whoOf(std::int64_t i, const std::vector<std::string>& others, const std::string& gone)
{
    const auto who = Philox(7, std::uint64_t(i)).below(others.size() + 1);
    return who == others.size() ? gone : others[who];
}

/// What a project of these customers' rows shows, but for who is left out.
struct Shop {
    std::vector<std::string> others;
    std::string gone;
    std::int64_t rows = 0;

    model::Event event(std::int64_t i) const
    {
        Philox random(11, std::uint64_t(i));
        model::Event e;
        e.at = { days(random.below(300)).ms };
        e.type = random.below(3) == 0 ? "purchased" : "product_viewed";
        e.sku = "P" + std::to_string(random.below(50));
        e.qty = std::int64_t(random.below(4));
        e.value = i;
        e.session = "s" + std::to_string(i / 7);
        if (random.below(50) == 0)
            e.text = "words " + std::to_string(i);
        // What nobody else has.
        if (who(i) == gone) {
            e.session = "own-session-" + std::to_string(i / 7);
            e.text = "secret-words";
        }
        return e;
    }
    std::string who(std::int64_t i) const { return whoOf(i, others, gone); }
    std::string basket(std::int64_t i) const { return event(i).session; }
    model::LoggedExposure exposure(std::int64_t i) const
    {
        model::LoggedExposure x;
        x.customer = who(i);
        x.offer = "o1";
        x.placement = "cart";
        x.at = { i * 1000 };
        x.intent = who(i) == gone ? "own-intent-" + std::to_string(i) : "i" + std::to_string(i);
        if (i % 3 == 0)
            x.clickedAt = Timestamp { i * 1000 + 5 };
        return x;
    }

    void import(Project& project) const
    {
        {
            auto writer = project.openWriter();
            OW_OK(writer);
            for (std::int64_t i = 0; i < rows; ++i) {
                OW_OK((*writer)->add(who(i), event(i)));
                OW_OK((*writer)->add(exposure(i)));
                OW_OK((*writer)->addBasketLine(basket(i), event(i).sku));
            }
            model::Customer customer;
            customer.id = gone;
            customer.attributes["city"] = std::string("Secretville");
            OW_OK((*writer)->add(customer));
            customer.id = others.front();
            customer.attributes["city"] = std::string("Openham");
            OW_OK((*writer)->add(customer));
            OW_OK((*writer)->reject(
                { "a.csv", 7, "at", "“yesterday” is no time", gone + ",yesterday,viewed" }));
            OW_OK((*writer)->reject({ "a.csv", 9, "at", "“x” is no time", others.front() + ",x,viewed" }));
            OW_OK((*writer)->commit("Imported", "events", "a.csv"));
        }
        project.refresh();
    }

    /// As readers must show it.
    std::multiset<std::string> expected(bool withGone) const
    {
        std::multiset<std::string> out;
        std::set<std::string> lines;
        for (std::int64_t i = 0; i < rows; ++i) {
            if (!withGone && who(i) == gone)
                continue;
            out.insert(text(who(i), event(i)));
            out.insert(text(exposure(i)));
            lines.insert("line " + basket(i) + ' ' + event(i).sku);
        }
        out.insert(lines.begin(), lines.end());
        return out;
    }

    static std::string text(std::string_view who, const model::Event& e)
    {
        return fmt::format(
            "event {} {} {} {} {} {} {} {}", who, e.at.ms, e.type, e.sku, e.qty, e.value, e.session, e.text);
    }
    static std::string text(const model::LoggedExposure& x)
    {
        return fmt::format("exposure {} {} {} {} {} {}", x.customer, x.offer, x.placement, x.at.ms, x.intent,
            x.clickedAt ? x.clickedAt->ms : -1);
    }
};

std::multiset<std::string> shown(const BulkReader& reader)
{
    std::multiset<std::string> out;
    const auto events = reader.forEachEvent([&](std::string_view who, const model::Event& e) {
        out.insert(Shop::text(who, e));
        return true;
    });
    const auto exposures = reader.forEachExposure([&](const model::LoggedExposure& x) {
        out.insert(Shop::text(x));
        return true;
    });
    if (!events || !exposures)
        qFatal("%s", (events ? exposures : events).error().text().c_str());
    return out;
}

/// Imported lines alone: purchases of a session are lines, too, for who asks the reader.
std::multiset<std::string> withoutLines(std::multiset<std::string> rows)
{
    std::erase_if(rows, [](const std::string& row) { return row.starts_with("line "); });
    return rows;
}

void isSound(const test::Scratch& scratch)
{
    const auto faults = checkFile(scratch.path());
    OW_OK(faults);
    QVERIFY2(faults->empty(), faults->empty() ? "" : faults->front().c_str());
}

}

class TestEraseCustomers : public QObject {
    Q_OBJECT

private slots:
    void nothingIsLeftAndOthersStay_data()
    {
        QTest::addColumn<QString>("gone");
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<qint64>("rows");
        const QStringList plain { "c2", "c3", "zed" };
        const auto row = [](const char* name, const char* gone, const QStringList& others, qint64 rows) {
            QTest::newRow(name) << QString::fromUtf8(gone) << others << rows;
        };
        row("an e-mail address", "ada.lovelace+shop@example.org", plain, 400);
        row("with letters of other alphabets", "Käthe Großmann-Öz", plain, 400);
        row("outside the first plane", "kunde-😀-7", plain, 400);
        row("with quotes and commas", "a \"nick\", b", plain, 400);
        row("with a backslash", "DOMAIN\\ada", plain, 400);
        row("a long one", QByteArray(300, 'x').constData(), plain, 400);
        row("a number", "104177", plain, 400);
        row("the beginning of others", "c1", { "c10", "c1x", "xc1", "c11" }, 400);
        row("the beginning of others, with hyphens", "user-1", { "user-1-2", "user-10", "a-user-1" }, 400);
        row("a pseudonym", "pq5nefi2grdavyn7jj46bsu7l2e", plain, 400);
        row("in segments", "ada.lovelace@example.org", { "c1", "c10", "zed" }, manyRows);
        row("a number in segments", "104177", { "104178", "204179" }, manyRows);
        row("the only one, in segments", "ada.lovelace@example.org", {}, manyRows);
    }
    void nothingIsLeftAndOthersStay()
    {
        QFETCH(QString, gone);
        QFETCH(QStringList, others);
        QFETCH(qint64, rows);
        test::Scratch scratch;
        Shop shop { {}, gone.toStdString(), rows };
        for (const QString& other : others)
            shop.others.push_back(other.toStdString());
        const bool alone = shop.others.empty();
        if (alone)
            shop.others.push_back(shop.gone);
        Counts before;
        {
            const auto project = scratch.create();
            shop.import(*project);
            before = project->counts();
            QVERIFY(shown(**project->openReader()) == withoutLines(shop.expected(true)));
        }
        QVERIFY(allBytes(scratch).contains(QByteArray::fromStdString(shop.gone)));
        const auto report
            = eraseCustomers(scratch.path(), { { { shop.gone, "" } }, "They asked for it.", "" });
        OW_OK(report);
        isSound(scratch);
        const auto wanted = shop.expected(false);
        const auto project = scratch.open();
        const auto reader = project->openReader();
        OW_OK(reader);
        QVERIFY(shown(**reader) == withoutLines(wanted));
        // Not a byte; where the id is the beginning of another one's, not as a word of its own.
        const QByteArray bytes = allBytes(scratch);
        const bool isPrefix = shop.gone == "c1" || shop.gone == "user-1";
        if (!isPrefix)
            QVERIFY(!bytes.contains(QByteArray::fromStdString(shop.gone)));
        for (const char* secret : { "Secretville", "own-session-", "own-intent-", "secret-words" })
            QVERIFY2(!bytes.contains(secret), secret);
        QVERIFY(!(*reader)->customer(shop.gone));
        for (const std::string& other : shop.others)
            if (!alone)
                OW_OK((*reader)->customer(other));

        // The imports' counts are of what is there; what went is told beside.
        const Counts after = project->counts();
        const ErasedCounts& all = report->erasure.all;
        QCOMPARE(all.customers, 1);
        QCOMPARE(before.customers - after.customers, 1);
        QCOMPARE(before.events - after.events, all.events);
        QCOMPARE(before.exposures - after.exposures, all.exposures);
        QCOMPARE(before.basketLines - after.basketLines, all.basketLines);
        QVERIFY(all.events > 0 && all.exposures > 0 && all.basketLines > 0);
        QCOMPARE(std::int64_t(std::ranges::count_if(wanted, [](auto& r) { return r.starts_with("line "); })),
            after.basketLines);
        // The rejected row stays, as its import counted it, without its text.
        const auto rejected = (*reader)->rejected((*reader)->imports().front().id, 0, 10);
        QCOMPARE(rejected.size(), std::size_t(2));
        QCOMPARE(rejected[0].text, std::string());
        QCOMPARE(rejected[0].row, 7);
        QCOMPARE(rejected[1].text, alone ? std::string() : shop.others.front() + ",x,viewed");
        QCOMPARE(after.rejectedRows, before.rejectedRows);
    }

    /// The erasure is a row of the history and no step of it: undo and redo pass over it, bring nobody back,
    /// and work as before for all else.
    void undoBringsNobodyBack()
    {
        test::Scratch scratch;
        const Shop shop { { "c2", "c3" }, "ada@example.org", 300 };
        {
            const auto project = scratch.create();
            shop.import(*project);
            OW_OK(project->apply({ "Offer made", { put(test::offer("o1")) }, "" }));
        }
        OW_OK(eraseCustomers(
            scratch.path(), { { { shop.gone, "" } }, "Asked by ada@example.org on paper.", "me" }));
        const auto project = scratch.open();
        const auto history = project->history();
        QCOMPARE(history.front().title, std::string("Customers erased"));
        QCOMPARE(history.front().why, std::string("Asked by erased-3 on paper."));
        QCOMPARE(history.front().who, std::string("me"));
        QVERIFY(history.front().current);
        QCOMPARE(project->undoTitle(), std::string("Offer made"));
        OW_OK(project->undo());
        QVERIFY(project->draft()->policy.offers.empty());
        QCOMPARE(project->undoTitle(), std::string("Imported"));
        QCOMPARE(project->redoTitle(), std::string("Offer made"));
        QVERIFY(project->history().front().current); // it cannot be taken back
        OW_OK(project->undo());
        QCOMPARE(project->counts().customers, 0);
        OW_OK(project->redo());
        QCOMPARE(project->counts().customers, 2);
        QVERIFY(shown(**project->openReader()) == withoutLines(shop.expected(false)));
        OW_OK(project->redo());
        QCOMPARE(project->head(), history.front().id);
        QVERIFY(!project->redo());
        QVERIFY(!allBytes(scratch).contains("ada@example.org"));
        // A branch beside it: the row of the erasure stays true.
        OW_OK(project->undo());
        OW_OK(project->apply({ "Other offer", { put(test::offer("o2")) }, "" }));
        QVERIFY(std::ranges::all_of(project->history(),
            [](const HistoryEntry& e) { return e.title != "Customers erased" || e.current; }));
        OW_OK(project->undo());
        OW_OK(project->undo());
        QVERIFY(project->undoTitle().empty());
    }

    /// Conditions, remarks, titles and releases, in every state that the history can go back to, undone
    /// branches too; also where a step kept only the letters that changed.
    void authoredThingsForget()
    {
        test::Scratch scratch;
        const std::string id = "vip-ada";
        const auto named = [](const std::string& because) {
            model::Offer offer = test::offer("o1");
            offer.because = because;
            return offer;
        };
        std::vector<std::string> states;
        {
            const auto project = scratch.create();
            Shop { { "c2" }, id, 50 }.import(*project);
            OW_OK(project->apply({ "Offer for vip-ada", { put(named("For vip-ad")) }, "" }));
            OW_OK(project->apply({ "One letter more", { put(named("For vip-ada")) }, "vip-ada wants it" }));
            OW_OK(project->apply({ "Another", { put(named("For vip-ada and vip-adam")) }, "" }));
            OW_OK(project->addRelease("1", "for vip-ada", R"({"because":"For vip-ada"})"));
            OW_OK(project->undo());
            OW_OK(project->apply({ "A branch", { put(named("vip-ada, again")) }, "" }));
        }
        const auto report = eraseCustomers(scratch.path(), { { { id, "" } }, "", "" });
        OW_OK(report);
        QCOMPARE(report->releases, std::vector<std::string> { "1" });
        isSound(scratch);
        const auto project = scratch.open();
        const QByteArray bytes = allBytes(scratch).replace("vip-adam", "");
        QVERIFY(!bytes.contains("vip-ada"));
        const auto because = [&] { return project->draft()->policy.offers.at(0).because; };
        const std::string word = fmt::format("erased-{}", report->erasure.step);
        QCOMPARE(because(), word + ", again");
        OW_OK(project->undo());
        QCOMPARE(because(), "For " + word);
        OW_OK(project->undo());
        QCOMPARE(because(), std::string("For vip-ad"));
        const auto history = project->history();
        const auto other = std::ranges::find(history, std::string("Another"), &HistoryEntry::title);
        QVERIFY(other != history.end());
        OW_OK(project->goTo(other->id));
        QCOMPARE(because(), "For " + word + " and vip-adam");
        QVERIFY(std::ranges::any_of(
            history, [&](const HistoryEntry& e) { return e.title == "Offer for " + word; }));
        QCOMPARE(project->releases().front().note, "for " + word);
    }

    /// A number may be anything: it goes where the customers' column is meant and in remarks, and stays in a
    /// rule.
    void numbersOfOtherThingsStay()
    {
        test::Scratch scratch;
        {
            const auto project = scratch.create();
            Shop { { "c2" }, "17003", 50 }.import(*project);
            model::Offer offer = test::offer("o1");
            offer.items = { { "17003", 1 } };
            OW_OK(project->apply({ "Offered 17003, price 1.17003", { put(offer) }, "17003 asked" }));
        }
        const auto report = eraseCustomers(scratch.path(), { { { "17003", "" } }, "", "" });
        OW_OK(report);
        QCOMPARE(report->otherNumbers, std::vector<std::string> { "17003" });
        const auto project = scratch.open();
        QCOMPARE(project->draft()->policy.offers.at(0).items.at(0).sku, std::string("17003"));
        const auto history = project->history();
        const std::string word = fmt::format("erased-{}", report->erasure.step);
        QCOMPARE(history[1].title, "Offered " + word + ", price 1.17003");
        QCOMPARE(history[1].why, word + " asked");
    }

    void severalAtOnceAndByTheirOriginalIds()
    {
        test::Scratch scratch;
        {
            const auto project = scratch.create();
            Shop { { "c2", "pxyz" }, "pabc", 200 }.import(*project);
            OW_OK(project->apply({ "ada@example.org complained", { put(test::offer("o1")) }, "" }));
        }
        const auto report = eraseCustomers(scratch.path(),
            { { { "pabc", "ada@example.org" }, { "pxyz", "bob@example.org" },
                  { "pnobody", "eve@example.org" } },
                "", "" });
        OW_OK(report);
        QCOMPARE(report->erasure.all.customers, 2);
        QCOMPARE(report->notCustomers, std::vector<std::string> { "eve@example.org" });
        const auto project = scratch.open();
        QCOMPARE(project->counts().customers, 1);
        const QByteArray bytes = allBytes(scratch);
        for (const char* id : { "pabc", "pxyz", "ada@example.org" })
            QVERIFY2(!bytes.contains(id), id);
        QVERIFY(project->history()[1].title.ends_with("-1 complained"));
    }

    /// Imports that had them in another order of times, undone ones among them.
    void eachImportIsCorrected()
    {
        test::Scratch scratch;
        const auto add = [](Project& project, const char* who, int events, const char* title) {
            {
                auto writer = project.openWriter();
                OW_OK(writer);
                for (int i = 0; i < events; ++i) {
                    model::Event e;
                    e.at = { 1000 + i };
                    e.type = "viewed";
                    OW_OK((*writer)->add(who, e));
                }
                OW_OK((*writer)->commit(title, "events", "x.csv"));
            }
            project.refresh();
        };
        {
            const auto project = scratch.create();
            add(*project, "ada@example.org", 3, "first");
            OW_OK(project->undo());
            add(*project, "ada@example.org", 5, "second");
            add(*project, "c2", 2, "third");
            add(*project, "ada@example.org", 7, "fourth");
            QCOMPARE(project->counts().customers, 2);
        }
        const auto report = eraseCustomers(scratch.path(), { { { "ada@example.org", "" } }, "", "" });
        OW_OK(report);
        QCOMPARE(report->erasure.all.events, 15);
        QCOMPARE(report->erasure.byImport.size(), std::size_t(3));
        isSound(scratch);
        const auto project = scratch.open();
        QCOMPARE(project->counts().customers, 1);
        QCOMPARE(project->counts().events, 2);
        QCOMPARE((*project->openReader())->dataEnd()->ms, 1001);
        const auto history = project->history();
        OW_OK(project->goTo(std::ranges::find(history, std::string("first"), &HistoryEntry::title)->id));
        QCOMPARE(project->counts().customers, 0);
        QCOMPARE(project->counts().events, 0);
        // And may come again.
        add(*project, "ada@example.org", 1, "again");
        QCOMPARE(project->counts().customers, 1);
    }

    void whatIsRefusedChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("open");
        QTest::addColumn<int>("stopAt"); // which of the questions whether to go on says no; 0 = none
        QTest::addColumn<int>("code");
        QTest::newRow("nobody of this name")
            << QByteArray("eve@example.org") << false << 0 << int(ErrorCode::NotFound);
        QTest::newRow("no id") << QByteArray() << false << 0 << int(ErrorCode::InvalidInput);
        QTest::newRow("open") << QByteArray("ada@example.org") << true << 0 << int(ErrorCode::Conflict);
        for (int at : { 1, 2, 3, 5, 8 })
            QTest::addRow("stopped at question %d", at)
                << QByteArray("ada@example.org") << false << at << int(ErrorCode::Cancelled);
    }
    void whatIsRefusedChangesNothing()
    {
        QFETCH(QByteArray, id);
        QFETCH(bool, open);
        QFETCH(int, stopAt);
        QFETCH(int, code);
        test::Scratch scratch;
        auto project = scratch.create();
        Shop { { "c2" }, "ada@example.org", 300 }.import(*project);
        if (!open)
            project.reset();
        // Behind the file's head, which tells what kind of log it had when it was opened last.
        const auto content = [&] { return allBytes(scratch).mid(100); };
        const QByteArray before = content();
        int asked = 0;
        const auto report = eraseCustomers(scratch.path(), { { { id.toStdString(), "" } }, "", "" },
            [&](std::int64_t, std::int64_t) { return ++asked != stopAt; });
        QVERIFY(!report);
        QCOMPARE(int(report.error().code), code);
        if (!open) // the lock's file comes and goes
            QVERIFY(content() == before);
        QVERIFY(!std::filesystem::exists(scratch.path("shop.offerwright-erasing")));
        QVERIFY(!std::filesystem::exists(scratch.path("shop.offerwright-erased")));
        project.reset();
        isSound(scratch);
    }

    /// Killed whenever: the name stands for before or after, whole; and what a killed attempt left beside it
    /// goes with the next.
    void aKilledProgramLeavesBeforeOrAfter()
    {
        test::Scratch scratch;
        const Shop shop { { "c2", "c3" }, "ada@example.org", manyRows };
        {
            const auto project = scratch.create();
            shop.import(*project);
        }
        const auto original = scratch.path("original");
        std::filesystem::copy_file(scratch.path(), original);
        int after = 0;
        for (int round = 0; round < 12; ++round) {
            std::filesystem::copy_file(
                original, scratch.path(), std::filesystem::copy_options::overwrite_existing);
            const pid_t child = ::fork();
            if (child == 0) {
                const auto done = eraseCustomers(scratch.path(), { { { shop.gone, "" } }, "", "" });
                ::_exit(done ? 0 : 1);
            }
            ::usleep(useconds_t(Philox(3, std::uint64_t(round)).below(700'000)));
            ::kill(child, SIGKILL);
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            isSound(scratch);
            {
                const auto project = scratch.open();
                const bool isAfter = project->counts().customers == 2;
                after += isAfter ? 1 : 0;
                QCOMPARE(project->counts().customers, isAfter ? 2 : 3);
                QVERIFY(shown(**project->openReader()) == withoutLines(shop.expected(!isAfter)));
                QCOMPARE(project->history().front().title == "Customers erased", isAfter);
            }
            std::filesystem::rename(
                original, std::filesystem::path(scratch.path().parent_path().string() + "-aside"));
            if (after > 0 && scratch.open()->counts().customers == 2)
                QVERIFY(!allBytes(scratch).contains("ada@example.org"));
            std::filesystem::rename(
                std::filesystem::path(scratch.path().parent_path().string() + "-aside"), original);
        }
        qInfo("%d of 12 were done before they were killed", after);
        OW_OK(eraseCustomers(scratch.path(), { { { "c2", "" } }, "", "" }));
        QVERIFY(!std::filesystem::exists(scratch.path("shop.offerwright-erasing")));
    }

    /// A number may be anything in a mapping, but a file's name is the same everywhere.
    void filesThatAreCalledAfterOneKeepTheirRows()
    {
        const test::Scratch scratch;
        {
            const auto project = scratch.create();
            const auto writer = project->openWriter();
            OW_OK(writer);
            model::Event event;
            event.type = "viewed";
            OW_OK((*writer)->add("17003", event));
            OW_OK((*writer)->reject({ "orders-17003.csv", 7, "at", "“x” is no time", "c2,x,viewed" }));
            (*writer)->setForm(
                R"({"cost_share":17003,"files":[{"name":"orders-17003.csv"}],"kind":"events"})");
            OW_OK((*writer)->commit("Imported", "events", "orders-17003.csv"));
        }
        OW_OK(eraseCustomers(scratch.path(), { { { "17003", "" } }, "", "" }));
        const auto project = scratch.open();
        const auto reader = project->openReader();
        OW_OK(reader);
        const ImportRecord import = (*reader)->imports().front();
        const Json form = Json::parse((*reader)->importForm(import.id));
        const std::string name = form.at("files").at(0).at("name").get<std::string>();
        QVERIFY(name.find("17003") == std::string::npos);
        QCOMPARE(name, import.source);
        QCOMPARE(name, (*reader)->rejected(import.id, 0, 9).front().file);
        QCOMPARE(form.at("cost_share").get<int>(), 17003);
        QVERIFY(!allBytes(scratch).contains("orders-17003"));
    }
};

QTEST_APPLESS_MAIN(TestEraseCustomers)
#include "tst_erase_customers.moc"
